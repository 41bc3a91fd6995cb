import type { Closure, Named, Pack } from "../../engine/types.ts";
import type { Limits } from "../fields.ts";
import { measureYears } from "./measures.ts";
import type { Plan } from "./plan.ts";

/** The most closures of a plan. */
export const kMostClosures = 64;

/** What is wrong with a closure. */
export type ClosureFault = { readonly kind: "unknown" } | { readonly kind: "outOfRange"; readonly limits: Limits };

/** The years in which a market may be closed: those in which a measure may act. */
export function closureYears(plan: Plan, pack: Pack): Limits {
  return measureYears(plan, pack);
}

/** What is wrong with `closure` in `plan`. */
export function closureFault({ market, from, to }: Closure, plan: Plan, pack: Pack): ClosureFault | undefined {
  if (!pack.markets.some(({ id }) => id === market)) return { kind: "unknown" };
  const limits = closureYears(plan, pack);
  const last = to ?? limits.max;
  const isAllowed = [from, last].every((year) => Number.isInteger(year) && year >= limits.min && year <= limits.max);
  return isAllowed && from <= last ? undefined : { kind: "outOfRange", limits };
}

/** The markets of which `plan` says nothing yet. */
export function openMarkets({ closures }: Plan, pack: Pack): readonly Named[] {
  return pack.markets.filter(({ id }) => !closures.some(({ market }) => market === id));
}

/** Why there may be nothing to answer in a fiscal year: every market is closed then, or something else. */
export type WhyNothing = "closed" | "other";

/** Why there may be nothing to answer of `plan` in a fiscal year. */
export function whyNothingIn(year: number, { closures }: Plan, { markets }: Pack): WhyNothing {
  const isClosed = (id: string): boolean =>
    closures.some(({ market, from, to = year }) => market === id && from <= year && year <= to);
  return markets.every(({ id }) => isClosed(id)) ? "closed" : "other";
}

/** `plan` with a market closed from its first year on. */
export function withClosure(plan: Plan, market: string): Plan {
  return { ...plan, closures: [...plan.closures, { market, from: plan.startYear }] };
}

/** `plan` without the closure at `index`. */
export function withoutClosure(plan: Plan, index: number): Plan {
  return { ...plan, closures: plan.closures.toSpliced(index, 1) };
}

/** `plan` with other years of the closure at `index`, which must be allowed. One that ends with the run is open-ended. */
export function withClosureYear(plan: Plan, index: number, year: "from" | "to", value: number, pack: Pack): Plan {
  const old = plan.closures[index];
  if (!old) return plan;
  const { to, ...others } = { ...old, [year]: value };
  const isOpenEnded = to === undefined || to === closureYears(plan, pack).max;
  return { ...plan, closures: plan.closures.with(index, isOpenEnded ? others : { ...others, to }) };
}
