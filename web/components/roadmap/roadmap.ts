import { html, nothing, type TemplateResult } from "lit";
import type { Measure } from "../../engine/types.ts";
import { refusedFields } from "../../state/app_state.ts";
import {
  amountsOf,
  amountTitle,
  elementIn,
  elementsFor,
  kMeasureTypes,
  kMostMeasures,
  targetOf,
  type MeasureType,
} from "../../state/plan/measures.ts";
import { fieldId, isMeasureField, planField } from "../../state/plan/plan_fields.ts";
import { fieldText } from "../../state/fields.ts";
import { addingLine, datedLine, datedLines } from "../dated_lines/dated_lines.ts";
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
  const { amounts, noCost } = text.roadmap;
  // What measures cost by what they do is counted, and the rest of it has another label.
  const hint = label === amounts.cost && value === 0 ? noCost : "";
  const example = rule.isPercent ? text.problems.percentExample : fieldText(rule.min, rule);
  return numberField(view, { field, label, hint, control, spoken, example, isSmall: true });
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
  return datedLine({
    id: `measure-${index}-title`,
    name,
    remove: roadmap.remove,
    removeOne: roadmap.removeOne({ name }),
    onRemove: () => actions.removeMeasure(index),
    fields: html`<p class="hint">${hint}</p>
    ${targetChoice(view, measure, index)}
    <div class="measure-fields">
      ${amountsOf(measure.type, pack).map(({ name: amount }) =>
        lineField(view, index, amount, roadmap.amounts[amountTitle(measure.type, amount)]),
      )}
      ${lineField(view, index, "from", roadmap.from)}
      ${lineField(view, index, "to", roadmap.to)}
    </div>`,
  });
}

/** The roadmap: dated measures that support sellers or change the terms of trade, each with its size and cost. */
export function roadmap(view: View): TemplateResult {
  const { actions, state, text } = view;
  const { measures } = state.plan;
  const { roadmap: words } = text;
  return datedLines(view, {
    id: "roadmap",
    title: words.title,
    hint: words.hint,
    count: words.count({ count: measures.length }),
    isHeldOpen: refusedFields(state).some(isMeasureField),
    lines: measures.map((measure, index) => line(view, measure, index)),
    adding: addingLine({
      id: "measure-type",
      label: words.add,
      button: words.addNow,
      options: kMeasureTypes.map((type) => ({ id: type, name: words.types[type].name })),
      isFull: measures.length >= kMostMeasures,
      onAdd: (type) => actions.addMeasure(type as MeasureType),
    }),
  });
}
