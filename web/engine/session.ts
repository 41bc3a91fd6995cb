import { noMemory, parseAnswer, prepared, refuse } from "./answers.ts";
import { type EngineModule, loadModule, type RunShape } from "./module.ts";
import type { CoreKind, Extent, Overrides } from "./protocol.ts";
import { SLICE, type SlicePacer } from "./slices.ts";
import type { Instance } from "./wasm_module.ts";

/** One instance of the core with one pack. Every call computes for a slice of time at most. */
export class Session {
  private readonly module: EngineModule;
  private readonly isTranslated: boolean;

  private constructor({ exports, isTranslated }: Instance<EngineModule>) {
    this.module = exports;
    this.isTranslated = isTranslated;
  }

  /** Loads the core and opens a pack (JSON). Throws an EngineError. */
  static async open(pack: string): Promise<Session> {
    const instance = await loadModule();
    refuse(instance.exports.openSession(pack));
    return new Session(instance);
  }

  /** What answers a pack: {@link CoreKind} as JSON. */
  get kind(): string {
    const { module, isTranslated } = this;
    const kind: CoreKind = { modelVersion: module.modelVersion(), isTranslated };
    return JSON.stringify(kind);
  }

  /** Draws in a block, the smallest piece of work. */
  get blockSize(): number {
    return this.module.blockSize();
  }

  /** Makes a scenario (JSON) the run to be computed. Throws an EngineError. */
  prepare(scenario: string, overrides: Overrides, extent: Extent): RunShape {
    return prepared(scenario, overrides, (text) => {
      const { module } = this;
      return parseAnswer<RunShape>(extent === "headline" ? module.prepareHeadline(text) : module.prepare(text));
    });
  }

  /** Goes on with a group of the run's years, which the calls below, to `summarise`, are about. */
  choose(group: number): void {
    this.module.chooseGroup(group);
  }

  /** Makes a store for the group. Throws an EngineError when memory does not suffice. */
  reserve({ draws }: RunShape): void {
    if (!this.module.reserve()) throw noMemory(`${draws} draws`);
  }

  /** Computes the next slice of draws [first, last) into the store; returns its length. */
  simulate(first: number, last: number, pacer: SlicePacer): number {
    return this.slice(first, last, pacer, (count) => {
      this.module.simulate(first, count);
      return count;
    });
  }

  /** Computes the next slice of draws [first, last) for another store. */
  compute(
    first: number,
    last: number,
    pacer: SlicePacer,
  ): { count: number; values: Float64Array<ArrayBuffer> } {
    return this.slice(first, last, pacer, (count) => ({
      count,
      values: this.module.computeColumns(first, count),
    }));
  }

  /** Puts what `compute` returned elsewhere into the store. */
  import(first: number, count: number, values: Float64Array): void {
    this.module.importColumns(first, count, values);
  }

  /** Summarises the group, once the store is full, for a slice of time; false at its end. */
  summarise(): boolean {
    const end = performance.now() + SLICE;
    let more = true;
    while (more && performance.now() < end) more = this.module.summarise();
    return more;
  }

  /** The result of the run as JSON, once every group is summarised. */
  result(): string {
    return this.module.result();
  }

  /** One evaluation of a scenario (JSON) as JSON. Throws an EngineError. */
  evaluate(scenario: string): string {
    const text = this.module.evaluate(scenario);
    if (/^\{\s*"errors"/.test(text)) parseAnswer(text);
    return text;
  }

  private slice<T>(
    first: number,
    last: number,
    pacer: SlicePacer,
    work: (count: number) => T,
  ): T {
    const blocks = pacer.next((last - first) / this.blockSize);
    const start = performance.now();
    const done = work(blocks * this.blockSize);
    pacer.record(blocks, performance.now() - start);
    return done;
  }
}
