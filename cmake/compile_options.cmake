# What every target of the project is compiled with. Results have to be the same bits in every
# build, so nothing here lets a compiler contract, reorder or approximate floating-point work.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)

# The default of CMake's release type is -O3 -DNDEBUG; the wasm linker takes its level from here too.
set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
if(EXPORT_POTENTIAL_UNITY)
  # Other levels have to give the same bits.
  set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
endif()
# Line numbers are what a sanitizer's report needs; all else of -g doubles the time to compile. Checked
# code that Clang has not inlined takes six times as long.
set(debug_level -O1)
if(EXPORT_POTENTIAL_SANITIZE)
  set(debug_level -O2)
endif()
set(CMAKE_CXX_FLAGS_DEBUG "${debug_level} -g1 -fno-omit-frame-pointer")

# The headers of a compiler in a private root exist under other paths outside it, and Ninja takes a
# missing header for a change: leave system headers out of the dependency files.
if(EMSCRIPTEN)
  set(CMAKE_DEPFILE_FLAGS_CXX "-MMD -MT <DEP_TARGET> -MF <DEP_FILE>")
endif()

add_library(arithmetic INTERFACE)
target_compile_options(arithmetic INTERFACE -ffp-contract=off)
if(EMSCRIPTEN)
  include(wasm_flags)
  target_compile_options(arithmetic INTERFACE ${wasm_compile_options})
  if(EXPORT_POTENTIAL_JAVASCRIPT)
    target_compile_definitions(arithmetic INTERFACE HWY_COMPILE_ONLY_EMU128)
  endif()
elseif(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  # Highway's SSE4 target: two lanes of double and, unlike AVX2, no fused multiply-add.
  target_compile_options(arithmetic INTERFACE -msse4.2 -mpclmul -maes)
  target_compile_definitions(arithmetic INTERFACE HWY_COMPILE_ONLY_STATIC)
else()
  # Other processors fuse multiply-add in Highway's own operations: emulate two plain lanes.
  # Highway distrusts this target under GCC before 16 because of a fault in GCC before 12.3.
  target_compile_definitions(arithmetic INTERFACE HWY_COMPILE_ONLY_EMU128 HWY_BROKEN_EMU128=0)
endif()

add_library(sanitizers INTERFACE)
if(EXPORT_POTENTIAL_SANITIZE)
  set(sanitizer_options -fsanitize=address,undefined -fno-sanitize-recover=all)
  target_compile_options(sanitizers INTERFACE ${sanitizer_options})
  target_link_options(sanitizers INTERFACE ${sanitizer_options})
endif()

if(EXPORT_POTENTIAL_FUZZ)
  target_compile_options(sanitizers INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(coverage INTERFACE)
if(EXPORT_POTENTIAL_COVERAGE)
  target_compile_options(coverage INTERFACE --coverage -fprofile-abs-path -fprofile-update=atomic)
  target_link_options(coverage INTERFACE --coverage)
endif()

add_library(warnings INTERFACE)
target_compile_options(
  warnings
  INTERFACE -Wall
            -Wextra
            -Wpedantic
            -Wconversion
            -Wsign-conversion
            -Wold-style-cast
            -Wnon-virtual-dtor
            -Woverloaded-virtual
            -Wdouble-promotion
            -Wformat=2
            -Wimplicit-fallthrough)

# Where files are compiled in batches, names of one may shadow those of another, and what a file keeps to itself seems to
# GCC to be in a header.
if(NOT EXPORT_POTENTIAL_BATCHES AND NOT EXPORT_POTENTIAL_UNITY)
  target_compile_options(warnings INTERFACE -Wshadow)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  target_compile_options(warnings INTERFACE -Wshadow=local -Wno-subobject-linkage)
endif()

# GCC 12 takes "text" + std::string for an overlapping copy (gcc.gnu.org/PR105651).
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(warnings INTERFACE -Wno-restrict)
endif()

# A compiler newer than those the project is tested with may warn about more: show it, go on.
if((CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 15)
   OR (CMAKE_CXX_COMPILER_ID STREQUAL "Clang" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 20))
  target_compile_options(warnings INTERFACE -Werror)
endif()

# Errors are values. Third-party test code follows, so that one setting holds in a whole program.
add_library(no_exceptions INTERFACE)
target_compile_options(no_exceptions INTERFACE -fno-exceptions -fno-rtti)

add_library(project_options INTERFACE)
target_link_libraries(project_options INTERFACE arithmetic sanitizers warnings no_exceptions)
