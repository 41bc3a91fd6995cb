import { html, nothing, svg } from "lit";
import { describe, expect, it } from "vitest";
import { en } from "../../tests/web/english.ts";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { compactResult } from "../state/compact_result.ts";
import { staticHtml } from "./static_html.ts";
import type { ShownResult } from "../state/readings.ts";
import { pageView } from "./page_view.ts";
import { staticPage } from "./static_page.ts";

describe("staticHtml", () => {
  it("writes text, nested templates and lists, escaped", () => {
    const items = ["a & b", 2].map((item) => html`<li>${item}</li>`);
    expect(staticHtml(html`<ul>${items}</ul>${nothing}${undefined}${"<i>"}`)).toBe(
      "<ul><li>a &amp; b</li><li>2</li></ul>&lt;i&gt;",
    );
  });

  it("writes attributes and what stands for properties, and leaves listeners out", () => {
    const template = html`<input class=${"x"} ?disabled=${true} ?hidden=${false} aria-label=${'"'}
      data-none=${nothing} .value=${"5"} .checked=${false} .other=${"no"} @input=${() => undefined} />`;
    expect(staticHtml(template)).toBe('<input class="x" disabled aria-label="&quot;" value="5" />');
  });

  it("writes drawings", () => {
    expect(staticHtml(html`${svg`<line x1=${1.5}></line>`}`)).toBe('<line x1="1.5"></line>');
  });

  it("refuses what is not text", () => {
    expect(() => staticHtml(html`<p>${{ a: 1 }}</p>`)).toThrow(TypeError);
  });
});

describe("staticPage", () => {
  const made = (result: ShownResult): string =>
    staticPage({ view: pageView }, { pack: mockPack, presets: [], result, text: en, languages: [] });
  const page = made(mockResult(96e6)).replaceAll("\u00A0", " ");
  const text = page.replace(/<[^>]*>/g, "").replace(/\s+/g, " ");

  it("asks about the pack's country and answers", () => {
    expect(text).toContain("What could more online sellers earn Zedland in exports?");
    expect(text).toContain(
      "By 2029, there could be about $72 million more export earnings a year. In 18 of 20 futures it is $14 million to $220 million.",
    );
    expect(text).toContain("in real dollars of 2025. Of 100 who register, about 25 make an export sale and 5 still sell");
    // Of the mock's futures 0.2 in 2030: 4 of 20.
    expect(text).toContain("In 4 of 20 futures there are not enough export-ready businesses for this plan in 2030,");
  });

  it("shows the controls as they are, out of use", () => {
    expect(page).toContain('<div class="side" data-asks inert>');
    expect(page).toMatch(/id="newSellers"[^>]*value="100,000"/);
  });

  it("draws without inline styles or scripts and without NaN", () => {
    expect(page).not.toMatch(/\sstyle=|<script|NaN|undefined|\[object/);
    expect(made(mockResult(0))).not.toMatch(/NaN|undefined|Infinity/);
    expect(made(mockResult(-5e6))).not.toMatch(/NaN|undefined|Infinity/);
  });

  it("says the same from the compact result", () => {
    expect(made(compactResult(mockResult(96e6), 250)).replaceAll("\u00A0", " ")).toBe(page);
  });
});
