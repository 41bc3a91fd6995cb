declare module "*/engine.mjs" {
  /** What Emscripten's loader takes. */
  interface LoaderOptions {
    /** Makes the instance in place of the loader and hands it over. */
    instantiateWasm(
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object;
  }

  export default function createModule<Exports>(options: LoaderOptions): Promise<Exports>;
}
