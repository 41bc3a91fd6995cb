import { html, nothing, type TemplateResult } from "lit";
import type { AnalysisAnswers, AnalysisName, AnalysisState } from "../../state/analyses.ts";
import type { LaterView } from "../view.ts";

function status(view: LaterView, name: AnalysisName, hasAnswer: boolean): TemplateResult | typeof nothing {
  const { text, state, actions } = view;
  const { analysis: words } = text;
  const { isRunning, isStale, progress, problem } = state.analyses[name];
  if (problem !== "") {
    return html`<div class="notice fault">
      <p>${words.failed} <span lang="en" dir="ltr">${problem}</span></p>
      <p><button class="button" type="button" @click=${() => actions.retryAnalysis(name)}>${text.engine.retry}</button></p>
    </div>`;
  }
  if (isRunning) {
    return html`<p class="analysis-status">${words.running}
      <progress max="1" aria-label=${words.running} .value=${progress}></progress></p>`;
  }
  if (!isStale) return nothing;
  return html`<p class="analysis-status">${hasAnswer ? words.stale : words.waiting}</p>`;
}

/** An analysis, which is computed while its place is near the window. */
export interface AnalysisPlace<Name extends AnalysisName> {
  readonly name: Name;
  /** What stands over the place until there is an answer, which brings a title of its own. */
  readonly title: string;
  show(answer: AnalysisAnswers[Name]): TemplateResult;
}

/** What an analysis says, and how far it has come where that is not yet the answer to the present plan. */
export function analysisPlace<Name extends AnalysisName>(view: LaterView, place: AnalysisPlace<Name>): TemplateResult {
  const { name, title } = place;
  const { answer, isStale }: AnalysisState<AnalysisAnswers[Name]> = view.state.analyses[name];
  return html`<div class="analysis" data-analyses=${name}>
    ${answer === undefined
      ? html`<section class="chart" aria-labelledby=${`${name}-waiting`}>
          <h3 id=${`${name}-waiting`}>${title}</h3>
          ${status(view, name, false)}
        </section>`
      : html`<div class="analysis-answer" ?data-stale=${isStale}>${place.show(answer)}</div>
          ${status(view, name, true)}`}
  </div>`;
}
