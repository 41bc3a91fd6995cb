import type { Scenario } from "../engine/types.ts";
import type { HeadlineQuestion, KeptHeadlines } from "./kept_headlines.ts";
import type { HeadlineResult, ShownResult } from "./readings.ts";

/** How many draws to run, and what breaks the run off. */
export interface RunChoice {
  readonly draws: number;
  readonly signal: AbortSignal;
}

/** The part of the engine that a runner needs. */
export interface RunEngine {
  /** All that the page shows. */
  run(scenario: Scenario, options: RunChoice): Promise<ShownResult>;
  /** The part of it that the first screen shows, with the same figures, in a fraction of the time. */
  headline(scenario: Scenario, options: RunChoice): Promise<HeadlineResult>;
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
  /** The headline of an answer; the whole one follows unless there is a newer question. */
  onHeadline(result: HeadlineResult, tag: Tag): void;
  /** A whole answer; `isFinal` tells the full one from the preview. */
  onResult(result: ShownResult, tag: Tag, isFinal: boolean): void;
  /** The engine refused or failed; the last good answer stays. */
  onError(error: unknown, tag: Tag): void;
}

/** Draws of headline and previews, as far as the full run has more, and the quiet times before runs. */
export interface RunnerOptions {
  /** One preview or more, each of more draws than the one before. The headline has as many as the first. */
  readonly previews: readonly [number, ...number[]];
  /** Milliseconds without a new question before what follows the first preview starts. */
  readonly settleMs: number;
  /** The same before the whole answer is asked for where the headline was kept. */
  readonly keptMs: number;
}

/** What is asked of the engine for a question, in this order. */
type Pass = "headline" | "preview" | "full";

/**
 * Folds a burst of questions into few runs. A headline that is kept is reported at once, before the call that asks
 * returns. One under way is left to finish, so that answers keep coming while a slider moves, unless a newer question
 * has been answered; whole runs are broken off for a newer question.
 */
export class Runner<Tag> {
  readonly #engine: RunEngine;
  readonly #events: RunnerEvents<Tag>;
  readonly #kept: KeptHeadlines;
  readonly #options: RunnerOptions;
  /** The last question whose headline was kept. */
  #answered: Job<Tag> | undefined;
  #wanted: Job<Tag> | undefined;
  #isLooping = false;
  #interrupt: () => void = () => undefined;

  /** `kept` has headlines of `engine`, and takes those that come. */
  constructor(engine: RunEngine, events: RunnerEvents<Tag>, kept: KeptHeadlines, options: RunnerOptions) {
    this.#engine = engine;
    this.#events = events;
    this.#kept = kept;
    this.#options = options;
  }

  /** Asks; the newest question wins. `skipPreview` goes straight to the full run. */
  request(job: Job<Tag>, skipPreview = false): void {
    this.#wanted = job;
    const headline = skipPreview ? undefined : this.#kept.get(this.headlineOf(job));
    if (headline) {
      this.#answered = job;
      this.#events.onHeadline(headline, job.tag);
    }
    this.#interrupt();
    if (!this.#isLooping) void this.#loop(skipPreview);
  }

  /** What is asked of the engine for the headline of a question. */
  headlineOf({ scenario, draws }: Omit<Job<Tag>, "tag">): HeadlineQuestion {
    return { scenario, draws: Math.min(draws, this.#options.previews[0]) };
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
      const isAnswered = await this.#answer(job, skipPreview);
      skipPreview = false;
      if (isAnswered && this.#wanted === job) this.#wanted = undefined;
    }
    this.#isLooping = false;
  }

  /** All passes for a question; false when a newer one, a failure or nobody's interest ended them. */
  async #answer(job: Job<Tag>, skipPreview: boolean): Promise<boolean> {
    if (skipPreview) return this.#run(job, "full");
    const { previews, settleMs, keptMs } = this.#options;
    // Between two moves of a slider whose answers are kept, the engine is free to keep more of them.
    const isHeadlined = this.#answered === job ? await this.#settle(job, keptMs) : await this.#run(job, "headline");
    if (!isHeadlined) return false;
    for (const draws of previews.filter((some) => some < job.draws)) {
      if (!(await this.#run(job, "preview", draws))) return false;
      if (draws === previews[0] && !(await this.#settle(job, settleMs))) return false;
    }
    return this.#run(job, "full");
  }

  /** Runs one pass and reports it; false when the question is no longer the newest, or it failed. */
  async #run(job: Job<Tag>, pass: Pass, draws = job.draws): Promise<boolean> {
    const controller = new AbortController();
    const { signal } = controller;
    this.#interrupt = () => {
      if (pass !== "headline" || this.#wanted === undefined || this.#wanted === this.#answered) controller.abort();
    };
    const question = this.headlineOf(job);
    try {
      if (pass === "headline") {
        const result = await this.#engine.headline(job.scenario, { draws: question.draws, signal });
        this.#kept.keep(question, result);
        if (this.#wanted !== undefined && !signal.aborted) this.#events.onHeadline(result, job.tag);
      } else {
        const result = await this.#engine.run(job.scenario, { draws, signal });
        if (this.#wanted === job) this.#events.onResult(result, job.tag, pass === "full");
      }
      return this.#wanted === job;
    } catch (error) {
      if (!signal.aborted && this.#wanted === job) {
        this.#wanted = undefined;
        this.#events.onError(error, job.tag);
      }
      return false;
    } finally {
      this.#interrupt = () => undefined;
    }
  }

  /** Waits for so many milliseconds of quiet; false when a newer question came. */
  async #settle(job: Job<Tag>, milliseconds: number): Promise<boolean> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      this.#interrupt = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#interrupt = () => undefined;
    return this.#wanted === job;
  }
}
