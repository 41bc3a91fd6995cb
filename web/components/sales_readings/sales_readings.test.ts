import { html, nothing } from "lit";
import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { salesReadings } from "./sales_readings.ts";

const pack = { ...mockPack, id: "pk" };
const shown = html`${salesReadings(mockView({}, { pack }))}`;

describe("salesReadings", () => {
  it("puts the calculator's reading before that of others, each with its figure", () => {
    const headings = [...markupOf(shown).matchAll(/<h(\d)>([^<]*)/g)].map(([, level, words]) => `${level} ${words}`);
    expect(headings).toEqual(["3 Two readings of what a seller sells", "4 This calculator", "4 Amazon’s figures for India"]);
    const figures = [...markupOf(shown).matchAll(/class="reading-figure">([^<]*)/g)].map(([, words]) => words);
    expect(figures).toEqual(["about $2,200, three years after registering", "$14,000 to $36,000 since 2021"]);
    expect(wordsOf(shown)).toMatch(/they would make the answer about as many times larger\. How the assumptions do when they are put to India’s reports$/);
  });

  it("links to what the figures for India were worked out from, in order, and to nothing for its own", () => {
    const links = [...markupOf(shown).matchAll(/<a href="https:\/\/([\w.]+)\/[^"]*" rel="noreferrer">([^<]*)/g)];
    expect(links.map(([, host, words]) => `${host}: ${words}`)).toEqual([
      "www.businesstoday.in: $1 billion in all by 2018, Business Today",
      "news99live.com: about $13 billion in all by 2024, News 99",
      "www.lanacion.com.ar: over $20 billion in all by 2025, La Nación",
      "wotanews.com: about $5 billion from all platforms in 2024, India’s Commerce Secretary",
    ]);
    expect(markupOf(shown).match(/<ul class="sources">/g)).toHaveLength(1);
    expect(markupOf(shown)).toContain('<a href="evidence.html#back-test">How');
    const framed = html`${salesReadings(mockView({}, { pack, framedFrom: "../" }))}`;
    expect(markupOf(framed)).toContain('<a href="../evidence.html#back-test" target="_blank">How');
  });

  it("is there for packs that have such readings, in both languages", () => {
    expect(salesReadings(mockView())).toBe(nothing);
    expect(wordsOf(html`${salesReadings(mockView({}, { pack, text: ur }))}`)).toContain(ur.salesReadings.pk.title);
  });
});
