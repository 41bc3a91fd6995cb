import { describe, expect, it } from "vitest";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { luckFigure } from "./luck.ts";

/** The words for a headline whose variance is luck to `luck`, which moves it by `variation` of it. */
function words(luck: number, variation: number, parameters = 1 - luck, plan: Partial<Plan> = {}, ofMeasures = 0): string {
  const spread = { parameters: [0, 0, 0, parameters], shocks: [0, 0, 0, 0], luck: [0, 0, 0, luck] };
  const contributions = { onboarding: [0, 0, 0, 60e6], measures: [[0, 0, 0, ofMeasures]] };
  const result = { ...mockResult(100e6), spread, luck: { cv: mockSeries(variation) }, contributions };
  return wordsOf(luckFigure(mockView({ result, year: 2030, answered: { ...defaultPlan(mockPack), ...plan } })));
}

describe("luckFigure", () => {
  it("weighs luck against not knowing", () => {
    expect(words(0.034, 0.154)).toContain("Almost all of the uncertainty is because we do not know");
    expect(words(0.26, 0.49)).toContain("Most of the uncertainty is because we do not know");
    expect(words(0.5, 0.8)).toContain("About half of the uncertainty is because we do not know");
    expect(words(0.4, 0.7)).toContain("About half of the uncertainty is because we do not know");
    expect(words(0.3, 0.5)).toContain("Most of the uncertainty is because we do not know");
    expect(words(0.78, 1.5)).toContain("Most of the uncertainty is luck");
    expect(words(0, 0, 0)).toContain("This plan adds nothing");
  });

  it("tells not knowing, shocks and luck apart", () => {
    const figure = wordsOf(luckFigure(mockView({ year: 2030 })));
    expect(figure).toContain("not knowing: the assumptions 95 %");
    expect(figure).toContain("shocks: when access to a market is interrupted 1 %");
    expect(figure).toContain("luck: which sellers happen to succeed 4 %");
  });

  it("has whole per cents that sum to 100", () => {
    // 47.6, 42.6 and 9.8: by themselves 48, 43 and 10. Whole parts leave 2: for .8, and for the first .6.
    const result = { ...mockResult(100e6), spread: { parameters: [0.476], shocks: [0.426], luck: [0.098] } };
    const said = wordsOf(luckFigure(mockView({ result: { ...result, years: [2030] }, year: 2030 })));
    expect(said).toMatch(/the assumptions 48 % .* is interrupted 42 % .* happen to succeed 10 % /);
    expect(said).toMatch(/the assumptions 47\.6 % .* is interrupted 42\.6 % .* happen to succeed 9\.8 %/);
  });

  it("says how far luck alone goes, while that is a range around the figure", () => {
    expect(words(0.034, 0.154)).toContain("usually by no more than 15 % up or down");
    expect(words(0.78, 1.5)).toContain("beyond recognition");
    expect(words(0.78, 1.5)).not.toContain("150 %");
    expect(words(0.034, 0.0001)).toContain("usually by no more than 0.1 % up or down");
  });

  it("does not speak of luck where no seller is added", () => {
    const none = words(0, 0, 1, { newSellers: 0 });
    expect(none).toContain("In this year the plan adds no active sellers, so their luck does not count here.");
    expect(none).not.toContain("up or down");
  });

  it("says no shares where there is mostly less than one new seller, whose luck is not in them", () => {
    for (const luck of [0, 0.99]) {
      const few = words(luck, 0, 1 - luck, { newSellers: 10 });
      expect(few).toContain("In most futures the plan adds less than one active seller in this year.");
      expect(few).not.toContain("luck: which sellers happen to succeed");
      expect(few).not.toContain("no active sellers");
    }
  });

  it("says no shares where most of the answer comes from measures, and luck would be much of it", () => {
    for (const measure of [61e6, -61e6]) {
      const said = words(0.97, 1.5, 0.03, { newSellers: 100 }, measure);
      expect(said).toContain("Most of this answer comes from measures that also reach sellers who are there already.");
      expect(said).not.toContain("so few join");
      expect(said).not.toContain("97 %");
    }
    expect(words(0.97, 1.5, 0.03, { newSellers: 100 }, 59e6)).toContain("so few join that a handful of sellers decide");
    expect(words(0.05, 0.15, 0.95, {}, 61e6)).toContain("Almost all of the uncertainty");
  });
});
