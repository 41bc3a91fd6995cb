import { describe, expect, it } from "vitest";
import { mockResult, mockSeries, withSteps } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import type { ShownParts } from "../../state/readings.ts";
import type { LaterCatalogue } from "../../text/catalogue.ts";
import { marketFigure, sectorFigure, waterfallFigure } from "./part_charts.ts";

/** Nobody joins, and a new tariff lowers what others sell. */
const kLoss = {
  programmeSales: 0,
  deadweight: 0,
  crowding: -90e6,
  displacement: 23e6,
  wedge: 32e6,
  exportsAdditional: -35e6,
  importedInputs: 7e6,
  valueAdded: -28e6,
};
const waterfall = (steps: Readonly<Record<string, number>>, parts: { readonly text?: LaterCatalogue } = {}): string =>
  wordsOf(waterfallFigure(mockView({ result: withSteps(steps), year: 2030 }, parts)));

describe("waterfallFigure", () => {
  it("says how much of what new sellers sell is extra", () => {
    const said = waterfall({ programmeSales: 100e6, crowding: -30e6, wedge: -40e6, exportsAdditional: 30e6 });
    expect(said).toContain("Most of what the new sellers sell is not extra export earnings: 30 % of it is.");
    expect(said).toContain("Averages add up, but for rounding; middles do not.");
    expect(said).toContain("less sold by other online sellers −$30m fees, freight, returns, taxes abroad −$40m Extra export earnings, on average $30m");
  });

  it("names what a plan loses and what falls away with it", () => {
    const said = waterfall(kLoss);
    expect(said).toContain("On average this plan lowers export earnings by about $35 million a year.");
    expect(said).not.toContain("adds nothing");
    expect(said).toContain(
      "less sold by other online sellers −$90.0m moves back to other exports $23.0m less for fees, freight, returns, taxes abroad $32.0m " +
        "Change in export earnings, on average −$35.0m fewer imported inputs $7.0m Change in value added in the country, on average −$28.0m",
    );
    // The same names in the table.
    expect(said).toContain("less sold by other online sellers −90.0 moves back to other exports 23.0");
    expect(unmarked(waterfall(kLoss, { text: ur }))).toContain("اوسطاً اس منصوبے سے برآمدی آمدن میں سالانہ تقریباً 35 ملین ڈالر کی کمی ہوتی ہے۔");
  });

  it("says so where more is gained than new sellers sell, and where nothing is", () => {
    const said = waterfall({ programmeSales: 0, crowding: 50e6, wedge: -20e6, exportsAdditional: 30e6 });
    expect(said).toContain("On average this plan raises export earnings by about $30 million a year, more than all that the new sellers sell.");
    expect(waterfall({ programmeSales: 0, exportsAdditional: 0 })).toContain("This plan adds nothing, so there is nothing to show.");
  });
});

describe("the figures of parts", () => {
  const parts = (figures: Readonly<Record<string, number>>): ShownParts =>
    Object.fromEntries(Object.entries(figures).map(([id, last]) => [id, { exportsAdditional: mockSeries(last) }]));
  const sectors = (figures: Readonly<Record<string, number>>): string =>
    wordsOf(sectorFigure(mockView({ result: { ...mockResult(100e6), bySector: parts(figures) }, year: 2030 })));

  it("say which part gains or loses most", () => {
    expect(sectors({ apparel: 60e6, food: 40e6 })).toContain("Largest: Apparel, 60 % on average.");
    expect(sectors({ apparel: -60e6, food: -40e6 })).toContain("This plan lowers export earnings. Largest loss: Apparel, 60 % of it on average.");
    expect(sectors({ apparel: -50e6, food: 40e6 })).toContain("Some gain and some lose. Largest change: Apparel, −$60 million a year on average.");
    expect(sectors({ apparel: 0, food: 0 })).toContain("This plan adds nothing, so there is nothing to show.");
  });

  it("have a unit for their losses, too", () => {
    const byMarket = { us: { exportsAdditional: { mean: [-34e6], quantiles: { p05: [-120e6], p25: [-60e6], p50: [-18e6], p75: [-8e6], p95: [0] } } } };
    const result = { ...mockResult(100e6), years: [2030], byMarket };
    expect(wordsOf(marketFigure(mockView({ result, year: 2030 })))).toContain("US$ million a year");
  });
});
