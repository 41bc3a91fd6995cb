import { html, type TemplateResult } from "lit";
import { describe, expect, it } from "vitest";
import { kTornado } from "../../../tests/web/mock_answers.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { noAnalyses, type AnalysisState } from "../../state/analyses.ts";
import type { TornadoResult } from "../../engine/analysis_types.ts";
import { analysisPlace } from "./analysis_place.ts";

const kAnswer: TornadoResult = { ...kTornado, year: 2030 };

function made(change: Partial<AnalysisState<TornadoResult>>): TemplateResult {
  const analyses = { ...noAnalyses, tornado: { ...noAnalyses.tornado, ...change } };
  return analysisPlace(mockView({ analyses }), {
    name: "tornado",
    title: "What matters",
    show: ({ year }) => html`<p>In ${year}</p>`,
  });
}

describe("analysisPlace", () => {
  it("waits, works, answers", () => {
    expect(wordsOf(made({}))).toBe("What matters This is computed when you come here and the plan has not changed for a moment.");
    expect(wordsOf(made({ isRunning: true, progress: 0.5 }))).toBe("What matters Computing…");
    expect(wordsOf(made({ isStale: false, answer: kAnswer }))).toBe("In 2030");
  });

  it("keeps an old answer and says so", () => {
    expect(wordsOf(made({ answer: kAnswer }))).toBe("In 2030 This is still the answer to an earlier plan.");
    expect(staticHtml(made({ answer: kAnswer }))).toContain('class="analysis-answer" data-stale');
  });

  it("says what failed and offers to try again", () => {
    expect(wordsOf(made({ problem: "No memory." }))).toBe("What matters This could not be computed. No memory. Try again");
  });
});
