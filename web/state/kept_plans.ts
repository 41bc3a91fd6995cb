import type { Plan } from "./plan/plan.ts";
import { sameValue } from "./plan/same_value.ts";

/** A plan that was kept to hold the present one against. */
export interface KeptPlan {
  /** What it is called in the table and in pictures: A, B or C. */
  readonly letter: string;
  /** The preset that it was when it was kept, by identifier; empty for one of the visitor's own. */
  readonly preset: string;
  readonly plan: Plan;
}

/** The letters of kept plans. */
export const kLetters = ["A", "B", "C"];

/** The most plans that are kept: with the present one, four are compared. */
export const kMostKept = kLetters.length;

/** Whether the page shows the same of both, whatever random numbers they ask for and amounts they are held against. */
export function isSameQuestion(a: Plan, b: Plan): boolean {
  const { seed, draws, sampling, targets } = a;
  return sameValue(a, { ...b, seed, draws, sampling, targets });
}

/** The kept plan that `plan` is, if it is one. */
export function keptAs(kept: readonly KeptPlan[], plan: Plan): KeptPlan | undefined {
  return kept.find((one) => isSameQuestion(one.plan, plan));
}

/** `kept` with `plan` under the first letter that is free, unless it is there or there is no room. */
export function withKept(kept: readonly KeptPlan[], plan: Plan, preset: string): readonly KeptPlan[] {
  const letter = kLetters.find((free) => kept.every((one) => one.letter !== free));
  if (letter === undefined || keptAs(kept, plan)) return kept;
  return [...kept, { letter, preset, plan }].sort((a, b) => (a.letter < b.letter ? -1 : 1));
}

/** `kept` without the plan of that letter. The others keep theirs. */
export function withoutKept(kept: readonly KeptPlan[], letter: string): readonly KeptPlan[] {
  return kept.filter((one) => one.letter !== letter);
}
