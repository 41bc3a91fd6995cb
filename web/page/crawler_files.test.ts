import { describe, expect, it } from "vitest";
import { crawlerFiles } from "./crawler_files.ts";

const languages = [
  { tag: "en", name: "English" },
  { tag: "ur", name: "اردو" },
];

describe("crawlerFiles", () => {
  it("lets everyone in, without a sitemap while the address is not known", () => {
    expect(crawlerFiles(languages, "")).toEqual({ "robots.txt": "User-agent: *\nAllow: /\n" });
  });

  it("names every page in every language by its whole address", () => {
    const files = crawlerFiles(languages, "https://example.org/calc/");
    expect(files["robots.txt"]).toContain("\nSitemap: https://example.org/calc/sitemap.xml\n");
    const found = [...(files["sitemap.xml"] ?? "").matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address]) => address);
    expect(found).toEqual(
      ["", "ur/"].flatMap((folder) =>
        ["index", "method", "evidence", "about"].map((name) => `https://example.org/calc/${folder}${name}.html`),
      ),
    );
    expect(files["sitemap.xml"]?.match(/hreflang="ur"/g)).toHaveLength(8);
  });
});
