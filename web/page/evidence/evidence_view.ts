import { html, nothing, type TemplateResult } from "lit";
import { gradePill, sources } from "../../components/sources/sources.ts";
import { say } from "../../components/view.ts";
import type { Grade, Text } from "../../engine/types.ts";
import { dateInWords } from "../../text/dates.ts";
import { setIn } from "../../text/message.ts";
import { documentPage } from "../document_page.ts";
import type { PageView } from "../pages.ts";
import { backTest } from "./back_test.ts";
import { packFigures, type FigureGroup, type ListedFigure } from "./pack_figures.ts";

const kGrades: readonly Grade[] = ["A", "A*", "B", "C", "D"];

/** A text of the pack; where it is not in the page's language, in English and marked as such. */
function note(view: PageView, text: Text | undefined): TemplateResult | typeof nothing {
  if (text === undefined) return nothing;
  const isTranslated = text[view.text.tag] !== undefined;
  return isTranslated
    ? html`<p class="figure-note">${say(view, text)}</p>`
    : html`<p class="figure-note" lang="en" dir="ltr">${say(view, text)}</p>`;
}

function row(view: PageView, figure: ListedFigure): TemplateResult {
  const { label, values, grade, provenance } = figure;
  const [single] = values;
  return html`<tr data-grade=${grade}>
    <th scope="row">${label}</th>
    <td>${values.length === 1 && single && single.name === ""
      ? setIn(view.text, single.words)
      : html`<dl class="figure-values">${values.map(({ name, words }) => html`<div><dt>${name}</dt><dd>${setIn(view.text, words)}</dd></div>`)}</dl>`}
      ${note(view, provenance.note)}</td>
    <td>${gradePill(view, grade)}</td>
    <td>${sources(view, provenance.sources)}<p class="figure-date">${view.text.evidence.recorded({ date: dateInWords(view.text, provenance.date) })}</p></td>
  </tr>`;
}

function group(view: PageView, { id, figures }: FigureGroup): TemplateResult | typeof nothing {
  if (figures.length === 0) return nothing;
  const words = view.text.evidence;
  return html`<section class="figure-group" aria-labelledby=${id}>
    <h3 id=${id}>${words.groups[id]}</h3>
    <div class="table-box" role="group" tabindex="0" aria-label=${words.groups[id]}>
      <table class="evidence">
        <thead><tr>
          <th scope="col">${words.figure}</th><th scope="col">${words.value}</th>
          <th scope="col">${words.grade}</th><th scope="col">${words.source}</th>
        </tr></thead>
        <tbody>${figures.map((figure) => row(view, figure))}</tbody>
      </table>
    </div>
  </section>`;
}

/** Hidden until the page's program can answer. */
function search({ text }: PageView): TemplateResult {
  const { evidence } = text;
  return html`<div class="evidence-search" id="evidence-search" role="search" hidden>
    <p><label for="evidence-words">${evidence.search}</label>
      <input id="evidence-words" type="search" autocomplete="off" spellcheck="false" dir="auto" /></p>
    <p><label for="evidence-grade">${evidence.grade}</label>
      <select id="evidence-grade">
        <option value="">${evidence.everyGrade}</option>
        ${kGrades.map((grade) => html`<option value=${grade}>${text.sources.grades[grade]}</option>`)}
      </select></p>
    <p class="evidence-count" id="evidence-count" role="status"></p>
  </div>`;
}

function grades({ text }: PageView): TemplateResult {
  return html`<dl class="grades">${kGrades.map(
    (grade) => html`<div><dt>${text.sources.grades[grade]}</dt><dd>${text.evidence.grades[grade]}</dd></div>`,
  )}</dl>`;
}

function warnings({ text, pack }: PageView): TemplateResult {
  const { warningsTitle, warnings: all, packWarnings } = text.assumptions;
  const ofPacks: Readonly<Record<string, { readonly title: string; readonly text: string }>> = packWarnings;
  const own = ofPacks[pack.id];
  return html`<h2 id="warnings">${warningsTitle}</h2>
    <ul class="points">${[...(own ? [own] : []), ...Object.values(all)].map(
      ({ title, text: words }) => html`<li><strong>${title}</strong> ${words}</li>`,
    )}</ul>`;
}

/** Every figure of the pack with its source, its date and how good the evidence is. */
export function evidenceView(view: PageView): TemplateResult {
  const { text } = view;
  const words = text.evidence;
  const country = say(view, view.pack.label);
  return documentPage(
    view,
    "evidence",
    html`<h1>${words.heading({ country })}</h1>
    <p class="lead">${words.lead}</p>
    ${warnings(view)}
    ${view.backTest ? backTest(view, view.backTest) : nothing}
    <h2 id="grades">${words.gradesTitle}</h2>
    <p>${words.gradesText}</p>
    ${grades(view)}
    <h2 id="figures">${words.figuresTitle}</h2>
    ${search(view)}
    <div id="evidence-figures">${packFigures(view).map((one) => group(view, one))}</div>`,
  );
}
