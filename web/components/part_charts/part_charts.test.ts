import type { TemplateResult } from "lit";
import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult, withSteps } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { channelFigure, funnelFigure, marketFigure, sectorFigure, waterfallFigure } from "./part_charts.ts";

/** Lines of the drawing: label, figure and, where there is one, the range. */
function barsOf(figure: TemplateResult): string[] {
  const bars = markupOf(figure).split(/<div class="bar(?: total)?">/).slice(1);
  const cells = bars.map((bar) => [...bar.matchAll(/class="bar-(?:label|value|note)">(?:<bdi[^>]*>)?([^<]*)/g)]);
  return cells.map((found) => found.map(([, words]) => words).join(" | "));
}
const rowsOf = (figure: TemplateResult): string[] =>
  [...markupOf(figure).matchAll(/<tr><th scope="row">(.*?)<\/tr>/g)].map(([, row = ""]) => row.replaceAll(/<\/t[hd]>(<td>)?/g, " ").trim());

describe("waterfallFigure", () => {
  it("goes from gross sales to earnings in amounts that add up", () => {
    // Of the mock's 96: 4 times that, less 2 times, less once.
    const figure = waterfallFigure(mockView());
    expect(barsOf(figure)).toEqual([
      "Gross sales by the new sellers | $384m",
      "would have come anyway | \u2212\u2060$192m",
      "fees, freight, returns, taxes abroad | \u2212\u2060$96m",
      "Extra export earnings, on average | $96m",
    ]);
    expect(rowsOf(figure)).toEqual([
      "Gross sales by the new sellers 384",
      "would have come anyway \u2212192",
      "fees, freight, returns, taxes abroad \u221296.0",
      "Extra export earnings, on average 96.0",
    ]);
    expect(wordsOf(figure)).toMatch(/^From sales to earnings, 2029: average of all futures, US\$ million Extra export earnings: \$96m on average, \$72m in the middle future, because a few futures are very large\. Most of what the new sellers sell is not extra export earnings: 25 % of it is\. /);
    expect(wordsOf(figure)).toContain("Step US$ million a year");
  });

  it("tells the average from the middle of the answer where two digits do", () => {
    // The middle of the mock's futures in 2029 is three quarters of the headline.
    const result = mockResult(96e6);
    const middles = (p50: number): string => {
      const { exportsAdditional } = result.outputs;
      const quantiles = { ...exportsAdditional.quantiles, p50: [0, 0, p50, 0] };
      return wordsOf(waterfallFigure(mockView({ result: { ...result, outputs: { ...result.outputs, exportsAdditional: { ...exportsAdditional, quantiles } } } })));
    };
    expect(middles(110e6)).toContain("$96m on average, $110m in the middle future, because a few futures are very low.");
    expect(middles(96.4e6)).not.toContain("middle future");
    const urdu = unmarked(wordsOf(waterfallFigure(mockView({ result }, { text: ur }))));
    expect(urdu).toContain("اضافی برآمدی آمدن: اوسطاً $96 ملین، لیکن درمیانی قدر $72 ملین ہے، کیونکہ چند صورتوں میں یہ رقم بہت زیادہ ہے۔");
    expect(urdu).toContain("فروخت سے آمدن تک، 2029: تمام ممکنہ صورتوں کی اوسط، ملین امریکی ڈالر");
  });

  it("says it the other way round of a larger part, and that there is nothing of a plan that adds nothing", () => {
    const half = withSteps({ programmeSales: 10e6, exportsAdditional: 5e6 });
    expect(wordsOf(waterfallFigure(mockView({ result: half })))).toContain("50 % of what the new sellers sell is extra export earnings.");
    const none = withSteps({ programmeSales: 0, exportsAdditional: 0 });
    expect(wordsOf(waterfallFigure(mockView({ result: none })))).toContain("This plan adds nothing, so there is nothing to show.");
  });

  it("says gained for what is not taken", () => {
    const result = withSteps({ programmeSales: 10e6, crowding: 2e6, exportsAdditional: 12e6 });
    expect(barsOf(waterfallFigure(mockView({ result })))[1]).toBe("more sold by other online sellers | $2.0m");
  });
});

describe("parts", () => {
  // In 2029, three quarters of the last year's 96: 72 in the middle, 86.4 on average, from 14.4 to 216.
  it("are each sector's average with its range, and name the largest", () => {
    const figure = sectorFigure(mockView());
    expect(barsOf(figure)).toEqual([
      "Apparel | $52m | $8.6m to $130m",
      "Home textiles | $26m | $4.3m to $65m",
      "Food | $8.6m | $1.4m to $22m",
    ]);
    expect(rowsOf(figure)).toEqual(["Apparel 51.8 8.64 43.2 130", "Home textiles 25.9 4.32 21.6 64.8", "Food 8.64 1.44 7.20 21.6"]);
    expect(wordsOf(figure)).toMatch(/^By sector, 2029: average of all futures, US\$ million Largest: Apparel, 60 % on average\. /);
  });

  it("are each way of selling and each market under their own titles", () => {
    expect(wordsOf(channelFigure(mockView()))).toMatch(/^By way of selling, 2029: average of all futures, US\$ million Largest: Wholesale, 70 % on average\. /);
    expect(wordsOf(marketFigure(mockView({ year: 2030 })))).toMatch(/^By market, 2030: average of all futures, US\$ million Largest: United States, 100 % on average\. /);
  });

  it("have no largest where nothing is added, and a minus where something is lost", () => {
    expect(wordsOf(sectorFigure(mockView({ result: mockResult(0) })))).toContain("This plan adds nothing");
    expect(barsOf(sectorFigure(mockView({ result: mockResult(-96e6) })))[0]).toBe("Apparel | \u2212\u2060$52m | \u2212\u2060$8.6m to \u2212\u2060$130m");
  });

  it("are in the country's currency where that is shown, and called as in the language of the page", () => {
    // 51.84 million at 250 to the dollar are 12.96 billion.
    expect(barsOf(sectorFigure(mockView({ currency: "local" })))[0]).toMatch(/^Apparel \| ZED\s?13bn \| /);
    expect(barsOf(sectorFigure(mockView({}, { text: ur })))[2]).toMatch(/^خوراک \| \u2066\$8\.6\u2069/);
  });
});

describe("funnelFigure", () => {
  it("says how many of 100 go how far, with a range for all but those who register", () => {
    const figure = funnelFigure(mockView());
    expect(barsOf(figure)).toEqual([
      "register | 100",
      "make a first export sale | 25 | 13 to 50",
      "still sell after three years | 5 | 3 to 10",
    ]);
    expect(rowsOf(figure)).toEqual([
      "register 100 50.0 100",
      "make a first export sale 25.2 12.6 50.4",
      "still sell after three years 5.10 2.55 10.2",
    ]);
    expect(wordsOf(figure)).toMatch(/^Of 100 who register About 25 make a first export sale; 5 still sell after three years\. /);
  });

  it("says no “about” where fewer than one of a hundred sell", () => {
    const result = mockResult(96e6);
    const funnel = result.funnel.map((stage) => (stage.id === "registered" ? stage : { ...stage, mean: 0.3 }));
    expect(wordsOf(funnelFigure(mockView({ result: { ...result, funnel } })))).toMatch(
      /^Of 100 who register Fewer than 1 make a first export sale; fewer than 1 still sell after three years\. /,
    );
  });

  it("says what its bars and light bands are, after what is said of the finding", () => {
    expect(wordsOf(funnelFigure(mockView()))).toContain("Bars are averages; the light bands hold 18 of 20 futures. Table");
    expect(wordsOf(funnelFigure(mockView({}, { text: ur })))).toContain("سلاخیں اوسطیں ہیں؛ ہلکی پٹیوں میں 20 میں سے 18 صورتیں ہیں۔ جدول");
    const closed = { ...defaultPlan(mockPack), closures: [{ market: "us", from: 2027 }] };
    expect(wordsOf(funnelFigure(mockView({ plan: closed, answered: closed })))).toMatch(
      /every market is closed, so nobody sells\. Bars are averages;/,
    );
  });

  it("says that training is not counted, of plans that have any", () => {
    const kNote = "These counts leave out this plan’s training.";
    expect(wordsOf(funnelFigure(mockView()))).not.toContain(kNote);
    const measures = [{ type: "training", tier: "light", from: 2027, to: 2029, share: 0.4 }] as const;
    const plan = { ...defaultPlan(mockPack), measures };
    expect(wordsOf(funnelFigure(mockView({ plan, answered: plan, result: { ...mockResult(96e6), measures } })))).toContain(kNote);
  });
});
