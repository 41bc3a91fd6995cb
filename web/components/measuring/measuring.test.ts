import { describe, expect, it } from "vitest";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { EvppiResult } from "../../engine/analysis_types.ts";
import { noAnalyses } from "../../state/analyses.ts";
import { measuringFigure } from "./measuring.ts";

function words(first: number): string {
  const answer: EvppiResult = {
    schema: 1,
    model: { version: "1", pack: "zz", packVersion: "1", seed: 1, draws: 256 },
    output: "exportsAdditional",
    unit: "US$",
    year: 2030,
    method: "evppi",
    threshold: 100e6,
    probabilityAbove: 0.25,
    evpi: { value: 8e6, standardError: 1e5 },
    inputs: [
      { name: "act", evppi: { value: first, standardError: 1e5 } },
      { name: "takeup.light", evppi: { value: -1, standardError: 1e5 } },
    ],
  };
  const analyses = { ...noAnalyses, evppi: { isStale: false, isRunning: false, progress: 1, problem: "", answer } };
  return wordsOf(measuringFigure(mockView({ analyses })));
}

describe("measuringFigure", () => {
  it("says what it is worth to know the most useful assumption first", () => {
    expect(words(2e6)).toContain(
      "For someone who wants at least $100 million a year or nothing, to know “First sale” first would be worth up to $2 million a year on average: 25 % of what knowing everything would be worth.",
    );
    expect(words(2e6)).toContain("everything at once 8");
  });

  it("says where no measurement would change the decision", () => {
    expect(words(0)).toContain("no measurement would change the decision: 25 % of the futures reach it.");
  });
});
