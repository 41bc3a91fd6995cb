import { inRepository } from "../paths.mjs";
import { writeWhole } from "../fingerprint.mjs";
import { readTexts, referenceLanguage } from "./catalogue.mjs";
import { catalogueTypes } from "./types.mjs";

/** Writes the types of the catalogue, which TypeScript checks every use of a text against. */
export function writeCatalogueTypes() {
  writeWhole(inRepository("build", "generated", "catalogue.ts"), catalogueTypes(readTexts(referenceLanguage)));
}
