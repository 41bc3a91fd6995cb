# Hands over to Emscripten's own toolchain file: that of the folder EXPORT_POTENTIAL_EMSCRIPTEN, else
# the one that `npm run setup` found, else the one that belongs to the emcc on PATH.

include("${CMAKE_CURRENT_LIST_DIR}/../build/setup.cmake" OPTIONAL)

set(EXPORT_POTENTIAL_EMSCRIPTEN "" CACHE PATH "Folder of an Emscripten (empty: as set up)")
list(APPEND CMAKE_TRY_COMPILE_PLATFORM_VARIABLES EXPORT_POTENTIAL_EMSCRIPTEN)

set(emscripten_folder "${EXPORT_POTENTIAL_EMSCRIPTEN}")
if(NOT emscripten_folder)
  set(emscripten_folder "${EXPORT_POTENTIAL_SETUP_EMSCRIPTEN}")
endif()
if(NOT emscripten_folder)
  execute_process(
    COMMAND em-config EMSCRIPTEN_ROOT
    OUTPUT_VARIABLE emscripten_folder
    OUTPUT_STRIP_TRAILING_WHITESPACE)
endif()

set(emscripten_toolchain_file "${emscripten_folder}/cmake/Modules/Platform/Emscripten.cmake")
if(NOT EXISTS "${emscripten_toolchain_file}")
  message(FATAL_ERROR "No Emscripten. Run `npm run setup`, or put emcc 3.1.69 or newer on PATH.")
endif()
# Else it looks for itself, by files that a folder of wrappers does not have.
set(EMSCRIPTEN_ROOT_PATH "${emscripten_folder}")
include("${emscripten_toolchain_file}")

# The programs run in the Node that set-up runs in, not in whichever the toolchain file finds first.
if(EXPORT_POTENTIAL_SETUP_NODE)
  set(CMAKE_CROSSCOMPILING_EMULATOR "${EXPORT_POTENTIAL_SETUP_NODE}")
endif()
