import { afterEach, describe, expect, it, vi } from "vitest";
import { chartFont } from "./chart_font.ts";

/** A rule of a style sheet that brings a font. */
class FontFace {
  readonly style: { getPropertyValue(name: string): string };

  constructor(family: string, file: string) {
    this.style = { getPropertyValue: (name) => ({ "font-family": `"${family}"`, src: `url("${file}") format("woff2")` })[name] ?? "" };
  }
}

/** A style sheet of another site, as the CSSOM has browsers treat one (6.2, "cssRules"). */
const kForeign = {
  href: "https://other.example/x.css",
  get cssRules(): never {
    throw new DOMException("Cannot access rules", "SecurityError");
  },
};

function having(...styleSheets: readonly object[]): void {
  vi.stubGlobal("CSSFontFaceRule", FontFace);
  vi.stubGlobal("document", { styleSheets, baseURI: "https://example.org/ur/" });
}

describe("chartFont", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("is the one of the language's style sheet, from where that stands", () => {
    const language = {
      href: "https://example.org/assets/ur.css",
      cssRules: [{}, new FontFace("Page Nastaliq", "nastaliq.woff2"), new FontFace("Page Naskh", "naskh.woff2")],
    };
    having({ href: null, cssRules: [] }, language);
    expect(chartFont()).toEqual({ family: "Page Naskh", address: new URL("https://example.org/assets/naskh.woff2") });
    having({ href: null, cssRules: [{}] });
    expect(chartFont()).toBeUndefined();
  });

  it("passes over style sheets that the page may not read", () => {
    having(kForeign, { href: "https://example.org/assets/ur.css", cssRules: [new FontFace("Page Naskh", "naskh.woff2")] });
    expect(chartFont()?.address.href).toBe("https://example.org/assets/naskh.woff2");
    having(kForeign);
    expect(chartFont()).toBeUndefined();
  });
});
