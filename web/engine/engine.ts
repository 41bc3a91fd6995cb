import type {
  ComparisonQuestion,
  ComparisonResult,
  FocusOptions,
  GoalQuestion,
  GoalResult,
  SensitivityMethod,
  SensitivityQuestion,
  SensitivityResults,
} from "./analysis_types.ts";
import { abortError, engineError } from "./errors.ts";
import { Pool, type ProgressListener } from "./pool.ts";
import { fetchedPart } from "./environment.ts";
import { startWorker } from "./start_worker.ts";
import type { AnalysisRequest, CoreKind, Extent, Overrides } from "./protocol.ts";
import { SampleCollector, type Samples } from "./samples.ts";
import { jsonOf } from "./json.ts";
import { packText } from "./source.ts";
import type { EvaluateResult, HeadlineRunResult, OutputName, Pack, RunResult, Scenario } from "./types.ts";

/** What {@link createEngine} takes. */
export interface EngineOptions {
  /** A country pack: data, JSON text, or the address of a JSON file. */
  readonly pack: Pack | string | URL;
  /**
   * Workers among which the draws are dealt out, 0 to 64; 1 when left out. With 0, and where workers
   * cannot be started, everything is computed in the caller's thread in short slices. The numbers
   * are the same, to the last bit, whatever the number of workers.
   */
  readonly workers?: number | undefined;
  /** Stops the start; it then rejects with an AbortError. */
  readonly signal?: AbortSignal | undefined;
  /** What a relative address of a pack starts from; the page or the current folder when left out. */
  readonly baseUrl?: string | undefined;
}

/** What {@link Engine.evaluate} takes beside the scenario. */
export interface EvaluateOptions {
  /** Stops the call; it then rejects with an AbortError. */
  readonly signal?: AbortSignal | undefined;
}

/** What {@link Engine.run} takes beside the scenario. */
export interface RunOptions extends EvaluateOptions {
  /** In place of the scenario's: a power of two from 256 to 1,048,576. */
  readonly draws?: number | undefined;
  /** In place of the scenario's: 0 to 2^53 - 1. */
  readonly seed?: number | undefined;
  /** Hears how many draws are computed; never fewer than before, all of them at the end. */
  readonly onProgress?: ProgressListener | undefined;
}

/** What every analysis takes beside its question. */
export interface AnalysisOptions extends RunOptions {
  /** Hears what part of the work is done, of a total of 1; never less than before, 1 at the end. */
  readonly onProgress?: ProgressListener | undefined;
}

/** What {@link Engine.sensitivity} takes beside the scenario. */
export type SensitivityOptions<Method extends SensitivityMethod = SensitivityMethod> =
  SensitivityQuestion<Method> & AnalysisOptions;

/** What {@link Engine.goal} takes beside the scenario. */
export type GoalOptions = GoalQuestion & AnalysisOptions;

/** What {@link Engine.compare} takes beside the scenarios. */
export type ComparisonOptions<Name extends OutputName = OutputName> = ComparisonQuestion<Name> &
  AnalysisOptions;

/**
 * A calculator for one country pack. Every method rejects with an {@link EngineError}, or with a
 * DOMException named "AbortError" when the call was stopped.
 */
export interface Engine {
  /** Version of the model: another version may give other numbers. */
  readonly modelVersion: string;
  /** Workers in use; 0 when the caller's own thread computes. */
  readonly workers: number;
  /**
   * Whether the core runs as JavaScript, because WebAssembly cannot run here: the same numbers, to the last bit, after
   * some five times as long, and after hundreds of times where the browser does not compile JavaScript either.
   */
  readonly isTranslated: boolean;
  /**
   * Computes all draws of a scenario, given as data or JSON text. The newest run wins: one that is
   * still under way rejects with an AbortError.
   */
  run(scenario: Scenario | string, options?: RunOptions): Promise<RunResult>;
  /** Like {@link Engine.run}, but resolves with the JSON text, byte for byte what the command line writes as a line. */
  runText(scenario: Scenario | string, options?: RunOptions): Promise<string>;
  /**
   * The headline of a scenario and little else, several times sooner than {@link Engine.run} and with
   * the same numbers. A run like others: the newest wins, of whichever kind.
   */
  headline(scenario: Scenario | string, options?: RunOptions): Promise<HeadlineRunResult>;
  /** Evaluates a scenario once with every parameter at its central value. */
  evaluate(scenario: Scenario | string, options?: EvaluateOptions): Promise<EvaluateResult>;
  /**
   * Says what an output depends on most. Analyses are computed one after the other and wait for
   * runs; a newer one does not end those before it.
   */
  sensitivity<Method extends SensitivityMethod = "sobol">(
    scenario: Scenario | string,
    options?: SensitivityOptions<Method>,
  ): Promise<SensitivityResults[Method]>;
  /** Searches for the registrations that a target needs. An analysis like the others. */
  goal(scenario: Scenario | string, options: GoalOptions): Promise<GoalResult>;
  /**
   * Holds two to four scenarios, given as data or as one JSON list, against the first of them: an
   * analysis like the others. What the first says of seed, draws and sampling holds for all.
   */
  compare<Name extends OutputName = "exportsAdditional">(
    scenarios: readonly Scenario[] | string,
    options?: ComparisonOptions<Name>,
  ): Promise<ComparisonResult<Name>>;
  /**
   * Hands out every draw of a scenario, inputs and outputs: eight bytes for each number, so 31 MB for 16,384 draws
   * of ten years. Waits for runs and analyses like an analysis.
   */
  samples(scenario: Scenario | string, options?: RunOptions): Promise<Samples>;
  /** Ends the workers. What is under way rejects with an AbortError, later calls with "disposed". */
  dispose(): void;
}

/** Starts an engine. Options are taken for what their types say. */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  const { workers = 1, signal } = options;
  if (!Number.isInteger(workers) || workers < 0 || workers > 64) {
    throw engineError("bad_option", "workers must be a whole number from 0 to 64.", {
      path: "/workers",
    });
  }
  throwIfAborted(signal);
  try {
    const pack = await packText(options.pack, options.baseUrl, signal);
    const started = await openPool(pack, workers, signal);
    return new PooledEngine(pack, workers, started);
  } catch (thrown) {
    throwIfAborted(signal);
    throw thrown;
  }
}

/** Workers that hold a pack. */
interface Started extends CoreKind {
  readonly pool: Pool;
  readonly workers: number;
}

async function openPool(pack: string, workers: number, signal?: AbortSignal): Promise<Started> {
  const pool = await startPool(workers, signal);
  try {
    const kind = await pool.open(pack, { signal });
    return { pool, workers: pool.threads, ...kind };
  } catch (thrown) {
    pool.close(thrown);
    throw thrown;
  }
}

async function startPool(workers: number, signal?: AbortSignal): Promise<Pool> {
  const attempts = await Promise.allSettled(Array.from({ length: workers }, () => startWorker(signal)));
  const [first, ...rest] = attempts.flatMap((attempt) =>
    attempt.status === "fulfilled" ? [attempt.value] : [],
  );
  if (first) return new Pool([first, ...rest], 1 + rest.length);
  throwIfAborted(signal);
  // Fetched only where it is needed.
  const { startInThread } = await fetchedPart(import("./own_thread.ts"));
  return new Pool([startInThread()], 0);
}

class PooledEngine implements Engine {
  readonly modelVersion: string;
  private readonly pack: string;
  private readonly wanted: number;
  private started: Started;
  private restarting: Promise<Started> | undefined;
  private disposed = false;

  constructor(pack: string, wanted: number, started: Started) {
    this.pack = pack;
    this.wanted = wanted;
    this.started = started;
    this.modelVersion = started.modelVersion;
  }

  get workers(): number {
    return this.started.workers;
  }

  get isTranslated(): boolean {
    return this.started.isTranslated;
  }

  async run(scenario: Scenario | string, options?: RunOptions): Promise<RunResult> {
    return JSON.parse(await this.runText(scenario, options)) as RunResult;
  }

  runText(scenario: Scenario | string, options?: RunOptions): Promise<string> {
    return this.compute(scenario, "all", options);
  }

  async headline(scenario: Scenario | string, options?: RunOptions): Promise<HeadlineRunResult> {
    return JSON.parse(await this.compute(scenario, "headline", options)) as HeadlineRunResult;
  }

  async evaluate(
    scenario: Scenario | string,
    { signal }: EvaluateOptions = {},
  ): Promise<EvaluateResult> {
    const text = jsonOf(scenario);
    const pool = this.pool() ?? (await this.restart());
    return JSON.parse(await pool.evaluate(text, { signal })) as EvaluateResult;
  }

  async sensitivity<Method extends SensitivityMethod = "sobol">(
    scenario: Scenario | string,
    options?: SensitivityOptions<Method>,
  ): Promise<SensitivityResults[Method]> {
    const text = await this.analyse("sensitivity", scenario, options);
    return JSON.parse(text) as SensitivityResults[Method];
  }

  async goal(scenario: Scenario | string, options: GoalOptions): Promise<GoalResult> {
    return JSON.parse(await this.analyse("goal", scenario, options)) as GoalResult;
  }

  async compare<Name extends OutputName = "exportsAdditional">(
    scenarios: readonly Scenario[] | string,
    options?: ComparisonOptions<Name>,
  ): Promise<ComparisonResult<Name>> {
    const text = await this.analyse("comparison", scenarios, options);
    return JSON.parse(text) as ComparisonResult<Name>;
  }

  async samples(scenario: Scenario | string, options: RunOptions = {}): Promise<Samples> {
    const text = jsonOf(scenario);
    const pool = this.pool() ?? (await this.restart());
    const collector = new SampleCollector();
    const { signal, onProgress } = options;
    const onSamples = collector.add.bind(collector);
    return collector.finish(await pool.samples(text, overridesOf(options), { signal, onProgress, onSamples }));
  }

  dispose(): void {
    this.disposed = true;
    this.started.pool.close(abortError("The engine was disposed of."));
  }

  private async compute(scenario: Scenario | string, extent: Extent, options: RunOptions = {}): Promise<string> {
    const text = jsonOf(scenario);
    const pool = this.pool() ?? (await this.restart());
    return pool.run(text, overridesOf(options), extent, options);
  }

  private async analyse(
    analysis: AnalysisRequest["analysis"],
    scenario: Scenario | readonly Scenario[] | string,
    {
      draws,
      seed,
      signal,
      onProgress,
      ...question
    }: AnalysisOptions & (FocusOptions | ComparisonQuestion) = {},
  ): Promise<string> {
    const request = {
      analysis,
      scenario: jsonOf(scenario),
      overrides: overridesOf({ draws, seed }),
      options: jsonOf(question),
    };
    const pool = this.pool() ?? (await this.restart());
    return pool.analyse(request, { signal, onProgress });
  }

  /** The workers, unless one has ended by itself. Throws once disposed of. */
  private pool(): Pool | undefined {
    if (this.disposed) throw engineError("disposed", "The engine was disposed of.");
    return this.started.pool.closed ? undefined : this.started.pool;
  }

  private async restart(): Promise<Pool> {
    this.restarting ??= openPool(this.pack, this.wanted);
    try {
      this.started = await this.restarting;
    } finally {
      this.restarting = undefined;
    }
    if (this.disposed) this.started.pool.close(abortError("The engine was disposed of."));
    return this.started.pool;
  }
}

function overridesOf({ draws, seed }: RunOptions): Overrides {
  return {
    ...(draws === undefined ? {} : { draws }),
    ...(seed === undefined ? {} : { seed }),
  };
}

function throwIfAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw abortError("The start was aborted.");
}

