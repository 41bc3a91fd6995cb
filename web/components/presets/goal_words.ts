import { html, type TemplateResult } from "lit";
import type { GoalSearch } from "../../state/goal_search.ts";
import type { GoalOutcome, PresetGoal } from "../../state/presets.ts";
import { headlineAt, yearIndex } from "../../state/readings.ts";
import { formatMoney, formatNumber, formatPercent } from "../../text/format.ts";
import { displayOf, type LaterView } from "../view.ts";

const kOfFutures = 20;

/** What `outcome` can do, and what it does in the middle of the futures once that has been computed. */
function outcomeWords(view: LaterView, outcome: GoalOutcome, { target, year }: PresetGoal): string {
  const { text, state } = view;
  const { presets: words } = text;
  const money = (usd: number): string => formatMoney(usd, displayOf(view));
  if (outcome.kind === "outOfReach") {
    return words.outOfReach({ amount: money(target), year, percent: formatPercent(outcome.highestProbability, 0) });
  }
  const { newSellers, probability } = outcome;
  const found = words.found({
    chance: probability < 0.5 ? "less" : "even",
    amount: money(target),
    year,
    figure: formatNumber(newSellers),
    futures: Math.round(kOfFutures * probability),
  });
  if (state.answered.newSellers !== newSellers) return found;
  const { p50 } = headlineAt(state.result, yearIndex(state.result, year));
  return `${found} ${text.answer.middleIs({ amount: money(p50) })}`;
}

/** How the search for the sellers that the target of a ready-made plan needs has ended. */
export function goalWords(
  view: LaterView,
  search: GoalSearch & { readonly kind: "done" | "failed" },
  goal: PresetGoal,
): TemplateResult {
  return search.kind === "failed"
    ? html`<p class="preset-search problem">${view.text.presets.failed({ message: search.message })}</p>`
    : html`<p class="preset-search">${outcomeWords(view, search.outcome, goal)}</p>`;
}
