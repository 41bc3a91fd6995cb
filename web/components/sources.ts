import { html, nothing, type TemplateResult } from "lit";
import type { View } from "./view.ts";

/** Links to sources of the pack, by their ids, or that there are none. */
export function sources({ pack, text }: View, ids: readonly string[]): TemplateResult {
  if (ids.length === 0) return html`<p class="sources">${text.assumptions.noSource}</p>`;
  return html`<ul class="sources">
    ${ids.map((id) => {
      const source = pack.sources[id];
      if (!source) return nothing;
      return html`<li><a href=${source.url} rel="noreferrer">${source.title}</a>, ${source.publisher}, ${source.date}</li>`;
    })}
  </ul>`;
}
