import { html, nothing, type TemplateResult } from "lit";
import temml from "temml";
import { Markup } from "../static_html.ts";
import type { Equation } from "./equations.ts";

/** Inline styles, which the policy of the pages forbids; public/styles/pages/document.css has what matters of them. */
const kInlineStyle = / style="[^"]*"/g;

/** LaTeX as MathML. Throws for what is not LaTeX. */
export function mathMl(latex: string): string {
  return temml.renderToString(latex, { displayMode: true, throwOnError: true }).replaceAll(kInlineStyle, "");
}

/** An equation in a line of its own, with its number. It scrolls in itself where it is wider than the page. */
export function equation({ number, latex }: Equation, label: string): TemplateResult {
  return html`<div class="equation" dir="ltr">
    <div class="formula" role="group" tabindex="0" aria-label=${label}>${new Markup(mathMl(latex))}</div>
    ${number === undefined ? nothing : html`<p class="equation-number">${`(${number})`}</p>`}
  </div>`;
}
