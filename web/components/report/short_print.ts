import { html, type TemplateResult } from "lit";
import type { View } from "../view.ts";

/** What is printed before the report has come says how to get it. */
export function shortPrint({ text }: View): TemplateResult {
  return html`<p class="print-short">${text.report.short}</p>`;
}
