import load from "../../build/wasm/engine.mjs";

import { instantiate, type Instance } from "./wasm_module.ts";

/**
 * The part of the compiled core that runs scenarios, as web/bindings exports it. Texts that report
 * faults are `{"errors":[{"code","path","message"}]}`. Draws are counted in whole blocks.
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
  /** The same of a run that stops at its headline: one group, and `result` tells no more. */
  prepareHeadline(scenario: string): string;
  /** Goes on with a group of the run's years. The calls below, down to `summarise`, are about it. */
  chooseGroup(group: number): void;
  /** Makes a store for all draws of the group; false when memory does not suffice. */
  reserve(): boolean;
  /** Computes draws [first, first + count) into the store. */
  simulate(first: number, count: number): void;
  /** Computes draws [first, first + count) for a store elsewhere: one column after the other. */
  computeColumns(first: number, count: number): Float64Array<ArrayBuffer>;
  /** Puts into the store what `computeColumns` returned elsewhere. */
  importColumns(first: number, count: number, columns: Float64Array): void;
  /** Summarises the next piece of the group, once every draw is in the store; false at its end. */
  summarise(): boolean;
  /** The result of the run as JSON, once every group is summarised. */
  result(): string;
  /** One evaluation at the central values as JSON, or faults. */
  evaluate(scenario: string): string;
}

/** Size of a prepared run. */
export interface RunShape {
  readonly draws: number;
  /** Groups of years, computed one after the other, so that a run of many draws needs less memory. */
  readonly groups: number;
  readonly years: readonly number[];
}

/** A new instance with its own memory. */
export function loadModule(): Promise<Instance<EngineModule>> {
  return instantiate(
    load,
    new URL("../../build/wasm/engine.wasm", import.meta.url),
    new URL("../../build/javascript/engine_fallback.js", import.meta.url),
  );
}
