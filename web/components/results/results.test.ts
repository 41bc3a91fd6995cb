import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { compactHeadline, compactResult } from "../../state/compact_result.ts";
import type { ShownResult } from "../../state/readings.ts";
import { results } from "./results.ts";

const made = (result: ShownResult): string => staticHtml(html`${results(mockView({ result, year: 2030 }))}`);

describe("results", () => {
  it("draw without inline styles and without NaN, whatever the figures", () => {
    for (const last of [96e6, 0, -5e6]) expect(made(mockResult(last))).not.toMatch(/\sstyle=|NaN|undefined|Infinity|\[object/);
  });

  it("say the same from the compact result", () => {
    expect(made(compactResult(mockResult(96e6)))).toBe(made(mockResult(96e6)));
  });

  it("are nothing while only the headline is there", () => {
    const { state, ...view } = mockView();
    expect(wordsOf(html`${results({ ...view, state: { ...state, result: compactHeadline(state.result) } })}`)).toBe("");
  });
});
