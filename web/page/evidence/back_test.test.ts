import { expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../static_html.ts";
import { backTest, type BackTest } from "./back_test.ts";

const spread = (p50: number, isInside: boolean) => ({ quantiles: { p05: p50 / 4, p50, p95: 4 * p50 }, inside: { 90: isInside } });

const test: BackTest = {
  label: { en: "A programme" },
  note: { en: "Claims of a company." },
  sources: { report: { title: "A report", publisher: "A paper", url: "https://example.org/report", date: "2024" } },
  split: "2021-04",
  after: [
    { from: "2021-04", to: "2022-05", observed: 2e9 },
    { from: "2022-05", to: "2023-12", observed: 3e9 },
  ],
  readings: {
    prior: { intervals: [spread(200e6, false), spread(400e6, false)], observedOverMedian: 8.66 },
    matched: { intervals: [spread(1e9, true), spread(4e9, true)], observedOverMedian: 1.225 },
  },
};

it("shows for each interval what was reported and what either reading says, and how many lie in the range", () => {
  const made = backTest({ ...mockView(), text: en }, test);
  const words = wordsOf(made).replaceAll("\u00A0", " ");
  expect(words).toContain("The nearest is A programme.");
  expect(words).toContain("Until the end of April 2021 it knows");
  // 4 x 200 million and a quarter of it; 4 x 1 billion and a quarter of it.
  expect(words).toContain("April 2021 and May 2022 $2 billion $200 million ($50 million to $800 million) $1 billion ($250 million to $4 billion)");
  expect(words).toContain("0 of 2 reports lie in the range; on average they are 8.7 times the middle.");
  expect(words).toContain("2 of 2 lie in the range; on average they are 1.2 times the middle.");
  expect(staticHtml(made)).toContain('href="https://example.org/report"');
});
