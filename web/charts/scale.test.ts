import { describe, expect, it } from "vitest";
import { areaPath, axisFor, largestOf, linear, linePath, spreadOut } from "./scale.ts";

describe("axisFor", () => {
  it.each<[number[], number[]]>([
    [[17, 94, 240], [0, 50, 100, 150, 200, 250]],
    [[0.9], [0, 0.2, 0.4, 0.6, 0.8, 1]],
    [[-40, 100], [-50, 0, 50, 100]],
    [[7, 3, Number.NaN], [0, 2, 4, 6, 8]],
  ])("gives %j round ticks from zero", (values, ticks) => {
    expect(axisFor(values)).toEqual({ min: ticks[0], max: ticks.at(-1), ticks });
  });

  it.each([[[]], [[0, 0]], [[Number.NaN, Number.POSITIVE_INFINITY]]])(
    "gives %j an axis all the same",
    (values) => {
      expect(axisFor(values)).toEqual({ min: 0, max: 1, ticks: [0, 1] });
    },
  );
});

describe("linear", () => {
  it("maps ends to ends", () => {
    const map = linear([0, 10], [100, 200]);
    expect([map(0), map(5), map(10)]).toEqual([100, 150, 200]);
    expect([10, 15, 30].map(linear([10, 30], [0, 100]))).toEqual([0, 25, 100]);
  });

  it("goes on beyond its ends unless it is clamped", () => {
    expect([-5, 15].map(linear([0, 10], [100, 200]))).toEqual([50, 250]);
    expect([-5, 15].map(linear([0, 10], [100, 200], true))).toEqual([100, 200]);
  });

  it("never gives NaN", () => {
    expect(linear([3, 3], [0, 10])(3)).toBe(5);
    expect(linear([0, 10], [0, 10])(Number.NaN)).toBe(5);
  });
});

describe("largestOf", () => {
  it("is the largest size of all that are figures", () => {
    expect(largestOf([3, -8, Number.NaN], [5, Number.POSITIVE_INFINITY])).toBe(8);
    expect(largestOf([], [Number.NaN])).toBe(0);
  });
});

describe("spreadOut", () => {
  it("leaves labels that do not touch", () => {
    expect(spreadOut([{ center: 20, size: 10 }, { center: 60, size: 10 }], [0, 100])).toEqual([20, 60]);
  });

  it("moves touching labels apart within the limits", () => {
    const slots = [88, 92, 95].map((center) => ({ center, size: 10 }));
    expect(spreadOut(slots, [0, 100])).toEqual([75, 85, 95]);
    expect(spreadOut([20, 22, 24].map((center) => ({ center, size: 10 })), [0, 100])).toEqual([20, 30, 40]);
    expect(spreadOut([{ center: 0, size: 20 }], [0, 100])).toEqual([10]);
  });
});

describe("paths", () => {
  it("draws lines and areas", () => {
    expect(linePath([[0, 1], [2.04, 3]])).toBe("M0,1L2,3");
    expect(areaPath([[0, 1], [2, 1]], [[0, 5], [2, 5]])).toBe("M0,1L2,1L2,5L0,5Z");
    expect(areaPath([], [])).toBe("");
  });
});
