import { html, nothing, type TemplateResult } from "lit";
import type { Measure } from "../../engine/types.ts";
import { refusedFields } from "../../state/app_state.ts";
import {
  amountsOf,
  elementIn,
  elementsFor,
  kMeasureTypes,
  kMostMeasures,
  targetOf,
  type MeasureType,
} from "../../state/plan/measures.ts";
import { fieldId, isMeasureField, planField } from "../../state/plan/plan_fields.ts";
import { fieldText } from "../../state/fields.ts";
import { foldable } from "../foldable/foldable.ts";
import { elementId, numberField } from "../number_field/number_field.ts";
import { say, type View } from "../view.ts";

/** One number of a line of the roadmap. */
function lineField(view: View, index: number, name: string, label: string): TemplateResult | typeof nothing {
  const { pack, state, text } = view;
  const field = fieldId.measure(index, name);
  const control = planField(field, state.plan, pack);
  if (!control) return nothing;
  const { rule, value } = control;
  const spoken = fieldText(value, rule);
  const example = rule.isPercent ? text.problems.percentExample : fieldText(rule.min, rule);
  return numberField(view, { field, label, control, spoken, example, isSmall: true });
}

/** What a line acts on, where that is one element of a set. */
function targetChoice(view: View, measure: Measure, index: number): TemplateResult | typeof nothing {
  const { actions, pack, text } = view;
  const target = targetOf(measure.type);
  if (!target) return nothing;
  const id = elementId(fieldId.measure(index, target.name));
  const chosen = elementIn(measure);
  const choose = (event: Event): void => {
    const { value } = event.currentTarget as HTMLSelectElement;
    actions.aimMeasure(index, value === "" ? undefined : value);
  };
  return html`<div class="number small">
    <label class="number-label" for=${id}>${text.roadmap.targets[target.name]}</label>
    <select class="select" id=${id} @change=${choose}>
      ${target.isOptional
        ? html`<option value="" .selected=${chosen === undefined}>${text.roadmap.all}</option>`
        : nothing}
      ${elementsFor(target, pack).map(
        (element) => html`<option value=${element.id} .selected=${element.id === chosen}>${say(view, element.label)}</option>`,
      )}
    </select>
  </div>`;
}

function line(view: View, measure: Measure, index: number): TemplateResult {
  const { actions, pack, text } = view;
  const { roadmap } = text;
  const { name, hint } = roadmap.types[measure.type];
  const title = `measure-${index}-title`;
  return html`<li class="measure"><div role="group" aria-labelledby=${title}>
    <div class="measure-head">
      <p class="measure-name" id=${title}>${name}</p>
      <button class="link" type="button" aria-label=${roadmap.removeOne({ name })}
        @click=${() => actions.removeMeasure(index)}>${roadmap.remove}</button>
    </div>
    <p class="hint">${hint}</p>
    ${targetChoice(view, measure, index)}
    <div class="measure-fields">
      ${amountsOf(measure.type, pack).map((amount) => lineField(view, index, amount.name, roadmap.amounts[amount.name]))}
      ${lineField(view, index, "from", roadmap.from)}
      ${lineField(view, index, "to", roadmap.to)}
    </div>
  </div></li>`;
}

/** The choice of a measure to add. */
function adding(view: View): TemplateResult {
  const { actions, state, text } = view;
  const { roadmap } = text;
  const add = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).closest(".measure-adding");
    const select = box?.querySelector("select");
    if (select) actions.addMeasure(select.value as MeasureType);
  };
  return html`<div class="measure-adding">
    <label class="number-label" for="measure-type">${roadmap.add}</label>
    <div class="measure-choice">
      <select class="select" id="measure-type">
        ${kMeasureTypes.map((type) => html`<option value=${type}>${roadmap.types[type].name}</option>`)}
      </select>
      <button class="button" type="button" ?disabled=${state.plan.measures.length >= kMostMeasures}
        @click=${add}>${roadmap.addNow}</button>
    </div>
  </div>`;
}

/** The roadmap: dated measures that support sellers or change the terms of trade, each with its size and cost. */
export function roadmap(view: View): TemplateResult {
  const { state, text } = view;
  const { measures } = state.plan;
  const { roadmap: words } = text;
  const control = {
    id: "roadmap",
    label: words.title,
    summary: words.count({ count: measures.length }),
    isHeldOpen: refusedFields(state).some(isMeasureField),
  };
  return foldable(
    view,
    control,
    html`<div class="roadmap">
      <p class="number-label control-title">${words.title}</p>
      <p class="hint">${words.hint}</p>
      <ol class="measures">${measures.map((measure, index) => line(view, measure, index))}</ol>
      ${adding(view)}
    </div>`,
  );
}
