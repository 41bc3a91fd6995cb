import createModule from "../../build/wasm/engine.mjs";

import { fetchFile } from "./environment.ts";
import { engineError, messageOf } from "./errors.ts";

/**
 * The compiled core as web/bindings exports it. Texts that report faults are
 * `{"errors":[{"code","path","message"}]}`. Draws are counted in whole blocks.
 */
export interface EngineModule {
  /** Version of the model. */
  modelVersion(): string;
  /** Draws in a block. */
  blockSize(): number;
  /** Reads a pack: "" or faults. */
  openSession(pack: string): string;
  /** Makes a scenario the run to be computed: {@link RunShape} as JSON, or faults. */
  prepare(scenario: string): string;
  /** Makes a store for all draws of the run; false when memory does not suffice. */
  reserve(): boolean;
  /** Computes draws [first, first + count) into the store. */
  simulate(first: number, count: number): void;
  /** Computes draws [first, first + count) for a store elsewhere: one column after the other. */
  computeColumns(first: number, count: number): Float64Array<ArrayBuffer>;
  /** Puts into the store what `computeColumns` returned elsewhere. */
  importColumns(first: number, count: number, columns: Float64Array): void;
  /** The result of the run as JSON, once every draw is in the store. */
  result(): string;
  /** One evaluation at the central values as JSON, or faults. */
  evaluate(scenario: string): string;
  /** Makes a sensitivity analysis, its options as JSON, the one to be computed: "" or faults. */
  prepareSensitivity(scenario: string, options: string): string;
  /** The same for a search for the registrations that a target needs. */
  prepareGoal(scenario: string, options: string): string;
  /** Draws what the analysis starts from; false when memory does not suffice. */
  startAnalysis(): boolean;
  /** Does the next piece of the analysis; false once there is none left. */
  advanceAnalysis(): boolean;
  /** Part of the analysis that is done, 0 to 1. */
  analysisProgress(): number;
  /** The result of the analysis as JSON, once no piece is left. */
  analysisResult(): string;
  /** Frees the memory of the analysis, if there is one. */
  dropAnalysis(): void;
}

/** Size of a prepared run. */
export interface RunShape {
  readonly draws: number;
  readonly columns: number;
  readonly years: readonly number[];
}

const wasmUrl = new URL("../../build/wasm/engine.wasm", import.meta.url);

async function compile(): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === "undefined") {
    throw engineError("no_wasm", "WebAssembly is switched off in this browser.");
  }
  const response = await fetchFile(wasmUrl);
  try {
    // Some static hosts send another type, which the streaming form refuses.
    return response.headers.get("content-type") === "application/wasm"
      ? await WebAssembly.compileStreaming(response)
      : await WebAssembly.compile(await response.arrayBuffer());
  } catch (cause) {
    throw engineError("no_wasm", `WebAssembly cannot run here: ${messageOf(cause)}`, { cause });
  }
}

/** Loads the core: a new instance with its own memory each time. */
export async function loadModule(): Promise<EngineModule> {
  const compiled = await compile();
  return new Promise((resolve, reject) => {
    createModule<EngineModule>({
      instantiateWasm(imports, done) {
        WebAssembly.instantiate(compiled, imports).then((instance) => done(instance, compiled), reject);
        return {};
      },
    }).then(resolve, reject);
  });
}
