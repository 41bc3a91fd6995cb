# Emscripten translates with Binaryen's wasm2js, to which it passes no options of ours. Without the one below
# functions with one caller are put into it, which makes functions larger than V8 optimizes: an eighth of the
# speed. So Emscripten is given a folder for Binaryen whose wasm2js has it.

execute_process(
  COMMAND "${emscripten_folder}/em-config" BINARYEN_ROOT
  OUTPUT_VARIABLE binaryen_root
  OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)

set(translation_tools "${CMAKE_BINARY_DIR}/binaryen")
set(wasm2js_options "--one-caller-inline-max-function-size=1")
foreach(tool wasm-emscripten-finalize wasm-opt wasm-metadce wasm2js)
  set(program "${translation_tools}/bin/${tool}")
  set(options "")
  if(tool STREQUAL wasm2js)
    set(options "${wasm2js_options}")
  endif()
  file(WRITE "${program}" "#!/bin/sh\nexec '${binaryen_root}/bin/${tool}' ${options} \"$@\"\n")
  file(CHMOD "${program}" PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
endforeach()

# Makes a program JavaScript as a whole, in place of a loader and a WebAssembly module.
function(translate_to_javascript target)
  target_link_options(${target} PRIVATE -sWASM=0)
  set_target_properties(
    ${target} PROPERTIES RULE_LAUNCH_LINK
                         "${CMAKE_COMMAND} -E env EM_BINARYEN_ROOT=${translation_tools}")
endfunction()
