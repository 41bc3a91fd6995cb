import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { defaultPlan, type Plan } from "./plan.ts";
import { planField } from "./plan_fields.ts";
import { plansAround } from "./plans_around.ts";

const base = defaultPlan(mockPack);
const years = (plan: Plan, direction: 1 | -1): number[] =>
  [...plansAround("years", plan, mockPack, direction)].map((next) => next.years);

describe("plansAround", () => {
  it("begins with the nearest stops, goes the way of the last move first and ends with the last stop", () => {
    const scale = planField("years", base, mockPack)?.scale ?? [];
    expect([scale[0], base.years]).toEqual([1, 3]);
    expect(years(base, 1).slice(0, 5)).toEqual([4, 2, 3, 5, 1]);
    expect(years(base, -1).slice(0, 5)).toEqual([2, 4, 3, 1, 5]);
    expect(years(base, 1).toSorted((a, b) => a - b)).toEqual(scale);
  });

  it("goes one way from an end", () => {
    expect(years({ ...base, years: 1 }, -1).slice(0, 3)).toEqual([2, 1, 3]);
  });

  it("begins with the stop that is pointed at, and goes on around it and around the slider's place in turn", () => {
    const pointed = (direction: 1 | -1): number[] =>
      [...plansAround("years", base, mockPack, direction, 6)].map((next) => next.years);
    // The stops are 1, 2, 3 ... years: position 6 is that of 7 years.
    expect(pointed(1).slice(0, 8)).toEqual([7, 4, 8, 2, 6, 3, 9, 5]);
    expect(pointed(-1).slice(0, 8)).toEqual([7, 2, 6, 4, 8, 3, 5, 1]);
    expect(pointed(1).toSorted((a, b) => a - b)).toEqual(years(base, 1).toSorted((a, b) => a - b));
  });

  it("leads to the plans that the slider leads to, from a value between its stops too", () => {
    const plan = { ...base, newSellers: 123_456 };
    const field = planField("newSellers", plan, mockPack);
    const around = [...plansAround("newSellers", plan, mockPack, 1)];
    const scale = field?.scale ?? [];
    expect(around).toHaveLength(scale.length);
    expect(new Set(around.map(({ newSellers }) => newSellers))).toEqual(new Set(scale));
    expect(around[0]).toEqual(field?.set(around[0]?.newSellers ?? 0));
  });

  it("has none for a field without a slider", () => {
    expect([...plansAround("seed", base, mockPack, 1)]).toEqual([]);
    expect([...plansAround("measure:7:from", base, mockPack, 1)]).toEqual([]);
  });
});
