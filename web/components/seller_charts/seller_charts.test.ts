import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView } from "../../../tests/web/mock_view.ts";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { staticHtml } from "../../page/static_html.ts";
import { initialState } from "../../state/app_state.ts";
import type { ShownResult } from "../../state/readings.ts";
import { luckFigure, sellerFigure } from "./seller_charts.ts";
import type { View } from "../view.ts";

function words(figure: (view: View) => ReturnType<typeof luckFigure>, change: Partial<ShownResult>): string {
  const state = { ...initialState(mockPack, { ...mockResult(100e6), ...change }), year: 2030 };
  const markup = staticHtml(figure(mockView(state)));
  return markup.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
}

/** A result whose variance is luck to `share`, which moves the figure by `variation` of it. */
const lucky = (share: number, variation: number): Partial<ShownResult> => ({
  luck: { cv: mockSeries(variation), share: [0, 0, 0, share] },
});

describe("luckFigure", () => {
  it("weighs luck against not knowing", () => {
    expect(words(luckFigure, lucky(0.034, 0.154))).toContain("Almost all of the uncertainty is because we do not know");
    expect(words(luckFigure, lucky(0.26, 0.49))).toContain("Most of the uncertainty is because we do not know");
    expect(words(luckFigure, lucky(0.5, 0.8))).toContain("About half of the uncertainty is because we do not know");
    expect(words(luckFigure, lucky(0.78, 1.5))).toContain("Most of the uncertainty is luck");
    expect(words(luckFigure, lucky(0, 0))).toContain("This plan adds nothing");
  });

  it("says how far luck alone goes, while that is a range around the figure", () => {
    expect(words(luckFigure, lucky(0.034, 0.154))).toContain("usually by no more than 15 % up or down");
    expect(words(luckFigure, lucky(0.78, 1.5))).toContain("beyond recognition");
    expect(words(luckFigure, lucky(0.78, 1.5))).not.toContain("150 %");
  });
});

describe("sellerFigure", () => {
  it("puts the typical seller beside the average", () => {
    const text = words(sellerFigure, {});
    expect(text).toContain("The typical seller sells about $2,000 a year. The average is 12 times that");
    expect(text).toContain("1 in 100 sells more than $400,000");
  });

  it("says that nobody sells where nobody does", () => {
    const none = mockSeries(0);
    expect(words(sellerFigure, { sellerSales: { mean: none, median: none, top1: none } })).toContain("Nobody sells");
  });
});
