# Header libraries and the GoogleTest sources.
#
# Highway computes the mathematical functions, so native and wasm agree bit for bit only when both
# take the same version. `npm run setup` copies the headers into one folder for all builds and
# names it in build/setup.cmake; without it the machine's own headers serve a native build.

include("${CMAKE_SOURCE_DIR}/build/setup.cmake" OPTIONAL)

set(EXPORT_POTENTIAL_HEADERS "" CACHE PATH "Folder that holds hwy/ and nlohmann/ (empty: as set up)")
set(EXPORT_POTENTIAL_GOOGLETEST "" CACHE PATH "Sources of GoogleTest (empty: as set up)")

set(highway_floor 1.2.0)
set(nlohmann_json_floor 3.11.2)

function(read_version result file prefix)
  set(parts "")
  file(STRINGS "${file}" lines REGEX "^#define ${prefix}_(MAJOR|MINOR|PATCH) +[0-9]+")
  foreach(part MAJOR MINOR PATCH)
    foreach(line IN LISTS lines)
      if(line MATCHES "${prefix}_${part} +([0-9]+)")
        list(APPEND parts "${CMAKE_MATCH_1}")
      endif()
    endforeach()
  endforeach()
  list(JOIN parts "." version)
  set(${result} "${version}" PARENT_SCOPE)
endfunction()

function(require_version name version floor)
  if(version VERSION_LESS floor)
    message(FATAL_ERROR "${name} ${version} in ${header_folder} is older than ${floor}. "
                        "Run `npm run setup`, or set EXPORT_POTENTIAL_HEADERS.")
  endif()
endfunction()

set(header_folder "${EXPORT_POTENTIAL_HEADERS}")
if(NOT header_folder)
  set(header_folder "${EXPORT_POTENTIAL_SETUP_HEADERS}")
endif()
if(NOT header_folder AND NOT CMAKE_CROSSCOMPILING)
  find_path(EXPORT_POTENTIAL_FOUND_HEADERS hwy/contrib/math/math-inl.h)
  if(EXISTS "${EXPORT_POTENTIAL_FOUND_HEADERS}/nlohmann/json.hpp")
    set(header_folder "${EXPORT_POTENTIAL_FOUND_HEADERS}")
  endif()
endif()
if(NOT EXISTS "${header_folder}/hwy/highway.h" OR NOT EXISTS "${header_folder}/nlohmann/json.hpp")
  message(FATAL_ERROR "No folder with both hwy/ and nlohmann/. Run `npm run setup`, or install "
                      "libhwy-dev and nlohmann-json3-dev, or set EXPORT_POTENTIAL_HEADERS.")
endif()

read_version(highway_version "${header_folder}/hwy/base.h" HWY)
read_version(nlohmann_json_version "${header_folder}/nlohmann/detail/abi_macros.hpp"
             NLOHMANN_JSON_VERSION)
require_version(Highway "${highway_version}" ${highway_floor})
require_version(nlohmann_json "${nlohmann_json_version}" ${nlohmann_json_floor})
message(STATUS "Highway ${highway_version}, nlohmann_json ${nlohmann_json_version}: ${header_folder}")

# Warnings of these headers are not ours: always -isystem, also where the folder is /usr/include.
add_library(header_libraries INTERFACE)
target_include_directories(header_libraries SYSTEM INTERFACE "${header_folder}")
target_compile_definitions(
  header_libraries
  INTERFACE HWY_IS_DEBUG_BUILD=0 # its assertions need the compiled library, which is not linked
            JSON_NO_IO
            JSON_USE_IMPLICIT_CONVERSIONS=0)

set(googletest_folder "${EXPORT_POTENTIAL_GOOGLETEST}")
foreach(candidate "${EXPORT_POTENTIAL_SETUP_GOOGLETEST}" /usr/src/googletest)
  if(NOT googletest_folder AND EXISTS "${candidate}/googletest/src/gtest-all.cc")
    set(googletest_folder "${candidate}")
  endif()
endforeach()
