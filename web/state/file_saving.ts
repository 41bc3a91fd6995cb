import { messageOf } from "../engine/errors.ts";
import type { Samples } from "../engine/samples.ts";
import type { Pack, RunResult, Scenario } from "../engine/types.ts";
import { roundSignificant } from "../text/format.ts";
import type { AppState, ResultFormat, SampleFormat, Saving } from "./app_state.ts";
import { assumptionNames } from "./plan/assumptions.ts";
import type { Plan } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";
import type { Store } from "./store.ts";
import type { WholeAnswer } from "./whole_answer.ts";

/** An answer to be saved as a file. */
export interface AnswerToSave {
  readonly plan: Plan;
  readonly scenario: Scenario;
  readonly result: RunResult;
  /** Fiscal year shown. */
  readonly year: number;
  /** The address of the calculator with this plan. */
  readonly link: string;
}

/** How a long task is watched and stopped. */
export interface Watch {
  readonly signal: AbortSignal;
  /** Hears what part is done, 0 to 1. */
  onProgress(done: number): void;
}

/** The part of the engine that hands out draws. */
export interface SamplingEngine {
  samples(
    scenario: Scenario,
    options: {
      readonly draws: number;
      readonly signal: AbortSignal;
      onProgress(done: number, total: number): void;
    },
  ): Promise<Samples>;
}

/** What saving needs from around it. */
export interface FileSavingOptions {
  /** All that the engine says of the plan that is set. */
  whole(): Promise<WholeAnswer>;
  readonly engine: () => Promise<SamplingEngine>;
  /** The address of the calculator with all that is set. */
  link(): string;
  /** Makes a file of an answer and lets the visitor save it; resolves with its name. */
  saveResults(format: ResultFormat, answer: AnswerToSave): Promise<string>;
  /** The same of the draws behind an answer. */
  saveSamples(format: SampleFormat, answer: AnswerToSave, samples: Samples, watch: Watch): Promise<string>;
}

/** The most draws that go into a file: spreadsheets slow down beyond. */
const kMostSamples = 32_768;
/** Outputs of each year in a file of draws. */
const kOutputs = 16;
/** Bytes of a value in a file, as measured on the default plan. */
const kBytes = { csv: 17, xlsx: 12.4 } as const satisfies Readonly<Record<SampleFormat, number>>;

/** The rows of a file of the draws of `plan`, and about how large it is in megabytes. */
export function samplesSize(plan: Plan, pack: Pack): { readonly rows: number; readonly megabytes: Readonly<Record<SampleFormat, number>> } {
  const rows = Math.min(plan.draws, kMostSamples);
  const values = rows * (assumptionNames(pack).length + pack.markets.length + kOutputs * plan.horizon);
  const inFile = (format: SampleFormat): number => Math.max(1, roundSignificant((values * kBytes[format]) / 1e6, 1));
  return { rows, megabytes: { csv: inFile("csv"), xlsx: inFile("xlsx") } };
}

/** What part of the time of a file of draws is spent on computing them. */
const kComputing = 0.1;

/** Makes files of the answer and of the draws behind it; the state says how far they are. */
export class FileSaving {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #options: FileSavingOptions;
  #stop = new AbortController();

  constructor(pack: Pack, store: Store<AppState>, options: FileSavingOptions) {
    this.#pack = pack;
    this.#store = store;
    this.#options = options;
  }

  /** Saves the whole answer, unless a file of it is being made. */
  async saveResults(format: ResultFormat): Promise<void> {
    if (this.#store.get().saving?.kind === "making") return;
    const show = (saving: Saving): void => this.#store.update({ saving: { format, ...saving } });
    show({ kind: "making" });
    await this.#save(show, (answer) => this.#options.saveResults(format, answer));
  }

  /** Saves the draws behind the answer, unless a file of draws is being made. */
  async saveSamples(format: SampleFormat): Promise<void> {
    if (this.#store.get().sampling?.kind === "making") return;
    const stop = new AbortController();
    this.#stop = stop;
    const { signal } = stop;
    // One that was given up says nothing more: the next may be under way.
    const show = (saving: Saving): void => {
      if (!signal.aborted) this.#store.update({ sampling: { format, ...saving } });
    };
    const tell = (done: number): void => show({ kind: "making", done });
    tell(0);
    await this.#save(show, async (answer) => {
      signal.throwIfAborted();
      const engine = await this.#options.engine();
      const samples = await engine.samples(answer.scenario, {
        draws: Math.min(answer.plan.draws, kMostSamples),
        signal,
        onProgress: (done, total) => tell((kComputing * done) / total),
      });
      const onProgress = (done: number): void => tell(kComputing + (1 - kComputing) * done);
      return this.#options.saveSamples(format, answer, samples, { signal, onProgress });
    });
  }

  /** Gives up the file of draws that is being made. */
  stopSamples(): void {
    const { sampling } = this.#store.get();
    if (sampling?.kind !== "making") return;
    this.#stop.abort();
    this.#store.update({ sampling: { format: sampling.format, kind: "stopped" } });
  }

  /** Has a file made of the answer to the plan that is set. */
  async #save(show: (saving: Saving) => void, make: (answer: AnswerToSave) => Promise<string>): Promise<void> {
    const whole = await this.#options.whole();
    if (whole.kind !== "answer") {
      show(whole);
      return;
    }
    const { plan, result } = whole;
    try {
      const scenario = scenarioOf(this.#pack, plan);
      const name = await make({ plan, scenario, result, year: this.#store.get().year, link: this.#options.link() });
      show({ kind: "saved", name });
    } catch (error) {
      show({ kind: "failed", message: messageOf(error) });
    }
  }
}
