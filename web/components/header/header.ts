import { html, nothing, type TemplateResult } from "lit";
import { toPage, type View } from "../view.ts";

/** The pages of the site, as their files are called. */
export type PageName = keyof View["text"]["site"]["pages"];

/** In the order of the navigation. The first script of every page gives links to the calculator its plan: they are marked. */
const kPages: readonly PageName[] = ["index", "method", "evidence", "about"];

/** Links to the same page in the other languages. The calculator's take the plan along. */
export function languageSwitch({ languages, text }: View, current: PageName): TemplateResult | typeof nothing {
  const others = languages.filter(({ isCurrent }) => !isCurrent);
  if (others.length === 0) return nothing;
  return html`<nav class="languages" aria-label=${text.site.languages}>
    <ul>${others.map(
      ({ tag, name, href }) =>
        html`<li><a href=${href} lang=${tag} hreflang=${tag} ?data-plan=${current === "index"}>${name}</a></li>`,
    )}</ul>
  </nav>`;
}

/** Links to the pages of the site; `current` is the one that links. */
export function pageLinks(view: View, current: PageName): TemplateResult {
  return html`<ul>${kPages.map((name) => {
    const { href, target } = toPage(view, name);
    const isHere = name === current && target === nothing;
    return html`<li><a href=${href} target=${target} aria-current=${isHere ? "page" : nothing} ?data-plan=${name === "index"}>${view.text.site.pages[name]}</a></li>`;
  })}</ul>`;
}

/** The head of every page: the name of the site, its pages, the other languages. */
export function header(view: View, current: PageName): TemplateResult {
  const { site } = view.text;
  return html`<header class="top">
    <div class="top-inner">
      <p class="name">${site.name}</p>
      <nav aria-label=${site.navigation}>${pageLinks(view, current)}</nav>
      ${languageSwitch(view, current)}
    </div>
  </header>`;
}
