import { html, type TemplateResult } from "lit";
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

/** The whole page. The same templates make the static page at build time and the live one. */
export function pageView(view: View): TemplateResult {
  const { text, pack, state, isStatic } = view;
  const country = say(view, pack.label);
  return html`
    <a class="skip" href="#answer">${text.site.skip}</a>
    ${header(view, "index")}
    <main class="page">
      ${notices(view)}
      <div class="question" id="question" data-asks ?inert=${isStatic}>
        <h1>${text.site.question({ country })}</h1>
        <p class="lead">${text.site.lead}</p>
        ${presets(view)}
        ${presetStory(view)}
      </div>
      <div class="columns">
        <div class="side" data-asks ?inert=${isStatic}>
          <div class="main-control">${mainControl(view)}</div>
          <section class="other-controls" aria-label=${text.site.calculator}>${otherControls(view)}</section>
        </div>
        <div class="result" ?data-busy=${state.isComputing}>
          <section class="answer" aria-label=${text.site.answer}>
            ${isStatic ? html`<p class="notice no-script">${text.site.noScript}</p>` : ""}
            ${answer(view)}
          </section>
          <div class="charts">${fanFigure(view)}${glossary(view)}${checks(view)}</div>
          ${later(view, "results", ({ results }, whole) => results(whole))}
          ${printOffer(view)}
        </div>
      </div>
      ${later(view, "compare", ({ compare }, whole) => compare(whole), "compare")}
      ${later(view, "sharing", ({ sharing }, whole) => sharing(whole), "share")}
      ${assumptions(view)}
    </main>
    ${footer(view, "index", limits(view))}
    ${answerBar(view)}
    <p class="hidden" role="status">${state.announcement}</p>`;
}
