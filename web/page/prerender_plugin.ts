import { existsSync, readFileSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import type { Plugin } from "vite";
import { compileCatalogue, languages as languageTags, readTexts } from "../../tools/text/catalogue.mjs";
import type { Pack, RunResult } from "../engine/types.ts";
import { firstPack, firstPresets } from "../state/first_data.ts";
import { compactHeadline, compactResult } from "../state/compact_result.ts";
import type { BackTest } from "./evidence/back_test.ts";
import type { PresetFile } from "../state/presets.ts";
import type { HeadlineResult } from "../state/readings.ts";
import { catalogueOf, kFileTexts, type WholeCatalogue } from "../text/catalogue.ts";
import type { CompiledCatalogue } from "../text/message.ts";
import { firstTexts, groupsOf, laterTexts } from "../text/split_catalogue.ts";
import { addressOf, kEmbedPage, languageLinks, siteFromFrame, type Language } from "../text/languages.ts";
import { crawlerFiles } from "./crawler_files.ts";
import { firstScript, type InlineScript } from "./first_script_source.ts";
import { fromRoot, kMissingPage, missingPage } from "./missing_page.ts";
import { kPages, type Page } from "./pages.ts";
import { fillShell } from "./shell.ts";
import { staticPage } from "./static_page.ts";

const kVirtual = "virtual:";
const kCatalogue = "catalogue/";
/** In the place of groups: all that the calculator has beyond its first screen. */
const kRest = "rest";
const kFirstData = "first-data/";

function languages(): Language[] {
  return languageTags().map((tag) => ({ tag, name: (readTexts(tag)["language"] as { name: string }).name }));
}

/**
 * Style sheets as from the root of the repository: what all share, each component's own, the page's, media,
 * and last that of the language where it has one.
 */
function styleSheets(repository: string, tag: string, ofPage: Page["styles"]): string[] {
  const shared = (name: string): string => `public/styles/${name}.css`;
  const components = readdirSync(resolve(repository, "web/components"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => `web/components/${name}/${name}.css`)
    .filter((path) => existsSync(resolve(repository, path)));
  const own = ofPage.map((name) => shared(`pages/${name}`));
  const language = [shared(`languages/${tag}`)].filter((path) => existsSync(resolve(repository, path)));
  // A name of their own makes one file of what all share and the language's sheet: a page waits for one, not for two.
  const named = (path: string): string => (language.length === 0 ? path : `${path}?${tag}`);
  const first = [...["tokens", "base", "layout"].map(shared), ...components.toSorted()];
  return [...first.map(named), ...own, named(shared("media")), ...language];
}

/** What the build makes of a page's program: its module and those that it imports at once. */
const kModule = /[ \t]*<(?:script type="module"[^>]*\ssrc|link rel="modulepreload"[^>]*\shref)="(?<address>[^"]+)"[^>]*>(?:<\/script>)?\n?/g;
const kFirstScript = /[ \t]*<script data-program="">(?<source>.*?)<\/script>\n/s;

const kFont = /url\("\.\.\/\.\.\/(?<path>fonts\/[\w.-]+)"\)/g;

/**
 * The fonts that come before the first paint of a page, as from public/, of those that the style sheet of a language
 * names: its first is that of the texts, the others are for charts and tables, with which the calculator does not begin;
 * those in folders of their own load when a letter asks.
 */
function fontsOf(repository: string, tag: string, { program }: Page): string[] {
  const sheet = resolve(repository, `public/styles/languages/${tag}.css`);
  if (!existsSync(sheet)) return [];
  const fonts = [...readFileSync(sheet, "utf8").matchAll(kFont)].map(({ groups }) => groups?.["path"] ?? "");
  return program?.startsFrom === "first-data" ? fonts.slice(0, 1) : fonts;
}

/**
 * The texts of a program by the rest of its module's name: "ur" for those of the first screen, "ur/rest" for what
 * the calculator has beyond it, "ur/language,evidence" for some groups.
 */
function programCatalogue(name: string): CompiledCatalogue {
  const [tag = "", wanted] = name.split("/");
  const catalogue = compileCatalogue(tag);
  if (wanted === undefined) return firstTexts(catalogue);
  return wanted === kRest ? laterTexts(catalogue) : groupsOf(catalogue, wanted.split(","));
}

/** A module that loads some texts in each language, when they are asked for. */
function textLoaders(wanted: string): string {
  const loaders = languageTags().map(
    (tag) => `${JSON.stringify(tag)}: () => import("${kVirtual}${kCatalogue}${tag}/${wanted}")`,
  );
  return `export default { ${loaders.join(", ")} };`;
}

/** The pages in all languages by the paths that they would have in public/. */
function pagePaths(repository: string): Map<string, { page: Page; tag: string }> {
  return new Map(
    languageTags().flatMap((tag) =>
      kPages.map((page) => [resolve(repository, "public", addressOf(tag, page.name)), { page, tag }]),
    ),
  );
}

const missingPath = (repository: string): string => resolve(repository, "public", kMissingPage);

/** What the bundler starts from: every page in every language, and the one for addresses where there is none. */
export function pageInputs(repository: string): string[] {
  return [...pagePaths(repository).keys(), missingPath(repository)];
}

/**
 * Makes every page in every language at build time, with the answer for the pack's own plan as
 * HTML, so that the first paint shows it; and the modules `virtual:default-headline` and
 * `virtual:first-data/<language>`, from which the program starts, `virtual:default-result`,
 * `virtual:catalogue/<language>`, `virtual:later-texts`, `virtual:file-texts` and `virtual:languages`. `repository` is the folder of the clone; the answer itself is build/generated/default-result.json, which the build lets the
 * native program compute. SITE_URL tells search engines where the site is published.
 */
export function prerender(repository: string): Plugin {
  const readText = (path: string): string => readFileSync(resolve(repository, path), "utf8");
  const pack = (): Pack => JSON.parse(readText("public/packs/pk.json")) as Pack;
  const presets = (): PresetFile["presets"] =>
    (JSON.parse(readText("public/presets/pk.json")) as PresetFile).presets;
  const result = (): RunResult => JSON.parse(readText("build/generated/default-result.json")) as RunResult;
  const headline = (): HeadlineResult => compactHeadline(result(), pack().currency.perUsd.value);
  /** Written by the build as well. */
  const backTest = (): BackTest => JSON.parse(readText("build/generated/back-test.json")) as BackTest;
  const pages = pagePaths(repository);
  const site = process.env["SITE_URL"]?.replace(/\/*$/, "/") ?? "";

  /** What pages of the site begin with, and those for frames. */
  let scripts: { readonly page: InlineScript; readonly frame: InlineScript } | undefined;

  const html = (page: Page, tag: string): string => {
    const text = catalogueOf(compileCatalogue(tag)) as WholeCatalogue;
    const links = languageLinks(languages(), tag, page.name);
    const { id, label } = pack();
    const isFramed = page.name === kEmbedPage;
    const framed = isFramed ? { framedFrom: siteFromFrame(tag) } : {};
    if (!scripts) throw new Error("A page was asked for before the build began.");
    return fillShell(readText("web/page/shell.html"), {
      page,
      text,
      site,
      languages: languages(),
      pack: id,
      country: label[tag] ?? label.en,
      firstScript: isFramed ? scripts.frame : scripts.page,
      styles: styleSheets(repository, tag, page.styles),
      fonts: fontsOf(repository, tag, page),
      body: staticPage(page, { pack: pack(), presets: presets(), result: headline(), text, languages: links, backTest: backTest(), ...framed }),
    });
  };

  const missing = (): string => {
    const texts = languageTags().map((tag) => catalogueOf(compileCatalogue(tag)) as WholeCatalogue);
    // As many as every page has: what only some share would be a file more for all.
    return missingPage(texts, styleSheets(repository, "", ["missing"]), site);
  };

  const virtual = (name: string): unknown => {
    if (name === "default-headline") return headline();
    if (name === "default-result") return compactResult(result(), pack().currency.perUsd.value);
    if (name === "languages") return languages();
    if (name.startsWith(kFirstData)) {
      const tag = name.slice(kFirstData.length);
      return { pack: firstPack(pack(), tag), presets: firstPresets(presets(), tag) };
    }
    return name.startsWith(kCatalogue) ? programCatalogue(name.slice(kCatalogue.length)) : undefined;
  };

  return {
    name: "export-potential:prerender",
    enforce: "pre",
    resolveId: (id) => {
      if (id.startsWith(kVirtual)) return `\0${id}`;
      return pages.has(id) || id === missingPath(repository) ? id : undefined;
    },
    async buildStart() {
      const [page, frame] = await Promise.all(["web/page/first_script.ts", "web/embed/first_script.ts"].map((path) => firstScript(repository, path)));
      if (page && frame) scripts = { page, frame };
    },
    // All is seen without the program: the page's first script loads it. It stands after the style sheets, which Vite
    // puts at the end of the head.
    transformIndexHtml: {
      order: "post",
      handler: (page) => {
        const source = kFirstScript.exec(page)?.groups?.["source"];
        if (source === undefined) return page;
        const addresses = [...page.matchAll(kModule)].map(({ groups }) => groups?.["address"] ?? "");
        const start = addresses.length > 0 ? `<script data-program="${addresses.join(" ")}">` : "<script>";
        return page
          .replaceAll(kModule, "")
          .replace(kFirstScript, "")
          .replace(/[ \t]*<\/head>/, (end) => `    ${start}${source}</script>\n${end}`);
      },
    },
    generateBundle: {
      // Only then the names of files stand in the pages.
      order: "post",
      handler(_, bundle) {
        for (const [fileName, source] of Object.entries(crawlerFiles(languages(), site))) {
          this.emitFile({ type: "asset", fileName, source });
        }
        const page = bundle[kMissingPage];
        if (page?.type === "asset") page.source = fromRoot(String(page.source), site);
      },
    },
    load: (id) => {
      const made = pages.get(id);
      if (made) return html(made.page, made.tag);
      if (id === missingPath(repository)) return missing();
      if (!id.startsWith(`\0${kVirtual}`)) return undefined;
      if (id === `\0${kVirtual}file-texts`) return textLoaders(`language,${kFileTexts}`);
      if (id === `\0${kVirtual}later-texts`) return textLoaders(kRest);
      const value = virtual(id.slice(kVirtual.length + 1));
      return value === undefined ? undefined : `export default ${JSON.stringify(value)};`;
    },
  };
}
