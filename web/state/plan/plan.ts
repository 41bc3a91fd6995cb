import type { Assumptions, Closure, Measure, Onboarding, Pack, Scenario } from "../../engine/types.ts";
import type { ChosenReadings } from "../source_readings.ts";
import { orderedMix, type Mix } from "./mix.ts";

/** How the new sellers arrive over the years: a shape, or the registrations of each year. */
export type Path = Onboarding["path"];

/** Everything that a scenario can say, complete: what a visitor can set. Years are fiscal years by their ending year. */
export interface Plan {
  /** 0 to 2^53 - 1. */
  readonly seed: number;
  /** A power of two from 256 to 1,048,576. */
  readonly draws: number;
  readonly sampling: "sobol" | "counter";
  /** First reported year, in which the programme begins. */
  readonly startYear: number;
  /** Reported years, 3 to 15. */
  readonly horizon: number;
  /** Registrations over the whole programme; of a path by year its sum. */
  readonly newSellers: number;
  /** Length of the programme; of a path by year its length. */
  readonly years: number;
  readonly path: Path;
  readonly mix: Mix;
  /** The roadmap. A line without `to` acts until the last reported year. */
  readonly measures: readonly Measure[];
  /** Markets that nothing can be sold to, in what years. One without `to` ends with the run. */
  readonly closures: readonly Closure[];
  /** Amounts of additional exports, US$ a year, whose probabilities the result is to say; at most 8. */
  readonly targets: readonly number[];
  /** What holds where the sources disagree. */
  readonly readings: ChosenReadings;
  /** Distributions in the place of the pack's and of the readings', by "symbol" or "symbol.element". */
  readonly assumptions: Assumptions;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Size and length of a programme on `path`, which a path by year fixes. */
export function programmeOf(
  path: Path,
  given: Pick<Plan, "newSellers" | "years">,
): Pick<Plan, "newSellers" | "years" | "path"> {
  if (typeof path === "string") return { newSellers: given.newSellers, years: given.years, path };
  return { newSellers: sum(path), years: path.length, path };
}

function ownPlan(pack: Pack): Plan {
  const { seed, draws, startYear, horizon, onboarding, measures } = pack.defaults;
  return {
    seed,
    draws,
    sampling: "sobol",
    startYear,
    horizon,
    ...programmeOf(onboarding.path, onboarding),
    mix: orderedMix(onboarding.mix, pack),
    measures,
    closures: [],
    targets: [],
    readings: {},
    assumptions: {},
  };
}

/** Plans of packs: every link, question and comparison of a plan starts from one. */
const ownPlans = new WeakMap<Pack, Plan>();

/** The pack's own plan, the same object each time. */
export function defaultPlan(pack: Pack): Plan {
  const plan = ownPlans.get(pack) ?? ownPlan(pack);
  ownPlans.set(pack, plan);
  return plan;
}

/** The plan that `scenario` means: what it leaves out is as in the pack. It must be one that the engine accepts. */
export function planOf(pack: Pack, scenario: Scenario): Plan {
  const defaults = defaultPlan(pack);
  const { onboarding = {} } = scenario;
  const path = onboarding.path ?? defaults.path;
  return {
    seed: scenario.seed ?? defaults.seed,
    draws: scenario.draws ?? defaults.draws,
    sampling: scenario.sampling ?? defaults.sampling,
    startYear: scenario.startYear ?? defaults.startYear,
    horizon: scenario.horizon ?? defaults.horizon,
    ...programmeOf(path, {
      newSellers: onboarding.newSellers ?? defaults.newSellers,
      years: onboarding.years ?? defaults.years,
    }),
    mix: onboarding.mix ? orderedMix(onboarding.mix, pack) : defaults.mix,
    measures: scenario.measures ?? defaults.measures,
    closures: scenario.closures ?? defaults.closures,
    targets: scenario.targets ?? defaults.targets,
    readings: withoutFirstOptions(pack, scenario.readings ?? {}),
    assumptions: scenario.assumptions ?? {},
  };
}

/** Choices that differ from the first option of their reading. */
function withoutFirstOptions(pack: Pack, chosen: ChosenReadings): ChosenReadings {
  const first = new Map((pack.readings ?? []).map(({ id, options }) => [id, options[0].id]));
  return Object.fromEntries(Object.entries(chosen).filter(([id, option]) => first.get(id) !== option));
}

/** The last year of the programme, which may lie after the last reported one. */
export function programmeEnd({ startYear, years }: Plan): number {
  return startYear + years - 1;
}

/** The last reported year. */
export function lastYear({ startYear, horizon }: Plan): number {
  return startYear + horizon - 1;
}

/** The reported years. */
export function reportedYears({ startYear, horizon }: Plan): number[] {
  return Array.from({ length: horizon }, (_, index) => startYear + index);
}
