import { html, type TemplateResult } from "lit";
import type { Pack } from "../../engine/types.ts";
import { offeredTier, programmeEnd, samePlan, type NumberInput, type Path } from "../../state/inputs.ts";
import { fieldText, numberControls, type NumberControl } from "../../state/number_controls.ts";
import { kPlanNames, planInputs } from "../../state/plans.ts";
import { middleOf } from "../../text/distribution_words.ts";
import { formatNumber, formatPercent } from "../../text/format.ts";
import { choice, type Option } from "../choice/choice.ts";
import { foldable } from "../foldable/foldable.ts";
import { mixControl } from "../mix_control/mix_control.ts";
import { numberField, type NumberField } from "../number_field/number_field.ts";
import type { View } from "../view.ts";

const kPaths: readonly Path[] = ["linear", "logistic", "bass"];

/** Share of those offered light training who take it, at the middle of its range. */
function takeUp(pack: Pack): number {
  const parameter = pack.parameters["takeup"];
  const tier = offeredTier(pack);
  if (!parameter || tier === undefined) return 0;
  return middleOf("by" in parameter ? (parameter.values[tier] ?? 0) : parameter.value);
}

let controlsOfPack: { pack: Pack; controls: Record<NumberInput, NumberControl> } | undefined;

function controlsFor(pack: Pack): Record<NumberInput, NumberControl> {
  if (controlsOfPack?.pack !== pack) controlsOfPack = { pack, controls: numberControls(pack) };
  return controlsOfPack.controls;
}

function describe(view: View, field: NumberInput): NumberField {
  const { pack, state, text } = view;
  const { inputs } = state;
  const control = controlsFor(pack)[field];
  const base = { field, control, value: inputs[field] };
  const { controls: words, problems } = text;
  switch (field) {
    case "newSellers":
      return {
        ...base,
        label: words.sellers,
        hint: words.sellersHint,
        spoken: text.figures.sellers({ count: inputs.newSellers, figure: formatNumber(inputs.newSellers) }),
        example: problems.sellersExample,
      };
    case "years":
      return {
        ...base,
        label: words.years,
        hint: words.yearsHint({ start: pack.defaults.startYear }),
        spoken: text.figures.years({ count: inputs.years }),
        example: problems.yearsExample,
      };
    case "trainingShare":
      return {
        ...base,
        label: words.training,
        hint: words.trainingHint({ takeUp: formatPercent(takeUp(pack), 0) }),
        spoken: formatPercent(inputs.trainingShare),
        example: problems.percentExample,
      };
    case "internetUse":
      return {
        ...base,
        label: words.internet({ year: programmeEnd(pack, inputs) }),
        hint: words.internetHint({ today: formatPercent(pack.baseline.internetUse.value) }),
        spoken: formatPercent(inputs.internetUse),
        example: problems.percentExample,
      };
  }
}

function foldedNumber(view: View, id: NumberInput): TemplateResult {
  const field = describe(view, id);
  return foldable(
    view,
    {
      id: `control-${id}`,
      label: field.label,
      summary: fieldText(field.value, field.control.rule),
      isHeldOpen: view.state.drafts[id]?.problem !== undefined,
    },
    numberField(view, field),
  );
}

function pathControl(view: View): TemplateResult {
  const { text, state, actions } = view;
  const { paths } = text.controls;
  const options = kPaths.map((value): Option<Path> => ({ value, ...paths[value] }));
  return foldable(
    view,
    { id: "path", label: text.controls.path, summary: paths[state.inputs.path].label },
    choice<Path>({
      id: "path",
      label: text.controls.path,
      options,
      chosen: state.inputs.path,
      choose: actions.choosePath,
    }),
  );
}

/** Ready-made plans, as buttons that show which one is set. */
export function plans(view: View): TemplateResult {
  const { text, pack, state, actions } = view;
  return html`<div class="plans" role="group" aria-label=${text.plans.title}>
    ${kPlanNames.map((name) => {
      const isSet = samePlan(state.inputs, planInputs(name, pack));
      return html`<button class="plan" type="button" aria-pressed=${String(isSet)}
        @click=${() => actions.choosePlan(name)}>${text.plans[name]}</button>`;
    })}
  </div>`;
}

/** The control that matters most: how many sellers. */
export function mainControl(view: View): TemplateResult {
  return html`<div class="control">${numberField(view, describe(view, "newSellers"))}</div>`;
}

/** All other controls. */
export function otherControls(view: View): TemplateResult {
  const { text, actions } = view;
  return html`
    ${foldedNumber(view, "years")}
    ${foldedNumber(view, "trainingShare")}
    ${foldedNumber(view, "internetUse")}
    ${pathControl(view)}
    ${mixControl(view)}
    <button class="reset" type="button" @click=${() => actions.reset()}>${text.controls.reset}</button>`;
}
