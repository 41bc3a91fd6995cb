import type { GoalQuestion, GoalResult } from "../engine/analysis_types.ts";
import { messageOf } from "../engine/errors.ts";
import type { Scenario } from "../engine/types.ts";
import { outcomeOf, type GoalOutcome, type PresetGoal } from "./presets.ts";

/** The part of the engine that a search needs. */
export interface GoalEngine {
  goal(
    scenario: Scenario,
    options: GoalQuestion & {
      readonly signal: AbortSignal;
      readonly onProgress: (done: number, total: number) => void;
    },
  ): Promise<GoalResult>;
}

/** How far the search for the number of sellers that a preset's target needs has come. */
export type GoalSearch =
  | { readonly kind: "none" }
  /** `progress` is the part that is done, 0 to 1. */
  | { readonly kind: "searching"; readonly preset: string; readonly progress: number }
  | { readonly kind: "done"; readonly preset: string; readonly outcome: GoalOutcome }
  /** `message` is why, in the engine's words. */
  | { readonly kind: "failed"; readonly preset: string; readonly message: string };

/** Searches for the sellers that targets need, one target at a time. */
export class GoalSearcher {
  readonly #onChange: (search: GoalSearch) => void;
  #running: AbortController | undefined;

  /** `onChange` hears how far the search is after every step. */
  constructor(onChange: (search: GoalSearch) => void) {
    this.#onChange = onChange;
  }

  /** Breaks off what is under way and forgets what was found. */
  stop(): void {
    this.#running?.abort();
    this.#running = undefined;
    this.#onChange({ kind: "none" });
  }

  /**
   * Looks for the registrations with which `scenario` reaches `goal`. Resolves with what was found,
   * or with undefined when the search failed or was stopped; never rejects.
   */
  async search(
    engine: Promise<GoalEngine>,
    scenario: Scenario,
    preset: string,
    goal: PresetGoal,
  ): Promise<GoalOutcome | undefined> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    const tell = (search: GoalSearch): void => {
      if (!running.signal.aborted) this.#onChange(search);
    };
    tell({ kind: "searching", preset, progress: 0 });
    try {
      const result = await (await engine).goal(scenario, {
        ...goal,
        signal: running.signal,
        onProgress: (done, total) => tell({ kind: "searching", preset, progress: done / total }),
      });
      if (running.signal.aborted) return undefined;
      const outcome = outcomeOf(result);
      tell({ kind: "done", preset, outcome });
      return outcome;
    } catch (error) {
      tell({ kind: "failed", preset, message: messageOf(error) });
      return undefined;
    }
  }
}
