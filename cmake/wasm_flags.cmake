# Every flag of the WebAssembly builds. Valid for Emscripten 3.1.69 to 6.

# What every browser with 128-bit SIMD has as well; each makes the module smaller.
set(wasm_compile_options -mbulk-memory -msign-ext)
if(EXPORT_POTENTIAL_JAVASCRIPT)
  # Neither vectors nor conversions to 64 bits that do not trap have a translation.
  list(APPEND wasm_compile_options -mno-nontrapping-fptoint)
else()
  list(APPEND wasm_compile_options -mnontrapping-fptoint -msimd128)
endif()

# Shared by the engine and the tests. A stack of 1 MiB holds the deepest evaluation with room to
# spare; the heap starts small and grows with the number of draws.
set(wasm_link_options
    -sALLOW_MEMORY_GROWTH=1
    -sINITIAL_MEMORY=16MB
    -sMEMORY_GROWTH_LINEAR_STEP=1MB # not by a fifth: runs ask for what they need beforehand
    -sSTACK_SIZE=1MB
)

# Inlining the kernel's steps into one function makes engines spill registers: 12 % slower.
set(wasm_kernel_link_options
    "-sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=1"
)

# The engine: an ES module for pages, workers and Node. Its caller reads the .wasm file and makes the
# instance, so the loader has no code for Node, which bundlers cannot place. Without
# DYNAMIC_EXECUTION=0 Embind makes functions from text, which a strict Content-Security-Policy forbids.
set(wasm_engine_link_options
    -fno-rtti # selects the variant of Embind whose type ids match the bindings
    -lembind
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sEXPORT_NAME=createModule
    -sENVIRONMENT=web,worker
    -sDYNAMIC_EXECUTION=0
    -sFILESYSTEM=0
    -Wl,--wrap=strtod,--wrap=snprintf # number_text.cpp has both, without 128-bit arithmetic
    # Half the size of the usual one. The inner loop allocates nothing.
    -sMALLOC=emmalloc
    # The first browsers with 128-bit SIMD: no code for older ones.
    -sMIN_CHROME_VERSION=91
    -sMIN_FIREFOX_VERSION=89
    -sMIN_SAFARI_VERSION=160400
    ${wasm_kernel_link_options}
    -sINCOMING_MODULE_JS_API=instantiateWasm,locateFile,print,printErr,wasmBinary
)

# Bindings are compiled without run-time type information, so Embind cannot print the names of
# types that nobody registered.
set(wasm_bindings_definitions EMSCRIPTEN_HAS_UNBOUND_TYPE_NAMES=0)

# The tests: a program for Node that reads the repository's files.
set(wasm_tests_link_options
    -sENVIRONMENT=node
    -sNODERAWFS=1
    -sEXIT_RUNTIME=1
)

if(EXPORT_POTENTIAL_JAVASCRIPT)
  include(javascript_translation)
endif()
