import { describe, expect, it } from "vitest";
import { quantilesOf } from "./quantiles.ts";

describe("quantilesOf", () => {
  it("gives a certain value three times", () => {
    expect(quantilesOf(0.3)).toEqual({ low: 0.3, middle: 0.3, high: 0.3 });
    expect(quantilesOf({ dist: "fixed", value: 2 })).toEqual({ low: 2, middle: 2, high: 2 });
  });

  it("gives 1 in 20, the half and 19 in 20 of every shape with ends", () => {
    const points = (dist: Parameters<typeof quantilesOf>[0]): string[] => {
      const { low, middle, high } = quantilesOf(dist);
      return [low, middle, high].map((value) => value.toFixed(2));
    };
    expect(points({ dist: "uniform", min: 10, max: 30 })).toEqual(["11.00", "20.00", "29.00"]);
    // min + sqrt(q (max - min) (mode - min)) below the mode, and from the other end above it.
    expect(points({ dist: "triangular", min: 0, mode: 0, max: 10 })).toEqual(["0.25", "2.93", "7.76"]);
    // Beta(3, 3) and Beta(1, 5), whose points are 1 - (1 - q)^(1/5).
    expect(points({ dist: "pert", min: 0, mode: 5, max: 10 })).toEqual(["1.89", "5.00", "8.11"]);
    expect(points({ dist: "pert", min: 0, mode: 0, max: 10 })).toEqual(["0.10", "1.29", "4.51"]);
  });
});
