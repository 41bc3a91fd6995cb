declare module "*/wasm/engine.mjs" {
  const load: import("./wasm_module.ts").Loader;
  export default load;
}

declare module "*/wasm/analyses.mjs" {
  const load: import("./wasm_module.ts").Loader;
  export default load;
}
