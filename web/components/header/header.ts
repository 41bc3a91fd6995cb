import { html, nothing, type TemplateResult } from "lit";
import type { LanguageLink } from "../../text/languages.ts";
import type { View } from "../view.ts";

/** The pages of the site, as their files are called. */
export type PageName = keyof View["text"]["site"]["pages"];

/** In the order of the navigation. The first script of every page gives links to the calculator its plan: they are marked. */
const kPages: readonly PageName[] = ["index", "method", "evidence", "about"];

function languageSwitch(label: string, links: readonly LanguageLink[], current: PageName): TemplateResult | typeof nothing {
  const others = links.filter(({ isCurrent }) => !isCurrent);
  if (others.length === 0) return nothing;
  return html`<nav class="languages" aria-label=${label}>
    <ul>${others.map(
      ({ tag, name, href }) =>
        html`<li><a href=${href} lang=${tag} hreflang=${tag} ?data-plan=${current === "index"}>${name}</a></li>`,
    )}</ul>
  </nav>`;
}

/** Links to the pages of the site; `current` is the one that links. */
export function pageLinks({ text }: View, current: PageName): TemplateResult {
  return html`<ul>${kPages.map(
    (name) => html`<li><a href=${`${name}.html`} aria-current=${name === current ? "page" : nothing} ?data-plan=${name === "index"}>${text.site.pages[name]}</a></li>`,
  )}</ul>`;
}

/** The head of every page: the name of the site, its pages, the other languages. */
export function header(view: View, current: PageName): TemplateResult {
  const { site } = view.text;
  return html`<header class="top">
    <div class="top-inner">
      <p class="name">${site.name}</p>
      <nav aria-label=${site.navigation}>${pageLinks(view, current)}</nav>
      ${languageSwitch(site.languages, view.languages, current)}
    </div>
  </header>`;
}
