import type { NumberWords } from "../text/catalogue.ts";
import { roundSignificant } from "../text/format.ts";
import type { EngineErrorCode } from "../engine/errors.ts";
import type { Grade, Pack } from "../engine/types.ts";
import { noAnalyses, type Analyses } from "./analyses.ts";
import type { Draft } from "./fields.ts";
import type { GoalSearch } from "./goal_search.ts";
import type { KeptPlan } from "./kept_plans.ts";
import type { Notice, Replaced } from "./notices.ts";
import type { AssumptionDraft } from "./plan/assumption_drafts.ts";
import { defaultPlan, lastYear, programmeEnd, type Plan } from "./plan/plan.ts";
import { isWhole, spreadAt, yearIndex, type HeadlineResult, type ShownResult } from "./readings.ts";

/** How far the engine has come. */
export type EngineStatus =
  /** Nobody has wanted another answer than that of the page as built. */
  | { readonly kind: "unasked" }
  | { readonly kind: "loading" }
  | { readonly kind: "slow" }
  | { readonly kind: "ready" }
  /** `code` tells why, where the engine knows. */
  | { readonly kind: "failed"; readonly message: string; readonly code?: EngineErrorCode | undefined };

/** Why the last question has no answer. */
export interface Refusal {
  /** In the engine's words, or in those that the page has for them. */
  readonly message: string;
  /** What went wrong, where that is no fault of the plan. */
  readonly fault?: EngineErrorCode;
}

export type Theme = "auto" | "light" | "dark";

/** How a visitor likes the page, whatever is computed. */
export interface Preferences {
  readonly numberWords: NumberWords;
  readonly theme: Theme;
}

/** What can be copied. */
export type Copied = "link" | "citation" | "scenario" | "command" | "embed";

/** The kinds of file that results are saved as. */
export type ResultFormat = "csv" | "xlsx" | "json";

/** The kinds of file that draws are saved as. */
export type SampleFormat = "csv" | "xlsx";

/** How far a file is that the visitor asked for. */
export type Saving =
  /** What part is done, 0 to 1, where that is told. */
  | { readonly kind: "making"; readonly done?: number }
  | { readonly kind: "saved"; readonly name: string }
  /** The plan changed before there was an answer. */
  | { readonly kind: "planChanged" }
  /** There was no answer within the time that a visitor waits. */
  | { readonly kind: "late" }
  /** The visitor gave it up. */
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly message: string };

/** All that the page shows of an answer, and the plan that this answers. */
export interface WholeShown {
  readonly result: ShownResult;
  readonly answered: Plan;
}

/** Which assumptions the register shows. */
export interface RegisterFilter {
  /** Words that all have to be somewhere in what is shown of an assumption; empty for all. */
  readonly query: string;
  /** How well founded; empty for all. */
  readonly grade: Grade | "";
  readonly isChangedOnly: boolean;
}

/** Everything the page shows. */
export interface AppState extends Preferences {
  readonly plan: Plan;
  /** Text in number fields that is not a value yet, by field id. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Assumptions being written, by key. */
  readonly assumptionDrafts: Readonly<Record<string, AssumptionDraft>>;
  readonly registerFilter: RegisterFilter;
  /** What the visitor aims at: additional export earnings in US$ a year. */
  readonly target: number;
  /** Fiscal year shown, one of the result's. */
  readonly year: number;
  /** Whether amounts are shown in US$ or in the country's currency. */
  readonly currency: "usd" | "local";
  /** The newest answer, as far as the first screen shows it. */
  readonly result: HeadlineResult;
  /** The plan that `result` answers. */
  readonly answered: Plan;
  /** Whether the figures of `result` have been waiting to be replaced for a while. */
  readonly isComputing: boolean;
  /**
   * The newest whole answer, which everything below the first screen shows; it may be to an earlier plan than
   * `result`. None until more of the page has come.
   */
  readonly whole: WholeShown | undefined;
  /** Whether the figures of `whole` have been waiting to be replaced for a while. */
  readonly isWholeComputing: boolean;
  /** Whether a control is being moved. */
  readonly isMoving: boolean;
  readonly engine: EngineStatus;
  /** Why the engine did not answer the last question, if it did not. */
  readonly refusal: Refusal | undefined;
  /** The sentence last given to screen readers. */
  readonly announcement: string;
  readonly analyses: Analyses;
  /** Plans kept to compare with. */
  readonly kept: readonly KeptPlan[];
  /** The search for the number of sellers of a preset with a target. */
  readonly search: GoalSearch;
  readonly notices: readonly Notice[];
  /** What can be undone. */
  readonly replaced: Replaced | undefined;
  /** What was copied last and whether that worked. */
  readonly copied: { readonly what: Copied; readonly isDone: boolean } | undefined;
  /** The file of results that was asked for last. */
  readonly saving: (Saving & { readonly format: ResultFormat }) | undefined;
  /** The file of draws that was asked for last. */
  readonly sampling: (Saving & { readonly format: SampleFormat }) | undefined;
  /** Controls unfolded on narrow screens. */
  readonly unfolded: ReadonlySet<string>;
  /** Width in CSS pixels of each chart that is drawn to measure, by id. */
  readonly widths: Readonly<Record<string, number>>;
  /** Whether the window is that of a laptop with little height, whose first screen holds the first chart only if that is low. */
  readonly isLow: boolean;
}

/**
 * What a link that names no amount aims at, US$ a year: about 3 % of the country's goods exports, with which the page began
 * when the first links were made.
 */
export function linkTarget(pack: Pack): number {
  return roundSignificant(0.03 * pack.baseline.goodsExports.value, 1);
}

/**
 * A round amount to aim at first, US$ a year, of which it is in doubt whether the pack's plan, which `result` answers, adds
 * it: 1, 2 or 5 times a power of ten, the nearest of three steps to each tenfold, to the upper quartile of the year shown first.
 */
export function firstTarget(pack: Pack, result: HeadlineResult): number {
  const upper = spreadAt(result.outputs.exportsAdditional, yearIndex(result, firstYear(defaultPlan(pack)))).p75;
  return upper >= 1 ? roundSignificant(10 ** (Math.round(3 * Math.log10(upper)) / 3), 1) : linkTarget(pack);
}

/** The year that is shown of a plan unless the visitor wants another: the last of the programme that is reported. */
export function firstYear(plan: Plan): number {
  return Math.min(programmeEnd(plan), lastYear(plan));
}

/** The year to show of a result that answers `plan` to who wants to see `year`. */
export function shownYear({ years }: Pick<HeadlineResult, "years">, plan: Plan, year: number): number {
  return years.includes(year) ? year : firstYear(plan);
}

/** The state of the first paint: the pack's plan, its result, the last year of the plan. */
export function initialState<Result extends HeadlineResult>(
  pack: Pack,
  result: Result,
): AppState & { readonly result: Result } {
  const plan = defaultPlan(pack);
  return {
    plan,
    drafts: {},
    assumptionDrafts: {},
    registerFilter: { query: "", grade: "", isChangedOnly: false },
    target: firstTarget(pack, result),
    year: firstYear(plan),
    currency: "usd",
    numberWords: "million",
    theme: "auto",
    result,
    answered: plan,
    isComputing: false,
    whole: isWhole(result) ? { result, answered: plan } : undefined,
    isWholeComputing: false,
    isMoving: false,
    engine: { kind: "unasked" },
    refusal: undefined,
    announcement: "",
    analyses: noAnalyses,
    kept: [],
    search: { kind: "none" },
    notices: [],
    replaced: undefined,
    copied: undefined,
    saving: undefined,
    sampling: undefined,
    unfolded: new Set(),
    widths: {},
    isLow: false,
  };
}

/** The fields whose text is refused, in no order. */
export function refusedFields(state: AppState): string[] {
  return Object.entries(state.drafts)
    .filter(([, draft]) => draft.problem !== undefined)
    .map(([id]) => id);
}
