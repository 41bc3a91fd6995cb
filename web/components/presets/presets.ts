import { html, nothing, type TemplateResult } from "lit";
import { presetOf, type Preset, type PresetGoal } from "../../state/presets.ts";
import { later } from "../later/later.ts";
import { part } from "../part/part.ts";
import { undoOffer } from "../undo_offer/undo_offer.ts";
import { say, type View } from "../view.ts";

/** What the search for the sellers that a target needs has found so far. What says it comes while that is sought. */
function searchWords(view: View, { id }: Preset, goal: PresetGoal): TemplateResult | typeof nothing {
  const { search } = view.state;
  const { searching } = view.text.presets;
  if (search.kind === "none" || search.preset !== id) return nothing;
  const { modules, problems } = view.later;
  const isSearching = search.kind === "searching";
  if (isSearching || !(modules.goalWords ?? problems.goalWords)) {
    return html`<p class="preset-search" data-part="goalWords">${searching}
      <progress aria-label=${searching} max="1" .value=${isSearching ? search.progress : 1}></progress></p>`;
  }
  return later(view, "goalWords", (module, whole) => part(whole, module.goalWords, search, goal));
}

function story(view: View, preset: Preset): TemplateResult {
  return html`<p>${say(view, preset.story)}</p>
    ${preset.goal ? searchWords(view, preset, preset.goal) : nothing}
    ${preset.sources.length > 0
      ? html`<details><summary>${view.text.presets.sources}</summary>
          ${later(view, "storySources", (module, whole) => part(whole, module.sources, preset.sources))}</details>`
      : nothing}`;
}

/** Brings a button that the keyboard came to wholly into its row: browsers leave one there that is partly seen. */
function bringIn({ target }: Event): void {
  const button = target as HTMLElement;
  if (button.matches(":focus-visible")) button.scrollIntoView({ block: "nearest", inline: "nearest" });
}

/** Ready-made plans as buttons that show which one is set. */
export function presets(view: View): TemplateResult {
  const { text, pack, state, actions } = view;
  const set = presetOf(state.plan, view.presets, pack);
  return html`<div class="presets-row" role="group" aria-label=${text.presets.title} @focusin=${bringIn}>
    ${view.presets.map(
      (preset) => html`<button class="preset" type="button" aria-pressed=${String(preset === set)}
        @click=${() => actions.choosePreset(preset.id)}>${say(view, preset.label)}</button>`,
    )}
  </div>`;
}

/** The story of the ready-made plan that is set, and a way back to the plan that it replaced. */
export function presetStory(view: View): TemplateResult {
  const set = presetOf(view.state.plan, view.presets, view.pack);
  return html`<div class=${set ? "preset-story" : nothing}>${set ? story(view, set) : nothing}
    ${undoOffer(view, ["preset", "kept", "link", "file"])}</div>`;
}
