import { html } from "lit";
import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { footer } from "./footer.ts";

const kPages = "Calculator Method Evidence About";
const kVersions = "Model 1.0, data Zedland 2026.1.0, seed 1, 16,384 futures.";

describe("footer", () => {
  it("has what the page puts there, then the pages, the colours and what made the figures", () => {
    expect(wordsOf(footer(mockView(), "index", html`<p>First.</p>`))).toBe(
      `First. ${kPages} Colours As the system Light Dark ${kVersions}`,
    );
  });

  it("has no colours to choose on pages to read", () => {
    expect(wordsOf(footer(mockView(), "about"))).toBe(`${kPages} ${kVersions}`);
    expect(markupOf(footer(mockView(), "about"))).toContain('<a href="about.html" aria-current="page">');
  });

  it("has a navigation with another name than that of the head", () => {
    expect(markupOf(footer(mockView(), "about"))).toContain('<nav class="foot-pages" aria-label="Pages, again">');
  });

  it("keeps versions and figures from the left among words from the right", () => {
    const words = wordsOf(footer(mockView({}, { text: ur }), "about"));
    expect(words).toContain("\u20662026.1.0\u2069");
    expect(words).toContain("\u206616,384\u2069");
    expect(words).toContain("زیڈ لینڈ");
  });
});
