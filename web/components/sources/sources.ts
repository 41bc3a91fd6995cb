import { html, nothing, type TemplateResult } from "lit";
import type { Grade } from "../../engine/types.ts";
import type { View } from "../view.ts";

/** How well a value is founded, in words. */
export function gradePill({ text }: View, grade: Grade): TemplateResult {
  return html`<p class=${grade === "D" ? "grade judged" : "grade"}>${text.sources.grades[grade]}</p>`;
}

/** Links to sources of the pack, by their ids, or that there are none. */
export function sources({ pack, text }: View, ids: readonly string[]): TemplateResult {
  if (ids.length === 0) return html`<p class="sources">${text.sources.none}</p>`;
  return html`<ul class="sources">
    ${ids.map((id) => {
      const source = pack.sources[id];
      if (!source) return nothing;
      // Packs name sources in English whatever the page's language.
      return html`<li lang="en" dir="ltr"><a href=${source.url} rel="noreferrer">${source.title}</a>${`, ${source.publisher}, ${source.date}`}</li>`;
    })}
  </ul>`;
}
