import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import type { GoalResult } from "../engine/analysis_types.ts";
import { defaultPlan, type Plan } from "./plan/plan.ts";
import { outcomeOf, presetOf, withPreset, type Preset } from "./presets.ts";

const preset = (id: string, scenario: Partial<Preset["scenario"]>, more: Partial<Preset> = {}): Preset => ({
  id,
  label: { en: id },
  story: { en: id },
  sources: ["office"],
  scenario: { schema: 1, pack: "zz", ...scenario },
  ...more,
});

const food = preset("food", { onboarding: { mix: { "food/b2c": 1 } } });
const few = preset("few", { assumptions: { act: 0.05 } });
const read = preset("read", { readings: { sales: "low" }, onboarding: { newSellers: 5 } });
const much = preset(
  "much",
  { measures: [{ type: "logistics", from: 2027, days: -5 }] },
  { goal: { target: 1e9, year: 2030, probabilities: [0.5, 0.1] } },
);
const presets = [food, few, read, much];
const base = defaultPlan(mockPack);

describe("withPreset", () => {
  it("sets the programme and keeps what is assumed", () => {
    const asked = { seed: 5, draws: 256, sampling: "counter", targets: [5e8] } as const;
    const mine: Plan = { ...base, ...asked, newSellers: 7, readings: { sales: "low" }, assumptions: { "takeup.light": 0.3 } };
    expect(withPreset(mine, food, presets, mockPack)).toEqual({
      ...base,
      ...asked,
      mix: { "food/b2c": 1 },
      readings: { sales: "low" },
      assumptions: { "takeup.light": 0.3 },
    });
    expect(withPreset(base, read, presets, mockPack)).toEqual({ ...base, newSellers: 5, readings: { sales: "low" } });
  });

  it("takes back what another preset assumed", () => {
    const closed = withPreset({ ...base, assumptions: { "takeup.light": 0.3 } }, few, presets, mockPack);
    expect(closed.assumptions).toEqual({ "takeup.light": 0.3, act: 0.05 });
    expect(withPreset(closed, food, presets, mockPack).assumptions).toEqual({ "takeup.light": 0.3 });
  });
});

describe("presetOf", () => {
  it("tells which one is set, whatever else is assumed", () => {
    for (const one of presets) {
      const set = withPreset({ ...base, assumptions: { "takeup.light": 0.3 } }, one, presets, mockPack);
      expect(presetOf({ ...set, readings: { training: "eager" } }, presets, mockPack)).toBe(one);
    }
    expect(presetOf(base, presets, mockPack)).toBeUndefined();
    expect(presetOf({ ...withPreset(base, food, presets, mockPack), years: 2 }, presets, mockPack)).toBeUndefined();
  });

  it.each<[string, Partial<Plan>]>([
    ["startYear", { startYear: 2028 }],
    ["horizon", { horizon: 5 }],
    ["newSellers", { newSellers: 7 }],
    ["years", { years: 2 }],
    ["path", { path: "bass" }],
    ["mix", { mix: { "food/b2c": 0.5, "food/b2b": 0.5 } }],
    ["measures", { measures: [{ type: "logistics", from: 2027, days: -1 }] }],
    ["closures", { closures: [{ market: "us", from: 2028 }] }],
    ["an assumption that presets are about", { assumptions: { act: 0.05 } }],
  ])("is none where the visitor changed %s", (_, change) => {
    const set = withPreset(base, food, presets, mockPack);
    expect(presetOf(set, presets, mockPack)).toBe(food);
    expect(presetOf({ ...set, ...change }, presets, mockPack)).toBeUndefined();
  });

  it("leaves open the number of sellers that is sought", () => {
    const set = withPreset(base, much, presets, mockPack);
    expect(presetOf({ ...set, newSellers: 123_456 }, presets, mockPack)).toBe(much);
  });
});

describe("outcomeOf", () => {
  const result = (goals: GoalResult["goals"]): GoalResult => ({
    schema: 1,
    model: { version: "2026.11", pack: "zz", packVersion: "1", seed: 1, draws: 256 },
    method: "goal",
    output: "exportsAdditional",
    unit: "US$",
    year: 2030,
    target: 1e9,
    scenario: { newSellers: 1, probability: 0, interval: [0, 0.1] },
    goals,
  });

  it("is the surest that is within reach", () => {
    const goals = [
      { probability: 0.5, highestProbability: 0.18, reachable: false },
      { probability: 0.1, highestProbability: 0.18, reachable: true, newSellers: 79_146 },
      { probability: 0.05, highestProbability: 0.18, reachable: true, newSellers: 24_000 },
    ] as const;
    expect(outcomeOf(result(goals))).toEqual({ kind: "found", newSellers: 80_000, probability: 0.1 });
    expect(outcomeOf(result(goals.slice(0, 1)))).toEqual({ kind: "outOfReach", highestProbability: 0.18 });
  });
});
