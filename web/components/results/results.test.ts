import { html, type TemplateResult } from "lit";
import { describe, expect, it } from "vitest";
import { kAnalyses, kTornado, mockSobol } from "../../../tests/web/mock_answers.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import type { Analyses } from "../../state/analyses.ts";
import { firstYear } from "../../state/app_state.ts";
import { compactResult } from "../../state/compact_result.ts";
import type { Plan } from "../../state/plan/plan.ts";
import type { ShownResult } from "../../state/readings.ts";
import type { ResultsView } from "../view.ts";
import { results } from "./results.ts";

const made = (result: ShownResult): string => staticHtml(html`${results(mockView({ result, year: 2030 }))}`);

/** Analyses of an answer of which nothing is left. */
const kNothingKnown: Analyses = {
  ...kAnalyses,
  sobol: {
    ...kAnalyses.sobol,
    answer: { ...mockSobol(0), year: 2030, inputs: mockSobol(0).inputs.map((input) => ({ ...input, total: { value: 0, standardError: 0 } })) },
  },
  tornado: { ...kAnalyses.tornado, answer: { ...kTornado, year: 2030, central: 0, inputs: kTornado.inputs.map((input) => ({ ...input, low: 0, high: 0 })) } },
};

describe("results", () => {
  it("draw without inline styles and without NaN, whatever the figures", () => {
    for (const last of [96e6, 0, -5e6]) expect(made(mockResult(last))).not.toMatch(/\sstyle=|NaN|undefined|Infinity|\[object/);
  });

  it("name closed markets where there is nothing to show", () => {
    const { plan } = mockView().state;
    const closures = mockPack.markets.map(({ id }) => ({ market: id, from: 2027 }));
    const zero = mockSeries(0);
    const nothing = { ...mockResult(0), sellerSales: { mean: zero, median: zero, top1: zero }, spread: { parameters: [0], shocks: [0], luck: [0] } };
    const said = (answered: Plan): string => {
      const view = mockView({ result: nothing, answered, year: 2030, analyses: kNothingKnown });
      return wordsOf(html`${results(view)}`);
    };
    const closed = said({ ...plan, closures });
    // Futures, luck, waterfall, sectors, markets, channels, programme, doubt, tornado, jobs and public money.
    expect(closed.match(/In 2030 every market is closed, so there is nothing to show\./g)).toHaveLength(11);
    expect(closed).toContain("In 2030 every market is closed, so nobody sells.");
    expect(closed).toContain("That holds while markets are open. In 2030 every market is closed, so nobody sells.");
    expect(closed).not.toContain("This plan adds nothing");
    expect(said(plan).match(/This plan adds nothing, so there is nothing to show\./g)).toHaveLength(11);
    expect(said(plan)).toContain("Nobody sells in this year.");
    expect(said(plan)).not.toContain("closed");
  });

  it("count the futures in which earnings are higher with the plan", () => {
    const said = (share: number): string => {
      const result = mockResult(96e6);
      return wordsOf(html`${results(mockView({ result: { ...result, probability: { ...result.probability, positive: [0, 0, 0, share] } }, year: 2030 }))}`);
    };
    expect(said(1)).toContain("In all futures drawn export earnings are higher with the plan than without it.");
    expect(said(0.4)).toContain("In 40 of 100 futures export earnings are higher with the plan than without it.");
    expect(said(0.001)).toContain("In fewer than 1 of 100 futures export earnings are higher");
    expect(said(0)).toContain("In no future drawn are export earnings higher with the plan than without it.");
  });

  it("say the same from the compact result", () => {
    expect(made(compactResult(mockResult(96e6), 250))).toBe(made(mockResult(96e6)));
  });

  it("have three digits in the table of other results", () => {
    const said = wordsOf(html`${results(mockView({ result: mockResult(94_312_555), year: 2030 }))}`);
    expect(said).toMatch(/Extra export earnings \$94\.3m \$[\d.]+m to \$\d{3}m/);
  });

  it("are nothing while only the headline is there", () => {
    expect(wordsOf(html`${results(mockView({ whole: undefined }))}`)).toBe("");
  });

  it("stay those of the last whole answer while the headline is newer, faded when they have waited", () => {
    const old = mockView({ result: mockResult(96e6), year: 2030 });
    const { plan } = old.state;
    const newer = { result: mockResult(7e6), answered: { ...plan, newSellers: 7 }, plan: { ...plan, newSellers: 7 } };
    const during = (change: Partial<ResultsView["state"]> = {}): TemplateResult =>
      html`${results({ ...old, state: { ...old.state, ...newer, ...change } })}`;
    expect(wordsOf(during())).toBe(wordsOf(html`${results(old)}`));
    expect(staticHtml(during({ isComputing: true }))).not.toContain("data-busy");
    expect(staticHtml(during({ isWholeComputing: true })).match(/result-group" data-busy/g)).toHaveLength(5);
    // The headline may be of a plan that lasts longer.
    expect(wordsOf(during({ year: 2035 }))).toBe(wordsOf(html`${results({ ...old, state: { ...old.state, year: firstYear(plan) } })}`));
  });

  it("say so where they stay those of an earlier plan because the engine refused a newer one", () => {
    const view = mockView({ refusal: { message: "Out of memory." } });
    const { state } = view;
    const earlier = "The figures below are still the answer to an earlier plan: 100,000 new sellers over 3 years.";
    expect(wordsOf(html`${results(view)}`)).not.toContain(earlier);
    const plan = { ...state.plan, newSellers: 7 };
    expect(wordsOf(html`${results({ ...view, state: { ...state, plan } })}`)).toContain(earlier);
  });
});
