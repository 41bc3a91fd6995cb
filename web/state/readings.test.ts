import { describe, expect, it } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import { compactHeadline } from "./compact_result.ts";
import {
  dotsOf,
  doubtAt,
  funnelOf,
  headlineAt,
  isWhole,
  partsAt,
  percentilesAt,
  shareReaching,
  shownOutputs,
  spreadAt,
  waterfallAt,
  yearIndex,
  type SpreadSeries,
} from "./readings.ts";

// The square of the share below: a tenth of the futures lie under 1 of 100.
const kSquares = Array.from({ length: 101 }, (_, percent) => percent ** 2 / 100);

/** Of three years, which no two figures have in common. */
const series = (first: number): SpreadSeries => {
  const rising = (from: number): number[] => [from, from + 1, from + 2];
  const [p05, p25, p50, p75, p95] = [10, 20, 30, 40, 50].map((above) => rising(first + above));
  return { mean: rising(first), quantiles: { p05, p25, p50, p75, p95 } as SpreadSeries["quantiles"] };
};

describe("readings of a result", () => {
  const mock = mockResult(1e6);
  const result = {
    ...mock,
    years: [2027, 2028, 2029],
    outputs: { ...mock.outputs, exportsAdditional: { unit: "US$" as const, ...series(100) } },
    bySector: { food: { exportsAdditional: series(200) }, apparel: { exportsAdditional: series(300) } },
    waterfall: [{ id: "gross", kind: "total" as const, mean: [7, 8, 9] }, { id: "fees", kind: "step" as const, mean: [-1, -2, -3] }],
    spread: { parameters: [0.7, 0.6, 0.5], shocks: [0.1, 0.15, 0.2], luck: [0.2, 0.25, 0.3] },
    luck: { cv: series(400) },
    percentiles: [[1], [2], [3]],
    funnel: [{ id: "active", mean: 25, quantiles: { p05: 12, p95: 50 } }],
  };

  it("are of one year", () => {
    expect(spreadAt(series(0), 2)).toEqual({ mean: 2, p05: 12, p25: 22, p50: 32, p75: 42, p95: 52 });
    expect(headlineAt(result, 1)).toEqual({ mean: 101, p05: 111, p25: 121, p50: 131, p75: 141, p95: 151 });
    expect(partsAt(result, "bySector", 1)).toEqual([
      { id: "food", mean: 201, p05: 211, p25: 221, p50: 231, p75: 241, p95: 251 },
      { id: "apparel", mean: 301, p05: 311, p25: 321, p50: 331, p75: 341, p95: 351 },
    ]);
    expect(waterfallAt(result, 1)).toEqual([{ id: "gross", isTotal: true, value: 8 }, { id: "fees", isTotal: false, value: -2 }]);
    expect(doubtAt(result, 1)).toEqual({ parts: { parameters: 0.6, shocks: 0.15, luck: 0.25 }, variation: 431 });
    expect(percentilesAt(result, 1)).toEqual([2]);
    expect(funnelOf(result)).toEqual([{ id: "active", mean: 25, p05: 12, p95: 50 }]);
  });

  it("are of the last year where a year is not reported", () => {
    expect([2027, 2028, 2029, 2026, 2030].map((year) => yearIndex(result, year))).toEqual([0, 1, 2, 2, 2]);
  });

  it("are nothing of a year beyond the result", () => {
    expect(spreadAt(series(0), 3)).toEqual({ mean: 0, p05: 0, p25: 0, p50: 0, p75: 0, p95: 0 });
    expect(doubtAt(result, 3)).toEqual({ parts: { parameters: 0, shocks: 0, luck: 0 }, variation: 0 });
    expect(waterfallAt(result, 3).map(({ value }) => value)).toEqual([0, 0]);
    expect(percentilesAt(result, 3)).toEqual([]);
  });

  it("hold every output that the page shows", () => {
    expect(shownOutputs).toEqual([
      "exportsAdditional", "exportsWith", "exportsWithout", "grossAdditional", "foreignExchange",
      "valueAdded", "tax", "cost", "fiscalNet", "jobs",
    ]);
  });
});

describe("dotsOf", () => {
  it("has fifty quantiles in the middle of equal parts", () => {
    const dots = dotsOf(kSquares);
    expect(dots).toHaveLength(50);
    expect([dots[0], dots[24], dots[49]]).toEqual([0.01, 24.01, 98.01]);
  });
});

describe("shareReaching", () => {
  it("is exact at whole per cents and in proportion between them", () => {
    expect(shareReaching(kSquares, 1)).toBeCloseTo(0.9, 12);
    expect(shareReaching(kSquares, 25)).toBeCloseTo(0.5, 12);
    // Half way from 50 to 51 per cent, 25 to 26.01.
    expect(shareReaching(kSquares, 25.505)).toBeCloseTo(0.495, 12);
  });

  it("is all below the lowest and none above the highest", () => {
    expect(shareReaching(kSquares, -1)).toBe(1);
    expect(shareReaching(kSquares, 0)).toBe(1);
    expect(shareReaching(kSquares, 100.01)).toBe(0);
    expect(shareReaching([0, 0, 0], 1)).toBe(0);
  });
});

describe("shareReaching beyond the outer per cents", () => {
  it("does not pretend to know how the last futures lie", () => {
    // 99 of 100 futures are at most 98.01, the largest is 100; of a heavy tail the largest may be anywhere.
    for (const amount of [98.02, 99, 99.99, 100]) expect(shareReaching(kSquares, amount)).toBeCloseTo(0.005, 12);
    expect(shareReaching(kSquares, 98.01)).toBeCloseTo(0.01, 12);
    for (const amount of [0.001, 0.0099]) expect(shareReaching(kSquares, amount)).toBeCloseTo(0.995, 12);
    expect(shareReaching(kSquares, 0.01)).toBeCloseTo(0.99, 12);
  });
});

describe("isWhole", () => {
  it("tells a whole result from what the first screen shows of it", () => {
    expect(isWhole(mockResult(1e6))).toBe(true);
    expect(isWhole(compactHeadline(mockResult(1e6), 250))).toBe(false);
  });
});
