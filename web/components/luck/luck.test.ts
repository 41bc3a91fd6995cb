import { describe, expect, it } from "vitest";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { luckFigure } from "./luck.ts";

/** The words for a headline whose variance is luck to `luck`, which moves it by `variation` of it. */
function words(luck: number, variation: number, parameters = 1 - luck): string {
  const spread = { parameters: [0, 0, 0, parameters], shocks: [0, 0, 0, 0], luck: [0, 0, 0, luck] };
  const result = { ...mockResult(100e6), spread, luck: { cv: mockSeries(variation) } };
  return wordsOf(luckFigure(mockView({ result, year: 2030 })));
}

describe("luckFigure", () => {
  it("weighs luck against not knowing", () => {
    expect(words(0.034, 0.154)).toContain("Almost all of the uncertainty is because we do not know");
    expect(words(0.26, 0.49)).toContain("Most of the uncertainty is because we do not know");
    expect(words(0.5, 0.8)).toContain("About half of the uncertainty is because we do not know");
    expect(words(0.78, 1.5)).toContain("Most of the uncertainty is luck");
    expect(words(0, 0, 0)).toContain("This plan adds nothing");
  });

  it("tells not knowing, shocks and luck apart", () => {
    const figure = wordsOf(luckFigure(mockView({ year: 2030 })));
    expect(figure).toContain("not knowing: the assumptions 95 %");
    expect(figure).toContain("shocks: when access to a market is interrupted 1 %");
    expect(figure).toContain("luck: which sellers happen to succeed 4 %");
  });

  it("says how far luck alone goes, while that is a range around the figure", () => {
    expect(words(0.034, 0.154)).toContain("usually by no more than 15 % up or down");
    expect(words(0.78, 1.5)).toContain("beyond recognition");
    expect(words(0.78, 1.5)).not.toContain("150 %");
    expect(words(0.034, 0.0001)).toContain("usually by no more than 0.1 % up or down");
  });

  it("does not speak of luck where no seller is added", () => {
    expect(words(0, 0)).toContain("In this year the plan adds no active sellers, so their luck does not count here.");
    expect(words(0, 0)).not.toContain("up or down");
  });
});
