import { describe, expect, it } from "vitest";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { sellerFigure } from "./sellers.ts";

describe("sellerFigure", () => {
  it("puts the typical seller beside the average", () => {
    const text = wordsOf(sellerFigure(mockView({ year: 2030 })));
    expect(text).toContain("The typical seller sells about $2,000 a year. The average is 12 times that");
    expect(text).toContain("1 in 100 sells more than $400,000");
  });

  it("says that nobody sells where nobody does", () => {
    const none = mockSeries(0);
    const result = { ...mockResult(100e6), sellerSales: { mean: none, median: none, top1: none } };
    const said = wordsOf(sellerFigure(mockView({ result })));
    expect(said).toContain("Nobody sells");
    expect(said).not.toContain("of all sales");
  });
});
