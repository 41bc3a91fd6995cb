import { describe, expect, it } from "vitest";
import type { Dist } from "../engine/types.ts";
import { centralRange, densityTable, quantileIn } from "./density.ts";

/** Quantiles 5, 50 and 95 % and the density at the median, computed with SciPy 1.10. */
const kKnown: readonly [Dist, readonly number[], number][] = [
  [{ dist: "uniform", min: 2, max: 6 }, [2.2, 4, 5.8], 0.25],
  [{ dist: "triangular", min: 0, mode: 1, max: 4 }, [0.447214, 1.55051, 3.2254], 0.408248],
  [{ dist: "pert", min: 0.1, mode: 0.25, max: 0.45 }, [0.153521, 0.256367, 0.369916], 5.3892],
  [{ dist: "pert", min: 0.01, mode: 0.01, max: 0.02 }, [0.0101021, 0.0112945, 0.0145072], 287.175],
  [{ dist: "beta", alpha: 13.5, beta: 16.5 }, [0.304698, 0.448874, 0.599158], 4.35695],
  [{ dist: "normal", mean: 0.05, sd: 0.025, min: 0, max: 0.2 }, [0.0134029, 0.0507129, 0.0913996], 16.3225],
  [{ dist: "normal", mean: 0.5, sd: 0.001, min: 0, max: 1 }, [0.4983551, 0.5, 0.5016449], 398.9423],
  [{ dist: "lognormal", p05: 12e3, p95: 2e5, min: 500, max: 2e6 }, [12000, 48989.4, 199989], 9.52215e-6],
  [{ dist: "lognormal", p05: 12e3, p95: 2e5, min: 2e4, max: 1e5 }, [22390, 46202.1, 90985.2], 1.54839e-5],
  [{ dist: "lognormal", mean: 5e4, sigma: 0.8 }, [9739.02, 36307.5, 135356], 1.37349e-5],
];

const kAbove = { min: 0, max: Infinity };

describe("densityTable", () => {
  it.each(kKnown)("has the quantiles and the density of %j", (dist, quantiles, atMedian) => {
    const table = densityTable(dist, kAbove);
    if (!table) throw new Error("no table");
    const width = (table.edges.at(-1) ?? 0) - (table.edges[0] ?? 0);
    [0.05, 0.5, 0.95].forEach((share, index) => {
      expect(Math.abs(quantileIn(table, share) - (quantiles[index] ?? 0))).toBeLessThan(width / 1000);
    });
    const cell = table.below.findIndex((below) => below >= 0.5) - 1;
    expect((table.density[cell] ?? 0) / atMedian).toBeCloseTo(1, 2);
  });

  it("stays finite where the density does not", () => {
    const table = densityTable({ dist: "beta", alpha: 0.5, beta: 0.5 }, kAbove);
    expect(table?.density.every(Number.isFinite)).toBe(true);
    expect(table && quantileIn(table, 0.5)).toBeCloseTo(0.5, 9);
  });

  it.each<[Dist]>([[0.3], [{ dist: "fixed", value: 2 }], [{ dist: "uniform", min: 1, max: 1 }], [{ dist: "pert", min: 1, mode: 1, max: 1 }]])(
    "has none for %j, which is certain",
    (dist) => {
      expect(densityTable(dist, kAbove)).toBeUndefined();
    },
  );

  it("is exact at the ends of a beta that rises there without bound", () => {
    // Quantiles of the arcsine distribution: sin²(π u / 2).
    const { low, middle, high } = centralRange({ dist: "beta", alpha: 0.5, beta: 0.5 }, kAbove);
    [0.05, 0.5, 0.95].forEach((share, index) => {
      expect([low, middle, high][index]).toBeCloseTo(Math.sin((share * Math.PI) / 2) ** 2, 6);
    });
  });

  it("conditions a lognormal to the parameter's range where it has no bounds of its own, as the core does", () => {
    // exp(mu + sigma z), z the normal quantile of u P(X < 1), mu = ln 0.3 - 1/2.
    const { low, middle, high } = centralRange({ dist: "lognormal", mean: 0.3, sigma: 1 }, { min: 0, max: 1 });
    expect(low).toBeCloseTo(0.034368, 5);
    expect(middle).toBeCloseTo(0.17215, 5);
    expect(high).toBeCloseTo(0.68706, 5);
    const cut = centralRange({ dist: "lognormal", p05: 12e3, p95: 2e5, max: 1e5 }, { min: 2e4, max: 2e6 });
    expect(cut).toEqual(centralRange({ dist: "lognormal", p05: 12e3, p95: 2e5, min: 2e4, max: 1e5 }, kAbove));
  });

  it("reads one distribution anew for another range", () => {
    const dist: Dist = { dist: "lognormal", mean: 0.3, sigma: 1 };
    const highs = [{ min: 0, max: 1 }, { min: 0, max: Infinity }, { min: 0.2, max: Infinity }, { min: 0, max: 1 }].map(
      (range) => centralRange(dist, range).high,
    );
    // exp(mu + sigma z), z the normal quantile of 0.95 of what the range holds: all, or what is above ln 0.2.
    const [cut = 0, open = 0, above = 0, again = 0] = highs;
    expect(cut).toBeCloseTo(0.68706, 5);
    expect(open).toBeCloseTo(0.942594, 3);
    expect(above).toBeCloseTo(1.33546, 3);
    expect(again).toBe(cut);
  });

  it.each<[Dist]>([[0.3], [{ dist: "fixed", value: 0.3 }], [{ dist: "triangular", min: 0.3, mode: 0.3, max: 0.3 }]])("knows only the value of %j", (dist) => {
    expect(centralRange(dist, kAbove)).toEqual({ low: 0.3, middle: 0.3, high: 0.3 });
  });

  it("reads the ends", () => {
    const table = densityTable({ dist: "uniform", min: 2, max: 6 }, kAbove);
    expect(table && [0, 1].map((share) => quantileIn(table, share))).toEqual([2, 6]);
  });
});
