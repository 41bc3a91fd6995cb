import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import type { ResultsView } from "../view.ts";
import { otherResults } from "./other_results.ts";

/** In 2029, the third of four years: the middle is three quarters of the last, the range a fifth to three times that. */
function view(change: Partial<ResultsView["state"]> = {}, parts: Partial<ResultsView> = {}): ResultsView {
  const result = mockResult(96e6);
  const { p05, p25, p50, p75, p95 } = mockSeries(-8e6).quantiles;
  const fiscalNet = { unit: "US$" as const, mean: p50, quantiles: { p05: p95, p25: p75, p50, p75: p25, p95: p05 } };
  const outputs = { ...result.outputs, fiscalNet, cost: { unit: "US$" as const, ...mockSeries(0) }, jobs: { unit: "jobs" as const, ...mockSeries(5280) } };
  return mockView({ result: { ...result, outputs }, ...change }, parts);
}
const rowsOf = (shown: ResultsView): string[] =>
  [...markupOf(otherResults(shown).table).matchAll(/<tr><th scope="row">(.*?)<\/th><td>(.*?)<\/td><td>(.*?)<\/td>/g)].map(
    ([, ...cells]) => cells.join(" | "),
  );

describe("otherResults", () => {
  it("has the middle and the range of each in the year shown", () => {
    // 96 * 3/4 = 72, of which a fifth is 14.4 and three times 216; 8 * 3/4 = 6, 1.2 and 18; 5,280 * 3/4 = 3,960, 792 and 11,880.
    expect(rowsOf(view())).toEqual([
      "Extra gross sales abroad | $72.0m | $14.4m to $216m",
      "Extra export earnings | $72.0m | $14.4m to $216m",
      "Of these, brought home | $72.0m | $14.4m to $216m",
      "Value added in the country | $72.0m | $14.4m to $216m",
      "Tax on the proceeds | $72.0m | $14.4m to $216m",
      "Public cost | $0 | $0",
      "Tax less public cost | \u2212\u2060$6.00m | \u2212\u2060$18.0m to \u2212\u2060$1.20m",
      "Jobs supported | 3,960 | 792 to 11,900",
    ]);
    expect(rowsOf(view({ year: 2030 }))[1]).toBe("Extra export earnings | $96.0m | $19.2m to $288m");
  });

  it("says that its middles do not subtract", () => {
    expect(otherResults(view()).note).toContain("the middle of differences is not the difference of two middles.");
  });

  it("says the year and what the columns are", () => {
    const { title, table } = otherResults(view({ year: 2030 }));
    expect(title).toBe("Other results, 2030");
    expect(wordsOf(table)).toMatch(/^Other results, 2030 Result Middle 18 of 20 futures /);
  });

  it("shows amounts in the country's currency, and jobs as they are", () => {
    // At 250 to the dollar, 72 million are 18 billion.
    const rows = rowsOf(view({ currency: "local" }));
    expect(rows[0]).toMatch(/\| ZED\s?18\.0bn \| ZED\s?3\.60bn to ZED\s?54\.0bn$/);
    expect(rows[7]).toBe("Jobs supported | 3,960 | 792 to 11,900");
  });

  it("keeps signs at their figures among words from the right", () => {
    expect(rowsOf(view({}, { text: ur }))[6]).toContain("\u2066\u2212\u2060$6.00\u2069");
  });
});
