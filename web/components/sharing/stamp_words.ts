import type { StampWords } from "../../export/about.ts";
import type { FileTexts, LaterCatalogue } from "../../text/catalogue.ts";

/** What the columns are called that say in every row of a file what made its figures. */
export function stampWords(text: LaterCatalogue, files: FileTexts): StampWords {
  return {
    modelVersion: files.modelVersion,
    pack: files.data,
    seed: text.sharing.seed,
    draws: text.sharing.draws,
    site: text.site.name,
  };
}
