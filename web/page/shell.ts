import type { WholeCatalogue } from "../text/catalogue.ts";
import { addressOf, kEmbedPage, rootFrom, type Language } from "../text/languages.ts";
import type { InlineScript } from "./first_script_source.ts";
import type { Page } from "./pages.ts";
import { escapeHtml } from "./static_html.ts";

/** What the shell of a page is filled with. */
export interface ShellContent {
  readonly page: Page;
  readonly text: WholeCatalogue;
  /** The pack's id. */
  readonly pack: string;
  /** The country of the pack in the page's language. */
  readonly country: string;
  readonly languages: readonly Language[];
  /** Style sheets as from the root of the repository, in order. */
  readonly styles: readonly string[];
  readonly firstScript: InlineScript;
  /** Fonts as from public/ that come before the first paint, so that no line moves when they do. */
  readonly fonts: readonly string[];
  /** The page's body as HTML. */
  readonly body: string;
  /** Where the site is published, with a slash at its end; empty where it is not known yet. */
  readonly site: string;
}

/** Where the pages of other languages are, for search engines. Vite is not to look for the files. */
function addresses({ page, text, languages, site }: ShellContent): string {
  const base = site === "" ? rootFrom(text.tag, page.name) : site;
  // What a frame shows is to be found as the page that it is of.
  const name = page.name === kEmbedPage ? "index" : page.name;
  const to = (tag: string): string => `${base}${addressOf(tag, name)}`;
  const own = to(text.tag);
  return [
    `<link vite-ignore rel="canonical" href="${own}" />`,
    ...languages.map(({ tag }) => `<link vite-ignore rel="alternate" hreflang="${tag}" href="${to(tag)}" />`),
    ...(site === "" ? [] : [`<meta property="og:url" content="${own}" />`]),
  ].join("\n    ");
}

/**
 * The start of the page's program, or nothing for pages without one. The build makes a file of it. It ends when the
 * program has started: the first script says of a start that fails what it says of a program that does not come.
 */
function program({ page, text }: ShellContent, repository: string): string {
  if (page.program === undefined) return "";
  const { module, texts, startsFrom } = page.program;
  const data = startsFrom === undefined ? "" : `import data from "virtual:${startsFrom}/${text.tag}";`;
  return `<script type="module">
      import catalogue from "virtual:catalogue/${[text.tag, ...(texts ? [texts.join(",")] : [])].join("/")}";
      ${data}
      import { start } from "${repository}${module}";
      await start(catalogue${data === "" ? "" : ", data"});
    </script>`;
}

/** What the page is, for search engines, as JSON-LD (schema.org). */
function structuredData({ page, text, country, site }: ShellContent): string {
  const data = {
    "@context": "https://schema.org",
    "@type": page.name === "index" ? "WebApplication" : "WebPage",
    name: page.title(text, country),
    description: page.description(text, country),
    inLanguage: text.tag,
    isAccessibleForFree: true,
    license: "https://opensource.org/license/mit",
    ...(page.name === "index" && {
      applicationCategory: "FinanceApplication",
      operatingSystem: "Any",
      offers: { "@type": "Offer", price: 0, priceCurrency: "USD" },
    }),
    ...(site !== "" && { url: `${site}${addressOf(text.tag, page.name)}` }),
  };
  // "<" could end the element that the data stand in.
  return JSON.stringify(data).replaceAll("<", String.raw`\u003c`);
}

/** The HTML of a page, before the build puts in the names of the files that it loads. */
export function fillShell(shell: string, content: ShellContent): string {
  const { page, text, country, styles, fonts, body, site } = content;
  const root = rootFrom(text.tag, page.name);
  const repository = `${root}../`;
  const parts: Readonly<Record<string, string>> = {
    tag: text.tag,
    direction: text.language.direction,
    pack: page.name === kEmbedPage ? ` data-pack="${content.pack}"` : "",
    // A frame without an origin is none of its own in some browsers.
    own: site === "" ? "'self'" : `'self' ${new URL(site).origin}`,
    title: escapeHtml(page.title(text, country)),
    description: escapeHtml(page.description(text, country)),
    siteName: escapeHtml(text.site.name),
    picture: `${site === "" ? root : site}social/${text.tag}.png`,
    pictureText: escapeHtml(text.site.picture),
    structured: structuredData(content),
    addresses: addresses(content),
    public: root,
    firstScript: content.firstScript.source,
    firstScriptHash: content.firstScript.hash,
    fonts: fonts
      .map((path) => `<link rel="preload" as="font" type="font/woff2" href="${root}${path}" crossorigin />`)
      .join("\n    "),
    styles: styles.map((path) => `<link rel="stylesheet" href="${repository}${path}" />`).join("\n    "),
    program: program(content, repository),
    page: body,
  };
  return shell.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const part = parts[name];
    if (part === undefined) throw new Error(`The shell asks for {{${name}}}, which there is not.`);
    return part;
  });
}
