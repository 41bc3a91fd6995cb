import type { Plan } from "./plan/plan.ts";
import { doubtAt, type ShownResult } from "./readings.ts";

/** How much of the uncertainty is luck, or why no share of it can be said. */
export type LuckWeight =
  /** Nothing varies. */
  | "nothing"
  /** In most draws the plan adds less than one active seller, whose luck is not in the shares. */
  | "few"
  /** Luck is worked out for the new sellers, and most of the answer does not come from them. */
  | "ofMeasures"
  | "little"
  | "some"
  | "half"
  | "most";

/** From this share of the variance on, luck is some, half and most of the uncertainty. */
const kShares = { some: 0.1, half: 0.35, most: 0.65 };

/** The weight of luck in the headline of `plan` in the year at `index`. */
export function luckWeight(result: ShownResult, plan: Plan, index: number): LuckWeight {
  const { parts, variation } = doubtAt(result, index);
  if (Object.values(parts).every((part) => part === 0)) return "nothing";
  if (plan.newSellers > 0 && variation === 0) return "few";
  const { luck } = parts;
  if (luck < kShares.some) return "little";
  const { onboarding, measures } = result.contributions;
  const ofMeasures = measures.reduce((sum, adds) => sum + Math.abs(adds[index] ?? 0), 0);
  if (ofMeasures > Math.abs(onboarding[index] ?? 0)) return "ofMeasures";
  return luck < kShares.half ? "some" : luck < kShares.most ? "half" : "most";
}
