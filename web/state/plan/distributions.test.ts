import { describe, expect, it } from "vitest";
import type { Dist } from "../../engine/types.ts";
import { certainValue, distributionFault, distributionFrom, numbersOf, type DistributionFault } from "./distributions.ts";

const range = { min: 0.1, max: 10 };
const unit = { min: 0, max: 1 };

const outside = (field: string, limits = range, isOpen = false): DistributionFault => ({ kind: "outOfRange", field, limits, isOpen });

describe("distributionFault", () => {
  it.each<[Dist, { min: number; max: number }, DistributionFault | undefined]>([
    [5, range, undefined],
    [0, range, outside("value")],
    [NaN, range, outside("value")],
    [{ dist: "fixed", value: 11 }, range, outside("value")],
    [{ dist: "uniform", min: 2, max: 2 }, range, undefined],
    [{ dist: "uniform", min: 0, max: 2 }, range, outside("min")],
    [{ dist: "uniform", min: 3, max: 2 }, range, { kind: "wrongOrder", order: ["min", "max"] }],
    [{ dist: "pert", min: 1, mode: 1, max: 2 }, range, undefined],
    [{ dist: "pert", min: 1, mode: 3, max: 2 }, range, { kind: "wrongOrder", order: ["min", "mode", "max"] }],
    [{ dist: "triangular", min: 1, mode: 2, max: 11 }, range, outside("max")],
    [{ dist: "beta", alpha: 0.5, beta: 10_000 }, unit, undefined],
    [{ dist: "beta", alpha: 0.4, beta: 1 }, unit, outside("alpha", { min: 0.5, max: 10_000 })],
    [{ dist: "beta", alpha: 1, beta: 1 }, range, { kind: "notFromZeroToOne" }],
    [{ dist: "normal", mean: 1, sd: 90, min: 1, max: 2 }, range, undefined],
    [{ dist: "normal", mean: 1, sd: 0, min: 1, max: 2 }, range, outside("sd", { min: 0, max: 100 }, true)],
    [{ dist: "normal", mean: 1, sd: 101, min: 1, max: 2 }, range, outside("sd", { min: 0, max: 100 }, true)],
    [{ dist: "normal", mean: 3, sd: 1, min: 1, max: 2 }, range, { kind: "wrongOrder", order: ["min", "mean", "max"] }],
    [{ dist: "normal", mean: 2, sd: 1, min: 2, max: 2 }, range, { kind: "wrongOrder", order: ["min", "mean", "max"] }],
    [{ dist: "lognormal", p05: 1, p95: 2 }, range, undefined],
    [{ dist: "lognormal", p05: 2, p95: 2 }, range, { kind: "wrongOrder", order: ["p05", "p95"] }],
    [{ dist: "lognormal", p05: 0, p95: 0.5 }, unit, outside("p05", unit, true)],
    [{ dist: "lognormal", p05: 0.2, p95: 0.5, min: 0 }, unit, undefined],
    [{ dist: "lognormal", p05: 1, p95: 2, min: 1.5 }, range, { kind: "wrongOrder", order: ["min", "p05", "p95"] }],
    [{ dist: "lognormal", mean: 1, sigma: 5 }, range, undefined],
    [{ dist: "lognormal", mean: 1, sigma: 0 }, range, outside("sigma", { min: 0, max: 5 }, true)],
    [{ dist: "lognormal", mean: 1, sigma: 1, min: 1, max: 1 }, range, { kind: "wrongOrder", order: ["min", "mean", "max"] }],
  ])("of %j in %j", (dist, limits, fault) => {
    expect(distributionFault(dist, limits)).toEqual(fault);
  });
});

describe("distributionFrom", () => {
  const from = (family: string, numbers: Record<string, number>): Dist | undefined =>
    distributionFrom(family, new Map(Object.entries(numbers)));

  it.each<Exclude<Dist, number>>([
    { dist: "fixed", value: 1 },
    { dist: "uniform", min: 1, max: 2 },
    { dist: "triangular", min: 1, mode: 2, max: 3 },
    { dist: "beta", alpha: 1, beta: 2 },
    { dist: "normal", mean: 1, sd: 2, min: 0, max: 3 },
    { dist: "lognormal", p05: 1, p95: 2, min: 0.5, max: 3 },
    { dist: "lognormal", mean: 1, sigma: 2 },
  ])("makes %j of its numbers, which are what it is given by", (dist) => {
    const { dist: family, ...numbers } = dist;
    expect(numbersOf(dist)).toEqual(new Map(Object.entries(numbers)));
    expect(from(family, numbers)).toEqual(dist);
  });

  it("takes just the numbers of one form", () => {
    expect(from("pert", { min: 1, mode: 2, max: 3 })).toEqual({ dist: "pert", min: 1, mode: 2, max: 3 });
    expect(from("lognormal", { mean: 1, sigma: 2, max: 3 })).toEqual({ dist: "lognormal", mean: 1, sigma: 2, max: 3 });
    expect(from("lognormal", { p05: 1, p95: 2 })).toEqual({ dist: "lognormal", p05: 1, p95: 2 });
    expect(from("lognormal", { p05: 1, sigma: 2 })).toBeUndefined();
    expect(from("pert", { min: 1, mode: 2, max: 3, sd: 1 })).toBeUndefined();
    expect(from("uniform", { min: 1 })).toBeUndefined();
    expect(from("normal", { mean: 1, sd: 1, min: 0 })).toBeUndefined();
    expect(from("cauchy", { min: 1 })).toBeUndefined();
    expect(from("constructor", {})).toBeUndefined();
  });
});

describe("certainValue", () => {
  it("is there where only one value is", () => {
    expect(certainValue(2)).toBe(2);
    expect(certainValue({ dist: "fixed", value: 3 })).toBe(3);
    expect(certainValue({ dist: "pert", min: 4, mode: 4, max: 4 })).toBe(4);
    expect(certainValue({ dist: "uniform", min: 4, max: 4 })).toBe(4);
    expect(certainValue({ dist: "triangular", min: 4, mode: 4, max: 4 })).toBe(4);
    expect(certainValue({ dist: "uniform", min: 4, max: 5 })).toBeUndefined();
    expect(certainValue({ dist: "normal", mean: 1, sd: 1, min: 0, max: 2 })).toBeUndefined();
  });
});
