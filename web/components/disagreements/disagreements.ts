import { html, nothing, type TemplateResult } from "lit";
import type { Reading, ReadingOption } from "../../engine/types.ts";
import { headlineAt, yearIndex } from "../../state/readings.ts";
import { changedReadings, chosenOption, readingsByReach } from "../../state/source_readings.ts";
import { headlineBar } from "../../text/sentences.ts";
import { part } from "../part/part.ts";
import { phrase } from "../phrase/phrase.ts";
import { gradePill, sources } from "../sources/sources.ts";
import { displayOf, say, type LaterView } from "../view.ts";

function optionView(view: LaterView, reading: Reading, option: ReadingOption): TemplateResult {
  const isChosen = chosenOption(reading, view.state.plan.readings) === option;
  const id = `reading-${reading.id}-${option.id}`;
  return html`<div class="reading-option">
    <label class="option"><input type="radio" name=${`reading-${reading.id}`} value=${option.id}
        aria-describedby=${option.note ? `${id}-note` : nothing} .checked=${isChosen}
        @change=${() => view.actions.chooseReading(reading, option.id)} />
      <span>${say(view, option.label)}</span></label>
    <div class="reading-origin">
      ${gradePill(view, option.grade)}
      ${option.note ? html`<p id=${`${id}-note`}>${say(view, option.note)}</p>` : nothing}
      ${option.sources.length > 0 ? sources(view, option.sources) : nothing}
    </div>
  </div>`;
}

function readingView(view: LaterView, reading: Reading): TemplateResult {
  return html`<fieldset class="choice" ?disabled=${view.isStatic}>
    <legend class="number-label">${say(view, reading.label)}</legend>
    ${reading.options.map((option) => optionView(view, reading, option))}
  </fieldset>`;
}

/** The answer in one line, in sight while readings are chosen. */
function outcome(view: LaterView): TemplateResult {
  const { state, text } = view;
  const headline = headlineAt(state.result, yearIndex(state.result, state.year));
  return html`<div class="reading-outcome" ?data-busy=${state.isComputing}>
    <p class="figures"><span class="hidden">${text.disagreements.answer} </span>${phrase(
      headlineBar(text, headline, state.year, displayOf(view)),
    )}</p>
  </div>`;
}

/** A choice for each question on which the sources disagree, or nothing for packs without them. */
export function disagreements(view: LaterView): TemplateResult | typeof nothing {
  const { pack, text, state, actions } = view;
  const all = pack.readings ?? [];
  if (all.length === 0) return nothing;
  const { disagreements: words } = text;
  const changed = changedReadings(pack, state.plan.readings).length;
  return html`<section class="disagreements" id="disagreements" aria-labelledby="disagreements-title">
    <details class="group">
      <summary><h3><span id="disagreements-title">${words.title}</span>
        <span class=${changed === 0 ? "fold-note" : "fold-note changed"}>${words.summary({ changed, all: all.length })}</span></h3></summary>
      <p class="group-note">${words.intro}</p>
      ${readingsByReach(pack).map(
        ({ reach, readings }) => html`<h4 class="reach">${words.reach[reach]}</h4>
          <div class="disagreement-list">${readings.map((reading) => readingView(view, reading))}</div>`,
      )}
      ${changed === 0
        ? nothing
        : html`<button class="button" type="button" @click=${() => actions.resetReadings()}>${words.reset}</button>`}
      ${part(view, outcome)}
    </details>
  </section>`;
}
