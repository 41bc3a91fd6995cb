import { html, type TemplateResult } from "lit";
import type { View } from "../view.ts";

/** What the number is not. */
export function limits({ text }: View): TemplateResult {
  return html`<section class="limits" id="limits" aria-labelledby="limits-title">
    <h2 id="limits-title">${text.limits.title}</h2>
    <ul>${Object.values(text.limits.points).map((point) => html`<li>${point}</li>`)}</ul>
  </section>`;
}
