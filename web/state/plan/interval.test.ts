import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Dist } from "../../engine/types.ts";
import { centralRange } from "../density.ts";
import { distributionFault, numbersOf } from "./distributions.ts";
import { distributionWith, type Interval } from "./interval.ts";

type Named = Exclude<Dist, number>;
const unit = { min: 0, max: 1 };
const pert: Named = { dist: "pert", min: 0.1, mode: 0.25, max: 0.45 };
const beta: Named = { dist: "beta", alpha: 3.5, beta: 10.5 };
const triangular: Named = { dist: "triangular", min: 0, mode: 1, max: 4 };
const normal: Named = { dist: "normal", mean: 0.05, sd: 0.025, min: 0, max: 0.2 };
const lognormal: Named = { dist: "lognormal", p05: 12_000, p95: 200_000, min: 500, max: 2e6 };

/** What stands for what, solved with SciPy 1.10 from exact quantiles. */
const kSolved: readonly [string, Named, Interval, { min: number; max: number }, Named][] = [
  ["keeps the proportions of a PERT", pert, { low: 0.12, high: 0.4 }, unit, { dist: "pert", min: 0.050748, mode: 0.244837, max: 0.503622 }],
  ["begins a PERT at the end of the range", pert, { low: 0.01, high: 0.4 }, unit, { dist: "pert", min: 0, mode: 0.007339, max: 0.871419 }],
  ["ends a PERT at the end of the range", pert, { low: 0.6, high: 0.99 }, unit, { dist: "pert", min: 0.128581, mode: 0.992661, max: 1 }],
  ["keeps the proportions of a triangle", triangular, { low: 2, high: 3 }, { min: 0, max: 5 }, { dist: "triangular", min: 1.839027, mode: 2.198974, max: 3.278813 }],
  ["stays with a beta", beta, { low: 0.035, high: 0.6 }, unit, { dist: "beta", alpha: 1.398688, beta: 3.896256 }],
  ["stays with a normal between its bounds", normal, { low: 0.01, high: 0.12 }, { min: -0.5, max: 2 }, { dist: "normal", mean: 0.054381, sd: 0.038949, min: 0, max: 0.2 }],
  ["stays with a lognormal, cut off or not", lognormal, { low: 20_000, high: 600_000 }, { min: 500, max: 2e6 }, { dist: "lognormal", p05: 20_027.79, p95: 615_707.4, min: 500, max: 2e6 }],
  ["takes a beta where a PERT has no room", pert, { low: 0.02, high: 0.97 }, unit, { dist: "beta", alpha: 0.7134, beta: 0.7734 }],
];

describe("distributionWith", () => {
  it.each(kSolved)("%s", (_, like, wanted, range, expected) => {
    const dist = distributionWith(wanted, like, range);
    if (dist === undefined || typeof dist === "number") throw new Error("no distribution");
    expect(dist.dist).toBe(expected.dist);
    const [found, known] = [numbersOf(dist), numbersOf(expected)];
    expect([...found.keys()]).toEqual([...known.keys()]);
    // The table of a density is good to a thousandth of its width; what is solved for, to a hundredth.
    for (const [name, value] of known) {
      expect(Math.abs((found.get(name) ?? NaN) - value), name).toBeLessThanOrEqual(0.01 * Math.abs(value));
    }
  });

  it("stretches a uniform: a twentieth lies beyond each end", () => {
    expect(distributionWith({ low: 0.2, high: 0.38 }, { dist: "uniform", min: 0, max: 1 }, unit)).toEqual({
      dist: "uniform",
      min: 0.19,
      max: 0.39,
    });
  });

  it("makes an even PERT of what was certain, and a number of what is", () => {
    const dist = distributionWith({ low: 0.2, high: 0.4 }, 0.1, unit);
    expect(dist).toMatchObject({ dist: "pert", mode: 0.3 });
    expect(distributionWith({ low: 0.2, high: 0.4 }, { dist: "fixed", value: 1 }, unit)).toEqual(dist);
    expect(distributionWith({ low: 0.3, high: 0.3 }, pert, unit)).toBe(0.3);
  });

  it("gives none where the range leaves no room beyond the ends", () => {
    expect(distributionWith({ low: 0, high: 1 }, pert, unit)).toBeUndefined();
    expect(distributionWith({ low: 0.1, high: 0.999999 }, pert, { min: 0, max: 0.999999 })).toBeUndefined();
    expect(distributionWith({ low: 20_000, high: 2e6 }, lognormal, { min: 500, max: 2e6 })).toBeUndefined();
  });

  it("gives what the core takes and what has the interval, or nothing", () => {
    const likes = fc.constantFrom<Dist>(pert, beta, triangular, { dist: "uniform", min: 0.1, max: 0.2 }, normal, 0.3, {
      dist: "lognormal",
      p05: 0.1,
      p95: 0.3,
    });
    const ends = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 })).filter(([a, b]) => a !== b);
    let made = 0;
    fc.assert(
      fc.property(likes, ends, (like, [a, b]) => {
        const wanted = { low: Math.min(a, b) / 1000, high: Math.max(a, b) / 1000 };
        const dist = distributionWith(wanted, like, unit);
        if (dist === undefined) return;
        ++made;
        expect(distributionFault(dist, unit)).toBeUndefined();
        const { low, high } = centralRange(dist, unit);
        const width = wanted.high - wanted.low;
        expect(Math.abs(low - wanted.low) / width).toBeLessThan(2e-3);
        expect(Math.abs(high - wanted.high) / width).toBeLessThan(2e-3);
      }),
      // The same cases each time: how many of them can be made is counted.
      { numRuns: 40, seed: 1 },
    );
    expect(made).toBeGreaterThan(30);
  });
});
