import type { Pack } from "../../engine/types.ts";
import { middleOf } from "../middle_of.ts";
import { assumptionName, heldDistribution, rangeOf } from "./assumptions.ts";
import type { Path, Plan } from "./plan.ts";

/** How steep the S-curve is: L(u) = 1 / (1 + exp(-8 (u / years - 1/2))). */
const kSteepness = 8;

/** The middle of what the plan assumes of a parameter that has one value; its least where the pack has none. */
function middle(symbol: string, plan: Plan, pack: Pack): number {
  const name = assumptionName(symbol, pack);
  return name ? middleOf(heldDistribution(name, plan, pack), rangeOf(name, pack)) : Number.MIN_VALUE;
}

/** A function that rises like the registrations up to the end of year `u` of the programme: equation (1) of docs/model.md. */
function risingLike(shape: Exclude<Path, readonly number[]>, plan: Plan, pack: Pack): (u: number) => number {
  switch (shape) {
    case "linear":
      return (u) => u;
    case "logistic":
      return (u) => 1 / (1 + Math.exp(-kSteepness * (u / plan.years - 0.5)));
    case "bass": {
      const [p, q] = [middle("p", plan, pack), middle("q", plan, pack)];
      return (u) => {
        const left = Math.exp(-(p + q) * u);
        return (1 - left) / (1 + (q / p) * left);
      };
    }
  }
}

/**
 * The registrations of each year of `plan`, those of a shape as whole numbers. Of the Bass curve with p and q at
 * their middles: in the model they differ from future to future.
 */
export function registrationsByYear(plan: Plan, pack: Pack): readonly number[] {
  const { path, years, newSellers } = plan;
  if (typeof path !== "string") return path;
  const risen = risingLike(path, plan, pack);
  const [start, whole] = [risen(0), risen(years) - risen(0)];
  const upTo = (u: number): number => Math.round((newSellers * (risen(u) - start)) / whole);
  return Array.from({ length: years }, (_, year) => upTo(year + 1) - upTo(year));
}
