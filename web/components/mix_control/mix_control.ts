import { html, nothing, type TemplateResult } from "lit";
import type { Named } from "../../engine/types.ts";
import { refusedFields } from "../../state/app_state.ts";
import { wholePerCents } from "../../state/plan/largest_remainders.ts";
import { kMixChoices, mixChoiceOf, sharesBy, splitOf, type MixChoice } from "../../state/plan/mix.ts";
import { fieldId, isMixField, planField } from "../../state/plan/plan_fields.ts";
import { formatPercent } from "../../text/format.ts";
import { setIn } from "../../text/message.ts";
import { choice, type Option } from "../choice/choice.ts";
import { foldable } from "../foldable/foldable.ts";
import { numberField } from "../number_field/number_field.ts";
import { part } from "../part/part.ts";
import { say, type View } from "../view.ts";

/** A share of the mix as a field with its slider. */
function shareField(view: View, field: string, label: string): TemplateResult | typeof nothing {
  const { pack, state, text } = view;
  const control = planField(field, state.plan, pack);
  if (!control) return nothing;
  const spoken = formatPercent(control.value);
  return numberField(view, { field, label, control, spoken, example: text.problems.percentExample, isSmall: true });
}

/** How one sector is split over the channels. Of a sector without sellers there is nothing to split. */
function sectorSplit(view: View, sector: Named): TemplateResult | typeof nothing {
  const { pack, state } = view;
  const share = sharesBy("sector", state.plan.mix, pack)[sector.id] ?? 0;
  if (share === 0) return nothing;
  const split = splitOf(state.plan.mix, sector.id, pack);
  const words = wholePerCents(pack.channels.map(({ id }) => split[id] ?? 0)).map((percent) => setIn(view.text, formatPercent(percent / 100, 0))).join(" · ");
  return html`<details class="split">
    <summary>${say(view, sector.label)} <span class="split-words figures">${words}</span></summary>
    ${pack.channels.map(({ id, label }) => part(view, shareField, fieldId.split(sector.id, id), say(view, label)))}
  </details>`;
}

/** Every share of the mix. */
function shares(view: View): TemplateResult {
  const { text, pack } = view;
  return html`<p class="hint">${text.controls.mixHint}</p>
    ${pack.sectors.map(({ id, label }) => part(view, shareField, fieldId.sector(id), say(view, label)))}
    <p class="shares-title">${text.mix.channels}</p>
    <p class="hint">${text.mix.channelsHint}</p>
    ${pack.channels.map(({ id, label }) => part(view, shareField, fieldId.channel(id), say(view, label)))}
    <p class="shares-title">${text.mix.splits}</p>
    ${pack.sectors.map((sector) => part(view, sectorSplit, sector))}`;
}

/** What the new sellers sell and how: ready-made mixes, and fields for shares that always sum to 1. */
export function mixControl(view: View): TemplateResult {
  const { text, state, actions, pack, isStatic } = view;
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
        ${isStatic ? nothing : shares(view)}
      </details>`,
  );
}
