import { html, nothing, type TemplateResult } from "lit";
import { refusedFields } from "../../state/app_state.ts";
import { kMixChoices, mixChoiceOf, type MixChoice } from "../../state/plan/mix.ts";
import { fieldId, isMixField, planField } from "../../state/plan/plan_fields.ts";
import { formatPercent } from "../../text/format.ts";
import { choice, type Option } from "../choice/choice.ts";
import { foldable } from "../foldable/foldable.ts";
import { numberField } from "../number_field/number_field.ts";
import { say, type View } from "../view.ts";

/** The sectors of the new sellers: ready-made mixes and a field for each share. */
export function mixControl(view: View): TemplateResult {
  const { text, state, actions, pack } = view;
  const { plan } = state;
  const { mixes } = text.controls;
  const mixChoice = mixChoiceOf(plan.mix, pack) ?? "own";
  const names: (MixChoice | "own")[] = [...kMixChoices];
  if (mixChoice === "own") names.push("own");
  const options = names.map((value): Option<MixChoice | "own"> => ({ value, ...mixes[value] }));
  const isRefused = refusedFields(state).some(isMixField);
  const control = {
    id: "mix",
    label: text.controls.mix,
    summary: mixes[mixChoice].label,
    isHeldOpen: isRefused,
  };
  return foldable(
    view,
    control,
    html`${choice<MixChoice | "own">({
        id: "mix",
        label: text.controls.mix,
        options,
        chosen: mixChoice,
        choose: (value) => {
          if (value !== "own") actions.chooseMix(value);
        },
      })}
      <details class="shares">
        <summary>${text.controls.mixEdit}</summary>
        <p class="hint">${text.controls.mixHint}</p>
        ${pack.sectors.map(({ id, label }) => {
          const field = fieldId.sector(id);
          const control = planField(field, plan, pack);
          return control
            ? numberField(view, {
                field,
                label: say(view, label),
                control,
                spoken: formatPercent(control.value),
                example: text.problems.percentExample,
                isSmall: true,
              })
            : nothing;
        })}
      </details>`,
  );
}
