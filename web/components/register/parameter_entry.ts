import { html, nothing, type TemplateResult } from "lit";
import { densityChart } from "../../charts/density.ts";
import type { Parameter } from "../../engine/types.ts";
import {
  givenDistribution,
  heldDistribution,
  isChanged,
  rangeOf,
  type AssumptionName,
} from "../../state/plan/assumptions.ts";
import { elementsOf } from "../../state/pack_sets.ts";
import { dateInWords } from "../../text/dates.ts";
import { distributionWords } from "../../text/distribution_words.ts";
import type { HeldParameter } from "../../state/source_readings.ts";
import { gradePill, sources } from "../sources/sources.ts";
import { say, type LaterView } from "../view.ts";
import { assumptionEditor } from "./assumption_editor.ts";
import { nameIn } from "./pack_entries.ts";

const kWidth = 116;
const kHeight = 34;

/** The distributions of a parameter. */
export function namesOf(symbol: string, parameter: Parameter): AssumptionName[] {
  return "by" in parameter
    ? Object.keys(parameter.values).map((element) => ({ key: `${symbol}.${element}`, symbol, element }))
    : [{ key: symbol, symbol }];
}

/** What one distribution of a parameter is for, where there are several. */
export function elementName(view: LaterView, parameter: Parameter, { element }: AssumptionName): string {
  return element !== undefined && "by" in parameter
    ? nameIn(view, elementsOf(view.pack, parameter.by), element)
    : "";
}

function distributionRow(view: LaterView, name: AssumptionName, parameter: Parameter): TemplateResult {
  const { actions, pack, state, text } = view;
  const { register: words } = text;
  const { unit } = parameter;
  const { plan } = state;
  const { key } = name;
  const held = heldDistribution(name, plan, pack);
  const given = givenDistribution(name, plan, pack);
  const range = rangeOf(name, pack);
  const isOwn = isChanged(name, plan, pack);
  const draft = state.assumptionDrafts[key];
  const element = elementName(view, parameter, name);
  const whole = element === "" ? say(view, parameter.label) : text.figures.named({ name: say(view, parameter.label), unit: element });
  return html`<li class=${isOwn ? "distribution changed" : "distribution"}>
    <div class="distribution-words">
      ${element === "" ? nothing : html`<span class="distribution-name">${element}</span>`}
      <span class="values">${distributionWords(text, held, unit, range)}</span>
      ${isOwn ? html`<span class="distribution-given">${words.given({ words: distributionWords(text, given, unit, range) })}</span>` : nothing}
    </div>
    ${view.isStatic
      ? nothing
      : densityChart({ dist: held, range, ...(isOwn ? { before: given } : {}), width: kWidth, height: kHeight })}
    ${view.isStatic
      ? nothing
      : draft
      ? assumptionEditor(view, name, draft, unit, range)
      : html`<p class="assumption-ways">
          <button class="link" type="button" aria-label=${words.editOne({ name: whole })}
            @click=${() => actions.editAssumption(key, "interval")}>${words.edit}</button>
          ${isOwn
            ? html`<button class="link" type="button" aria-label=${words.resetOne({ name: whole })}
                @click=${() => actions.resetAssumption(key)}>${words.reset}</button>`
            : nothing}
        </p>`}
  </li>`;
}

/** Where the other readings of a parameter come from: one that has no source itself may quote what they rest on. */
function sourcesOfOthers(view: LaterView, symbol: string): TemplateResult | typeof nothing {
  const options = (view.pack.readings ?? []).flatMap((reading) => reading.options);
  const others = options.filter(({ assumptions }) => Object.keys(assumptions).some((key) => key.split(".")[0] === symbol));
  const ids = [...new Set(others.flatMap((option) => option.sources))];
  if (ids.length === 0) return nothing;
  return html`<p class="sources">${view.text.register.otherSources}</p>
    ${sources(view, ids)}`;
}

/** A parameter: its distributions in words and drawn small, how well founded they are, from where, and a way to change them. */
export function parameterEntry(view: LaterView, symbol: string, { parameter, isChosen }: HeldParameter): TemplateResult {
  const { text } = view;
  return html`<li class="assumption">
    <h4>${say(view, parameter.label)}</h4>
    ${gradePill(view, parameter.grade)}
    <ul class="distributions">${namesOf(symbol, parameter).map((name) => distributionRow(view, name, parameter))}</ul>
    ${isChosen ? html`<p class="note"><strong>${text.disagreements.chosen}</strong></p>` : nothing}
    ${parameter.unit === "elasticity" ? html`<p class="note">${text.assumptions.elasticityHint}</p>` : nothing}
    ${parameter.note ? html`<p class="note">${say(view, parameter.note)}</p>` : nothing}
    ${sources(view, parameter.sources)}
    ${parameter.sources.length === 0 ? sourcesOfOthers(view, symbol) : nothing}
    <p class="note set-on">${text.register.setOn({ date: dateInWords(text, parameter.date) })}</p>
  </li>`;
}
