import { html, type TemplateResult } from "lit";
import { describe, expect, it } from "vitest";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { firstYear } from "../../state/app_state.ts";
import { compactResult } from "../../state/compact_result.ts";
import type { ShownResult } from "../../state/readings.ts";
import type { ResultsView } from "../view.ts";
import { results } from "./results.ts";

const made = (result: ShownResult): string => staticHtml(html`${results(mockView({ result, year: 2030 }))}`);

describe("results", () => {
  it("draw without inline styles and without NaN, whatever the figures", () => {
    for (const last of [96e6, 0, -5e6]) expect(made(mockResult(last))).not.toMatch(/\sstyle=|NaN|undefined|Infinity|\[object/);
  });

  it("say the same from the compact result", () => {
    expect(made(compactResult(mockResult(96e6)))).toBe(made(mockResult(96e6)));
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
    const view = mockView({ refusal: "Out of memory." });
    const { state } = view;
    const earlier = "The figures below are still the answer to an earlier plan: 100,000 new sellers over 3 years.";
    expect(wordsOf(html`${results(view)}`)).not.toContain(earlier);
    const plan = { ...state.plan, newSellers: 7 };
    expect(wordsOf(html`${results({ ...view, state: { ...state, plan } })}`)).toContain(earlier);
  });
});
