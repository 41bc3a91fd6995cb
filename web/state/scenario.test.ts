import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { defaultInputs, samePlan } from "./inputs.ts";
import { planInputs } from "./plans.ts";
import { buildScenario } from "./scenario.ts";

const defaults = defaultInputs(mockPack);

describe("buildScenario", () => {
  it("says nothing about what is as in the pack", () => {
    expect(buildScenario(mockPack, defaults)).toEqual({ schema: 1, pack: "zz" });
  });

  it("says what differs", () => {
    const inputs = { ...defaults, newSellers: 5000, years: 2, path: "bass" as const };
    expect(buildScenario(mockPack, inputs)).toEqual({
      schema: 1,
      pack: "zz",
      onboarding: { newSellers: 5000, years: 2, path: "bass" },
    });
  });

  it("turns training and internet use into measures over the programme", () => {
    const inputs = { ...defaults, trainingShare: 0.5, internetUse: 0.8, years: 2 };
    expect(buildScenario(mockPack, inputs).measures).toEqual([
      { type: "training", tier: "light", from: 2027, to: 2028, share: 0.5 },
      { type: "connectivity", from: 2027, to: 2028, internetUse: 0.8 },
    ]);
  });

  it("keeps the pack's other measures and replaces its own", () => {
    const cost = { type: "logistics", from: 2028, days: -2 } as const;
    const training = { type: "training", tier: "light", from: 2027, share: 0.2 } as const;
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, measures: [cost, training] } };
    expect(defaultInputs(pack).trainingShare).toBe(0.2);
    expect(buildScenario(pack, { ...defaultInputs(pack), trainingShare: 0 }).measures).toEqual([cost]);
  });

  it("sends a mix only when it is not the pack's", () => {
    const mix = buildScenario(mockPack, planInputs("textiles", mockPack)).onboarding?.mix ?? {};
    expect(Object.keys(mix)).toEqual(["apparel/b2b", "apparel/b2c", "home-textiles/b2b"]);
    expect(Object.values(mix).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
  });
});

describe("plans", () => {
  it("differ from each other and agree with themselves", () => {
    const training = planInputs("training", mockPack);
    expect(samePlan(planInputs("default", mockPack), defaults)).toBe(true);
    expect(samePlan(training, defaults)).toBe(false);
    expect(samePlan(training, planInputs("training", mockPack))).toBe(true);
    expect(samePlan(planInputs("textiles", mockPack), defaults)).toBe(false);
  });
});
