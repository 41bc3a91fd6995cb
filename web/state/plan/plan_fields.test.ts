import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { defaultPlan, type Plan } from "./plan.ts";
import { fieldId, isClosureField, isMeasureField, isMixField, isPathField, planField, type PlanField } from "./plan_fields.ts";

const base = defaultPlan(mockPack);
const plan: Plan = {
  ...base,
  newSellers: 600,
  path: [100, 200, 300],
  measures: [
    { type: "training", tier: "light", from: 2027, to: 2029, share: 0.5 },
    { type: "logistics", from: 2028, days: -2 },
  ],
  closures: [{ market: "us", from: 2028 }],
};

function field(id: string, of: Plan = plan): PlanField {
  const found = planField(id, of, mockPack);
  if (!found) throw new Error(`There is no field ${id}.`);
  return found;
}

describe("planField", () => {
  it("reads every number of a plan", () => {
    const values = {
      newSellers: 600,
      years: 3,
      startYear: 2027,
      horizon: 4,
      seed: 1,
      trainingShare: 0.5,
      internetUse: 0.57,
      [fieldId.tableYear(1)]: 200,
      [fieldId.sector("apparel")]: 0.6,
      [fieldId.channel("b2c")]: 0.5,
      [fieldId.split("apparel", "b2c")]: 0.5,
      [fieldId.measure(0, "share")]: 0.5,
      [fieldId.measure(0, "cost")]: 0,
      [fieldId.measure(1, "days")]: -2,
      [fieldId.measure(1, "from")]: 2028,
      // A line without an end acts until the last reported year.
      [fieldId.measure(1, "to")]: 2030,
      [fieldId.closure(0, "from")]: 2028,
      [fieldId.closure(0, "to")]: 2030,
    };
    for (const [id, value] of Object.entries(values)) expect(field(id).value, id).toBeCloseTo(value, 12);
  });

  it("reads back what it sets, and leaves the rest", () => {
    for (const [id, value] of [
      ["newSellers", 1200],
      ["years", 2],
      ["seed", 9],
      ["trainingShare", 0.25],
      ["internetUse", 0.8],
      [fieldId.tableYear(2), 700],
      [fieldId.sector("food"), 0.5],
      [fieldId.channel("b2b"), 0.25],
      [fieldId.split("apparel", "b2b"), 0.75],
      [fieldId.measure(0, "cost"), 5e6],
      [fieldId.measure(1, "to"), 2029],
      [fieldId.closure(0, "from"), 2027],
      [fieldId.closure(0, "to"), 2029],
    ] as const) {
      const next = field(id).set(value);
      expect(field(id, next).value, id).toBeCloseTo(value, 5);
      expect(next.readings).toBe(plan.readings);
    }
    expect(field(fieldId.measure(1, "days")).set(-3).measures).toEqual([
      plan.measures[0],
      { type: "logistics", from: 2028, days: -3 },
    ]);
  });

  it("reports every year of a programme that becomes longer", () => {
    expect(field("years", base).set(15)).toMatchObject({ years: 15, horizon: 15 });
    expect(field("years").set(6)).toMatchObject({ years: 6, horizon: 6, path: [40, 80, 120, 120, 120, 120] });
  });

  it("says what is allowed", () => {
    const whole = { isWhole: true, isPercent: false };
    const percent = { isWhole: false, isPercent: true };
    const rules = {
      newSellers: { min: 0, max: 10_000_000, ...whole },
      years: { min: 1, max: 15, ...whole },
      startYear: { min: 2026, max: 2035, ...whole, isYear: true },
      horizon: { min: 3, max: 15, ...whole },
      seed: { min: 0, max: 9_007_199_254_740_991, ...whole },
      trainingShare: { min: 0, max: 1, ...percent },
      internetUse: { min: 0.57, max: 1, ...percent },
      [fieldId.sector("food")]: { min: 0, max: 1, ...percent },
      [fieldId.measure(1, "days")]: { min: -10, max: 30, isWhole: false, isPercent: false },
      [fieldId.measure(0, "from")]: { min: 2026, max: 2030, ...whole, isYear: true },
      [fieldId.measure(0, "to")]: { min: 2026, max: 2030, ...whole, isYear: true },
      // A closure ends after it begins.
      [fieldId.closure(0, "from")]: { min: 2026, max: 2030, ...whole, isYear: true },
      [fieldId.closure(0, "to")]: { min: 2028, max: 2030, ...whole, isYear: true },
    };
    for (const [id, rule] of Object.entries(rules)) expect(field(id).rule, id).toMatchObject(rule);
    const ended: Plan = { ...plan, closures: [{ market: "us", from: 2027, to: 2029 }] };
    expect(field(fieldId.closure(0, "from"), ended).rule).toMatchObject({ min: 2026, max: 2029 });
    // 10,000,000 registrations in all, 300 of them in the other two years.
    expect(field(fieldId.tableYear(2)).rule.max).toBe(9_999_700);
  });

  it("has sliders with a stop for each whole number and each point, and none for seeds and years by hand", () => {
    expect(field("years").scale).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    expect(field("internetUse").scale?.slice(0, 3)).toEqual([0.57, 0.58, 0.59]);
    expect(field("trainingShare").scale).toHaveLength(101);
    // The field goes on to what the model allows.
    expect(field("newSellers").scale?.at(-1)).toBe(1_000_000);
    for (const id of ["seed", fieldId.measure(0, "from"), fieldId.closure(0, "to")]) expect(field(id).scale).toBeUndefined();
  });

  it("knows no others", () => {
    for (const id of ["horse", "sector:boats", "channel:shop", "split:food/shop", "split:boats/b2b", "measure:2:share", "measure:1:share", "measure:1", "closure:1:from", "closure:0:share", "table:3", "toString", ""]) {
      expect(planField(id, plan, mockPack), id).toBeUndefined();
    }
    expect(planField(fieldId.tableYear(0), base, mockPack)).toBeUndefined();
  });

  it("sorts fields by what they are about", () => {
    expect([fieldId.sector("a"), fieldId.channel("a"), fieldId.split("a", "b")].every(isMixField)).toBe(true);
    expect(isMixField(fieldId.measure(0, "share"))).toBe(false);
    expect(isMeasureField(fieldId.measure(0, "share"))).toBe(true);
    expect(isClosureField(fieldId.closure(0, "from"))).toBe(true);
    expect(isPathField(fieldId.tableYear(0))).toBe(true);
    for (const is of [isMixField, isMeasureField, isClosureField, isPathField]) expect(is("years")).toBe(false);
  });
});
