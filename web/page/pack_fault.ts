import { html, type TemplateResult } from "lit";
import type { Catalogue } from "../text/catalogue.ts";

/** Says that the country's data did not come, over the static page, with a way to try again. */
export function packFault(text: Catalogue, message: string, retry: () => void): TemplateResult {
  return html`<div class="notice fault" role="alert">
    <p><strong>${text.engine.packTitle}</strong> ${text.engine.consequence}</p>
    <p><button class="button" type="button" @click=${retry}>${text.engine.retry}</button></p>
    <details><summary>${text.engine.details}</summary><p class="small">${message}</p></details>
  </div>`;
}
