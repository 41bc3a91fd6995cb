/** Letters that stand straight, for what is looked at. */
const kChartFont = "Page Naskh";

/** A font as pictures are given it: its family, and where its file is. */
export interface ChartFont {
  readonly family: string;
  readonly address: URL;
}

/** The rules of a style sheet; none where the page may not read them. */
function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    // An extension or a host put in one of another site.
    return [];
  }
}

/** The font of charts that the style sheets of the language bring; undefined where they bring none. */
export function chartFont(): ChartFont | undefined {
  for (const sheet of document.styleSheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const family = rule.style.getPropertyValue("font-family").replaceAll('"', "");
      const file = /url\("(?<file>[^"]+)"\)/.exec(rule.style.getPropertyValue("src"))?.groups?.["file"];
      if (file !== undefined && family === kChartFont) return { family, address: new URL(file, sheet.href ?? document.baseURI) };
    }
  }
  return undefined;
}
