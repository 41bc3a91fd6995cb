import { html, nothing, type TemplateResult } from "lit";
import { toPage, type LaterView } from "../view.ts";
import { kReferences } from "./references.ts";

/** One way to read what a seller sells. */
interface SalesReading {
  readonly name: string;
  readonly figure: string;
  readonly detail: string;
}

function readingView({ name, figure, detail }: SalesReading, links: readonly TemplateResult[]): TemplateResult {
  return html`<li class="reading">
    <h4>${name}</h4>
    <p class="reading-figure">${figure}</p>
    <p>${detail}</p>
    ${links.length === 0 ? nothing : html`<ul class="sources">${links.map((link) => html`<li>${link}</li>`)}</ul>`}
  </li>`;
}

function hasReadings(pack: string): pack is keyof typeof kReferences {
  return pack in kReferences;
}

/** Both readings of what a seller sells, with their sources, or nothing for packs without them. */
export function salesReadings(view: LaterView): TemplateResult | typeof nothing {
  const { id } = view.pack;
  if (!hasReadings(id)) return nothing;
  const words = view.text.salesReadings[id];
  const { href, target } = toPage(view, "evidence");
  const urls = kReferences[id];
  const links = (["to2018", "to2024", "to2025", "allPlatforms"] as const).map(
    (key) => html`<a href=${urls[key]} rel="noreferrer">${words.references[key]}</a>`,
  );
  return html`<section class="readings" id="readings">
    <h3>${words.title}</h3>
    <p class="readings-text">${words.intro}</p>
    <ul class="reading-list">
      ${readingView(words.calculator, [])}
      ${readingView(words.india, links)}
    </ul>
    <p class="readings-text">${words.conclusion} <a href=${`${href}#back-test`} target=${target}>${words.tested}</a></p>
  </section>`;
}
