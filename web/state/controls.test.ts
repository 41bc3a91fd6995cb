import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { kTargetRule } from "./field_editing.ts";
import { fieldText, readField } from "./fields.ts";
import { amountsOf } from "./plan/measures.ts";
import { defaultPlan } from "./plan/plan.ts";
import { planField, type PlanField } from "./plan/plan_fields.ts";
import { evenScale, logLikeScale, positionOf, valueAt } from "./slider_scale.ts";

const field = (id: string): PlanField => {
  const found = planField(id, defaultPlan(mockPack), mockPack);
  if (!found) throw new Error(`There is no field ${id}.`);
  return found;
};
const sellers = field("newSellers").rule;
const share = field("trainingShare").rule;
const internet = field("internetUse").rule;

describe("readField", () => {
  it("reads what is allowed", () => {
    expect(readField("1 lakh", sellers)).toEqual({ value: 100_000 });
    expect(readField("۵۰٬۰۰۰", sellers)).toEqual({ value: 50_000 });
    expect(readField("57.5 %", share)).toEqual({ value: 0.575 });
    expect(readField("100", share)).toEqual({ value: 1 });
  });

  it("refuses, never clamps", () => {
    expect(readField("lots", sellers)).toEqual({ problem: "notNumber" });
    expect(readField("", sellers)).toEqual({ problem: "notNumber" });
    expect(readField("50%", sellers)).toEqual({ problem: "notNumber" });
    expect(readField("1.5", sellers)).toEqual({ problem: "notWhole" });
    expect(readField("250.000", sellers)).toEqual({ problem: "unclear" });
    expect(readField("2.500 million", sellers)).toEqual({ value: 2_500_000 });
    expect(readField("57.500", share)).toEqual({ value: 0.575 });
    expect(readField("20 million", sellers)).toEqual({ problem: "outOfRange" });
    expect(readField("-1", sellers)).toEqual({ problem: "outOfRange" });
    expect(readField("101 %", share)).toEqual({ problem: "outOfRange" });
    expect(readField("56 %", internet)).toEqual({ problem: "outOfRange" });
  });

  it("reads amounts of dollars with their unit, and no other numbers", () => {
    expect(readField("$2 billion", kTargetRule)).toEqual({ value: 2e9 });
    expect(readField("Rs 2 billion", kTargetRule)).toEqual({ problem: "notNumber" });
    expect(amountsOf("training", mockPack).map(({ rule }) => readField("$1", rule))).toEqual([{ problem: "notNumber" }, { value: 1 }]);
    expect(readField("$50,000", sellers)).toEqual({ problem: "notNumber" });
  });

  it("takes the ends of the range", () => {
    expect(readField("57 %", internet)).toEqual({ value: 0.57 });
    expect(readField("10 million", sellers)).toEqual({ value: 10_000_000 });
    expect(readField("0", sellers)).toEqual({ value: 0 });
  });

  it("takes every digit of a seed, and none that is too large", () => {
    const { rule } = field("seed");
    for (const seed of [1_234_567_890_123_457, 9_007_199_254_740_991]) {
      expect(readField(String(seed), rule)).toEqual({ value: seed });
      expect(readField(fieldText(seed, rule), rule)).toEqual({ value: seed });
    }
    for (const text of ["9007199254740992", "9007199254740993"]) expect(readField(text, rule)).toEqual({ problem: "outOfRange" });
  });

  it("reads back what a field shows", () => {
    for (const id of ["newSellers", "years", "trainingShare", "internetUse", "sector:food"]) {
      const { rule, scale = [] } = field(id);
      expect(scale.length).toBeGreaterThan(5);
      for (const value of scale) expect(readField(fieldText(value, rule), rule)).toEqual({ value });
    }
  });
});

describe("slider scales", () => {
  const scales = {
    sellers: logLikeScale(1_000_000),
    years: evenScale({ min: 1, max: 10 }, 1),
    internet: evenScale({ min: 0.573, max: 1 }, 0.01),
  };

  it.each(Object.entries(scales))("rise and lead back to the same position: %s", (_, scale) => {
    scale.forEach((value, position) => {
      expect(positionOf(scale, value)).toBe(position);
      expect(valueAt(scale, position)).toBe(value);
      if (position > 0) expect(value).toBeGreaterThan(scale[position - 1] ?? 0);
    });
  });

  it("run from end to end", () => {
    expect([scales.sellers[0], scales.sellers.at(-1)]).toEqual([0, 1_000_000]);
    expect(scales.years).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scales.internet.slice(0, 3)).toEqual([0.573, 0.58, 0.59]);
    expect(scales.internet.at(-1)).toBe(1);
  });

  it("stop at two significant digits, closely at first and by equal ratios later", () => {
    // 10,000 (e^(k r) - 1) with r = ln(101) / 120: 392, 800 and, half way, 90,499.
    expect(scales.sellers.slice(0, 3)).toEqual([0, 390, 800]);
    expect(scales.sellers).toContain(90_000);
    expect(scales.sellers.filter((stop) => Number(stop.toPrecision(2)) !== stop)).toEqual([]);
  });

  it("give small amounts as much room as large ones", () => {
    const middle = valueAt(scales.sellers, scales.sellers.length / 2);
    expect(middle).toBeGreaterThan(50_000);
    expect(middle).toBeLessThan(150_000);
  });

  it("keep positions within the scale", () => {
    expect(valueAt(scales.years, -3)).toBe(1);
    expect(valueAt(scales.years, 99)).toBe(10);
    expect(evenScale({ min: 1, max: 1 }, 1)).toEqual([1]);
  });
});
