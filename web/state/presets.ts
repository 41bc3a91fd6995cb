import type { GoalResult } from "../engine/analysis_types.ts";
import type { Named, Pack, Scenario, Text } from "../engine/types.ts";
import type { GoalSearch } from "./goal_search.ts";
import type { Replaced } from "./notices.ts";
import { defaultPlan, planOf, type Plan } from "./plan/plan.ts";
import { sameValue } from "./plan/same_value.ts";

/** A target for which the number of new sellers is sought. */
export interface PresetGoal {
  /** Additional export earnings, US$ a year. */
  readonly target: number;
  /** Fiscal year in which they are to be reached. */
  readonly year: number;
  /** How sure one would like to be, falling; the first that is within reach is taken. */
  readonly probabilities: readonly number[];
}

/** A ready-made plan with the story that it tells. */
export interface Preset extends Named {
  readonly story: Text;
  /** Keys of the pack's sources. */
  readonly sources: readonly string[];
  readonly scenario: Scenario;
  readonly goal?: PresetGoal;
}

/** The ready-made plans for a pack: public/presets/, schema 1. */
export interface PresetFile {
  readonly schema: 1;
  readonly pack: string;
  readonly presets: readonly Preset[];
}

/** The parts of a plan that say what is done and what happens, not what is assumed or computed. */
const kProgramme = ["startYear", "horizon", "newSellers", "years", "path", "mix", "measures", "closures"] as const;

/** The assumptions that some preset sets: those that a preset does not set are as in the pack under it. */
function presetKeys(presets: readonly Preset[]): Set<string> {
  return new Set(presets.flatMap(({ scenario }) => Object.keys(scenario.assumptions ?? {})));
}

/**
 * `plan` with what `preset`, one of `presets`, sets. What the visitor assumes stays, unless it is
 * what presets are about; so do the random numbers and the amounts that the result is held against.
 */
export function withPreset(plan: Plan, preset: Preset, presets: readonly Preset[], pack: Pack): Plan {
  const own = planOf(pack, preset.scenario);
  const keys = presetKeys(presets);
  const kept = Object.entries(plan.assumptions).filter(([key]) => !keys.has(key));
  return {
    ...own,
    seed: plan.seed,
    draws: plan.draws,
    sampling: plan.sampling,
    targets: plan.targets,
    readings: { ...plan.readings, ...own.readings },
    assumptions: { ...Object.fromEntries(kept), ...own.assumptions },
  };
}

/** The preset that `plan` is, whatever else is assumed. With a goal the number of sellers is what was found. */
export function presetOf(plan: Plan, presets: readonly Preset[], pack: Pack): Preset | undefined {
  return presets.find((preset) => {
    const set = withPreset(plan, preset, presets, pack);
    const parts = kProgramme.filter((key) => key !== "newSellers" || preset.goal === undefined);
    return (
      parts.every((key) => sameValue(plan[key], set[key])) && sameValue(plan.assumptions, set.assumptions)
    );
  });
}

/**
 * The visitor's own plan, which another takes the place of: the one that is set; where this is a preset as it was chosen,
 * the one before; null where that was the pack's or a preset too.
 */
export function ownPlan(
  { plan, replaced, search }: { readonly plan: Plan; readonly replaced: Replaced | undefined; readonly search: GoalSearch },
  presets: readonly Preset[],
  pack: Pack,
): Plan | null {
  const preset = presetOf(plan, presets, pack);
  // A search is forgotten as soon as its plan is changed.
  if (preset && (!preset.goal || search.kind !== "none")) {
    return replaced?.by === "preset" && !replaced.isUndone ? replaced.plan : null;
  }
  return sameValue(plan, defaultPlan(pack)) ? null : plan;
}

/** What the search for a preset's goal found. */
export type GoalOutcome =
  /** So many registrations, rounded up to two digits, reach the target with this probability, the highest of those asked for. */
  | { readonly kind: "found"; readonly newSellers: number; readonly probability: number }
  /** None does, whatever is tried; this is the highest probability. */
  | { readonly kind: "outOfReach"; readonly highestProbability: number };

/** A whole number of two digits and noughts, not below `count`: with fewer than were found the chance would be missed. */
function roundUp(count: number): number {
  const step = Math.max(1, 10 ** (Math.floor(Math.log10(count)) - 1));
  return Math.ceil(count / step) * step;
}

/** The surest answer of a search. Its probabilities are falling. */
export function outcomeOf({ goals }: GoalResult): GoalOutcome {
  for (const goal of goals) {
    if (goal.reachable) {
      return { kind: "found", newSellers: roundUp(goal.newSellers), probability: goal.probability };
    }
  }
  return { kind: "outOfReach", highestProbability: goals[0]?.highestProbability ?? 0 };
}
