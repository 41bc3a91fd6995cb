import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
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
      ["2027", "100", "60 to 160", "80", "48 to 128"],
      ["2028", "200", "120 to 320", "160", "96 to 256"],
      ["2029", "300", "180 to 480", "240", "144 to 384"],
      ["2030", "400", "240 to 640", "320", "192 to 512"],
    ]);
    expect(wordsOf(pathsFigure(view()))).toContain("Fiscal year With: middle With: half lie between Without: middle Without: half lie between");
  });

  it("is drawn as wide as its place, once that is measured, and tells it in words", () => {
    const markup = markupOf(pathsFigure(view({ widths: { paths: 431 } })));
    expect(markup).toMatch(/<svg [^>]*viewBox="0 0 431 /);
    expect(markup).toMatch(/id="paths-plot" role="img" aria-label="Online exports with and without the plan, US\$ million a year\. In 2029/);
  });

  it("says why its two middles do not differ by the answer", () => {
    expect(wordsOf(pathsFigure(view()))).toContain("The gap between the lines is not the answer: sales that only move from other exports are still in it");
    expect(wordsOf(pathsFigure(view({}, { text: ur })))).toContain("لکیروں کا درمیانی فاصلہ جواب نہیں");
  });

  it("is in the country's currency where that is shown, and keeps figures together among words from the right", () => {
    // 300 million at 250 to the dollar are 75 billion.
    expect(wordsOf(pathsFigure(view({ currency: "local" })))).toMatch(/about ZED 75 billion with the plan/);
    expect(wordsOf(pathsFigure(view({}, { text: ur })))).toContain("\u20662029\u2069");
  });
});
