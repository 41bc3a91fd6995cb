import { describe, expect, it } from "vitest";
import { markupOf, numbersOf } from "../../tests/web/markup.ts";
import { densityChart, type DensityChart } from "./density.ts";

const kSize = { width: 104, height: 32 };
const drawn = (chart: Pick<DensityChart, "dist" | "before">, range = { min: 0, max: Infinity }): string =>
  markupOf(densityChart({ ...chart, range, ...kSize }));
const rules = (markup: string, name: string): number[] => numbersOf(markup, name, "x1");

describe("densityChart", () => {
  it("draws a uniform distribution as a block with its median in the middle", () => {
    const markup = drawn({ dist: { dist: "uniform", min: 2, max: 6 } });
    expect(rules(markup, "median")).toEqual([52]);
    // The top lies 1/1.12 of the 28 px between the margins above the base: 30 - 25 = 5.
    expect(markup).toMatch(/class="band90" d="M2,5L/);
    expect(markup).toMatch(/class="band50" d="M27,5L/);
  });

  it("draws what is certain as one line in the middle", () => {
    const markup = drawn({ dist: 0.4 });
    expect(rules(markup, "median")).toEqual([52]);
    expect(markup).not.toContain("path");
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
