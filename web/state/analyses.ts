import type {
  ComparisonQuestion,
  ComparisonResult,
  EvppiResult,
  GoalQuestion,
  GoalResult,
  SensitivityMethod,
  SensitivityQuestion,
  SensitivityResults,
  SobolResult,
  TornadoResult,
} from "../engine/analysis_types.ts";
import type { Scenario } from "../engine/types.ts";
import type { Plan } from "./plan/plan.ts";

/** The part of the engine that analyses need. */
export interface AnalysisEngine {
  sensitivity<Method extends SensitivityMethod>(
    scenario: Scenario,
    options: SensitivityQuestion<Method> & Watch,
  ): Promise<SensitivityResults[Method]>;
  goal(scenario: Scenario, options: GoalQuestion & Watch): Promise<GoalResult>;
  compare(
    scenarios: readonly Scenario[],
    options: ComparisonQuestion<ComparedOutputName> & Watch,
  ): Promise<PlanComparison>;
}

/** The outputs that plans are compared by. */
const kComparedOutputs = ["exportsAdditional", "cost"] as const;
export type ComparedOutputName = (typeof kComparedOutputs)[number];

/** Kept plans in the order of their letters and the present one, against the first of them. */
export type PlanComparison = ComparisonResult<ComparedOutputName>;

interface Watch {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** A plan, and what the engine is asked for it. */
export interface AskedPlan {
  readonly plan: Plan;
  readonly scenario: Scenario;
}

/** What is analysed: a plan, the fiscal year shown, and the amount in US$ a year that the visitor aims at. */
export interface AnalysisQuestion extends AskedPlan {
  readonly year: number;
  readonly target: number;
  /** Kept plans that are not the present one; with none there is nothing to compare. */
  readonly kept: readonly AskedPlan[];
}

/** The analyses that the page shows, with their results. */
export interface AnalysisAnswers {
  readonly tornado: TornadoResult;
  readonly sobol: SobolResult;
  /** What knowing more is worth to someone who wants the target or nothing. */
  readonly evppi: EvppiResult;
  /** Registrations that reach the target. */
  readonly goal: GoalResult;
  readonly compare: PlanComparison;
}
export type AnalysisName = keyof AnalysisAnswers;

/** How far one analysis has come. */
export interface AnalysisStatus {
  /** Whether the answer is not, or not known to be, that of the present question. */
  readonly isStale: boolean;
  readonly isRunning: boolean;
  /** Part of the work under way that is done, 0 to 1. */
  readonly progress: number;
  /** Why there is no answer to the present question, in the engine's words; empty without a failure. */
  readonly problem: string;
}

/** An analysis: its status, and its last answer, even where that is to an earlier question, with the question that it is to. */
export type AnalysisState<Answer> = AnalysisStatus & { readonly answer?: Answer; readonly question?: AnalysisQuestion };

/** The state of all analyses. */
export type Analyses = { readonly [Name in AnalysisName]: AnalysisState<AnalysisAnswers[Name]> };

const kUnasked: AnalysisStatus = { isStale: true, isRunning: false, progress: 0, problem: "" };

/** Nothing asked yet. */
export const noAnalyses: Analyses = {
  tornado: kUnasked,
  sobol: kUnasked,
  evppi: kUnasked,
  goal: kUnasked,
  compare: kUnasked,
};

type Asker<Name extends AnalysisName> = (
  engine: AnalysisEngine,
  question: AnalysisQuestion,
  watch: Watch,
) => Promise<AnalysisAnswers[Name]>;

/** How sure one wants to be of the target: an even chance, and four in five. */
const kGoalProbabilities = [0.5, 0.8] as const;

const askers: { readonly [Name in AnalysisName]: Asker<Name> } = {
  tornado: (engine, { scenario, year }, watch) =>
    engine.sensitivity<"tornado">(scenario, { method: "tornado", year, ...watch }),
  sobol: (engine, { scenario, year }, watch) =>
    engine.sensitivity<"sobol">(scenario, { method: "sobol", year, ...watch }),
  evppi: (engine, { scenario, year, target }, watch) =>
    engine.sensitivity<"evppi">(scenario, { method: "evppi", year, threshold: target, ...watch }),
  goal: (engine, { scenario, year, target }, watch) =>
    engine.goal(scenario, { year, target, probabilities: kGoalProbabilities, ...watch }),
  compare: (engine, { scenario, kept }, watch) =>
    engine.compare([...kept.map((one) => one.scenario), scenario], { outputs: kComparedOutputs, ...watch }),
};

/** Whether there is something to ask. */
function isAskable(name: AnalysisName, { kept }: AnalysisQuestion): boolean {
  return name !== "compare" || kept.length > 0;
}

const kAims: ReadonlySet<AnalysisName> = new Set(["evppi", "goal"]);

/** What an answer depends on, as text. */
function keyOf(name: AnalysisName, { scenario, year, target, kept }: AnalysisQuestion): string {
  if (name === "compare") return JSON.stringify([scenario, kept.map((one) => one.scenario)]);
  return JSON.stringify(kAims.has(name) ? [scenario, year, target] : [scenario, year]);
}

/**
 * Asks for analyses only while someone looks at them and the plan is quiet, one after the other.
 * Old answers stay and are marked as such.
 */
export class AnalysisRunner {
  readonly #engine: AnalysisEngine;
  readonly #onChange: (analyses: Analyses) => void;
  readonly #wanted = new Set<AnalysisName>();
  /** Key of the question that each analysis answered or failed on. */
  readonly #settled = new Map<AnalysisName, string>();
  #states: Analyses;
  #question: AnalysisQuestion | undefined;
  #running: { readonly name: AnalysisName; readonly key: string; readonly abort: AbortController } | undefined;

  /** `onChange` hears the new state after every change; `states` is what is there already. */
  constructor(engine: AnalysisEngine, onChange: (analyses: Analyses) => void, states: Analyses = noAnalyses) {
    this.#engine = engine;
    this.#onChange = onChange;
    this.#states = states;
  }

  /** Says whether someone looks at an analysis. One that nobody looks at any more is broken off. */
  want(name: AnalysisName, isWanted: boolean): void {
    if (isWanted === this.#wanted.has(name)) return;
    if (isWanted) {
      this.#wanted.add(name);
      this.#work();
    } else {
      this.#wanted.delete(name);
      if (this.#running?.name === name) this.#running.abort.abort();
    }
  }

  /** The plan is being changed: what runs is broken off, what is there is old. */
  pause(): void {
    this.#question = undefined;
    this.#running?.abort.abort();
    this.#markStale();
  }

  /** The plan is quiet: what this question leaves unanswered is asked. */
  ask(question: AnalysisQuestion): void {
    this.#question = question;
    if (this.#running && this.#running.key !== keyOf(this.#running.name, question)) {
      this.#running.abort.abort();
    }
    this.#markStale();
    this.#work();
  }

  /** Asks again after a failure. */
  retry(name: AnalysisName): void {
    this.#settled.delete(name);
    this.#work();
  }

  #isSettled(name: AnalysisName): boolean {
    return this.#question !== undefined && this.#settled.get(name) === keyOf(name, this.#question);
  }

  #markStale(): void {
    for (const name of Object.keys(this.#states) as AnalysisName[]) {
      const { problem } = this.#states[name];
      const isStale = !this.#isSettled(name) || problem !== "";
      if (isStale !== this.#states[name].isStale) this.#set(name, { isStale });
    }
  }

  #set<Name extends AnalysisName>(
    name: Name,
    patch: Partial<AnalysisState<AnalysisAnswers[Name]>>,
  ): void {
    this.#states = { ...this.#states, [name]: { ...this.#states[name], ...patch } };
    this.#onChange(this.#states);
  }

  #work(): void {
    if (!this.#running) void this.#loop();
  }

  async #loop(): Promise<void> {
    for (;;) {
      const question = this.#question;
      if (question === undefined) return;
      const name = [...this.#wanted].find((one) => isAskable(one, question) && !this.#isSettled(one));
      if (name === undefined) return;
      await this.#run(name, question);
    }
  }

  /** Asks one question; never rejects. */
  async #run<Name extends AnalysisName>(name: Name, question: AnalysisQuestion): Promise<void> {
    const abort = new AbortController();
    const key = keyOf(name, question);
    this.#running = { name, key, abort };
    this.#set(name, { isRunning: true, progress: 0, problem: "" });
    try {
      const answer = await askers[name](this.#engine, question, {
        signal: abort.signal,
        onProgress: (done, total) => {
          if (!abort.signal.aborted) this.#set(name, { progress: done / total });
        },
      });
      abort.signal.throwIfAborted();
      this.#settled.set(name, key);
      this.#set(name, { answer, question, isStale: false });
    } catch (error) {
      if (!abort.signal.aborted) {
        this.#settled.set(name, key);
        this.#set(name, { problem: error instanceof Error ? error.message : String(error) });
      }
    } finally {
      this.#running = undefined;
      this.#set(name, { isRunning: false });
    }
  }
}
