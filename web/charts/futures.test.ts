import { describe, expect, it } from "vitest";
import { markupOf, numbersOf, wordsOf } from "../../tests/web/markup.ts";
import { exceedanceCurve } from "./exceedance_curve.ts";
import { kDotsHeight, quantileDots } from "./quantile_dots.ts";

const evenly = Array.from({ length: 50 }, (_, index) => index + 0.5);
/** Quantiles of a lognormal with a long tail, sigma 1.1 and median 58, at (i + 1/2) / 50. */
const skewed = [
  4.5, 8, 10.4, 12.5, 14.4, 16.3, 18.1, 19.8, 21.6, 23.3, 25.1, 26.9, 28.7, 30.5, 32.4, 34.3, 36.3, 38.3, 40.5, 42.7,
  45, 47.4, 49.9, 52.6, 55.3, 60.8, 64, 67.4, 71, 74.8, 79, 83.3, 88, 93.1, 98.7, 104.8, 111.4, 118.9, 127, 136.5,
  147, 159, 174, 191, 213, 240, 276, 330, 421, 751,
];

describe("quantileDots", () => {
  for (const width of [288, 760]) {
    it(`draws one dot for each future, none over another or outside, ${width} wide`, () => {
      const markup = markupOf(quantileDots({ values: skewed, marks: [], width }));
      const [xs, ys] = [numbersOf(markup, "future reached", "cx"), numbersOf(markup, "future reached", "cy")];
      const [radius = 0] = numbersOf(markup, "future reached", "r");
      expect(xs).toHaveLength(50);
      for (const [index, x] of xs.entries()) {
        const y = ys[index] ?? 0;
        expect(x - radius).toBeGreaterThanOrEqual(0);
        expect(x + radius).toBeLessThanOrEqual(width);
        expect(y - radius).toBeGreaterThanOrEqual(0);
        for (let other = index + 1; other < xs.length; ++other) {
          expect(Math.hypot(x - (xs[other] ?? 0), y - (ys[other] ?? 0))).toBeGreaterThan(2 * radius);
        }
      }
    });
  }

  it("stands each dot within its own width of its figure", () => {
    const width = 760;
    const markup = markupOf(quantileDots({ values: evenly, marks: [], width }));
    const xs = numbersOf(markup, "future reached", "cx");
    const [radius = 0] = numbersOf(markup, "future reached", "r");
    // From 0 to 50 between 14 and 732.
    for (const [index, x] of xs.entries()) expect(Math.abs(x - (14 + (718 * (index + 0.5)) / 50))).toBeLessThan(2.4 * radius);
  });

  it("fills the dots that reach the target", () => {
    const mark = { value: 40, words: "$40m: 10 of 50", tone: "plain" as const };
    const drawing = quantileDots({ values: evenly, target: 40, marks: [mark], width: 760 });
    expect(numbersOf(markupOf(drawing), "future reached", "cx")).toHaveLength(10);
    expect(numbersOf(markupOf(drawing), "future", "cx")).toHaveLength(40);
    expect(numbersOf(markupOf(drawing), "mark plain", "x1")[0]).toBeCloseTo(14 + 718 * 0.8, 9);
    expect(wordsOf(drawing)).toContain("$40m: 10 of 50");
  });

  it("stands full dots right of the target's line and open ones left of it, at any width", () => {
    for (const values of [skewed, evenly, evenly.map((value) => -value).toReversed()]) {
      for (const width of [248, 288, 358, 620, 760, 1240]) {
        for (const place of [0, 0.5, 9, 9.5, 10, 30, 49]) {
          // A dot's own figure, or halfway to the next one.
          const target = ((values[Math.floor(place)] ?? 0) + (values[Math.ceil(place)] ?? 0)) / 2;
          const mark = { value: target, words: "", tone: "plain" as const };
          const markup = markupOf(quantileDots({ values, target, marks: [mark], width }));
          const [line = 0] = numbersOf(markup, "mark plain", "x1");
          const [radius = 0] = numbersOf(markup, "future reached", "r");
          const open = numbersOf(markup, "future", "cx");
          const full = numbersOf(markup, "future reached", "cx");
          expect([open.length, full.length]).toEqual([Math.ceil(place), 50 - Math.ceil(place)]);
          expect(Math.max(-Infinity, ...open) + radius).toBeLessThan(line);
          expect(Math.min(...full) - radius).toBeGreaterThan(line);
          // The axis begins at 14. Only dots beside the line may stand before it; they have 0.86 of their place.
          expect(Math.min(...open, ...full)).toBeGreaterThan(Math.min(14, line - radius / 0.86) - 1e-6);
          expect(Math.min(...open, ...full) - radius).toBeGreaterThanOrEqual(0);
          expect(2 * radius).toBeGreaterThan(6);
          expect(Math.max(...full) + radius).toBeLessThanOrEqual(width);
        }
      }
    }
  });

  it("keeps one stack of equal futures in its drawing", () => {
    for (const value of [0, 7]) {
      const markup = markupOf(quantileDots({ values: evenly.map(() => value), marks: [], width: 288 }));
      const ys = numbersOf(markup, "future reached", "cy");
      expect(new Set(ys).size).toBe(50);
      expect(Math.min(...ys)).toBeGreaterThan(0);
      expect(Math.max(...ys)).toBeLessThan(kDotsHeight);
      expect(markup).not.toMatch(/NaN|Infinity/);
    }
  });
});

describe("quantileDots of no figures", () => {
  it.each([[[]], [[Number.NaN]]])("draws an axis for %j and nothing on it", (values) => {
    const markup = markupOf(quantileDots({ values, marks: [], width: 288 }));
    expect(markup).not.toMatch(/circle|NaN|Infinity/);
    expect(wordsOf(quantileDots({ values, marks: [], width: 288 }))).toBe("0 1");
  });
});

describe("exceedanceCurve", () => {
  const target = { value: 40, share: 0.2, words: ["20 of 100", "reach $40m"] };

  it("falls from all futures to few", () => {
    const markup = markupOf(exceedanceCurve({ values: evenly, target, width: 760 }));
    const d = /class="median" d="([^"]*)"/.exec(markup)?.[1] ?? "";
    const points = d.slice(1).split("L").map((point) => point.split(",").map(Number));
    const ys = points.map(([, y = 0]) => y);
    expect(ys).toEqual(ys.toSorted((a, b) => a - b));
    // All at the top of the plot, 1 in 100 just above its bottom: 216 - 200 / 100.
    expect(ys[0]).toBe(16);
    expect(ys.at(-1)).toBe(214);
  });

  it("marks the target on the curve", () => {
    const markup = markupOf(exceedanceCurve({ values: evenly, target, width: 760 }));
    const y = 216 - 0.2 * 200;
    expect(numbersOf(markup, "dot", "cy")).toEqual([y]);
    expect(numbersOf(markup, "mark plain", "y1")).toEqual([y, y]);
    expect(wordsOf(exceedanceCurve({ values: evenly, target, width: 760 }))).toContain("20 of 100 reach $40m");
  });

  it("goes on to a target that a few futures reach", () => {
    const lastPoint = (one: { value: number; share: number }): number[] => {
      const markup = markupOf(exceedanceCurve({ values: evenly, target: { ...target, ...one }, width: 760 }));
      const [at = 0] = numbersOf(markup, "dot", "cx");
      const [x = 0, y = 0] = (/class="median" d="([^"]*)"/.exec(markup)?.[1]?.split("L").at(-1) ?? "").split(",").map(Number);
      return [Math.round(x - at), y];
    };
    expect(lastPoint({ value: 80, share: 0.005 })).toEqual([0, 215]);
    // None reach it: the curve ends before it.
    expect(lastPoint({ value: 80, share: 0 })[0]).toBeLessThan(-100);
  });

  it("keeps words off the curve wherever the target is", () => {
    for (const values of [evenly, skewed]) {
      for (const width of [248, 288, 420, 760]) {
        for (let index = 0; index < 50; ++index) {
          const one = { value: values[index] ?? 0, share: 1 - (index + 0.5) / 50, words: ["US$7.5 million", "20 of 100"] };
          const markup = markupOf(exceedanceCurve({ values, target: one, width }));
          const words = /class="label plain">(.*?)<\/g>/s.exec(markup)?.[1] ?? "";
          const ys = [...words.matchAll(/ y="?([\d.-]+)/g)].map(([, y]) => Number(y));
          const from = Number(/ x="?([\d.]+)/.exec(words)?.[1]);
          // Bold letters of this size are some 7.5 pixels wide and 14 high.
          const [left, right, top, bottom] = [from, from + 14 * 7.5, Math.min(...ys) - 8, Math.max(...ys) + 8];
          expect([left >= 0, right <= width, top >= 0, bottom <= 250]).toEqual([true, true, true, true]);
          const d = /class="median" d="M([^"]*)"/.exec(markup)?.[1] ?? "";
          const points = d.split("L").map((point) => point.split(",").map(Number));
          for (const [at, [x = 0, y = 0]] of points.entries()) {
            const [nextX = 0, nextY = 0] = points[at + 1] ?? [x, y];
            for (let part = 0; part <= 1; part += 0.05) {
              const [pixelX, pixelY] = [x + part * (nextX - x), y + part * (nextY - y)];
              const isInside = pixelX > left && pixelX < right && pixelY > top && pixelY < bottom;
              expect(isInside, `${width} ${index} ${pixelX} ${pixelY}`).toBe(false);
            }
          }
        }
      }
    }
  });

  it("keeps words off the dot wherever the target is", () => {
    for (const values of [evenly, skewed]) {
      for (const width of [288, 420, 760]) {
        for (let index = 0; index < 50; ++index) {
          // As long as in Urdu, whose lines are 19 pixels high.
          const one = { value: values[index] ?? 0, share: 1 - (index + 0.5) / 50, words: ["$100m and even more", "31 of 100 futures"] };
          const markup = markupOf(exceedanceCurve({ values, target: one, width }));
          const words = /class="label plain">(.*?)<\/g>/s.exec(markup)?.[1] ?? "";
          const ys = [...words.matchAll(/ y="?([\d.-]+)/g)].map(([, y]) => Number(y));
          const left = Number(/ x="?([\d.]+)/.exec(words)?.[1]);
          const [[x = 0], [y = 0], [radius = 0]] = ["cx", "cy", "r"].map((name) => numbersOf(markup, "dot", name)) as [number[], number[], number[]];
          const beside = Math.max(left - x, x - left - 19 * 7.5) - radius;
          const beyond = Math.max(Math.min(...ys) - 9.5 - y, y - Math.max(...ys) - 9.5) - radius;
          expect(Math.max(beside, beyond), `${width} ${index}`).toBeGreaterThanOrEqual(3);
        }
      }
    }
  });

  it("has room for a target beyond all futures, and for no futures at all", () => {
    for (const values of [evenly, evenly.map(() => 0), []]) {
      const markup = markupOf(exceedanceCurve({ values, target: { ...target, value: 300, share: 0 }, width: 288 }));
      expect(markup).not.toMatch(/NaN|Infinity|undefined/);
      const [x = 0] = numbersOf(markup, "dot", "cx");
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(288);
    }
  });
});
