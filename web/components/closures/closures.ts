import { html, nothing, type TemplateResult } from "lit";
import type { Closure } from "../../engine/types.ts";
import { refusedFields } from "../../state/app_state.ts";
import { openMarkets } from "../../state/plan/closures.ts";
import { fieldId, isClosureField, planField } from "../../state/plan/plan_fields.ts";
import { foldable } from "../foldable/foldable.ts";
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
  const title = elementId(`${fieldId.closure(index, "from")}:title`);
  return html`<li class="measure"><div role="group" aria-labelledby=${title}>
    <div class="measure-head">
      <p class="measure-name" id=${title}>${name}</p>
      <button class="link" type="button" aria-label=${text.closures.openOne({ name })}
        @click=${() => actions.openMarket(index)}>${text.closures.open}</button>
    </div>
    <div class="measure-fields">${yearField(view, index, "from")}${yearField(view, index, "to")}</div>
  </div></li>`;
}

/** The choice of a market to close, where one is left. */
function closing(view: View): TemplateResult | typeof nothing {
  const { actions, pack, state, text } = view;
  const markets = openMarkets(state.plan, pack);
  if (markets.length === 0) return nothing;
  const close = (event: Event): void => {
    const box = (event.currentTarget as HTMLElement).closest(".measure-adding");
    const select = box?.querySelector("select");
    if (select) actions.closeMarket(select.value);
  };
  return html`<div class="measure-adding">
    <label class="number-label" for="closure-market">${text.closures.close}</label>
    <div class="measure-choice">
      <select class="select" id="closure-market">
        ${markets.map(({ id, label }) => html`<option value=${id}>${say(view, label)}</option>`)}
      </select>
      <button class="button" type="button" @click=${close}>${text.closures.closeNow}</button>
    </div>
  </div>`;
}

/** Markets that nothing can be sold to in some years, whatever the plan does. */
export function closures(view: View): TemplateResult {
  const { state, text } = view;
  const closed = state.plan.closures;
  const { closures: words } = text;
  const control = {
    id: "closures",
    label: words.title,
    summary: words.count({ count: closed.length }),
    isHeldOpen: refusedFields(state).some(isClosureField),
  };
  return foldable(
    view,
    control,
    html`<div class="closures">
      <p class="number-label control-title">${words.title}</p>
      <p class="hint">${words.hint}</p>
      <ol class="measures">${closed.map((closure, index) => line(view, closure, index))}</ol>
      ${closing(view)}
    </div>`,
  );
}
