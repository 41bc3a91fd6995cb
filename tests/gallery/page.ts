import "../../public/styles/tokens.css";
import "../../public/styles/base.css";
import "../../public/styles/layout.css";
import "./component_styles.ts";
import "../../public/styles/media.css";
import "./gallery.css";
import { html, render, type TemplateResult } from "lit";
import type { ResultsView } from "../../web/components/view.ts";
import { catalogueOf, withLaterTexts, type LaterCatalogue } from "../../web/text/catalogue.ts";
import type { CompiledCatalogue } from "../../web/text/message.ts";
import { galleryView } from "./gallery_view.ts";
import { kSpecimens, type Specimen } from "./specimens.ts";

type Loaded = Promise<{ readonly default: CompiledCatalogue }>;

/** The languages that are shown, one for each direction: the texts of the first screen and all others. */
const kLanguages: Readonly<Record<string, () => readonly [first: Loaded, later: Loaded]>> = {
  en: () => [import("virtual:catalogue/en"), import("virtual:catalogue/en/rest")],
  ur: () => [import("virtual:catalogue/ur"), import("virtual:catalogue/ur/rest")],
};

/** What the address asks for: ?language=ur, ?only=fan for one of the specimens, ?still for fonts that every machine has. */
const kAsked = new URLSearchParams(location.search);

async function textIn(language: string): Promise<LaterCatalogue> {
  const load = kLanguages[language];
  if (!load) throw new Error(`There is no language "${language}" in the gallery.`);
  if (language === "ur") await import("../../public/styles/languages/ur.css");
  const [first, later] = await Promise.all(load());
  const text = withLaterTexts(catalogueOf(first.default), later.default);
  // After the language's own sheet, which names the fonts of the system.
  if (kAsked.has("still")) await import("./still.css");
  return text;
}

function specimen({ name, show }: Specimen, view: ResultsView): TemplateResult {
  return html`<article class="specimen" data-specimen=${name} aria-label=${name}>${show(view)}</article>`;
}

const language = kAsked.get("language") ?? "en";
const text = await textIn(language);
const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = text.language.direction;
const main = document.querySelector<HTMLElement>("main.gallery");
if (main) {
  const only = kAsked.get("only");
  const shown = kSpecimens.filter(({ name }) => only === null || name === only);
  const draw = (width: number): void => {
    render(shown.map((one) => specimen(one, galleryView(text, width))), main);
  };
  draw(0);
  // Charts that are drawn to measure are so wide as their place; the first drawing has none yet.
  const place = main.querySelector(".specimen");
  if (place) {
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(place);
    draw(Math.floor(place.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd)));
  }
  for (const place of main.querySelectorAll<HTMLElement>("[data-open]")) {
    const folds = place.querySelectorAll("details");
    for (const fold of [...folds].slice(0, place.dataset["open"] === "first" ? 1 : folds.length)) fold.open = true;
  }
  await document.fonts.ready;
  // In whole pixels, so that none moves by a part of one when another above it changes.
  for (const place of main.querySelectorAll<HTMLElement>(".specimen")) {
    place.style.blockSize = `${Math.ceil(place.getBoundingClientRect().height)}px`;
  }
  main.dataset["ready"] = "";
}
