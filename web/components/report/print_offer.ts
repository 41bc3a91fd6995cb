import { html, type TemplateResult } from "lit";
import type { View } from "../view.ts";

/**
 * Offers to print the report, or to keep it as a PDF, which browsers do where they print. What is printed before the
 * report has come says how to get it. `printReport` hears the button.
 */
export function printOffer({ text }: View): TemplateResult {
  const { report } = text;
  return html`<p class="print-offer" data-part="report"><button class="button" type="button" data-prints>${report.print}</button></p>
    <p class="print-short">${report.short({ button: report.print })}</p>`;
}
