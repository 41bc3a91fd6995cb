import { EngineError, engineError, type EngineFault } from "./errors.ts";
import { type EngineModule, loadModule, type RunShape } from "./module.ts";
import type { AnalysisRequest, Overrides } from "./protocol.ts";
import { SlicePacer } from "./slices.ts";

/** One instance of the core with one pack. Every call computes for a slice of time at most. */
export class Session {
  private readonly module: EngineModule;

  private constructor(module: EngineModule) {
    this.module = module;
  }

  /** Loads the core and opens a pack (JSON). Throws an EngineError. */
  static async open(pack: string): Promise<Session> {
    const module = await loadModule();
    const faults = module.openSession(pack);
    if (faults !== "") parse(faults);
    return new Session(module);
  }

  /** Version of the model. */
  get modelVersion(): string {
    return this.module.modelVersion();
  }

  /** Draws in a block, the smallest piece of work. */
  get blockSize(): number {
    return this.module.blockSize();
  }

  /** Makes a scenario (JSON) the run to be computed. Throws an EngineError. */
  prepare(scenario: string, overrides: Overrides): RunShape {
    return prepared(scenario, overrides, (text) => parse<RunShape>(this.module.prepare(text)));
  }

  /** Makes a store for the run. Throws an EngineError when memory does not suffice. */
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

  /** The result of the run as JSON, once the store is full. */
  result(): string {
    return this.module.result();
  }

  /** One evaluation of a scenario (JSON) as JSON. Throws an EngineError. */
  evaluate(scenario: string): string {
    const text = this.module.evaluate(scenario);
    if (/^\{\s*"errors"/.test(text)) parse(text);
    return text;
  }

  /**
   * Computes an analysis, a piece each time that it is asked for the next part: the part that is
   * done, 0 to 1, and in the end the result as JSON. Leaves the run alone. Throws an EngineError.
   */
  *analyse(request: AnalysisRequest): Generator<{ done: number; text?: string }, void> {
    const { module } = this;
    const prepare = request.analysis === "goal" ? module.prepareGoal : module.prepareSensitivity;
    prepared(request.scenario, request.overrides, (text) => {
      const faults = prepare(text, request.options);
      if (faults !== "") parse(faults);
    });
    yield { done: 0 };
    try {
      if (!module.startAnalysis()) throw noMemory("The draws of the analysis");
      do yield { done: module.analysisProgress() };
      while (module.advanceAnalysis());
      yield { done: 1, text: module.analysisResult() };
    } finally {
      module.dropAnalysis();
    }
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

/** What `prepare` makes of a scenario (JSON) with values in place of its own. */
function prepared<T>(scenario: string, overrides: Overrides, prepare: (text: string) => T): T {
  const plain = prepare(scenario);
  if (Object.keys(overrides).length === 0) return plain;
  // The text was accepted, so it is an object without duplicate keys.
  const given = JSON.parse(scenario) as object;
  return prepare(JSON.stringify({ ...given, ...overrides }));
}

function noMemory(what: string): EngineError {
  return engineError("no_memory", `${what} do not fit into this device's memory.`, {
    path: "/draws",
  });
}

/** What the core answered; throws the faults if it found any. */
function parse<T>(answer: string): T {
  const value = JSON.parse(answer) as T & { errors?: readonly EngineFault[] };
  const [first, ...rest] = value.errors ?? [];
  if (first) throw new EngineError([first, ...rest]);
  return value;
}
