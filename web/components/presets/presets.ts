import { html, nothing, type TemplateResult } from "lit";
import { presetOf, type GoalOutcome, type Preset, type PresetGoal } from "../../state/presets.ts";
import { headlineAt, yearIndex } from "../../state/readings.ts";
import { formatMoney, formatNumber, formatPercent } from "../../text/format.ts";
import { later } from "../later/later.ts";
import { part } from "../part/part.ts";
import { undoOffer } from "../undo_offer/undo_offer.ts";
import { displayOf, say, type View } from "../view.ts";

const kOfFutures = 20;

/** What `outcome` can do, and what it does in the middle of the futures once that has been computed. */
function foundWords(view: View, { target, year }: PresetGoal, outcome: GoalOutcome & { readonly kind: "found" }): string {
  const { text, state } = view;
  const { newSellers, probability } = outcome;
  const money = (usd: number): string => formatMoney(usd, displayOf(view));
  const found = text.presets.found({
    chance: probability < 0.5 ? "less" : "even",
    amount: money(target),
    year,
    figure: formatNumber(newSellers),
    futures: Math.round(kOfFutures * probability),
  });
  if (state.answered.newSellers !== newSellers) return found;
  return `${found} ${text.answer.middleIs({ amount: money(headlineAt(state.result, yearIndex(state.result, year)).p50) })}`;
}

/** What the search for the sellers that a target needs has found so far. */
function searchWords(view: View, { id }: Preset, goal: PresetGoal): TemplateResult | typeof nothing {
  const { search } = view.state;
  const { presets: words } = view.text;
  if (search.kind === "none" || search.preset !== id) return nothing;
  const target = { amount: formatMoney(goal.target, displayOf(view)), year: goal.year };
  switch (search.kind) {
    case "searching":
      return html`<p class="preset-search">${words.searching}
        <progress aria-label=${words.searching} max="1" .value=${search.progress}></progress></p>`;
    case "failed":
      return html`<p class="preset-search problem">${words.failed({ message: search.message })}</p>`;
    case "done": {
      const { outcome } = search;
      const found =
        outcome.kind === "found"
          ? foundWords(view, goal, outcome)
          : words.outOfReach({ ...target, percent: formatPercent(outcome.highestProbability, 0) });
      return html`<p class="preset-search">${found}</p>`;
    }
  }
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
