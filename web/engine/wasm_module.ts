import { fetchFile } from "./environment.ts";
import { engineError, messageOf } from "./errors.ts";

/** What Emscripten's loader takes. */
export interface LoaderOptions {
  /** Makes the instance in place of the loader and hands it over. */
  instantiateWasm(
    imports: WebAssembly.Imports,
    done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ): object;
}

/** Emscripten's loader of one module. */
export type Loader = <Exports>(options: LoaderOptions) => Promise<Exports>;

async function compile(url: URL): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") {
    throw engineError("no_wasm", "WebAssembly is switched off in this browser.");
  }
  const response = await fetchFile(url);
  const type = response.headers.get("content-type");
  // Hosts of single-page programs answer so for a file that is not there.
  if (type?.startsWith("text/html")) throw engineError("network", `${url.href} cannot be fetched: the server sent a page.`);
  try {
    // Some static hosts send another type, which the streaming form refuses.
    return type === "application/wasm"
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    // What broke off on its way may come whole another time; what does not compile here never will.
    if (cause instanceof TypeError) throw engineError("network", `${url.href} cannot be fetched: ${messageOf(cause)}.`, { cause });
    throw engineError("no_wasm", `WebAssembly cannot run here: ${messageOf(cause)}`, { cause });
  }
}

/** Loads a part of the core: a new instance with its own memory each time. */
export async function instantiate<Exports>(load: Loader, url: URL): Promise<Exports> {
  const compiled = await compile(url);
  return new Promise((resolve, reject) => {
    load<Exports>({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
