import { html, nothing, type TemplateResult } from "lit";
import type { Grade, Pack } from "../../engine/types.ts";
import { dateInWords } from "../../text/dates.ts";
import type { View } from "../view.ts";

/** How well a value is founded, in words. */
export function gradePill({ text }: View, grade: Grade): TemplateResult {
  return html`<p class=${grade === "D" ? "grade judged" : "grade"}>${text.sources.grades[grade]}</p>`;
}

/** What a source has beside its title, in English, as packs name sources whatever the page's language. */
export function originOf({ publisher, date }: Pack["sources"][string]): string {
  return `, ${publisher}, ${dateInWords({ tag: "en" }, date)}`;
}

/** Links to sources of the pack, by their ids, or that there are none. */
export function sources({ pack, text }: View, ids: readonly string[]): TemplateResult {
  if (ids.length === 0) return html`<p class="sources">${text.sources.none}</p>`;
  return html`<ul class="sources">
    ${ids.map((id) => {
      const source = pack.sources[id];
      if (!source) return nothing;
      return html`<li lang="en" dir="ltr"><a href=${source.url} rel="noreferrer">${source.title}</a>${originOf(source)}</li>`;
    })}
  </ul>`;
}
