import { html, type TemplateResult } from "lit";
import type { PageName } from "../components/header/header.ts";
import type { WholeCatalogue } from "../text/catalogue.ts";
import { addressOf } from "../text/languages.ts";
import { escapeHtml, staticHtml } from "./static_html.ts";

/** What hosts serve, with status 404, where there is no page: one file for all languages and for addresses of any depth. */
export const kMissingPage = "404.html";

const kLinked: readonly PageName[] = ["index", "method", "evidence", "about"];

/** The path of the site's root on its host, with a slash at both ends; the host's own root where `site` is not known (""). */
export const rootPath = (site: string): string => (site === "" ? "/" : new URL(site).pathname);

function inLanguage(text: WholeCatalogue, isFirst: boolean, root: string): TemplateResult {
  const { missing, site } = text;
  return html`<section lang=${text.tag} dir=${text.language.direction}>
    ${isFirst ? html`<h1>${missing.title}</h1>` : html`<h2>${missing.title}</h2>`}
    <p>${missing.sentence}</p>
    <nav aria-label=${site.navigation}><ul>${kLinked.map(
      (name) => html`<li><a href=${`${root}${addressOf(text.tag, name)}`}>${site.pages[name]}</a></li>`,
    )}</ul></nav>
  </section>`;
}

/**
 * The HTML of that page in the languages of `texts`, before the build puts in the names of the files that it loads.
 * `styles` are style sheets as from the root of the repository, in order; `site` is where the site is published, with a
 * slash at its end, or empty.
 */
export function missingPage(texts: readonly WholeCatalogue[], styles: readonly string[], site: string): string {
  const root = rootPath(site);
  const body = html`<header class="top"><div class="top-inner">${texts.map(
      (text) => html`<p class="name" lang=${text.tag} dir=${text.language.direction}>${text.site.name}</p>`,
    )}</div></header>
    <main class="page missing">${texts.map((text, index) => inLanguage(text, index === 0, root))}</main>`;
  return `<!doctype html>
<html lang="${texts[0]?.tag ?? ""}" dir="${texts[0]?.language.direction ?? ""}">
  <head>
    <meta charset="utf-8" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta name="robots" content="noindex" />
    <title>${escapeHtml(texts.map(({ missing }) => missing.title).join(" · "))}</title>
    <link rel="icon" type="image/png" sizes="48x48" href="./icons/icon.png" />
    ${styles.map((path) => `<link rel="stylesheet" href="../${path}" />`).join("\n    ")}
  </head>
  <body>
    ${staticHtml(body)}
  </body>
</html>
`;
}

/** The same page as built, with what it loads named from the host's root: it is shown under addresses of any depth. */
export function fromRoot(page: string, site: string): string {
  return page.replaceAll(/(?<attribute>\s(?:href|src)=")\.\//g, `$<attribute>${rootPath(site)}`);
}
