import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../../tests/web/any_plan.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Pack, Scenario } from "../../engine/types.ts";
import { defaultPlan, lastYear, planOf, programmeEnd, reportedYears } from "./plan.ts";
import { scenarioOf, scenarioText } from "./scenario.ts";

const own = { schema: 1, pack: "zz" } as const;

describe("a plan and its scenario", () => {
  it("say nothing where all is as in the pack", () => {
    expect(scenarioOf(mockPack, defaultPlan(mockPack))).toEqual(own);
    expect(planOf(mockPack, own)).toEqual(defaultPlan(mockPack));
  });

  it("say each part that differs, and only that", () => {
    const scenario: Scenario = {
      ...own,
      seed: 7,
      horizon: 6,
      onboarding: { newSellers: 5000, path: "bass", mix: { "apparel/b2b": 0.25, "food/b2c": 0.75 } },
      measures: [{ type: "logistics", from: 2028, days: -2, cost: 1e6 }],
      targets: [5e8, 1e9],
      sampling: "counter",
      readings: { sales: "low" },
      assumptions: { act: { dist: "pert", min: 0.1, mode: 0.2, max: 0.3 }, "takeup.light": 0.4 },
    };
    const plan = planOf(mockPack, scenario);
    expect(plan.newSellers).toBe(5000);
    expect(plan.years).toBe(3);
    expect(scenarioOf(mockPack, plan)).toEqual(scenario);
  });

  it("take size and length from a path by year", () => {
    const plan = planOf(mockPack, { ...own, onboarding: { path: [10, 20, 30, 40] } });
    expect(plan).toMatchObject({ newSellers: 100, years: 4 });
    expect(scenarioOf(mockPack, plan).onboarding).toEqual({ path: [10, 20, 30, 40] });
  });

  it("leave nothing to a path by year that is the pack's", () => {
    const onboarding = { ...mockPack.defaults.onboarding, path: [10, 20] };
    const pack: Pack = { ...mockPack, defaults: { ...mockPack.defaults, onboarding } };
    expect(defaultPlan(pack)).toMatchObject({ newSellers: 30, years: 2 });
    const plan = { ...defaultPlan(pack), path: "linear" as const };
    expect(scenarioOf(pack, plan).onboarding).toEqual({ newSellers: 30, years: 2, path: "linear" });
  });

  it("drop choices that are the first option of their reading", () => {
    expect(planOf(mockPack, { ...own, readings: { sales: "high", training: "eager" } }).readings).toEqual({
      training: "eager",
    });
  });

  it("mean the same, whatever the plan", () => {
    fc.assert(
      fc.property(anyPlan(mockPack), (plan) => {
        const text = scenarioText(mockPack, plan);
        expect(planOf(mockPack, JSON.parse(text) as Scenario)).toEqual(plan);
      }),
    );
  });
});

describe("the years of a plan", () => {
  it("count from the start", () => {
    const plan = { ...defaultPlan(mockPack), years: 6 };
    expect(reportedYears(plan)).toEqual([2027, 2028, 2029, 2030]);
    expect(lastYear(plan)).toBe(2030);
    expect(programmeEnd(plan)).toBe(2032);
  });
});
