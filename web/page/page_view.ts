import { html, nothing, type TemplateResult } from "lit";
import { answer, answerBar, checks, glossary } from "../components/answer/answer.ts";
import { assumptions } from "../components/assumptions/assumptions.ts";
import { furtherControls, lastControls, mainControl } from "../components/controls/controls.ts";
import { footer } from "../components/footer/footer.ts";
import { fanFigure } from "../components/fan/fan.ts";
import { header } from "../components/header/header.ts";
import { later } from "../components/later/later.ts";
import { notices } from "../components/notices/notices.ts";
import { presets, presetStory } from "../components/presets/presets.ts";
import { part, type Made, type Part } from "../components/part/part.ts";
import { limits } from "../components/limits/limits.ts";
import { mixControl } from "../components/mix_control/mix_control.ts";
import { printOffer } from "../components/report/print_offer.ts";
import { say, type View } from "../components/view.ts";

/** The pieces of the page that take a while to draw, in the order of sight. */
const kPieces = {
  question: (view) => html`<h1>${view.text.site.question({ country: say(view, view.pack.label) })}</h1>
    <p class="lead">${view.text.site.lead}</p>
    ${part(view, presets)}
    ${part(view, presetStory)}`,
  mainControl: (view) => part(view, mainControl),
  furtherControls: (view) => furtherControls(view),
  mix: (view) => part(view, mixControl),
  lastControls: (view) => lastControls(view),
  answer: (view) => part(view, answer),
  charts: (view) => html`${part(view, fanFigure)}${part(view, glossary)}${part(view, checks)}`,
  foot: (view) => part(view, foot),
} as const satisfies Readonly<Record<string, (view: View) => Piece>>;
type PieceName = keyof typeof kPieces;
type Piece = Part | Made;

function foot(view: View): TemplateResult {
  return footer(view, "index", limits(view));
}

/** The page with those of its pieces that `piece` gives. */
function page(view: View, piece: (name: PieceName) => Piece): TemplateResult {
  const { text, state, isStatic } = view;
  return html`
    <a class="skip" href="#answer">${text.site.skip}</a>
    ${part(view, header, "index")}
    <main class="page">
      ${part(view, notices)}
      <div class="question" id="question" data-asks ?inert=${isStatic}>${piece("question")}</div>
      <div class="columns">
        <div class="side" data-asks ?inert=${isStatic}>
          <div class="main-control">${piece("mainControl")}</div>
          <section class="other-controls" aria-label=${text.site.calculator}>
            ${piece("furtherControls")}
            ${piece("mix")}
            ${piece("lastControls")}
          </section>
        </div>
        <div class="result" ?data-busy=${state.isComputing}>
          <section class="answer" aria-label=${text.site.answer}>
            ${isStatic
              ? html`<div class="notice no-script"><p>${text.site.noScript}</p>
                  <button class="button" type="button" hidden>${text.engine.retry}</button></div>`
              : ""}
            ${piece("answer")}
          </section>
          <div class="charts">${piece("charts")}</div>
          ${later(view, "results", ({ results }, whole) => part(whole, results))}
          ${part(view, printOffer)}
        </div>
      </div>
      ${later(view, "compare", ({ compare }, whole) => part(whole, compare), "compare")}
      ${later(view, "sharing", ({ sharing }, whole) => part(whole, sharing, whole.actions.shareLink()), "share")}
      ${part(view, assumptions)}
    </main>
    ${piece("foot")}
    ${part(view, answerBar)}
    <p class="hidden" role="status">${state.announcement}</p>`;
}

/** The whole page. The same templates make the static page at build time and the live one. */
export function pageView(view: View): TemplateResult {
  return page(view, (name) => kPieces[name](view));
}

/** The page of one view piece by piece: every one that this yields has one more, the last is whole. */
export function* pageInSteps(view: View): Generator<TemplateResult, void> {
  const made = new Map<PieceName, Piece>();
  for (const name of Object.keys(kPieces) as PieceName[]) {
    made.set(name, kPieces[name](view));
    yield page(view, (wanted) => made.get(wanted) ?? nothing);
  }
}
