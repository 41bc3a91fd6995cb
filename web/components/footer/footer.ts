import { html, nothing, type TemplateResult } from "lit";
import { formatNumber } from "../../text/format.ts";
import { pageLinks, type PageName } from "../header/header.ts";
import { themeSwitch } from "../theme_switch/theme_switch.ts";
import { say, type View } from "../view.ts";

/** The foot of every page: what the page puts there itself, the site's pages, what made the figures. */
export function footer(view: View, current: PageName, content?: TemplateResult): TemplateResult {
  const { text, pack, state } = view;
  const { version, packVersion, seed, draws } = state.result.model;
  return html`<footer class="foot">
    <div class="foot-inner">
      ${content ?? nothing}
      <nav class="foot-pages" aria-label=${text.site.footNavigation}>${pageLinks(view, current)}</nav>
      ${current === "index" ? themeSwitch(view) : nothing}
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
