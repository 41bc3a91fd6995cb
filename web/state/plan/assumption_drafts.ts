import type { Dist, Pack } from "../../engine/types.ts";
import { formatSignificant, roundSignificant } from "../../text/format.ts";
import { parseCounted } from "../../text/parse_counted.ts";
import { parseDollars } from "../../text/parse_number.ts";
import { centralRange, meanOf } from "../density.ts";
import { lognormalBounds, logMoments } from "../density_shapes.ts";
import type { Limits } from "../fields.ts";
import { assumptionFault, heldDistribution, rangeOf, type AssumptionName } from "./assumptions.ts";
import { distributionFrom, kForms, numbersOf, type DistributionFault, type Family } from "./distributions.ts";
import { distributionWith } from "./interval.ts";
import type { Plan } from "./plan.ts";
import { sameValue } from "./same_value.ts";

/** How an assumption is written down: as a range, or as one of the ways to write a distribution. */
export type AssumptionForm = "interval" | Family | "lognormalMean";

/** In the order in which they are offered. */
export const kAssumptionForms: readonly AssumptionForm[] = [
  "interval",
  "fixed",
  "uniform",
  "triangular",
  "pert",
  "beta",
  "normal",
  "lognormal",
  "lognormalMean",
];

/** What is wrong with an assumption that is being written. */
export type AssumptionProblem =
  /** It is no number. */
  | { readonly kind: "notNumber"; readonly field: string }
  /** No distribution within the allowed range has this range: it leaves too little room beyond an end. */
  | { readonly kind: "noRoom"; readonly limits: Limits }
  | DistributionFault;

/** An assumption that is being written, and what was wrong with it when the visitor was done. */
export interface AssumptionDraft {
  readonly form: AssumptionForm;
  /** What stands in each field. */
  readonly texts: Readonly<Record<string, string>>;
  readonly problem?: AssumptionProblem;
}

/** The numbers of a form, in the order in which they are written. Those of `optional` may be left out. */
export function formFields(form: AssumptionForm): { readonly numbers: readonly string[]; readonly optional: readonly string[] } {
  if (form === "interval") return { numbers: ["low", "high"], optional: [] };
  const { family, index } = familyOf(form);
  return kForms[family][index] ?? { numbers: [], optional: [] };
}

function familyOf(form: Exclude<AssumptionForm, "interval">): { readonly family: Family; readonly index: number } {
  return form === "lognormalMean" ? { family: "lognormal", index: 1 } : { family: form, index: 0 };
}

/** What stands behind numbers in a unit, in all languages, in lower case. */
const kCountedBy: Readonly<Record<string, readonly string[]>> = {
  "share a year": ["a year", "سالانہ"],
  "share per day": ["a day", "فی دن"],
  "US$ per seller": ["a seller", "فی فروخت کنندہ"],
  years: ["years", "year", "سال"],
  "jobs per US$ m": ["per us$ million", "فی ملین ڈالر"],
};
/** Numbers that are in no unit: shapes, and spreads of logarithms. */
const kUnitless: ReadonlySet<string> = new Set(["alpha", "beta", "sigma"]);

/** Whether a number of an assumption is in the unit of its parameter. */
export function isInUnit(field: string): boolean {
  return !kUnitless.has(field);
}

/** Whether a number of an assumption in `unit` is written in per cent. */
export function isPercentField(field: string, unit: string): boolean {
  return unit.startsWith("share") && isInUnit(field);
}

/** A number as it stands in a field of an assumption. */
export function assumptionText(field: string, value: number, unit: string): string {
  return isPercentField(field, unit) ? `${formatSignificant(value * 100, 6)} %` : formatSignificant(value, 6);
}

function unitOf({ symbol }: AssumptionName, pack: Pack): string {
  return pack.parameters[symbol]?.unit ?? "";
}

/** The form in which a distribution is written. */
export function formOf(dist: Dist): AssumptionForm {
  if (typeof dist === "number") return "fixed";
  return dist.dist === "lognormal" && "mean" in dist ? "lognormalMean" : dist.dist;
}

/** More digits of a number that is worked out would only look exact. */
const kWorkedOutDigits = 3;

/** The values that a distribution of a parameter that has this range can have. */
function supportOf(dist: Dist, range: Limits): Limits {
  if (typeof dist === "number" || dist.dist === "fixed") return range;
  if (dist.dist === "beta") return { min: 0, max: 1 };
  return dist.dist === "lognormal" ? lognormalBounds(dist, range) : dist;
}

/** The numbers of both ways to write a lognormal, all before it is conditioned to its bounds. */
function lognormalNumbers(dist: Extract<Dist, { dist: "lognormal" }>): Readonly<Record<"p05" | "p95" | "mean" | "sigma", number>> {
  const whole = { min: 0, max: Infinity };
  const { low, high } = centralRange({ ...dist, ...whole }, whole);
  const [mu, sigma] = logMoments(dist);
  return { p05: low, p95: high, mean: Math.exp(mu + sigma ** 2 / 2), sigma };
}

/** The numbers of the fields of a form that are known of a distribution written in another, in all their digits. */
function workedOut(form: AssumptionForm, dist: Dist, range: Limits): Readonly<Record<string, number | undefined>> {
  const own: Readonly<Record<string, number>> = typeof dist === "number" ? {} : Object.fromEntries(numbersOf(dist));
  const { low, middle, high } = centralRange(dist, range);
  const value = own["mode"] ?? middle;
  switch (form) {
    case "interval":
      return { low, high };
    case "fixed":
      return { value };
    case "uniform":
    case "triangular":
    case "pert": {
      // What a normal or a lognormal is cut off at is far beyond the values that it has.
      const isBounded = typeof dist === "object" && (dist.dist === "uniform" || "mode" in dist);
      const ends = isBounded ? dist : { min: low, max: high };
      return { min: ends.min, mode: value, max: ends.max };
    }
    case "beta":
      return {};
    case "normal":
      return { mean: meanOf(dist, range), ...supportOf(dist, range) };
    case "lognormal":
    case "lognormalMean":
      if (typeof dist === "number" || dist.dist !== "lognormal") return { p05: low, p95: high, mean: meanOf(dist, range) };
      return { ...lognormalNumbers(dist), min: dist.min, max: dist.max };
  }
}

/** The numbers of a distribution by the fields of a form, as far as it has them. */
function numbersIn(form: AssumptionForm, dist: Dist, range: Limits): ReadonlyMap<string, number> {
  if (form === formOf(dist)) return typeof dist === "number" ? new Map([["value", dist]]) : numbersOf(dist);
  const own = typeof dist === "number" ? [dist] : numbersOf(dist).values();
  const exact = new Set([...own, range.min, range.max]);
  return new Map(
    Object.entries(workedOut(form, dist, range)).flatMap(([field, value]): [string, number][] => {
      if (value === undefined) return [];
      return [[field, exact.has(value) ? value : roundSignificant(value, kWorkedOutDigits)]];
    }),
  );
}

/** A draft in `form` that says what holds in the plan, as far as the form can. */
export function openDraft(name: AssumptionName, form: AssumptionForm, plan: Plan, pack: Pack): AssumptionDraft {
  const unit = unitOf(name, pack);
  const held = numbersIn(form, heldDistribution(name, plan, pack), rangeOf(name, pack));
  const { numbers, optional } = formFields(form);
  const fields = [...numbers, ...optional.filter((field) => held.has(field))];
  const texts = fields.map((field): [string, string] => {
    const value = held.get(field);
    return [field, value === undefined ? "" : assumptionText(field, value, unit)];
  });
  return { form, texts: Object.fromEntries(texts) };
}

/** The number in one field of a draft; undefined where it says none. */
function numberIn(text: string, field: string, unit: string): number | undefined {
  const by = isInUnit(field) ? kCountedBy[unit] : [];
  if (unit.startsWith("US$") && isInUnit(field)) return parseDollars(text, by);
  const isPercent = isPercentField(field, unit);
  const number = parseCounted(text, by ?? [], isPercent);
  if (number === undefined) return undefined;
  return isPercent ? Number((number / 100).toPrecision(12)) : number;
}

function fromInterval(
  numbers: ReadonlyMap<string, number>,
  name: AssumptionName,
  plan: Plan,
  pack: Pack,
): Dist | AssumptionProblem {
  const [low, high] = [numbers.get("low") ?? NaN, numbers.get("high") ?? NaN];
  const limits = rangeOf(name, pack);
  for (const [field, value] of numbers) {
    if (value < limits.min || value > limits.max) return { kind: "outOfRange", field, limits, isOpen: false };
  }
  if (low > high) return { kind: "wrongOrder", order: ["low", "high"] };
  return distributionWith({ low, high }, heldDistribution(name, plan, pack), limits) ?? { kind: "noRoom", limits };
}

/** The distribution that a draft says, or what is wrong with it. */
export function readDraft(
  { form, texts }: AssumptionDraft,
  name: AssumptionName,
  plan: Plan,
  pack: Pack,
): { readonly dist: Dist } | { readonly problem: AssumptionProblem } {
  const held = heldDistribution(name, plan, pack);
  // Texts are rounded: read again as they were opened, they would say another distribution.
  if ((form === "interval" || form === formOf(held)) && sameValue(texts, openDraft(name, form, plan, pack).texts)) return { dist: held };
  const unit = unitOf(name, pack);
  const { numbers: needed, optional } = formFields(form);
  const numbers = new Map<string, number>();
  for (const field of [...needed, ...optional]) {
    const text = texts[field]?.trim() ?? "";
    if (text === "" && optional.includes(field)) continue;
    const value = numberIn(text, field, unit);
    if (value === undefined) return { problem: { kind: "notNumber", field } };
    numbers.set(field, value);
  }
  const dist =
    form === "interval"
      ? fromInterval(numbers, name, plan, pack)
      : (distributionFrom(familyOf(form).family, numbers) ?? 0);
  if (typeof dist === "object" && "kind" in dist) return { problem: dist };
  const plain = typeof dist === "object" && dist.dist === "fixed" ? dist.value : dist;
  const fault = assumptionFault(name, plain, pack);
  return fault ? { problem: fault } : { dist: plain };
}
