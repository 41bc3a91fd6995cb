import { describe, expect, it } from "vitest";
import { markupOf, numbersOf, wordsOf } from "../../tests/web/markup.ts";
import { bars, type Bar } from "./bars.ts";
import { rowList } from "./row_list.ts";
import { spans } from "./spans.ts";
import { timeline } from "./timeline.ts";

const bar = (label: string, to: number, change: Partial<Bar> = {}): Bar => ({
  label,
  value: String(to),
  from: 0,
  to,
  tone: "main",
  ...change,
});

describe("bars", () => {
  it("starts all at zero and gives the longest the whole width", () => {
    const markup = markupOf(rowList(bars([bar("a", 40), bar("b", 10)])));
    expect(numbersOf(markup, "main", "x")).toEqual([0, 0]);
    expect(numbersOf(markup, "main", "width")).toEqual([100, 25]);
    expect(markup).not.toContain("origin");
  });

  it("makes room for a range and for what is below zero", () => {
    const markup = markupOf(rowList(bars([bar("a", 20, { range: [-20, 60] }), bar("b", -10, { tone: "loss" })])));
    // From -20 to 60: 80 on 100 %, zero at 25.
    expect(numbersOf(markup, "band90", "width")).toEqual([100]);
    expect(numbersOf(markup, "main", "x")).toEqual([25]);
    expect(numbersOf(markup, "loss", "x")).toEqual([12.5]);
    expect(numbersOf(markup, "origin", "x1")).toEqual([25, 25]);
    // A bar leaves its range to be seen above and below it.
    expect(numbersOf(markup, "band90", "y")).toEqual([1]);
    expect(numbersOf(markup, "band90", "height")).toEqual([16]);
    expect(numbersOf(markup, "main", "y")).toEqual([5]);
    expect(numbersOf(markup, "main", "height")).toEqual([8]);
    expect(numbersOf(markup, "loss", "y")).toEqual([2]);
    expect(numbersOf(markup, "loss", "height")).toEqual([14]);
  });

  it("draws nothing where all is zero, and no hair either", () => {
    const markup = markupOf(rowList(bars([bar("a", 0), bar("b", 0)])));
    expect(numbersOf(markup, "main", "x")).toEqual([0, 0]);
    expect(numbersOf(markup, "main", "width")).toEqual([0, 0]);
  });

  it("keeps its scale where one figure is none", () => {
    expect(numbersOf(markupOf(rowList(bars([bar("a", Number.NaN), bar("b", 40)]))), "main", "width")[1]).toBe(100);
  });

  it("shows a sliver of what is tiny", () => {
    expect(numbersOf(markupOf(rowList(bars([bar("a", 1e6), bar("b", 1)]))), "main", "width")).toEqual([100, 0.4]);
  });

  it("tells totals and rows with notes from others", () => {
    const classes = (...rows: Bar[]): string[] => [...markupOf(rowList(bars(rows))).matchAll(/<div class="([^"]*)"/g)].map(([, name = ""]) => name);
    expect(classes(bar("a", 1, { isTotal: true }), bar("b", 2))).toEqual(["bars", "bar total", "bar"]);
    expect(classes(bar("a", 1), bar("b", 2, { note: "1 to 5" }))).toEqual(["bars noted", "bar", "bar"]);
    expect(markupOf(rowList(bars([bar("a", 1)])))).toContain('<svg class="bar-plot"');
  });

  it("reads as label, figure, note", () => {
    expect(wordsOf(rowList(bars([bar("Food", 3, { note: "1 to 5" })])))).toBe("Food 3 1 to 5");
  });

  it("sets figures in the direction of their words, also where a currency in Latin letters stands first", () => {
    const directions = (value: string, note: string): (string | undefined)[] =>
      [...markupOf(rowList(bars([bar("a", 1, { value, note })]))).matchAll(/<bdi dir="(\w+)">/g)].map(([, direction]) => direction);
    expect(directions("\u2066ZED\u00A0870\u2069 ملین", "\u2066ZED\u00A0870\u2069 ملین تا \u2066ZED\u00A032\u2069 ارب")).toEqual(["rtl", "rtl"]);
    expect(directions("ZED\u00A0870m", "57\u00A0%")).toEqual(["ltr", "ltr"]);
  });
});

describe("spans", () => {
  const span = (low: number, high: number): { label: string; value: string; low: number; high: number } => ({
    label: "who sells",
    value: "",
    low,
    high,
  });

  it("reaches to both sides of the centre, whichever end is higher", () => {
    const markup = markupOf(rowList(spans([span(20, 100), span(70, 30)], 50, "middle: $50m")));
    expect(numbersOf(markup, "loss", "x")).toEqual([20, 50]);
    expect(numbersOf(markup, "loss", "width")).toEqual([30, 20]);
    expect(numbersOf(markup, "main", "x")).toEqual([50, 30]);
    expect(numbersOf(markup, "main", "width")).toEqual([50, 20]);
    expect(numbersOf(markup, "center", "x1")).toEqual([50, 50]);
    expect(wordsOf(rowList(spans([span(20, 100)], 50, "middle: $50m")))).toBe("who sells middle: $50m");
    expect(wordsOf(rowList(spans([span(20, 100)], 50, "درمیان \u2066$50\u2069")))).toContain("درمیان \u200F\u200E$50\u200E\u200F");
  });

  it("keeps two ends on one side apart", () => {
    const markup = markupOf(rowList(spans([span(60, 100)], 50, "")));
    expect(numbersOf(markup, "loss", "y")).toEqual([2]);
    expect(numbersOf(markup, "main", "y")).toEqual([9]);
    expect(numbersOf(markup, "main", "height")).toEqual([7]);
    // Both lie below it.
    const below = markupOf(rowList(spans([span(20, 40), span(0, 100)], 50, "")));
    expect(numbersOf(below, "loss", "height")).toEqual([7, 14]);
    expect(numbersOf(below, "main", "y")).toEqual([9, 2]);
  });

  it("keeps the words of the centre inside", () => {
    // On a phone they take six tenths of the width.
    const anchor = (center: number): string | undefined =>
      /text-anchor="(\w+)"/.exec(markupOf(rowList(spans([span(0, 100)], center, "x"))))?.[1];
    expect([5, 30, 40, 60, 70, 95].map(anchor)).toEqual(["start", "start", "middle", "middle", "end", "end"]);
    expect(markupOf(rowList(spans([span(0, 0)], 0, "x")))).not.toMatch(/NaN/);
  });
});

describe("timeline", () => {
  const years = [2027, 2028, 2029, 2030];
  const row = (from: number, to: number, adds: readonly number[]): Parameters<typeof timeline>[0][number] => ({
    label: "training",
    value: "$5m",
    from,
    to,
    adds,
  });

  it("puts each line over the years in which it acts, and cuts what lies outside", () => {
    const chart = timeline([row(2028, 2029, [0, 1, 2, 2]), row(2024, 2036, [1, 1, 1, 1])], years, 2);
    const markup = markupOf(rowList(chart));
    expect(numbersOf(markup, "strip", "x")).toEqual([25, 0]);
    expect(numbersOf(markup, "strip", "width")).toEqual([50, 100]);
    expect(numbersOf(markup, "shown", "x1")).toEqual([62.5, 62.5]);
    expect(wordsOf(rowList(timeline([row(2028, 2029, [])], [2027], 0)))).toBe("training $5m 2027");
  });

  it("draws all columns in one scale, losses below zero", () => {
    // From -1 to 3 on 34 px: 8.5 px for one, zero at 25.5.
    const markup = markupOf(rowList(timeline([row(2027, 2030, [3, 1, 0, -1])], years, 0)));
    expect(numbersOf(markup, "main", "height")).toEqual([25.5, 8.5, 0]);
    // 72 per cent of a quarter each, in its middle: 3.5 on either side.
    expect(numbersOf(markup, "main", "x")).toEqual([3.5, 28.5, 53.5]);
    expect(numbersOf(markup, "main", "width")).toEqual([18, 18, 18]);
    expect(numbersOf(markup, "loss", "y")).toEqual([25.5]);
    expect(numbersOf(markup, "origin", "y1")).toEqual([25.5]);
  });

  it("names the first, the last and the shown year where they keep apart", () => {
    const long = Array.from({ length: 10 }, (_, index) => 2027 + index);
    expect(wordsOf(rowList(timeline([], long, 4)))).toBe("2027 2031 2036");
    expect(markupOf(rowList(timeline([], long, 4)))).toContain('<text x="45%" y="14" text-anchor="middle">2031</text>');
    expect(wordsOf(rowList(timeline([], long, 8)))).toBe("2027 2036");
    expect(wordsOf(rowList(timeline([], [2027], 0)))).toBe("2027");
  });

  it("runs from the left in every language", () => {
    expect(markupOf(rowList(timeline([row(2027, 2027, [])], years, 0)))).toContain('class="bar-plot timeline"');
    expect(markupOf(rowList(timeline([row(2027, 2027, [])], years, 0)))).not.toMatch(/NaN|undefined/);
  });
});
