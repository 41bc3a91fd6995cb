import { describe, expect, it } from "vitest";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { staticHtml } from "../../page/static_html.ts";
import { futuresFigure } from "./futures.ts";

// The mock's futures lie evenly between 0 and $200 million in 2030.
const view = mockView({ result: mockResult(100e6), year: 2030 });

describe("futuresFigure", () => {
  it("says what 16 and what 4 of 20 futures are above", () => {
    expect(wordsOf(futuresFigure(view))).toContain(
      "In 16 of 20 futures it is above $40 million a year; in 4 of 20 it is above $160 million.",
    );
  });

  it("says of a plan that loses how much less is lost", () => {
    // Evenly between a loss of $200 million and nothing.
    const gains = mockResult(100e6);
    const result = { ...gains, percentiles: gains.percentiles.map((column) => column.map((usd) => -usd).toReversed()) };
    expect(wordsOf(futuresFigure(mockView({ result, year: 2030 })))).toContain(
      "In 16 of 20 futures less than $160 million a year is lost; in 4 of 20 less than $40 million.",
    );
  });

  it("draws fifty dots, full above the mark", () => {
    const markup = staticHtml(futuresFigure(view));
    expect(markup.match(/class="future/g)).toHaveLength(50);
    // Dots at 41, 43, ... 99 per cent of 200 million, and not those below 20 per cent.
    expect(markup.match(/class="future reached"/g)).toHaveLength(40);
  });

  it("says above at the dashed line where there is little room too", () => {
    for (const width of [288, 358, 760]) {
      expect(wordsOf(futuresFigure(mockView({ result: mockResult(100e6), year: 2030, widths: { futures: width } })))).toContain("16 of 20 above $40m");
    }
    const narrow = mockView({ result: mockResult(100e6), year: 2030, widths: { futures: 288 } }, { text: ur });
    expect(wordsOf(futuresFigure(narrow))).toMatch(/20 میں سے 16 اوپر: .*\$40/);
  });

  it("lists amounts by how many futures are above them", () => {
    expect(wordsOf(futuresFigure(view))).toContain("10 of 20 100");
    expect(wordsOf(futuresFigure(view))).toContain("1 of 20 190");
  });

  it("has nothing to show of a plan that adds nothing", () => {
    const said = wordsOf(futuresFigure(mockView({ result: mockResult(0) })));
    expect(said).toContain("This plan adds nothing");
    expect(said).not.toContain("16 of 20 above");
  });
});
