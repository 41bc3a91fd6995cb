import { describe, expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import type { ResultsView } from "../view.ts";
import { pathsFigure } from "./paths.ts";

/** 400 million with the plan and 320 without it in 2030; in the years before, a quarter of that a year. */
function view(change: Partial<ResultsView["state"]> = {}, parts: Partial<ResultsView> = {}): ResultsView {
  const result = mockResult(96e6);
  const exportsWith = { unit: "US$" as const, ...mockSeries(400e6) };
  const exportsWithout = { unit: "US$" as const, ...mockSeries(320e6) };
  return mockView({ result: { ...result, outputs: { ...result.outputs, exportsWith, exportsWithout } }, ...change }, parts);
}

describe("pathsFigure", () => {
  it("says how much is exported in the year shown with the plan and without", () => {
    const words = wordsOf(pathsFigure(view()));
    expect(words).toMatch(
      /^Online exports with and without the plan, US\$ million a year In 2029, about \$300 million with the plan and \$240 million without it\. /,
    );
    expect(wordsOf(pathsFigure(view({ year: 2030 })))).toContain("In 2030, about $400 million with the plan and $320 million without it.");
  });

  it("has every year in its table: the middle, and from six tenths of it to sixteen", () => {
    const rows = [...markupOf(pathsFigure(view())).matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)];
    expect(rows.map(([, row = ""]) => row.split(/<[^>]*>+/).filter((cell) => cell !== ""))).toEqual([
      ["2027", "100", "60.0", "160", "80.0", "48.0", "128"],
      ["2028", "200", "120", "320", "160", "96.0", "256"],
      ["2029", "300", "180", "480", "240", "144", "384"],
      ["2030", "400", "240", "640", "320", "192", "512"],
    ]);
    expect(wordsOf(pathsFigure(view()))).toContain(
      "Fiscal year With: middle With: 1 in 4 below With: 1 in 4 above Without: middle Without: 1 in 4 below Without: 1 in 4 above",
    );
  });

  it("is drawn as wide as its place, once that is measured, and tells it in words", () => {
    const markup = markupOf(pathsFigure(view({ widths: { paths: 431 } })));
    expect(markup).toMatch(/<svg [^>]*viewBox="0 0 431 /);
    expect(markup).toMatch(/id="paths-plot" role="img" aria-label="Online exports with and without the plan, US\$ million a year\. In 2029/);
  });

  it("names both lines in a few letters where there is little room, and the year of their amounts everywhere", () => {
    const labels = (width: number, text = en): string[] =>
      [...markupOf(pathsFigure(view({ widths: { paths: width } }, { text }))).matchAll(/<text [^>]*dy="0.35em">([^<]*)<\/text>/g)].map(([, words = ""]) => words);
    const lines = (width: number, text = en): string[] => labels(width, text).slice(-4);
    expect(lines(760)).toEqual(["with the plan", "$400m", "without it", "$320m"]);
    for (const width of [248, 288, 358]) {
      expect(lines(width)).toEqual(["with", "$400m", "without", "$320m"]);
      expect(lines(width, ur).filter((_, index) => index % 2 === 0)).toEqual(["ساتھ", "بغیر"]);
    }
    for (const width of [288, 760]) {
      expect(wordsOf(pathsFigure(view({ widths: { paths: width } })))).toContain("The amounts at the ends of the lines are those of 2030.");
    }
    expect(unmarked(wordsOf(pathsFigure(view({}, { text: ur }))))).toContain("لکیروں کے سروں پر لکھی رقمیں 2030 کی ہیں۔");
  });

  it("keeps the names apart and inside where both lines end at one place", () => {
    const result = mockResult(0);
    const markup = markupOf(pathsFigure(mockView({ result, widths: { paths: 288 } })));
    const names = [...markup.matchAll(/<text x="([\d.]+)" y="([\d.-]+)" dy="0.35em">/g)].slice(-4).map(([, x, y]) => [Number(x), Number(y)]);
    const ys = names.map(([, y = 0]) => y);
    // A letter of this size is some 15 pixels high.
    for (const [index, y] of ys.entries()) if (index > 0) expect(y - (ys[index - 1] ?? 0)).toBeGreaterThan(15);
    expect(Math.min(...ys)).toBeGreaterThan(8);
    expect(Math.max(...ys)).toBeLessThan(204 - 8);
    // "without" in a bold letter of 9.2 pixels at most.
    for (const [x = 0] of names) expect(x + 7 * 9.2).toBeLessThanOrEqual(288);
  });

  it("says why its two middles do not differ by the answer", () => {
    expect(wordsOf(pathsFigure(view()))).toContain("The gap between the lines is not the answer: sales that only move from other exports are still in it");
    expect(wordsOf(pathsFigure(view({}, { text: ur })))).toContain("لکیروں کے درمیان کا فاصلہ جواب نہیں");
  });

  it("is in the country's currency where that is shown, and keeps figures together among words from the right", () => {
    // 300 million at 250 to the dollar are 75 billion.
    expect(wordsOf(pathsFigure(view({ currency: "local" })))).toMatch(/about ZED 75 billion with the plan/);
    expect(wordsOf(pathsFigure(view({}, { text: ur })))).toContain("\u20662029\u2069");
  });
});
