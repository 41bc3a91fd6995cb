import type { Measure, Pack } from "../../engine/types.ts";
import type { Limits } from "../fields.ts";
import {
  amountIn,
  amountsOf,
  elementsFor,
  excessOf,
  targetOf,
  type AmountName,
  type MeasureType,
} from "./measures.ts";
import { registrationsByYear } from "./path_shapes.ts";
import { lastYear, programmeEnd, programmeOf, type Path, type Plan } from "./plan.ts";

const kLongestProgramme = 15;
const kMostSellers = 10_000_000;
const kLatestStart = 10;
const kRun: Limits = { min: 3, max: 15 };

/** The numbers of a plan that stand for themselves. */
export type PlanNumber = "newSellers" | "years" | "startYear" | "horizon" | "seed";

/** The allowed range of each number of `plan`: a run must not end before a measure or a closure begins. */
export function planLimits(plan: Plan, pack: Pack): Readonly<Record<PlanNumber, Limits>> {
  const lastStart = Math.max(0, ...[...plan.measures, ...plan.closures].map(({ from }) => from));
  return {
    newSellers: { min: 0, max: kMostSellers },
    years: { min: 1, max: kLongestProgramme },
    startYear: {
      min: Math.max(pack.baseYear + 1, lastStart - plan.horizon + 1),
      max: pack.baseYear + kLatestStart,
    },
    horizon: { min: Math.max(kRun.min, lastStart - plan.startYear + 1), max: kRun.max },
    seed: { min: 0, max: Number.MAX_SAFE_INTEGER },
  };
}

/** The last year of the programme that is reported. */
function reportedEnd(plan: Plan): number {
  return Math.min(programmeEnd(plan), lastYear(plan));
}

/** Something dated that does not go on after the last reported year of `plan`. */
function endingWithin<Dated extends { readonly to?: number }>(dated: Dated, plan: Plan): Dated {
  return dated.to === undefined ? dated : { ...dated, to: Math.min(dated.to, lastYear(plan)) };
}

/**
 * `before` with other years: lines of the roadmap that ran as long as the programme go on doing
 * so, and none, nor a closure, goes on after the last reported year.
 */
function withDates(before: Plan, dates: Partial<Pick<Plan, "startYear" | "horizon" | "years">>): Plan {
  const after = { ...before, ...dates };
  const measures = before.measures.map((measure): Measure => {
    if (measure.from === before.startYear && measure.to === reportedEnd(before)) {
      return { ...measure, from: after.startYear, to: reportedEnd(after) };
    }
    return endingWithin(measure, after);
  });
  return { ...after, measures, closures: before.closures.map((closure) => endingWithin(closure, after)) };
}

/** The registrations of each year of a programme in equal parts, as whole numbers. */
function evenTable(newSellers: number, years: number): number[] {
  return Array.from(
    { length: years },
    (_, year) => Math.round((newSellers * (year + 1)) / years) - Math.round((newSellers * year) / years),
  );
}

/** `table` with another sum or length: in the same proportions, longer by years like the last. */
function resized(table: readonly number[], newSellers: number, years: number): number[] {
  const longer = Array.from({ length: years }, (_, year) => table[year] ?? table.at(-1) ?? 0);
  const total = longer.reduce((sum, registrations) => sum + registrations, 0);
  if (total === 0) return evenTable(newSellers, years);
  let [done, soFar] = [0, 0];
  return longer.map((registrations) => {
    soFar += registrations;
    const part = Math.round((newSellers * soFar) / total) - done;
    done += part;
    return part;
  });
}

/** `plan` with another size and length of its programme, and so many reported years. */
function withProgramme(plan: Plan, given: Pick<Plan, "newSellers" | "years">, horizon: number): Plan {
  const path = typeof plan.path === "string" ? plan.path : resized(plan.path, given.newSellers, given.years);
  const programme = programmeOf(path, given);
  return { ...withDates(plan, { years: programme.years, horizon }), ...programme };
}

/** `plan` with one of its numbers set, which must be within its limits. */
export function withNumber(plan: Plan, name: PlanNumber, value: number): Plan {
  switch (name) {
    case "newSellers":
    case "years":
      return withProgramme(plan, { newSellers: plan.newSellers, years: plan.years, [name]: value }, plan.horizon);
    case "startYear":
    case "horizon":
      return withDates(plan, { [name]: value });
    case "seed":
      return { ...plan, seed: value };
  }
}

/**
 * `plan` with a programme of so many years. A run that would end before the programme goes on with it; one that is as
 * long as its programme and longer than the pack's is taken to have grown so, and goes back as far as it may.
 */
export function withYears(plan: Plan, years: number, pack: Pack): Plan {
  const usual = Math.max(pack.defaults.horizon, planLimits(plan, pack).horizon.min);
  const hasGrown = plan.horizon === plan.years && plan.horizon > usual;
  const horizon = Math.max(hasGrown ? usual : plan.horizon, years);
  return withProgramme(plan, { newSellers: plan.newSellers, years }, horizon);
}

/** The kinds of paths; "table" is one by year. */
export type PathShape = Exclude<Path, readonly number[]> | "table";
export const kPathShapes: readonly PathShape[] = ["linear", "logistic", "bass", "table"];

/** The kind of a plan's path. */
export function shapeOf({ path }: Plan): PathShape {
  return typeof path === "string" ? path : "table";
}

/** `plan` with another path. A path by year begins as the path before it went. */
export function withPath(plan: Plan, shape: PathShape, pack: Pack): Plan {
  if (shape !== "table") return { ...plan, path: shape };
  if (typeof plan.path !== "string") return plan;
  return { ...plan, ...programmeOf(registrationsByYear(plan, pack), plan) };
}

/** `plan` with the registrations of one year of a path by year, counted from 0. */
export function withTableYear(plan: Plan, year: number, registrations: number): Plan {
  if (typeof plan.path === "string") return plan;
  const table = plan.path.map((old, index) => (index === year ? registrations : old));
  return { ...plan, ...programmeOf(table, plan) };
}

const kStartAmounts: Readonly<Partial<Record<AmountName, number>>> = {
  share: 0.5,
  days: -5,
  points: 0.05,
  access: 0.5,
  rate: 0.1,
  above: 0.9,
};
const kInternetRise = 0.2;

/**
 * A line to begin with: of middle size, as long as the programme, on the first element of its set.
 * What is left of a sum that the roadmap shares is not looked at.
 */
export function newMeasure(type: MeasureType, plan: Plan, pack: Pack): Measure {
  const target = targetOf(type);
  const [first] = target && !target.isOptional ? elementsFor(target, pack) : [];
  const internetUse = Math.min(1, pack.baseline.internetUse.value + kInternetRise);
  const amounts = amountsOf(type, pack).flatMap(({ name, rule, usual }) => {
    const start = name === "internetUse" ? internetUse : kStartAmounts[name];
    const value = start === undefined ? usual : Math.min(Math.max(start, rule.min), rule.max);
    return value === undefined || (value === usual && name !== "access") ? [] : [[name, value]];
  });
  return {
    type,
    ...(target && first && { [target.name]: first.id }),
    from: plan.startYear,
    to: reportedEnd(plan),
    ...(Object.fromEntries(amounts) as object),
  } as Measure;
}

/** `plan` with the line at `index` cut to what it and those after it leave of a sum that the roadmap shares. */
function cutToRest(plan: Plan, index: number, pack: Pack): Plan {
  let { measures } = plan;
  for (let line = index; line < measures.length; ++line) {
    const own = measures[index];
    const excess = own?.type === measures[line]?.type ? excessOf({ ...plan, measures }, line, pack) : undefined;
    if (!own || !excess) continue;
    const { field, sum, most } = excess;
    const amount = amountsOf(own.type, pack).find(({ name }) => name === field);
    const claimed = amount ? amountIn(own, amount) : 0;
    // Whole millionths: the sum must not be above the most.
    const left = Math.max(0, Math.floor((claimed - (sum - most)) * 1e6 + 1e-3) / 1e6);
    measures = measures.with(index, { ...own, [field]: left });
  }
  return { ...plan, measures };
}

/** `plan` with a line of that type at the end of its roadmap: of middle size, or of what is left of a sum that the roadmap shares. */
export function withNewMeasure(plan: Plan, type: MeasureType, pack: Pack): Plan {
  const measures = [...plan.measures, newMeasure(type, plan, pack)];
  return cutToRest({ ...plan, measures }, plan.measures.length, pack);
}

/**
 * `plan` with a line of its roadmap acting on another element, undefined for all, and of what that leaves of a sum that
 * the roadmap shares.
 */
export function withMeasureElement(plan: Plan, index: number, element: string | undefined, pack: Pack): Plan {
  const old = plan.measures[index];
  const target = old && targetOf(old.type);
  if (!target) return plan;
  const facts = Object.entries(old).filter(([name]) => name !== target.name);
  const named = element === undefined ? [] : [[target.name, element]];
  const measure = Object.fromEntries([...facts, ...named]) as unknown as Measure;
  const next = { ...plan, measures: plan.measures.with(index, measure) };
  // More may be offered training than register, in whichever tier.
  return old.type === "feeSupport" ? cutToRest(next, index, pack) : next;
}

/** The training tier that the main controls offer: "light" where the pack has it, else its first. */
export function offeredTier(pack: Pack): string | undefined {
  return (pack.tiers.find(({ id }) => id === "light") ?? pack.tiers[0])?.id;
}

/** Which lines of a roadmap one of the main controls is about. */
type Line = { readonly type: "training"; readonly tier: string } | { readonly type: "connectivity" };

function isOf(line: Line, measure: Measure): boolean {
  return line.type === "training"
    ? measure.type === "training" && measure.tier === line.tier
    : measure.type === "connectivity";
}

/** `plan` with `amount` in its first line of that kind, a new one where there is none, or without it. */
function withLine(plan: Plan, line: Line, amount: { readonly [Name in AmountName]?: number } | undefined): Plan {
  const at = plan.measures.findIndex((measure) => isOf(line, measure));
  if (amount === undefined) return { ...plan, measures: plan.measures.filter((_, index) => index !== at) };
  const old = plan.measures[at];
  const dates = { from: plan.startYear, to: reportedEnd(plan) };
  const measure = { ...(old ?? dates), ...line, ...amount } as Measure;
  return { ...plan, measures: old ? plan.measures.with(at, measure) : [...plan.measures, measure] };
}

/** Share of the new sellers who are offered training of the offered tier, in the first line that offers it. */
export function trainingShareOf(plan: Plan, pack: Pack): number {
  const tier = offeredTier(pack);
  for (const measure of plan.measures) {
    if (measure.type === "training" && measure.tier === tier) return measure.share;
  }
  return 0;
}

/** `plan` with that share; with 0, without the line. */
export function withTrainingShare(plan: Plan, share: number, pack: Pack): Plan {
  const tier = offeredTier(pack);
  if (tier === undefined) return plan;
  return withLine(plan, { type: "training", tier }, share > 0 ? { share } : undefined);
}

/** Internet use that the first line about connectivity leads to, or that of the base year. */
export function internetUseOf(plan: Plan, pack: Pack): number {
  for (const measure of plan.measures) if (measure.type === "connectivity") return measure.internetUse;
  return pack.baseline.internetUse.value;
}

/** `plan` with that internet use; with that of the base year or less, without the line. */
export function withInternetUse(plan: Plan, internetUse: number, pack: Pack): Plan {
  const isRise = internetUse > pack.baseline.internetUse.value;
  return withLine(plan, { type: "connectivity" }, isRise ? { internetUse } : undefined);
}
