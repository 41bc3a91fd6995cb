import { html, nothing, type TemplateResult } from "lit";
import { refusedFields, type AppState } from "../../state/app_state.ts";
import { luckWeight } from "../../state/luck_weight.ts";
import { lastYear, programmeEnd, type Plan } from "../../state/plan/plan.ts";
import { funnelOf, headlineAt, yearIndex } from "../../state/readings.ts";
import { changedAssumptions } from "../../state/plan/assumptions.ts";
import { changedReadings } from "../../state/source_readings.ts";
import { dollarDisplay, localDisplay, rateText } from "../../text/currency.ts";
import { formatMoney, formatNumber, kNbsp } from "../../text/format.ts";
import type { Catalogue } from "../../text/catalogue.ts";
import { amongHundred, headlineBar, headlineSentence, ofHundred } from "../../text/sentences.ts";
import { checkWords, isTold } from "./check_words.ts";
import { fault } from "../fault/fault.ts";
import { phrase } from "../phrase/phrase.ts";
import { part } from "../part/part.ts";
import { displayOf, say, whyNothing, type View } from "../view.ts";

/** A plan by its size. */
export function planInShort(text: Catalogue, { newSellers, years }: Plan): string {
  return text.answer.plan({
    sellers: text.figures.sellers({ count: newSellers, figure: formatNumber(newSellers) }),
    years: text.figures.years({ count: years }),
  });
}

/** Why the present plan has no answer, and whose is shown: two sentences, or none where it has one. */
function whyStale(text: Catalogue, state: AppState): readonly string[] {
  const { answer, notices } = text;
  const { refusal } = state;
  const plan = planInShort(text, state.answered);
  const refused = refusedFields(state);
  if (refusal?.fault) return [notices.codes[refusal.fault], answer.shown({ plan })];
  if (refusal) return [answer.refused(refusal), answer.stale({ plan })];
  return refused.length > 0 ? [answer.staleFields({ count: refused.length }), answer.stale({ plan })] : [];
}

/** Whose answer is shown while the present plan has none, or empty. */
export function staleWords(text: Catalogue, state: AppState): string {
  return whyStale(text, state).join(" ");
}

function staleNote(view: View): TemplateResult | typeof nothing {
  const { actions, state, text } = view;
  const { refusal } = state;
  const [title, consequence] = whyStale(text, state);
  if (title === undefined) return nothing;
  if (!refusal?.fault) return html`<p class="notice stale">${title} ${consequence}</p>`;
  // In other languages than the engine's its message is the title.
  const message = refusal.message === title ? undefined : refusal.message;
  return fault(view, title, { consequence, message, retry: () => actions.retry() });
}

/** What stands between the page and its engine, with a way to try again where that can help, or nothing. */
export function engineNotice(view: View): TemplateResult | typeof nothing {
  const { state, text, actions } = view;
  const { engine } = state;
  const { slowTitle, failedTitle, consequence } = text.engine;
  const retry = (): void => actions.retry();
  if (engine.kind === "slow") return fault(view, slowTitle, { consequence, retry });
  if (engine.kind !== "failed") return nothing;
  const { message, code } = engine;
  return code === "no_wasm"
    ? fault(view, text.notices.codes.no_wasm, { consequence, message })
    : fault(view, failedTitle, { consequence, message, retry });
}

/** Whether luck, which is not in the range of the answer, moves it about as much as all else. */
function isOfLuck({ state: { whole, answered, year } }: View): boolean {
  if (whole?.answered !== answered) return false;
  const weight = luckWeight(whole.result, answered, yearIndex(whole.result, year));
  return weight === "few" || weight === "half" || weight === "most";
}

/**
 * What to know before quoting the answer: whether the calculation ends before the plan does, and what the core found, in
 * its own English where the page does not know it.
 */
export function checks(view: View): TemplateResult | typeof nothing {
  const { text, state } = view;
  const { answered, result } = state;
  const [end, last] = [programmeEnd(answered), lastYear(answered)];
  const said = result.checks.filter((check) => isTold(view, check)).map((check) => {
    const words = checkWords(view, check);
    return words === undefined ? html`<li lang="en" dir="ltr">${check.message}</li>` : html`<li>${words}</li>`;
  });
  if (end > last) said.unshift(html`<li>${text.answer.found.beyond({ end, last })}</li>`);
  if (isOfLuck(view)) said.push(html`<li>${text.answer.found.luck}</li>`);
  if (said.length === 0) return nothing;
  return html`<div class="checks figures">
    <p class="checks-title">${text.answer.checks}</p>
    <ul>${said}</ul>
  </div>`;
}

/** That the answer does not rest on the default readings of the sources, where it does not. */
function otherReadings(view: View): TemplateResult | typeof nothing {
  const { state, text, pack } = view;
  const changed = changedReadings(pack, state.answered.readings);
  if (changed.length === 0) return nothing;
  const names = changed
    .map(({ label }) => text.figures.quoted({ words: say(view, label) }))
    .join(text.figures.comma);
  return html`<p class="other-readings figures">${text.disagreements.inAnswer({ changed: changed.length, names })}
    <a href="#disagreements">${text.disagreements.toReadings}</a></p>`;
}

/** That the visitor has changed what the answer rests on. */
function ownAssumptions(view: View): TemplateResult | typeof nothing {
  const { state, text, pack } = view;
  const count = changedAssumptions(state.answered, pack).length;
  if (count === 0) return nothing;
  return html`<p class="other-readings figures">${text.answer.ownAssumptions({ count })}
    <a href="#assumptions">${text.answer.toAssumptions}</a></p>`;
}

/** Whether the plan of the answer trains anyone, which the funnel is without. */
export function hasTraining({ state }: View): boolean {
  return state.answered.measures.some((measure) => measure.type === "training" && measure.share > 0);
}

/** Of 100 who register, how many get how far; nothing while nobody can sell anywhere. */
export function denominators(view: View): string {
  if (whyNothing(view) === "closed") return "";
  const { text } = view;
  const funnel = new Map(funnelOf(view.state.result).map((stage) => [stage.id, stage.mean]));
  const reached = (stage: string): number => funnel.get(stage) ?? 0;
  const words = text.answer.denominators({ ...amongHundred(reached("active")), afterThree: ofHundred(text, reached("after3")) });
  return hasTraining(view) ? `${words} ${text.answer.untrained}` : words;
}

/** In what and at which rate amounts are shown that are not in dollars; empty for dollars. */
export function localWords({ text, pack, state }: View): string {
  if (state.currency === "usd") return "";
  return text.answer.inLocal({ unit: localDisplay(text, pack).unit, rate: rateText(text, pack) });
}

/** `localWords`, and what `usd` is in the currency that is not shown. */
export function converted(view: View, usd: number): TemplateResult | typeof nothing {
  const { text, pack, state } = view;
  if (state.currency !== "usd") {
    return html`<span class="figures">${localWords(view)} ${text.answer.middleIs({ amount: formatMoney(usd, dollarDisplay(text)) })}</span>`;
  }
  if (usd === 0) return nothing;
  const amount = formatMoney(usd, localDisplay(text, pack));
  return html`<span class="converted figures">${text.answer.converted({ amount, rate: rateText(text, pack) })}</span>`;
}

/** What the words of the answer mean. */
export function glossary(view: View): TemplateResult {
  const { title, entries } = view.text.glossary;
  return html`<details class="glossary">
    <summary>${title}</summary>
    <dl>${Object.values(entries).map(({ term, meaning }) => html`<dt>${term}</dt><dd>${meaning}</dd>`)}</dl>
  </details>`;
}

/** Of how many futures the figures are so far, while those of all are on their way. */
function previewWords({ state, text }: View): TemplateResult | typeof nothing {
  const { result, answered, refusal } = state;
  const { draws } = result.model;
  if (draws >= answered.draws || refusal) return nothing;
  return html`<span>${text.answer.preview({ drawn: formatNumber(draws), all: formatNumber(answered.draws) })}</span>`;
}

function viewOptions(view: View): TemplateResult {
  const { text, state, pack, actions, isStatic } = view;
  const local = localDisplay(text, pack).unit;
  const currencies = [
    { value: "usd" as const, label: dollarDisplay(text).unit },
    { value: "local" as const, label: local },
  ];
  const numberWords = [
    { value: "million" as const, label: text.answer.inMillions },
    { value: "lakh" as const, label: text.answer.inLakhs },
  ];
  return html`<div class="view-options" ?inert=${isStatic}>
    <p class="view-option">
      <label for="year">${text.controls.year}</label>
      <select id="year" @change=${(event: Event) => actions.showYear(Number((event.currentTarget as HTMLSelectElement).value))}>
        ${state.result.years.map(
          (year) => html`<option value=${String(year)} .selected=${year === state.year}>${year}</option>`,
        )}
      </select>
    </p>
    <div class="view-option">
      <span class="switch" role="group" aria-label=${text.answer.currency}>${currencies.map(
        ({ value, label }) => html`<button type="button" aria-pressed=${String(value === state.currency)}
          @click=${() => actions.showCurrency(value)}>${label}</button>`,
      )}</span>
    </div>
    <div class="view-option">
      <span class="switch" role="group" aria-label=${text.answer.numberWords}>${numberWords.map(
        ({ value, label }) => html`<button type="button" aria-pressed=${String(value === state.numberWords)}
          @click=${() => actions.showNumberWords(value)}>${label}</button>`,
      )}</span>
    </div>
    <p class="preview">${previewWords(view)}${kNbsp}</p>
  </div>`;
}

/** The answer: the sentence, its scope, what it rests on, and how it is shown. */
export function answer(view: View): TemplateResult {
  const { state, text, pack } = view;
  const { result } = state;
  const index = yearIndex(result, state.year);
  const headline = headlineAt(result, index);
  return html`
    ${engineNotice(view)}
    ${staleNote(view)}
    <p class="headline figures" id="answer" tabindex="-1">${phrase(headlineSentence(text, headline, state.year, displayOf(view), whyNothing(view)))}</p>
    <p class="scope">${text.answer.scope({ country: say(view, pack.label), baseYear: pack.baseYear })}
      ${denominators(view)}
      ${converted(view, headline.p50)}</p>
    ${part(view, viewOptions)}
    ${otherReadings(view)}
    ${ownAssumptions(view)}`;
}

/** The answer in a line or two, shown on narrow screens while a control moves. Screen readers get the status. */
export function answerBar(view: View): TemplateResult {
  const { state, text } = view;
  const headline = headlineAt(state.result, yearIndex(state.result, state.year));
  return html`<p class="answer-bar" aria-hidden="true" ?hidden=${!state.isMoving}>${phrase(
    headlineBar(text, headline, state.year, displayOf(view)),
  )}</p>`;
}
