import "../../public/styles/tokens.css";
import "../../public/styles/base.css";
import "../../public/styles/layout.css";
import "./component_styles.ts";
import "../../public/styles/media.css";
import "./gallery.css";
import { html, nothing, render, type TemplateResult } from "lit";
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

/**
 * What the address asks for: ?language=ur, ?open for all that folds open, ?still for fonts that every machine has; after
 * "#" the name of the one specimen that is to be shown.
 */
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

/** `view` with the controls unfolded that stand in `main`. */
function unfolded(view: ResultsView, main: HTMLElement): ResultsView {
  const bodies = Array.from(main.querySelectorAll(".fold"), (fold) => fold.getAttribute("aria-controls") ?? "");
  return { ...view, state: { ...view.state, unfolded: new Set(bodies.map((id) => id.replace(/-body$/, ""))) } };
}

function specimen({ name, show }: Specimen, view: ResultsView): TemplateResult {
  return html`<article class="specimen" data-specimen=${name} aria-label=${name}>${show(view)}</article>`;
}

/** Draws the specimen that the address names after "#", or all, into `main`, which has `data-ready` once it stands. */
async function show(text: LaterCatalogue, main: HTMLElement): Promise<void> {
  delete main.dataset["ready"];
  const named = kSpecimens.filter(({ name }) => `#${name}` === location.hash);
  const shown = named.length > 0 ? named : kSpecimens;
  const isOpen = kAsked.has("open");
  const draw = (width: number): void => {
    const view = galleryView(text, width);
    render(shown.map((one) => specimen(one, isOpen ? unfolded(view, main) : view)), main);
  };
  // Nothing is left of what stood there before.
  render(nothing, main);
  draw(0);
  // Charts that are drawn to measure are so wide as their place; the first drawing has none yet.
  const place = main.querySelector(".specimen");
  if (place) {
    const { paddingInlineStart, paddingInlineEnd } = getComputedStyle(place);
    draw(Math.floor(place.clientWidth - parseFloat(paddingInlineStart) - parseFloat(paddingInlineEnd)));
  }
  for (const place of main.querySelectorAll<HTMLElement>(isOpen ? ".specimen" : "[data-open]")) {
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

const language = kAsked.get("language") ?? "en";
const text = await textIn(language);
const { documentElement } = document;
documentElement.lang = language;
documentElement.dir = text.language.direction;
const main = document.querySelector<HTMLElement>("main.gallery");
if (main) {
  addEventListener("hashchange", () => void show(text, main));
  await show(text, main);
}
