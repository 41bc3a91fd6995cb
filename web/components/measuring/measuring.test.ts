import { describe, expect, it } from "vitest";
import { mockEvppi } from "../../../tests/web/mock_answers.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { noAnalyses } from "../../state/analyses.ts";
import { measuringFigure } from "./measuring.ts";

function words(first: number): string {
  const analyses = { ...noAnalyses, evppi: { isStale: false, isRunning: false, progress: 1, problem: "", answer: mockEvppi(first) } };
  return wordsOf(measuringFigure(mockView({ analyses })));
}

describe("measuringFigure", () => {
  it("says what it is worth to know the most useful assumption first", () => {
    expect(words(2e6)).toContain(
      "For someone who goes ahead only if the plan adds at least $100 million a year, knowing “First sale” before deciding would avoid, on average, mistakes worth up to $2 million a year: 25 % of what knowing everything would avoid.",
    );
    expect(words(2e6)).toContain("everything at once 8");
  });

  it("shows nothing that may be chance", () => {
    const answer = mockEvppi(2e6);
    const said = (standardError: number): string => {
      const inputs = [{ name: "act", evppi: { value: 2e6, standardError } }];
      const analyses = { ...noAnalyses, evppi: { isStale: false, isRunning: false, progress: 1, problem: "", answer: { ...answer, inputs } } };
      return wordsOf(measuringFigure(mockView({ analyses })));
    };
    expect(said(1.99e6)).toContain("mistakes worth up to $2 million a year");
    expect(said(2.01e6)).toContain("no single assumption can be told from chance. The plan adds as much in 25 of 100 futures.");
  });

  it("shows what is told from chance, however many that are not stand before it", () => {
    const doubtful = Array.from({ length: 6 }, () => ({ name: "act", evppi: { value: 3e6, standardError: 4e6 } }));
    const inputs = [...doubtful, { name: "takeup.light", evppi: { value: 2e6, standardError: 1e6 } }];
    const analyses = { ...noAnalyses, evppi: { isStale: false, isRunning: false, progress: 1, problem: "", answer: { ...mockEvppi(0), inputs } } };
    expect(wordsOf(measuringFigure(mockView({ analyses })))).toContain("mistakes worth up to $2 million a year");
  });

  it("says where no measurement would change the decision", () => {
    const answer = { ...mockEvppi(0), evpi: { value: 0, standardError: 0 } };
    const analyses = { ...noAnalyses, evppi: { isStale: false, isRunning: false, progress: 1, problem: "", answer } };
    expect(wordsOf(measuringFigure(mockView({ analyses })))).toContain(
      "no measurement would change the decision. The plan adds as much in 25 of 100 futures.",
    );
  });
});
