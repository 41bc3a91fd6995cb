import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { catalogueOf, type WholeCatalogue } from "../../web/text/catalogue.ts";

/** The Urdu texts of the page. */
export const ur = catalogueOf(compileCatalogue("ur")) as WholeCatalogue;

/** Words without the marks that keep figures together between words from right to left. */
export function unmarked(words: string): string {
  return words.replaceAll(/[\u2066\u2069]/g, "");
}
