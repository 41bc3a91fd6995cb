import { describe, expect, it } from "vitest";
import { markupOf, numbersOf } from "../../tests/web/markup.ts";
import { densityChart, type DensityChart } from "./density.ts";

const kSize = { width: 104, height: 32 };
const drawn = (chart: Pick<DensityChart, "dist" | "before">, range = { min: 0, max: Infinity }): string =>
  markupOf(densityChart({ ...chart, range, ...kSize }));
/** The points of a shape from left to right: those of its upper line, then those of its base. */
const lines = (markup: string, name: string): (readonly number[])[][] => {
  const d = new RegExp(`class="${name}" d="M([^"]*)Z"`).exec(markup)?.[1] ?? "";
  const points = d.split("L").map((point) => point.split(",").map(Number));
  return [points.slice(0, points.length / 2), points.slice(points.length / 2).toReversed()];
};
const rules = (markup: string, name: string): number[] => numbersOf(markup, name, "x1");

describe("densityChart", () => {
  it("draws a uniform distribution as a block with its median in the middle", () => {
    const markup = drawn({ dist: { dist: "uniform", min: 2, max: 6 } });
    expect(rules(markup, "median")).toEqual([52]);
    // The top lies 1/1.12 of the 28 px between the margins above the base: 30 - 25 = 5.
    expect(markup).toMatch(/class="band90" d="M2,5L/);
    expect(markup).toMatch(/class="band50" d="M27,5L/);
  });

  it("draws a triangle as a triangle on its base, its middle half darker", () => {
    const markup = drawn({ dist: { dist: "triangular", min: 0, mode: 0.5, max: 1 } });
    const [points = [], base = []] = lines(markup, "band90");
    // Half as high in the middle of each side: 30 - 12.5.
    expect([0, 16, 32, 48, 64].map((index) => points[index])).toEqual([[2, 30], [27, 17.5], [52, 5], [77, 17.5], [102, 30]]);
    expect([0, 32, 64].map((index) => base[index])).toEqual([[2, 30], [52, 30], [102, 30]]);
    // A quarter lies below sqrt(1/8) of it.
    const [half = []] = lines(markup, "band50");
    expect([half[0]?.[0], half.at(-1)?.[0]]).toEqual([37.4, 66.6]);
  });

  it("leaves the tails of a normal out where its bounds do not cut them off", () => {
    // Drawn from 3.090 standard deviations below the middle to 2.326 above it.
    const [x = 0] = rules(drawn({ dist: { dist: "normal", mean: 50, sd: 10, min: 0, max: 100 } }), "median");
    expect(x).toBeCloseTo(2 + (100 * 3.0902) / (3.0902 + 2.3263), 1);
  });

  it("measures a density that rises without bound by what nearly all draws have", () => {
    // Of Beta(1/2, 1/2), 1 / (pi sqrt(x (1 - x))): 0.6366 in the middle, 10.14 where 2 % are below.
    expect(lines(drawn({ dist: { dist: "beta", alpha: 0.5, beta: 0.5 } }), "band90")[0]?.[32]).toEqual([52, 28.4]);
  });

  it("draws what is certain as one line in the middle", () => {
    const markup = drawn({ dist: 0.4 });
    expect(rules(markup, "median")).toEqual([52]);
    expect(markup).not.toContain("path");
  });

  it.each([{ dist: "fixed", value: 3 }, { dist: "pert", min: 3, mode: 3, max: 3 }] as const)("draws %j where its value lies", (before) => {
    // 2 to 6 on 2 to 102.
    expect(rules(drawn({ dist: { dist: "uniform", min: 2, max: 6 }, before }), "without")).toEqual([27]);
  });

  it("keeps the scale of what was there before", () => {
    // 0 to 10 on 2 to 102: the new median 2.5 is at 27.
    const markup = drawn({ dist: { dist: "uniform", min: 0, max: 5 }, before: { dist: "uniform", min: 0, max: 10 } });
    expect(rules(markup, "median")).toEqual([27]);
    // Half as dense as the new one: 30 - 12.5.
    expect(markup).toMatch(/class="without" d="M2,17.5L/);
    expect(rules(drawn({ dist: { dist: "uniform", min: 0, max: 10 }, before: 5 }), "without")).toEqual([52]);
  });

  it("leaves the tail of a lognormal out, which would squeeze the rest", () => {
    // Of the 99 % below exp(2.326 sigma) times the median, drawn from exp(-3.090 sigma) of it.
    const sigma = Math.log(200 / 12) / (2 * 1.6448536269514722);
    const [low, high] = [Math.exp(-3.0902 * sigma), Math.exp(2.3263 * sigma)];
    const [x = 0] = rules(drawn({ dist: { dist: "lognormal", p05: 12, p95: 200 } }), "median");
    expect(x).toBeCloseTo(2 + (100 * (1 - low)) / (high - low), 0);
  });

  it("ends a lognormal without bounds of its own where the range of the parameter ends", () => {
    // Of draws below 1: 0.1 % below 0.00817, half below 0.17215, 99 % below 0.90987.
    const [x = 0] = rules(drawn({ dist: { dist: "lognormal", mean: 0.3, sigma: 1 } }, { min: 0, max: 1 }), "median");
    expect(x).toBeCloseTo(2 + (100 * (0.17215 - 0.00817)) / (0.90987 - 0.00817), 1);
  });

  it.each([{ dist: "beta", alpha: 0.5, beta: 0.5 }, { dist: "pert", min: 0, mode: 0, max: 1 }] as const)(
    "draws %j without a number that is none",
    (dist) => {
      expect(drawn({ dist })).not.toMatch(/NaN|Infinity|undefined/);
    },
  );
});
