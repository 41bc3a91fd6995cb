import { describe, expect, it } from "vitest";
import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { catalogueOf, type WholeCatalogue } from "../text/catalogue.ts";
import { fromRoot, missingPage } from "./missing_page.ts";

const texts = ["en", "ur"].map((tag) => catalogueOf(compileCatalogue(tag)) as WholeCatalogue);
const links = (page: string): (string | undefined)[] => [...page.matchAll(/<a href="([^"]*)"/g)].map(([, address]) => address);

describe("the page for addresses where there is none", () => {
  it("leads to every page in every language from the root of its host, however deep the address is", () => {
    const names = ["index", "method", "evidence", "about"];
    const from = (root: string): string[] => ["", "ur/"].flatMap((folder) => names.map((name) => `${root}${folder}${name}.html`));
    expect(links(missingPage(texts, [], ""))).toEqual(from("/"));
    expect(links(missingPage(texts, [], "https://example.org/"))).toEqual(from("/"));
    expect(links(missingPage(texts, [], "https://example.org/tools/calculator/"))).toEqual(from("/tools/calculator/"));
  });

  it("names what it loads from that root too", () => {
    const built = '<link rel="icon" href="./assets/icon-1.png" /><link rel="stylesheet" crossorigin href="./assets/404-2.css">';
    expect(fromRoot(built, "https://example.org/calc/")).toBe(
      '<link rel="icon" href="/calc/assets/icon-1.png" /><link rel="stylesheet" crossorigin href="/calc/assets/404-2.css">',
    );
    expect(fromRoot(built, "")).toContain('href="/assets/404-2.css"');
  });

  it("says so in each language, the right way round, is not to be listed and has no script", () => {
    const page = missingPage(texts, ["public/styles/base.css"], "");
    expect([...page.matchAll(/<section lang="(\w+)" dir="(\w+)"/g)].map(([, tag, direction]) => [tag, direction])).toEqual([
      ["en", "ltr"],
      ["ur", "rtl"],
    ]);
    expect(page).toContain('<meta name="robots" content="noindex" />');
    expect(page).toContain('<link rel="stylesheet" href="../public/styles/base.css" />');
    expect(page).not.toMatch(/<script|\son\w+=|style="/);
  });
});
