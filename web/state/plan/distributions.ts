import type { Dist } from "../../engine/types.ts";
import type { Limits } from "../fields.ts";

/** A distribution with a name; a plain number stands for "fixed". */
type Named = Exclude<Dist, number>;
export type Family = Named["dist"];

/** What is wrong with a distribution, and with which of its numbers. */
export type DistributionFault =
  /** Not a number of the allowed range; an open end is not itself allowed. */
  | { readonly kind: "outOfRange"; readonly field: string; readonly limits: Limits; readonly isOpen: boolean }
  /** Numbers that must rise do not: these, in this order. */
  | { readonly kind: "wrongOrder"; readonly order: readonly string[] }
  /** A beta distribution runs from 0 to 1, which the range does not hold. */
  | { readonly kind: "notFromZeroToOne" };

/** The numbers that a family is given by, in the order in which they are written. Those of `optional` may be left out. */
export interface FamilyForm {
  readonly numbers: readonly string[];
  readonly optional: readonly string[];
}

const kBounds = ["min", "max"];

/** The ways to write a distribution. A lognormal has two: by quantiles, and by its mean. */
export const kForms: Readonly<Record<Family, readonly FamilyForm[]>> = {
  fixed: [{ numbers: ["value"], optional: [] }],
  uniform: [{ numbers: kBounds, optional: [] }],
  triangular: [{ numbers: ["min", "mode", "max"], optional: [] }],
  pert: [{ numbers: ["min", "mode", "max"], optional: [] }],
  beta: [{ numbers: ["alpha", "beta"], optional: [] }],
  normal: [{ numbers: ["mean", "sd", "min", "max"], optional: [] }],
  lognormal: [
    { numbers: ["p05", "p95"], optional: kBounds },
    { numbers: ["mean", "sigma"], optional: kBounds },
  ],
};

/** The distribution with these numbers, if some form of the family has just them. */
export function distributionFrom(family: string, numbers: ReadonlyMap<string, number>): Dist | undefined {
  if (!isFamily(family)) return undefined;
  const names = [...numbers.keys()];
  const isForm = ({ numbers: needed, optional }: FamilyForm): boolean =>
    needed.every((name) => numbers.has(name)) &&
    names.every((name) => needed.includes(name) || optional.includes(name));
  if (!kForms[family].some(isForm)) return undefined;
  return { dist: family, ...Object.fromEntries(numbers) } as Dist;
}

function isFamily(name: string): name is Family {
  return Object.hasOwn(kForms, name);
}

/** The numbers of a distribution by name. */
export function numbersOf(dist: Named): Map<string, number> {
  return new Map(
    Object.entries(dist).flatMap(([name, value]): [string, number][] =>
      typeof value === "number" ? [[name, value]] : [],
    ),
  );
}

/** The value of a distribution that has only one. */
export function certainValue(dist: Dist): number | undefined {
  if (typeof dist === "number") return dist;
  if (dist.dist === "fixed") return dist.value;
  const isBounded = dist.dist === "uniform" || dist.dist === "triangular" || dist.dist === "pert";
  return isBounded && dist.min === dist.max ? dist.max : undefined;
}

const kShapes: Limits = { min: 0.5, max: 10_000 };
const kLogSds: Limits = { min: 0, max: 5 };
/** A normal is at most this many times as wide as its bounds. */
const kWidestSd = 100;

/** Checks of single numbers, which stop at the first fault. */
class Check {
  readonly #numbers: ReadonlyMap<string, number>;
  fault: DistributionFault | undefined;

  constructor(numbers: ReadonlyMap<string, number>) {
    this.#numbers = numbers;
  }

  /** The number is there and inside the limits, above the lower one if that is open. */
  inside(field: string, limits: Limits, isOpen = false): void {
    const value = this.#numbers.get(field) ?? NaN;
    const isInside = value >= limits.min && value <= limits.max && !(isOpen && value === limits.min);
    if (!isInside) this.fault ??= { kind: "outOfRange", field, limits, isOpen };
  }

  /** The numbers rise in this order; with `strict` pairs, by their names, not even equal. */
  rising(order: readonly string[], strict: readonly (readonly [string, string])[] = []): void {
    const at = (name: string): number => this.#numbers.get(name) ?? NaN;
    const isRising = order.every((name, index) => index === 0 || at(order[index - 1] ?? "") <= at(name));
    if (!isRising || strict.some(([low, high]) => !(at(low) < at(high)))) {
      this.fault ??= { kind: "wrongOrder", order };
    }
  }
}

function checkLognormal(numbers: ReadonlyMap<string, number>, range: Limits): DistributionFault | undefined {
  const bounds = { min: Math.max(range.min, 0), max: range.max };
  const check = new Check(numbers);
  const isOpen = bounds.min === 0;
  if (numbers.has("min")) check.inside("min", bounds);
  if (numbers.has("max")) check.inside("max", bounds, isOpen);
  const values = numbers.has("mean") ? ["mean"] : ["p05", "p95"];
  for (const name of values) check.inside(name, bounds, isOpen);
  if (numbers.has("mean")) check.inside("sigma", kLogSds, true);
  const order = [...(numbers.has("min") ? ["min"] : []), ...values, ...(numbers.has("max") ? ["max"] : [])];
  const strict: [string, string][] = numbers.has("mean") ? [] : [["p05", "p95"]];
  if (numbers.has("min") && numbers.has("max")) strict.push(["min", "max"]);
  check.rising(order, strict);
  return check.fault;
}

/** What is wrong with a distribution of a parameter that has this range: what the core would refuse. */
export function distributionFault(dist: Dist, range: Limits): DistributionFault | undefined {
  const named: Named = typeof dist === "number" ? { dist: "fixed", value: dist } : dist;
  const numbers = numbersOf(named);
  const check = new Check(numbers);
  switch (named.dist) {
    case "fixed":
      check.inside("value", range);
      return check.fault;
    case "uniform":
      for (const name of kBounds) check.inside(name, range);
      check.rising(kBounds);
      return check.fault;
    case "triangular":
    case "pert":
      for (const name of ["min", "mode", "max"]) check.inside(name, range);
      check.rising(["min", "mode", "max"]);
      return check.fault;
    case "beta":
      for (const name of ["alpha", "beta"]) check.inside(name, kShapes);
      return check.fault ?? (range.min > 0 || range.max < 1 ? { kind: "notFromZeroToOne" } : undefined);
    case "normal": {
      for (const name of ["mean", "min", "max"]) check.inside(name, range);
      check.rising(["min", "mean", "max"], [["min", "max"]]);
      check.inside("sd", { min: 0, max: kWidestSd * (named.max - named.min) }, true);
      return check.fault;
    }
    case "lognormal":
      return checkLognormal(numbers, range);
  }
}
