import { html, type TemplateResult } from "lit";
import { staticHtml } from "../../web/page/static_html.ts";

/** A template, or a part of a drawing, as HTML text. */
export function markupOf(template: TemplateResult | TemplateResult[]): string {
  return staticHtml(html`${template}`).replace(/\s+/g, " ");
}

/** The words of a template, as a visitor reads them. */
export function wordsOf(template: TemplateResult | TemplateResult[]): string {
  return markupOf(template).replace(/<[^>]*>/g, " ").replaceAll("\u00A0", " ").replace(/\s+/g, " ").trim();
}

/** The numbers of an attribute of all elements of a class, in order. */
export function numbersOf(markup: string, name: string, attribute: string): number[] {
  return [...markup.matchAll(new RegExp(`<[^<>]*class="${name}"[^>]*>`, "g"))].map(([element]) =>
    Number(new RegExp(`\\s${attribute}="([-\\d.]+)%?"`).exec(element)?.[1] ?? Number.NaN),
  );
}
