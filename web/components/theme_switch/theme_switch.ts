import { html, type TemplateResult } from "lit";
import type { Theme } from "../../state/app_state.ts";
import type { View } from "../view.ts";

const kThemes = ["auto", "light", "dark"] as const satisfies readonly Theme[];

/** The choice of light or dark colours, or of those of the system. */
export function themeSwitch({ actions, isStatic, state, text }: View): TemplateResult {
  const { theme: words } = text;
  return html`<p class="theme-switch" ?inert=${isStatic}>
    <span class="small" id="theme-label">${words.title}</span>
    <span class="switch" role="group" aria-labelledby="theme-label">${kThemes.map(
      (theme) => html`<button type="button" aria-pressed=${String(theme === state.theme)}
        @click=${() => actions.showTheme(theme)}>${words[theme]}</button>`,
    )}</span>
  </p>`;
}
