import type { Catalogue } from "../text/catalogue.ts";
import { addressOf, kEmbedPage, rootFrom } from "../text/languages.ts";

/** A text as the value of an attribute in HTML. */
const quoted = (text: string): string => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

/**
 * HTML that shows the plan of a share link in a page of another site: a frame, and the script that makes it as high as
 * its content. `link` is an address of the calculator's own page in the language of `text`.
 */
export function embedCode(link: string, { tag, site }: Pick<Catalogue, "tag" | "site">): string {
  const root = new URL(rootFrom(tag), link);
  const frame = new URL(addressOf(tag, kEmbedPage), root);
  frame.hash = new URL(link).hash;
  const script = new URL(`${kEmbedPage}/v1/host.js`, root);
  return [
    `<iframe src="${quoted(frame.href)}" title="${quoted(site.frame)}" data-export-potential loading="lazy" width="100%" height="900"`,
    `  sandbox="allow-scripts allow-same-origin allow-downloads allow-modals allow-popups" allow="clipboard-write"></iframe>`,
    `<script type="module" src="${quoted(script.href)}"></script>`,
  ].join("\n");
}
