import { html, type TemplateResult } from "lit";
import { refusedFields } from "../../state/app_state.ts";
import type { MixChoice } from "../../state/mix.ts";
import { kShareControl, kSharePrefix } from "../../state/number_controls.ts";
import { formatPercent } from "../../text/format.ts";
import { choice, type Option } from "../choice/choice.ts";
import { foldable } from "../foldable/foldable.ts";
import { numberField } from "../number_field/number_field.ts";
import { say, type View } from "../view.ts";

/** The sectors of the new sellers: ready-made mixes and a field for each share. */
export function mixControl(view: View): TemplateResult {
  const { text, state, actions, pack } = view;
  const { mixes } = text.controls;
  const { mixChoice, sectorShares } = state.inputs;
  const names: MixChoice[] = ["pack", "textiles", "even"];
  if (mixChoice === "own") names.push("own");
  const options = names.map((value): Option<MixChoice> => ({ value, ...mixes[value] }));
  const isRefused = refusedFields(state).some((field) => field.startsWith(kSharePrefix));
  const control = {
    id: "mix",
    label: text.controls.mix,
    summary: mixes[mixChoice].label,
    isHeldOpen: isRefused,
  };
  return foldable(
    view,
    control,
    html`${choice<MixChoice>({
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
          const share = sectorShares[id] ?? 0;
          return numberField(view, {
            field: `${kSharePrefix}${id}`,
            label: say(view, label),
            control: kShareControl,
            value: share,
            spoken: formatPercent(share),
            example: text.problems.percentExample,
            isSmall: true,
          });
        })}
      </details>`,
  );
}
