import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { catalogueOf, type WholeCatalogue } from "../../web/text/catalogue.ts";

/** The Urdu texts of the page. */
export const ur = catalogueOf(compileCatalogue("ur")) as WholeCatalogue;

/** The English texts of the page. */
export const en = catalogueOf(compileCatalogue("en")) as WholeCatalogue;
