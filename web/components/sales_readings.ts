import { html, nothing, type TemplateResult } from "lit";
import type { SalesReading } from "../text/en_readings.ts";
import type { View } from "./view.ts";

function readingView({ name, figure, detail, references }: SalesReading): TemplateResult {
  return html`<li class="reading">
    <h4>${name}</h4>
    <p class="reading-figure">${figure}</p>
    <p>${detail}</p>
    ${references.length === 0
      ? nothing
      : html`<ul class="sources">${references.map(
          ({ url, words }) => html`<li><a href=${url} rel="noreferrer">${words}</a></li>`,
        )}</ul>`}
  </li>`;
}

/** Both readings of what a seller earns, with their sources, or nothing for packs without them. */
export function salesReadings(view: View): TemplateResult | typeof nothing {
  const { salesReadings: words } = view.text;
  if (!words.packs.includes(view.pack.id)) return nothing;
  return html`<section class="readings" id="readings">
    <h3>${words.title}</h3>
    <p class="readings-text">${words.intro}</p>
    <ul class="reading-list">${words.readings.map(readingView)}</ul>
    <p class="readings-text">${words.conclusion}</p>
  </section>`;
}
