import type { Scenario } from "../engine/types.ts";
import type { ShownResult } from "./readings.ts";

/** The part of the engine that a runner needs. */
export interface RunEngine {
  run(scenario: Scenario, options: { draws: number; signal: AbortSignal }): Promise<ShownResult>;
}

/** A question, and what the asker wants to know it by when the answer comes. */
export interface Job<Tag> {
  readonly scenario: Scenario;
  /** Draws of the full run. */
  readonly draws: number;
  readonly tag: Tag;
}

/** What a runner reports. */
export interface RunnerEvents<Tag> {
  /** An answer; `isFinal` tells the full one from the preview. */
  onResult(result: ShownResult, tag: Tag, isFinal: boolean): void;
  /** The engine refused or failed; the last good answer stays. */
  onError(error: unknown, tag: Tag): void;
}

/** Draws of the preview, if the full run has more, and the quiet time before the full run. */
export interface RunnerOptions {
  readonly previewDraws: number;
  /** Milliseconds without a new question before the full run starts. */
  readonly settleMs: number;
}

/**
 * Folds a burst of questions into few runs. A preview under way is left to finish, so that answers
 * keep coming while a slider moves; only a full run is broken off for a newer question.
 */
export class Runner<Tag> {
  readonly #engine: RunEngine;
  readonly #events: RunnerEvents<Tag>;
  readonly #options: RunnerOptions;
  #wanted: Job<Tag> | undefined;
  #isLooping = false;
  #interrupt: () => void = () => undefined;

  constructor(engine: RunEngine, events: RunnerEvents<Tag>, options: RunnerOptions) {
    this.#engine = engine;
    this.#events = events;
    this.#options = options;
  }

  /** Asks; the newest question wins. `skipPreview` goes straight to the full run. */
  request(job: Job<Tag>, skipPreview = false): void {
    this.#wanted = job;
    this.#interrupt();
    if (!this.#isLooping) void this.#loop(skipPreview);
  }

  /** Forgets the question; nothing more is reported. */
  cancel(): void {
    this.#wanted = undefined;
    this.#interrupt();
  }

  async #loop(skipFirstPreview: boolean): Promise<void> {
    this.#isLooping = true;
    let skipPreview = skipFirstPreview;
    while (this.#wanted !== undefined) {
      const job = this.#wanted;
      if (!skipPreview && !(await this.#run(job, false))) continue;
      if (job.draws <= this.#options.previewDraws && !skipPreview) {
        // The preview was all there is to compute.
        if (this.#wanted === job) this.#wanted = undefined;
        continue;
      }
      const isQuiet = skipPreview || (await this.#settle(job));
      skipPreview = false;
      if (!isQuiet) continue;
      if ((await this.#run(job, true)) && this.#wanted === job) this.#wanted = undefined;
    }
    this.#isLooping = false;
  }

  /** Runs one pass and reports it; false when it was broken off or failed. */
  async #run(job: Job<Tag>, isFinal: boolean): Promise<boolean> {
    const controller = new AbortController();
    this.#interrupt = () => {
      if (isFinal || this.#wanted === undefined) controller.abort();
    };
    const draws = isFinal ? job.draws : Math.min(job.draws, this.#options.previewDraws);
    try {
      const result = await this.#engine.run(job.scenario, { draws, signal: controller.signal });
      if (this.#wanted === undefined) return false;
      this.#events.onResult(result, job.tag, draws === job.draws);
      return true;
    } catch (error) {
      if (!controller.signal.aborted && this.#wanted === job) {
        this.#wanted = undefined;
        this.#events.onError(error, job.tag);
      }
      return false;
    } finally {
      this.#interrupt = () => undefined;
    }
  }

  /** Waits for quiet; false when a newer question came. */
  async #settle(job: Job<Tag>): Promise<boolean> {
    if (this.#wanted !== job) return false;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.settleMs);
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#interrupt = () => undefined;
    return this.#wanted === job;
  }
}
