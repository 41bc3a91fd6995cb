import type { Measure, Named, Pack } from "../../engine/types.ts";
import type { FieldRule, Limits } from "../fields.ts";
import { kSumTolerance } from "./mix.ts";
import { lastYear, type Plan } from "./plan.ts";

export type MeasureType = Measure["type"];

/** In the order in which they are offered. */
export const kMeasureTypes: readonly MeasureType[] = [
  "training",
  "connectivity",
  "logistics",
  "feeSupport",
  "marketAccess",
  "digitalRetailTax",
  "courierSalesTax",
  "dutyFreeThreshold",
];

/** The most lines of a roadmap. */
export const kMostMeasures = 64;

/** The numbers that say how much a measure does, and what it costs. */
export type AmountName =
  | "share"
  | "internetUse"
  | "days"
  | "points"
  | "tariff"
  | "access"
  | "rate"
  | "above"
  | "cost";

/** One number of a measure. */
export interface Amount {
  readonly name: AmountName;
  readonly rule: FieldRule;
  /** What it is where it is left out; undefined where it must be there. */
  readonly usual?: number;
}

/** What a measure acts on: one element of a set of the pack. */
export interface Target {
  readonly name: "tier" | "market" | "channel";
  /** Whether it may be left out, which means all. */
  readonly isOptional: boolean;
}

const percent = (min: number, max: number): FieldRule => ({ min, max, isWhole: false, isPercent: true });
const number = (limits: Limits): FieldRule => ({ ...limits, isWhole: false, isPercent: false });

/** Sales go with a power of internet use: of none the power means nothing. */
const kLeastInternetUse = 0.001;

const kCost: Amount = { name: "cost", rule: { ...number({ min: 0, max: 1e12 }), isDollars: true }, usual: 0 };

/** Whether measures of a type cost something by what they do, to which their cost is added. */
export function hasOwnCost(type: MeasureType): boolean {
  return type === "training" || type === "feeSupport";
}

/** What a number of a measure is called: the name of one of the texts. */
export function amountTitle(type: MeasureType, name: AmountName): AmountName | "furtherCost" {
  return name === "cost" && hasOwnCost(type) ? "furtherCost" : name;
}

/** The numbers of measures of a type, the cost last. */
export function amountsOf(type: MeasureType, pack: Pack): readonly Amount[] {
  switch (type) {
    case "training":
      return [{ name: "share", rule: percent(0, 1) }, kCost];
    case "connectivity":
      return [{ name: "internetUse", rule: percent(kLeastInternetUse, 1) }, kCost];
    case "logistics":
      return [{ name: "days", rule: number(pack.baseline.logisticsDays) }, kCost];
    case "feeSupport":
      return [{ name: "points", rule: percent(0, kMostPoints) }, kCost];
    case "marketAccess":
      return [
        { name: "access", rule: percent(0, 1), usual: 1 },
        { name: "tariff", rule: percent(-0.5, 3), usual: 0 },
        kCost,
      ];
    case "digitalRetailTax":
      return [{ name: "rate", rule: percent(0, 0.9) }, kCost];
    case "courierSalesTax":
      return [{ name: "rate", rule: percent(0, 1) }, kCost];
    case "dutyFreeThreshold":
      return [{ name: "above", rule: percent(0, 1) }, kCost];
  }
}

/** What measures of a type act on, if they act on one element of a set. */
export function targetOf(type: MeasureType): Target | undefined {
  switch (type) {
    case "training":
      return { name: "tier", isOptional: false };
    case "marketAccess":
      return { name: "market", isOptional: false };
    case "feeSupport":
      return { name: "channel", isOptional: true };
    default:
      return undefined;
  }
}

/** The elements that a measure can act on. */
export function elementsFor({ name }: Target, pack: Pack): readonly Named[] {
  return { tier: pack.tiers, market: pack.markets, channel: pack.channels }[name];
}

/** A number of `measure`, or what it is where it is left out. */
export function amountIn(measure: Measure, { name, usual }: Amount): number {
  const value = new Map<string, unknown>(Object.entries(measure)).get(name);
  return typeof value === "number" ? value : (usual ?? 0);
}

/** The element that `measure` acts on; undefined for all. */
export function elementIn(measure: Measure): string | undefined {
  switch (measure.type) {
    case "training":
      return measure.tier;
    case "marketAccess":
      return measure.market;
    case "feeSupport":
      return measure.channel;
    default:
      return undefined;
  }
}

/** What is wrong with one field of a measure. */
export type MeasureFault =
  | { readonly kind: "outOfRange"; readonly field: AmountName | "from" | "to"; readonly limits: Limits }
  | { readonly kind: "wrongOrder"; readonly field: "to" }
  | { readonly kind: "unknown"; readonly field: Target["name"] }
  /** In some year the sum over the roadmap is above the most that is allowed. */
  | { readonly kind: "tooMuch"; readonly field: "points"; readonly sum: number; readonly most: number };

/** A sum over lines of the roadmap that is above what there is. */
export interface Excess {
  readonly field: "share" | "points";
  readonly sum: number;
  readonly most: number;
}

const kMostPoints = 0.3;

/** The years in which measures of `plan` may act. */
export function measureYears(plan: Plan, pack: Pack): Limits {
  return { min: pack.baseYear + 1, max: lastYear(plan) };
}

function ownFault(measure: Measure, plan: Plan, pack: Pack): MeasureFault | undefined {
  const years = measureYears(plan, pack);
  const { from, to = years.max } = measure;
  const isYear = (year: number): boolean => Number.isInteger(year) && year >= years.min && year <= years.max;
  if (!isYear(from)) return { kind: "outOfRange", field: "from", limits: years };
  if (!isYear(to)) return { kind: "outOfRange", field: "to", limits: years };
  if (from > to) return { kind: "wrongOrder", field: "to" };
  const target = targetOf(measure.type);
  if (target) {
    const element = elementIn(measure);
    const isKnown =
      element === undefined ? target.isOptional : elementsFor(target, pack).some(({ id }) => id === element);
    if (!isKnown) return { kind: "unknown", field: target.name };
  }
  for (const amount of amountsOf(measure.type, pack)) {
    const value = amountIn(measure, amount);
    const { min, max } = amount.rule;
    if (!(value >= min && value <= max)) {
      return { kind: "outOfRange", field: amount.name, limits: { min, max } };
    }
  }
  return undefined;
}

/** The part of `measures` that claims of the same sum in the same year: training, or support of a channel. */
function claimIn(measure: Measure, year: number, last: number, channel: string | undefined): number {
  if (year < measure.from || year > (measure.to ?? last)) return 0;
  if (measure.type === "training") return channel === undefined ? measure.share : 0;
  if (measure.type !== "feeSupport" || channel === undefined) return 0;
  return measure.channel === undefined || measure.channel === channel ? measure.points : 0;
}

/** The largest sum in any year of `measure` of what it and those before it claim. */
function largestSum(measures: readonly Measure[], last: number, channel?: string): number {
  const measure = measures.at(-1);
  if (!measure) return 0;
  let largest = 0;
  for (let year = measure.from; year <= (measure.to ?? last); ++year) {
    const claims = measures.map((other) => claimIn(other, year, last, channel));
    largest = Math.max(largest, claims.reduce((total, claim) => total + claim, 0));
  }
  return largest;
}

/** What is wrong with the line at `index` of the roadmap of `plan`, those before it being right. */
export function measureFault(plan: Plan, index: number, pack: Pack): MeasureFault | undefined {
  const measure = plan.measures[index];
  if (!measure) return undefined;
  const own = ownFault(measure, plan, pack);
  if (own) return own;
  const excess = excessOf(plan, index, pack);
  // Who is trained twice counts twice: the answer warns of it.
  return excess?.field === "points" ? { kind: "tooMuch", ...excess, field: excess.field } : undefined;
}

/** What the line at `index` and those before it claim too much: new sellers to train, or support of a channel. */
export function excessOf(plan: Plan, index: number, pack: Pack): Excess | undefined {
  const upTo = plan.measures.slice(0, index + 1);
  const measure = upTo.at(-1);
  const last = lastYear(plan);
  if (measure?.type === "training") {
    const sum = largestSum(upTo, last);
    if (sum > 1 + kSumTolerance) return { field: "share", sum, most: 1 };
  }
  if (measure?.type === "feeSupport") {
    const channels = pack.channels.filter(({ id }) => measure.channel === undefined || measure.channel === id);
    const sum = Math.max(...channels.map(({ id }) => largestSum(upTo, last, id)));
    if (sum > kMostPoints + kSumTolerance) return { field: "points", sum, most: kMostPoints };
  }
  return undefined;
}

/** What is wrong first with the roadmap of `plan`, and in which line. */
export function roadmapFault(
  plan: Plan,
  pack: Pack,
): { readonly index: number; readonly fault: MeasureFault } | undefined {
  for (let index = 0; index < plan.measures.length; ++index) {
    const fault = measureFault(plan, index, pack);
    if (fault) return { index, fault };
  }
  return undefined;
}
