import { html, nothing, type TemplateResult } from "lit";
import type { Pack } from "../../engine/types.ts";
import { firstYear } from "../../state/app_state.ts";
import { fieldText } from "../../state/fields.ts";
import { middleOf } from "../../state/middle_of.ts";
import { offeredTier } from "../../state/plan/edits.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { planField } from "../../state/plan/plan_fields.ts";
import { sameValue } from "../../state/plan/same_value.ts";
import { formatNumber, formatPercent } from "../../text/format.ts";
import { closures } from "../closures/closures.ts";
import { foldable } from "../foldable/foldable.ts";
import { numberField, type NumberField } from "../number_field/number_field.ts";
import { part } from "../part/part.ts";
import { pathControl } from "../path_control/path_control.ts";
import { roadmap } from "../roadmap/roadmap.ts";
import { undoOffer } from "../undo_offer/undo_offer.ts";
import { say, type View } from "../view.ts";

/** Share of those offered light training who take it, at the middle of its range. */
function takeUp(pack: Pack): number {
  const parameter = pack.parameters["takeup"];
  const tier = offeredTier(pack);
  if (!parameter || tier === undefined) return 0;
  const [min, max] = parameter.range;
  return middleOf("by" in parameter ? (parameter.values[tier] ?? 0) : parameter.value, { min, max });
}

/** The numbers that the main controls set. */
type MainField = "newSellers" | "years" | "trainingShare" | "internetUse";

function describe(view: View, field: MainField): NumberField | undefined {
  const { pack, state, text } = view;
  const { plan } = state;
  const control = planField(field, plan, pack);
  if (!control) return undefined;
  const { value } = control;
  const base = { field, control };
  const { controls: words, problems } = text;
  switch (field) {
    case "newSellers":
      return {
        ...base,
        label: words.sellers,
        hint: words.sellersHint,
        spoken: text.figures.sellers({ count: value, figure: formatNumber(value) }),
        example: problems.sellersExample,
      };
    case "years":
      return {
        ...base,
        label: words.years,
        hint: words.yearsHint({ start: plan.startYear }),
        spoken: text.figures.years({ count: value }),
        example: problems.yearsExample,
      };
    case "trainingShare":
      return {
        ...base,
        label: words.training,
        hint: words.trainingHint({ takeUp: formatPercent(takeUp(pack), 0) }),
        spoken: formatPercent(value),
        example: problems.percentExample,
      };
    case "internetUse":
      return {
        ...base,
        label: words.internet({ year: firstYear(plan) }),
        hint: words.internetHint({
          people: say(view, pack.baseline.internetUse.label),
          today: formatPercent(pack.baseline.internetUse.value),
        }),
        spoken: formatPercent(value),
        example: problems.percentExample,
      };
  }
}

function foldedNumber(view: View, id: MainField): TemplateResult | typeof nothing {
  const field = describe(view, id);
  if (!field) return nothing;
  const { rule, value } = field.control;
  return foldable(
    view,
    {
      id: `control-${id}`,
      label: field.label,
      summary: fieldText(value, rule),
      isHeldOpen: view.state.drafts[id]?.problem !== undefined,
    },
    numberField(view, field),
  );
}

/** The control that matters most: how many sellers. */
export function mainControl(view: View): TemplateResult {
  const field = describe(view, "newSellers");
  return html`<div class="control">${field ? numberField(view, field) : nothing}</div>`;
}

/** Whether there is nothing to set back, and nobody has just done so: the button then keeps the focus. */
function isUntouched({ state, pack }: View): boolean {
  return state.replaced === undefined && sameValue(state.plan, defaultPlan(pack));
}

/** The way back to the defaults, and from there. */
function wayBack(view: View): TemplateResult {
  const { text, actions } = view;
  return html`${isUntouched(view)
      ? nothing
      : html`<button class="reset" type="button" @click=${() => actions.reset()}>${text.controls.reset}</button>`}
    ${undoOffer(view, ["reset"])}`;
}

/** The other numbers, and how the new sellers arrive. */
export function furtherControls(view: View): TemplateResult {
  return html`
    ${part(view, foldedNumber, "years")}
    ${part(view, foldedNumber, "trainingShare")}
    ${part(view, foldedNumber, "internetUse")}
    ${part(view, pathControl)}`;
}

/** What is dated, and the way back from everything that was set. */
export function lastControls(view: View): TemplateResult {
  return html`
    ${part(view, roadmap)}
    ${part(view, closures)}
    ${part(view, wayBack)}`;
}
