import { html, type TemplateResult } from "lit";
import { answer, answerBar, checks, glossary } from "../components/answer/answer.ts";
import { assumptions } from "../components/assumptions/assumptions.ts";
import { furtherControls, lastControls, mainControl } from "../components/controls/controls.ts";
import { footer } from "../components/footer/footer.ts";
import { fanFigure } from "../components/fan/fan.ts";
import { header } from "../components/header/header.ts";
import { later } from "../components/later/later.ts";
import { notices } from "../components/notices/notices.ts";
import { presets, presetStory } from "../components/presets/presets.ts";
import { part, type Part } from "../components/part/part.ts";
import { limits } from "../components/limits/limits.ts";
import { mixControl } from "../components/mix_control/mix_control.ts";
import { say, type View } from "../components/view.ts";

function question(view: View): TemplateResult {
  return html`<h1>${view.text.site.question({ country: say(view, view.pack.label) })}</h1>
    <p class="lead">${view.text.site.lead}</p>`;
}

function foot(view: View): TemplateResult {
  return footer(view, "index", limits(view));
}

/** The calculator between a head and a foot. */
export function calculatorView(view: View, head: Part, end: Part): TemplateResult {
  const { text, state, isStatic } = view;
  return html`
    <a class="skip" href="#answer">${text.site.skip}</a>
    ${head}
    <main class="page">
      ${part(view, notices)}
      <div class="question" id="question" data-asks ?inert=${isStatic}>
        ${part(view, question)}
        ${part(view, presets)}
        ${part(view, presetStory)}
      </div>
      <div class="columns">
        <div class="side" data-asks ?inert=${isStatic}>
          <div class="main-control">${part(view, mainControl)}</div>
          <section class="other-controls" aria-label=${text.site.calculator}>
            ${furtherControls(view)}
            ${part(view, mixControl)}
            ${lastControls(view)}
          </section>
        </div>
        <div class="result" ?data-busy=${state.isComputing}>
          <section class="answer" aria-label=${text.site.answer}>
            ${isStatic
              ? html`<div class="notice no-script"><p>${text.site.noScript}</p>
                  <button class="button" type="button" hidden>${text.engine.retry}</button></div>`
              : ""}
            ${part(view, answer)}
          </section>
          <div class="charts">${part(view, fanFigure)}${part(view, glossary)}${part(view, checks)}</div>
          ${later(view, "results", ({ results }, whole) => part(whole, results))}
          <p class="print-short">${text.report.short}</p>
        </div>
      </div>
      ${later(view, "compare", ({ compare }, whole) => part(whole, compare), "compare")}
      ${later(view, "sharing", ({ sharing }, whole) => part(whole, sharing, whole.actions.shareLink()), "share")}
      ${part(view, assumptions)}
    </main>
    ${end}
    ${part(view, answerBar)}
    <p class="hidden" role="status">${state.announcement}</p>`;
}

/** The whole page. The same templates make the static page at build time and the live one. */
export function pageView(view: View): TemplateResult {
  return calculatorView(view, part(view, header, "index"), part(view, foot));
}
