import { html, type TemplateResult } from "lit";
import type { View } from "../view.ts";

/** Offers to print the report, or to keep it as a PDF, which browsers do where they print. */
export function printOffer({ text }: View): TemplateResult {
  return html`<p class="print-offer" data-part="report"><button class="button" type="button" @click=${() => globalThis.print()}>${text.report.print}</button></p>`;
}
