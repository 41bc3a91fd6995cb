import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { keptAs, kMostKept, withKept, withoutKept, type KeptPlan } from "./kept_plans.ts";
import { defaultPlan, type Plan } from "./plan/plan.ts";

const base = defaultPlan(mockPack);
const sellers = (newSellers: number): Plan => ({ ...base, newSellers });
const letters = (kept: readonly KeptPlan[]): string => kept.map(({ letter }) => letter).join("");

describe("kept plans", () => {
  const two = withKept(withKept([], sellers(1), "food"), sellers(2), "");

  it("have letters that stay theirs", () => {
    expect(two).toEqual([
      { letter: "A", preset: "food", plan: sellers(1) },
      { letter: "B", preset: "", plan: sellers(2) },
    ]);
    const without = withoutKept(two, "A");
    expect(letters(without)).toBe("B");
    const again = withKept(without, sellers(3), "");
    expect(again.map(({ letter, plan }) => [letter, plan.newSellers])).toEqual([["A", 3], ["B", 2]]);
  });

  it("are three at most, and none is there twice", () => {
    const three = withKept(two, sellers(3), "");
    expect(letters(three)).toBe("ABC");
    expect(kMostKept).toBe(3);
    expect(withKept(three, sellers(4), "")).toBe(three);
    // Other random numbers make no other plan, nor do amounts that the page does not show.
    expect(withKept(two, { ...sellers(2), seed: 9, draws: 256, sampling: "counter", targets: [5e8] }, "")).toBe(two);
    expect(keptAs(two, { ...sellers(1), seed: 9 })?.letter).toBe("A");
    expect(keptAs(two, sellers(3))).toBeUndefined();
  });
});
