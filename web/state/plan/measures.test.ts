import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Measure } from "../../engine/types.ts";
import { amountIn, amountsOf, elementIn, excessOf, kMeasureTypes, measureFault, roadmapFault } from "./measures.ts";
import { defaultPlan, type Plan } from "./plan.ts";

const plan = (...measures: Measure[]): Plan => ({ ...defaultPlan(mockPack), measures });
const training = (share: number, from: number, to: number): Measure => ({ type: "training", tier: "light", from, to, share });
const support = (points: number, channel?: string): Measure => ({
  type: "feeSupport",
  from: 2027,
  points,
  ...(channel !== undefined && { channel }),
});

describe("measureFault", () => {
  it("allows years after the base year up to the last reported one", () => {
    expect(measureFault(plan(training(0.5, 2026, 2030)), 0, mockPack)).toBeUndefined();
    const limits = { min: 2026, max: 2030 };
    expect(measureFault(plan(training(0.5, 2025, 2030)), 0, mockPack)).toEqual({ kind: "outOfRange", field: "from", limits });
    expect(measureFault(plan(training(0.5, 2027, 2031)), 0, mockPack)).toEqual({ kind: "outOfRange", field: "to", limits });
    expect(measureFault(plan(training(0.5, 2027.5, 2030)), 0, mockPack)).toEqual({ kind: "outOfRange", field: "from", limits });
    expect(measureFault(plan(training(0.5, 2029, 2028)), 0, mockPack)).toEqual({ kind: "wrongOrder", field: "to" });
  });

  it("knows the pack's elements and its bounds of days", () => {
    const closed: Measure = { type: "marketAccess", market: "moon", from: 2028, access: 0 };
    expect(measureFault(plan(closed), 0, mockPack)).toEqual({ kind: "unknown", field: "market" });
    expect(measureFault(plan(support(0.1, "b2b"), support(0.1)), 1, mockPack)).toBeUndefined();
    const slower: Measure = { type: "logistics", from: 2028, days: 31 };
    expect(measureFault(plan(slower), 0, mockPack)).toEqual({ kind: "outOfRange", field: "days", limits: { min: -10, max: 30 } });
    const dear: Measure = { type: "logistics", from: 2028, days: 0, cost: -1 };
    expect(measureFault(plan(dear), 0, mockPack)).toEqual({ kind: "outOfRange", field: "cost", limits: { min: 0, max: 1e12 } });
  });

  it("finds training of more than everybody in a year, which is no fault", () => {
    const inTurn = plan(training(0.6, 2027, 2028), training(0.6, 2029, 2030), training(0.4, 2027, 2030));
    expect(excessOf(inTurn, 2, mockPack)).toBeUndefined();
    const together = plan(training(0.6, 2027, 2028), training(0.6, 2028, 2030));
    expect(excessOf(together, 1, mockPack)).toEqual({ field: "share", sum: 1.2, most: 1 });
    expect(roadmapFault(together, mockPack)).toBeUndefined();
  });

  it("lets support claim no more than 0.3 of a channel's sales in a year", () => {
    expect(roadmapFault(plan(support(0.3, "b2b"), support(0.3, "b2c")), mockPack)).toBeUndefined();
    // Training is no support.
    expect(roadmapFault(plan(training(0.6, 2027, 2030), support(0.2)), mockPack)).toBeUndefined();
    expect(roadmapFault(plan(support(0.2, "b2b"), support(0.15)), mockPack)).toMatchObject({
      index: 1,
      fault: { kind: "tooMuch", field: "points", most: 0.3 },
    });
  });
});

describe("a measure", () => {
  it("says how much it does, what it costs and what it acts on", () => {
    const closed: Measure = { type: "marketAccess", market: "us", from: 2028, access: 0.2 };
    const amounts = amountsOf("marketAccess", mockPack).map((amount) => [amount.name, amountIn(closed, amount)]);
    expect(amounts).toEqual([["access", 0.2], ["tariff", 0], ["cost", 0]]);
    expect(elementIn(closed)).toBe("us");
    expect(elementIn(support(0.1))).toBeUndefined();
    expect(elementIn({ type: "logistics", from: 2028, days: 1 })).toBeUndefined();
  });

  it.each<[Measure["type"], [string, number, number, number | undefined][]]>([
    ["training", [["share", 0, 1, undefined]]],
    ["connectivity", [["internetUse", 0.001, 1, undefined]]],
    ["logistics", [["days", -10, 30, undefined]]],
    ["feeSupport", [["points", 0, 0.3, undefined]]],
    ["marketAccess", [["access", 0, 1, 1], ["tariff", -0.5, 3, 0]]],
    ["digitalRetailTax", [["rate", 0, 0.9, undefined]]],
    ["courierSalesTax", [["rate", 0, 1, undefined]]],
    ["dutyFreeThreshold", [["above", 0, 1, undefined]]],
  ])("of the type %s has the amounts that the model takes", (type, amounts) => {
    expect(amountsOf(type, mockPack).map(({ name, rule, usual }) => [name, rule.min, rule.max, usual])).toEqual([
      ...amounts,
      ["cost", 0, 1e12, 0],
    ]);
  });

  it("always has a cost", () => {
    for (const type of kMeasureTypes) expect(amountsOf(type, mockPack).at(-1)?.name).toBe("cost");
  });
});
