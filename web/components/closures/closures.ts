import { html, nothing, type TemplateResult } from "lit";
import type { Closure } from "../../engine/types.ts";
import { refusedFields } from "../../state/app_state.ts";
import { openMarkets } from "../../state/plan/closures.ts";
import { fieldId, isClosureField, planField } from "../../state/plan/plan_fields.ts";
import { addingLine, datedLine, datedLines } from "../dated_lines/dated_lines.ts";
import { elementId, numberField } from "../number_field/number_field.ts";
import { say, type View } from "../view.ts";

/** The first or the last year of a closure. */
function yearField(view: View, index: number, year: "from" | "to"): TemplateResult | typeof nothing {
  const { pack, state, text } = view;
  const field = fieldId.closure(index, year);
  const control = planField(field, state.plan, pack);
  if (!control) return nothing;
  const [spoken, example] = [String(control.value), String(control.rule.min)];
  return numberField(view, { field, label: text.roadmap[year], control, spoken, example, isSmall: true });
}

function line(view: View, { market }: Closure, index: number): TemplateResult {
  const { actions, pack, text } = view;
  const found = pack.markets.find(({ id }) => id === market);
  const name = found ? say(view, found.label) : market;
  return datedLine({
    id: elementId(`${fieldId.closure(index, "from")}:title`),
    name,
    remove: text.closures.open,
    removeOne: text.closures.openOne({ name }),
    onRemove: () => actions.openMarket(index),
    fields: html`<div class="measure-fields">${yearField(view, index, "from")}${yearField(view, index, "to")}</div>`,
  });
}

/** The choice of a market to close, where one is left. */
function closing(view: View): TemplateResult | typeof nothing {
  const { actions, pack, state, text } = view;
  const markets = openMarkets(state.plan, pack);
  if (markets.length === 0) return nothing;
  return addingLine({
    id: "closure-market",
    label: text.closures.close,
    button: text.closures.closeNow,
    options: markets.map(({ id, label }) => ({ id, name: say(view, label) })),
    isFull: false,
    onAdd: (market) => actions.closeMarket(market),
  });
}

/** Markets that nothing can be sold to in some years, whatever the plan does. */
export function closures(view: View): TemplateResult {
  const { state, text } = view;
  const closed = state.plan.closures;
  const { title, hint, count } = text.closures;
  return datedLines(view, {
    id: "closures",
    title,
    hint,
    count: count({ count: closed.length }),
    isHeldOpen: refusedFields(state).some(isClosureField),
    lines: closed.map((closure, index) => line(view, closure, index)),
    adding: closing(view),
  });
}
