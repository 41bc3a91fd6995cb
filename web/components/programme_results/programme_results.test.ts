import { describe, expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import type { Measure } from "../../engine/types.ts";
import type { LaterCatalogue } from "../../text/catalogue.ts";
import { programmeFigure } from "./programme_results.ts";

const kMeasures: readonly Measure[] = [
  { type: "training", tier: "light", from: 2027, to: 2029, share: 0.5, cost: 3e6 },
  { type: "feeSupport", from: 2028, points: 0.05 },
];
const kContributions = {
  onboarding: [10e6, 20e6, 30e6, 40e6],
  measures: [
    [0, 1e6, 2e6, 50e6],
    [0, 0, 5e6, 10e6],
  ],
};

describe("programmeFigure", () => {
  it("says which part adds most in the year shown, and what a part costs", () => {
    const result = { ...mockResult(100e6), measures: kMeasures, contributions: kContributions };
    const text = wordsOf(programmeFigure(mockView({ result, year: 2030 })));
    expect(text).toContain("“Training: Light training” adds most in 2030: about $50 million a year on average, 50 % of the whole.");
    expect(text).toContain("Training: Light training $50.0m further cost $3m a year");
    expect(text).toContain("Bringing sellers on 10.0 20.0 30.0 40.0");
    expect(wordsOf(programmeFigure(mockView({ result, year: 2029 })))).toContain(
      "“Bringing sellers on” adds most in 2029: about $30 million a year on average, 81 % of the whole.",
    );
  });

  it("says which part takes away most where parts lose", () => {
    const said = (measures: readonly (readonly number[])[], onboarding: readonly number[] = [0, 0, 0, 0]): string =>
      wordsOf(programmeFigure(mockView({ result: { ...mockResult(100e6), measures: kMeasures, contributions: { onboarding, measures } }, year: 2030 })));
    expect(said([[0, 0, 0, 0], [0, 0, 0, -34e6]])).toContain(
      "“Support with fees” lowers export earnings most in 2030: by about $34 million a year on average, 100 % of the whole loss.",
    );
    expect(said([[0, 0, 0, 3e6], [0, 0, 0, -34e6]], [0, 0, 0, 20e6])).toContain(
      "“Bringing sellers on” adds most in 2030: about $20 million a year on average. “Support with fees” takes away most: about $34 million a year.",
    );
    expect(said([[0, 0, 0, 0], [0, 0, 0, 0]])).toContain("This plan adds nothing, so there is nothing to show.");
  });

  it("labels no part with a zero that its sentence has an amount for, nor with digits that this does not round", () => {
    const said = (text: LaterCatalogue): string => {
      const contributions = { onboarding: [0, 0, 0, 28.4e6], measures: [[0, 0, 0, -14_000], [0, 0, 0, 0]] };
      const result = { ...mockResult(100e6), measures: kMeasures, contributions };
      return unmarked(wordsOf(programmeFigure(mockView({ result, year: 2030 }, { text }))));
    };
    const english = said(en);
    expect(english).toContain("adds most in 2030: about $28 million a year on average.");
    expect(english).toContain("takes away most: about $14,000 a year.");
    expect(english).toContain("Bringing sellers on $28.4m Training: Light training −$14k further cost $3m a year Support with fees $0 2027");
    expect(said(ur)).toContain("اوسطاً سالانہ تقریباً 28 ملین ڈالر۔");
    expect(said(ur)).toContain("سالانہ تقریباً 14,000 ڈالر۔");
  });

  it("says so where the sellers alone lower the exports, or add nothing", () => {
    const alone = (last: number): string => wordsOf(programmeFigure(mockView({ result: mockResult(last), year: 2030 })));
    expect(alone(-5e6)).toContain("The plan only brings sellers on, which lowers export earnings by about $6 million a year on average in 2030.");
    expect(alone(0)).toContain("This plan adds nothing, so there is nothing to show.");
  });

  it("names what a measure acts on, so that two lines of a kind differ", () => {
    const measures: readonly Measure[] = [
      { type: "feeSupport", channel: "b2b", from: 2028, points: 0.05 },
      { type: "feeSupport", channel: "b2c", from: 2028, points: 0.1 },
      { type: "feeSupport", from: 2028, points: 0.01 },
      { type: "marketAccess", market: "us", from: 2028, access: 1 },
    ];
    const contributions = { onboarding: [0, 0, 0, 1e6], measures: measures.map(() => [0, 0, 0, 1e6]) };
    const figure = programmeFigure(mockView({ result: { ...mockResult(100e6), measures, contributions }, year: 2030 }));
    const names = (pattern: RegExp): (string | undefined)[] => [...markupOf(figure).matchAll(pattern)].map(([, name]) => name);
    const expected = [
      "Bringing sellers on",
      "Support with fees: Wholesale",
      "Support with fees: Consumer",
      "Support with fees",
      "Access to a market: United States",
    ];
    expect(names(/class="bar-label">(.*?)<\/span>/g)).toEqual(expected);
    expect(names(/<th scope="row">(.*?)<\/th>/g)).toEqual(expected);
  });

  it("says that a plan without measures only brings sellers on", () => {
    expect(wordsOf(programmeFigure(mockView({ year: 2030 })))).toContain("The plan only brings sellers on, which adds about $120 million");
  });
});
