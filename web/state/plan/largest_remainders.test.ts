import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholePerCents } from "./largest_remainders.ts";

describe("wholePerCents", () => {
  it.each<[readonly number[], readonly number[]]>([
    // Whole parts 47, 42 and 9 leave 2 for the largest rests, .6 and .5; each by itself would be 48, 43 and 10.
    [[0.476, 0.425, 0.099], [48, 42, 10]],
    // 33.4, 33.4 and 33.2: one is left and the first has the tie; by themselves they are 99.
    [[0.334, 0.334, 0.332], [34, 33, 33]],
    [[1 / 3, 1 / 3, 1 / 3], [34, 33, 33]],
    // Ties: 12.5 four times leave two, which the first two have.
    [[0.125, 0.125, 0.125, 0.125, 0.5], [13, 13, 12, 12, 50]],
    // 14.5 and 35.5, though 100 times 0.145 is less in doubles.
    [[0.145, 0.355, 0.5], [15, 35, 50]],
    [[0.29, 0.71], [29, 71]],
    [[0.004, 0.996], [0, 100]],
    [[1, 0], [100, 0]],
    [[], []],
  ])("deals 100 out to %j: %j", (shares, perCents) => {
    expect(wholePerCents(shares)).toEqual(perCents);
  });

  it("sums to 100, less than one from each share", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 12 }).filter((all) => all.some((one) => one > 0)), (weights) => {
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const shares = weights.map((weight) => weight / total);
        const perCents = wholePerCents(shares);
        expect(perCents.reduce((sum, one) => sum + one, 0)).toBe(100);
        for (const [index, one] of perCents.entries()) expect(Math.abs(one - 100 * (shares[index] ?? 0))).toBeLessThan(1 + 1e-6);
      }),
    );
  });
});
