import { html, type TemplateResult } from "lit";
import { formatNumber } from "../../text/format.ts";
import { say, type View } from "../view.ts";

/** The foot of the page: what the number is not, and what made it. */
export function limits(view: View): TemplateResult {
  const { text, pack, state } = view;
  const { version, packVersion, seed, draws } = state.result.model;
  return html`<footer class="foot" id="limits">
    <div class="foot-inner">
      <h2>${text.limits.title}</h2>
      <ul>${Object.values(text.limits.points).map((point) => html`<li>${point}</li>`)}</ul>
      <p class="small">${text.limits.version({
        model: version,
        pack: say(view, pack.label),
        packVersion,
        seed,
        draws: formatNumber(draws),
      })}</p>
    </div>
  </footer>`;
}
