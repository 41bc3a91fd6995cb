import { html, nothing, type TemplateResult } from "lit";
import type { Reading, ReadingOption } from "../engine/types.ts";
import { headlineAt, yearIndex } from "../state/readings.ts";
import { changedReadings, chosenOption, readingsByReach, type Reach } from "../state/source_readings.ts";
import { headlineBar } from "../text/sentences.ts";
import { phrase } from "./phrase.ts";
import { sources } from "./sources.ts";
import { displayOf, say, type View } from "./view.ts";

function optionView(view: View, reading: Reading, option: ReadingOption): TemplateResult {
  const isChosen = chosenOption(reading, view.state.inputs.readings) === option;
  const id = `reading-${reading.id}-${option.id}`;
  return html`<div class="reading-option">
    <label class="option"><input type="radio" name=${`reading-${reading.id}`} value=${option.id}
        aria-describedby=${`${id}-note`} .checked=${isChosen}
        @change=${() => view.actions.chooseReading(reading, option.id)} />
      <span>${say(view, option.label)}</span></label>
    <div class="reading-origin">
      <p id=${`${id}-note`}>${view.text.assumptions.grades[option.grade]}${option.note ? `: ${say(view, option.note)}` : nothing}</p>
      ${option.sources.length > 0 ? sources(view, option.sources) : nothing}
    </div>
  </div>`;
}

function readingView(view: View, reading: Reading, reach: Reach): TemplateResult {
  const hint = view.text.disagreements.reach[reach];
  return html`<fieldset class="choice" ?disabled=${view.isStatic}>
    <legend class="number-label">${say(view, reading.label)}</legend>
    ${hint === "" ? nothing : html`<p class="hint">${hint}</p>`}
    ${reading.options.map((option) => optionView(view, reading, option))}
  </fieldset>`;
}

/** The answer in one line, in sight while readings are chosen, and the way back to the default. */
function outcome(view: View, changed: number): TemplateResult {
  const { state, text, actions } = view;
  const headline = headlineAt(state.result, yearIndex(state.result, state.year));
  return html`<div class="reading-outcome" ?data-busy=${state.isComputing}>
    <p class="figures"><span class="hidden">${text.disagreements.answer}: </span>${phrase(
      headlineBar(text, headline, state.year, displayOf(view)),
    )}</p>
    ${changed === 0
      ? nothing
      : html`<button class="button" type="button" @click=${() => actions.resetReadings()}>${text.disagreements.reset}</button>`}
  </div>`;
}

/** A choice for each question on which the sources disagree, or nothing for packs without them. */
export function disagreements(view: View): TemplateResult | typeof nothing {
  const { pack, text, state } = view;
  const all = readingsByReach(pack);
  if (all.length === 0) return nothing;
  const { disagreements: words } = text;
  const changed = changedReadings(pack, state.inputs.readings).length;
  return html`<section class="disagreements" id="disagreements" aria-labelledby="disagreements-title">
    <details class="group">
      <summary><h3 id="disagreements-title">${words.title}</h3>
        <span class=${changed === 0 ? "fold-note" : "fold-note changed"}>${words.summary(changed, all.length)}</span></summary>
      <p class="group-note">${words.intro}</p>
      <div class="disagreement-list">${all.map(({ reading, reach }) => readingView(view, reading, reach))}</div>
      ${outcome(view, changed)}
    </details>
  </section>`;
}
