import type { Pack } from "../engine/types.ts";
import { AnalysisRunner, type AnalysisEngine, type AnalysisName, type AskedPlan } from "./analyses.ts";
import type { AppState } from "./app_state.ts";
import { keptAs } from "./kept_plans.ts";
import type { Plan } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";
import type { Store } from "./store.ts";

const kQuietMs = 1000;

/** Lets the analyses of the present plan be asked for: those that are looked at, once the plan has been quiet. */
export class AnalysisDesk {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #needEngine: () => void;
  readonly #wanted = new Set<AnalysisName>();
  #runner: AnalysisRunner | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;

  /** `needEngine` is called when someone looks at an analysis: for that, the engine has to come. */
  constructor(pack: Pack, store: Store<AppState>, needEngine: () => void) {
    this.#pack = pack;
    this.#store = store;
    this.#needEngine = needEngine;
  }

  /** The engine has come: what is looked at is asked for. */
  start(engine: AnalysisEngine): void {
    const { analyses } = this.#store.get();
    this.#runner = new AnalysisRunner(engine, (next) => this.#store.update({ analyses: next }), analyses);
    for (const name of this.#wanted) this.#runner.want(name, true);
    this.changed();
  }

  /** Says whether someone looks at an analysis. */
  want(name: AnalysisName, isWanted: boolean): void {
    if (isWanted) this.#wanted.add(name);
    else this.#wanted.delete(name);
    this.#runner?.want(name, isWanted);
    // A comparison needs plans that were kept: whoever keeps some has shown other signs before.
    if (isWanted && name !== "compare") this.#needEngine();
  }

  /** Asks again after a failure. */
  retry(name: AnalysisName): void {
    this.#runner?.retry(name);
  }

  /** The question has changed. */
  changed(): void {
    this.#runner?.pause();
    clearTimeout(this.#quiet);
    this.#quiet = setTimeout(() => {
      const { plan, year, target, kept } = this.#store.get();
      const others = kept.filter((one) => one !== keptAs(kept, plan));
      const asked = (one: Plan): AskedPlan => ({ plan: one, scenario: scenarioOf(this.#pack, one) });
      this.#runner?.ask({ ...asked(plan), year, target, kept: others.map((one) => asked(one.plan)) });
    }, kQuietMs);
  }
}
