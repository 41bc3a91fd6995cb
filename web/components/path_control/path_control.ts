import { html, nothing, type TemplateResult } from "lit";
import { refusedFields } from "../../state/app_state.ts";
import { kPathShapes, shapeOf, type PathShape } from "../../state/plan/edits.ts";
import { fieldId, isPathField, planField } from "../../state/plan/plan_fields.ts";
import { formatNumber } from "../../text/format.ts";
import { choice, type Option } from "../choice/choice.ts";
import { foldable } from "../foldable/foldable.ts";
import { numberField } from "../number_field/number_field.ts";
import type { View } from "../view.ts";

/** One year of a path by year: its field, and a bar in the scale of the largest year. */
function yearRow(view: View, index: number, registrations: number, largest: number): TemplateResult | typeof nothing {
  const { pack, state, text } = view;
  const field = fieldId.tableYear(index);
  const control = planField(field, state.plan, pack);
  if (!control) return nothing;
  const spoken = text.figures.sellers({ count: registrations, figure: formatNumber(registrations) });
  return html`<li class="path-year">
    ${numberField(view, {
      field,
      label: String(state.plan.startYear + index),
      control,
      spoken,
      example: text.problems.sellersExample,
      isSmall: true,
    })}
    <svg class="path-bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width=${largest > 0 ? (100 * registrations) / largest : 0} height="1"></rect>
    </svg>
  </li>`;
}

/** The registrations of each year, and that their sum is the number of new sellers. */
function years(view: View, table: readonly number[]): TemplateResult {
  const { state, text } = view;
  const { newSellers } = state.plan;
  const largest = Math.max(...table);
  return html`<div role="group" aria-label=${text.controls.pathYears}>
    <ol class="path-years">${table.map((registrations, index) => yearRow(view, index, registrations, largest))}</ol>
    <p class="hint figures">${text.controls.pathSum({
      sellers: text.figures.sellers({ count: newSellers, figure: formatNumber(newSellers) }),
      years: text.figures.years({ count: table.length }),
    })}</p>
  </div>`;
}

/** How the new sellers arrive over the years: in a shape, or by a number for each year. */
export function pathControl(view: View): TemplateResult {
  const { text, state, actions } = view;
  const { paths } = text.controls;
  const { path } = state.plan;
  const chosen = shapeOf(state.plan);
  return foldable(
    view,
    {
      id: "path",
      label: text.controls.path,
      summary: paths[chosen].label,
      isHeldOpen: refusedFields(state).some(isPathField),
    },
    html`${choice({
      id: "path",
      label: text.controls.path,
      options: kPathShapes.map((value): Option<PathShape> => ({ value, ...paths[value] })),
      chosen,
      choose: actions.choosePath,
    })}
    ${typeof path === "string" ? nothing : years(view, path)}`,
  );
}
