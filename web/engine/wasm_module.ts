import { fetchFile } from "./environment.ts";
import { EngineError, engineError, messageOf } from "./errors.ts";

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

/** A file with a module that was translated to JavaScript, whose loader has all in it. */
interface Translation {
  default<Exports>(): Promise<Exports>;
}

/** A part of the core: an instance with its own memory. */
export interface Instance<Exports> {
  readonly exports: Exports;
  /** Whether it is the translation to JavaScript. */
  readonly isTranslated: boolean;
}

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

async function translated<Exports>(url: URL, why: EngineError): Promise<Exports> {
  try {
    // Its name stays out of bundlers' sight: it is fetched as it was translated, and by few.
    const { default: load } = (await import(/* @vite-ignore */ url.href)) as Translation;
    return await load<Exports>();
  } catch (cause) {
    // So browsers say that a module's file did not come.
    if (cause instanceof TypeError) throw engineError("network", `${url.href} cannot be fetched: ${messageOf(cause)}.`, { cause });
    throw engineError("no_wasm", `${why.message} Nor in JavaScript: ${messageOf(cause)}`, { cause });
  }
}

/**
 * Loads a part of the core: a new instance each time. Where WebAssembly cannot run it is that of `translation`.
 * Throws an EngineError: "network" where what runs here cannot be fetched, "no_wasm" where neither runs.
 */
export async function instantiate<Exports>(load: Loader, url: URL, translation: URL): Promise<Instance<Exports>> {
  let compiled: WebAssembly.Module;
  try {
    compiled = await compile(url);
  } catch (thrown) {
    if (!(thrown instanceof EngineError) || thrown.code !== "no_wasm") throw thrown;
    return { exports: await translated<Exports>(translation, thrown), isTranslated: true };
  }
  const exports = await new Promise<Exports>((resolve, reject) => {
    load<Exports>({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
        return {};
      },
    }).then(resolve, reject);
  });
  return { exports, isTranslated: false };
}
