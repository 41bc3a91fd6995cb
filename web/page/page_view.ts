import { html, nothing, type TemplateResult } from "lit";
import { answer, answerBar, checks, glossary } from "../components/answer/answer.ts";
import { assumptions } from "../components/assumptions/assumptions.ts";
import { mainControl, otherControls } from "../components/controls/controls.ts";
import { footer } from "../components/footer/footer.ts";
import { fanFigure } from "../components/fan/fan.ts";
import { header } from "../components/header/header.ts";
import { later } from "../components/later/later.ts";
import { notices } from "../components/notices/notices.ts";
import { presets, presetStory } from "../components/presets/presets.ts";
import { limits } from "../components/limits/limits.ts";
import { printOffer } from "../components/report/print_offer.ts";
import { say, type View } from "../components/view.ts";

/** What is made of a view: a part of the page, or nothing. */
type Part = TemplateResult | typeof nothing;

/** The parts of the page that take a while to draw, in the order of sight. */
const kParts = {
  question: (view) => html`<h1>${view.text.site.question({ country: say(view, view.pack.label) })}</h1>
    <p class="lead">${view.text.site.lead}</p>
    ${presets(view)}
    ${presetStory(view)}`,
  mainControl: (view) => mainControl(view),
  otherControls: (view) => otherControls(view),
  answer: (view) => answer(view),
  charts: (view) => html`${fanFigure(view)}${glossary(view)}${checks(view)}`,
  foot: (view) => footer(view, "index", limits(view)),
} as const satisfies Readonly<Record<string, (view: View) => Part>>;
type PartName = keyof typeof kParts;

/** The page with those of its parts that `part` gives. */
function page(view: View, part: (name: PartName) => Part): TemplateResult {
  const { text, state, isStatic } = view;
  return html`
    <a class="skip" href="#answer">${text.site.skip}</a>
    ${header(view, "index")}
    <main class="page">
      ${notices(view)}
      <div class="question" id="question" data-asks ?inert=${isStatic}>${part("question")}</div>
      <div class="columns">
        <div class="side" data-asks ?inert=${isStatic}>
          <div class="main-control">${part("mainControl")}</div>
          <section class="other-controls" aria-label=${text.site.calculator}>${part("otherControls")}</section>
        </div>
        <div class="result" ?data-busy=${state.isComputing}>
          <section class="answer" aria-label=${text.site.answer}>
            ${isStatic ? html`<p class="notice no-script">${text.site.noScript}</p>` : ""}
            ${part("answer")}
          </section>
          <div class="charts">${part("charts")}</div>
          ${later(view, "results", ({ results }, whole) => results(whole))}
          ${printOffer(view)}
        </div>
      </div>
      ${later(view, "compare", ({ compare }, whole) => compare(whole), "compare")}
      ${later(view, "sharing", ({ sharing }, whole) => sharing(whole), "share")}
      ${assumptions(view)}
    </main>
    ${part("foot")}
    ${answerBar(view)}
    <p class="hidden" role="status">${state.announcement}</p>`;
}

/** The whole page. The same templates make the static page at build time and the live one. */
export function pageView(view: View): TemplateResult {
  return page(view, (name) => kParts[name](view));
}

/** The page of one view part by part: every one that this yields has one more, the last is whole. */
export function* pageInSteps(view: View): Generator<TemplateResult, void> {
  const made = new Map<PartName, Part>();
  for (const name of Object.keys(kParts) as PartName[]) {
    made.set(name, kParts[name](view));
    yield page(view, (wanted) => made.get(wanted) ?? nothing);
  }
}
