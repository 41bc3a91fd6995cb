import { describe, expect, it } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import { compactHeadline } from "./compact_result.ts";
import { dotsOf, isWhole, shareReaching } from "./readings.ts";

// The square of the share below: a tenth of the futures lie under 1 of 100.
const kSquares = Array.from({ length: 101 }, (_, percent) => percent ** 2 / 100);

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
    expect(isWhole(compactHeadline(mockResult(1e6)))).toBe(false);
  });
});
