import { html, nothing, type TemplateResult } from "lit";
import type { LanguageLink } from "../../text/languages.ts";
import type { View } from "../view.ts";

/** Takes what the page's address says of the plan along. */
function keepPlan(event: Event): void {
  (event.currentTarget as HTMLAnchorElement).hash = location.hash;
}

function languageSwitch(label: string, links: readonly LanguageLink[]): TemplateResult | typeof nothing {
  const others = links.filter(({ isCurrent }) => !isCurrent);
  if (others.length === 0) return nothing;
  return html`<nav class="languages" aria-label=${label}>
    <ul>${others.map(
      ({ tag, name, href }) => html`<li><a href=${href} lang=${tag} hreflang=${tag} @click=${keepPlan}>${name}</a></li>`,
    )}</ul>
  </nav>`;
}

/** The head of every page: the name of the site, the page's parts, the other languages. */
export function header({ text, languages }: View): TemplateResult {
  const { site } = text;
  return html`<header class="top">
    <div class="top-inner">
      <p class="name">${site.name}</p>
      <nav aria-label=${site.sections}>
        <ul>
          <li><a href="#question">${site.toCalculator}</a></li>
          <li><a href="#assumptions">${site.toAssumptions}</a></li>
          <li><a href="#limits">${site.toLimits}</a></li>
        </ul>
      </nav>
      ${languageSwitch(site.languages, languages)}
    </div>
  </header>`;
}
