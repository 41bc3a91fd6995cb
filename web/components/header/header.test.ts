import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { header } from "./header.ts";

const languages = [
  { tag: "en", name: "English", href: "index.html", isCurrent: true },
  { tag: "ur", name: "اردو", href: "ur/index.html", isCurrent: false },
];
const linksOf = (markup: string): string[] => markup.match(/<a [^>]*>/g) ?? [];

describe("header", () => {
  it("names the site, its pages in order and the other languages, each in its own", () => {
    expect(wordsOf(header(mockView({}, { languages }), "index"))).toBe("Export Potential Calculator Method Evidence About اردو");
    expect(wordsOf(header(mockView({}, { text: ur }), "index"))).toBe(
      [ur.site.name, ur.site.pages.index, ur.site.pages.method, ur.site.pages.evidence, ur.site.pages.about].join(" "),
    );
  });

  it("marks the page that it stands on, and the links that take the plan along", () => {
    expect(linksOf(markupOf(header(mockView({}, { languages }), "index")))).toEqual([
      '<a href="index.html" aria-current="page" data-plan>',
      '<a href="method.html">',
      '<a href="evidence.html">',
      '<a href="about.html">',
      '<a href="ur/index.html" lang="ur" hreflang="ur" data-plan>',
    ]);
    // A page to read has no plan to give to itself in another language.
    expect(linksOf(markupOf(header(mockView({}, { languages }), "method")))).toEqual([
      '<a href="index.html" data-plan>',
      '<a href="method.html" aria-current="page">',
      '<a href="evidence.html">',
      '<a href="about.html">',
      '<a href="ur/index.html" lang="ur" hreflang="ur">',
    ]);
  });

  it("tells its two navigations apart, and has one where there is one language", () => {
    const namesOf = (view: ReturnType<typeof mockView>): (string | undefined)[] =>
      [...markupOf(header(view, "index")).matchAll(/<nav [^>]*aria-label="([^"]*)"/g)].map(([, name]) => name);
    expect(namesOf(mockView({}, { languages }))).toEqual(["Pages", "Languages"]);
    expect(namesOf(mockView({}, { languages: languages.slice(0, 1) }))).toEqual(["Pages"]);
  });
});
