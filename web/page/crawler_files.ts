import { addressOf, type Language } from "../text/languages.ts";
import { kSitePages } from "./pages.ts";

/** An entry of the sitemap: a page in one language with its counterparts in all. */
function entry(languages: readonly Language[], site: string, tag: string, page: string): string {
  const alternates = languages.map(
    (other) =>
      `    <xhtml:link rel="alternate" hreflang="${other.tag}" href="${site}${addressOf(other.tag, page)}"/>`,
  );
  return ["  <url>", `    <loc>${site}${addressOf(tag, page)}</loc>`, ...alternates, "  </url>"].join("\n");
}

/**
 * What search engines ask a site for, by file name. `site` is where it is published, with a slash at
 * its end; a sitemap holds whole addresses, so there is none while that is not known ("").
 */
export function crawlerFiles(languages: readonly Language[], site: string): Record<string, string> {
  const everything = "User-agent: *\nAllow: /\n";
  if (site === "") return { "robots.txt": everything };
  const urls = languages.flatMap(({ tag }) => kSitePages.map(({ name }) => entry(languages, site, tag, name)));
  return {
    "robots.txt": `${everything}\nSitemap: ${site}sitemap.xml\n`,
    "sitemap.xml": [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">',
      ...urls,
      "</urlset>",
      "",
    ].join("\n"),
  };
}
