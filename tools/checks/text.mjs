import { existsSync } from "node:fs";
import { inRepository } from "../paths.mjs";
import { languages, placesOf, readTexts, referenceLanguage } from "../text/catalogue.mjs";
import { compileMessage } from "../text/messages.mjs";
import { writingRules } from "./writing.mjs";

/** @typedef {import("../text/messages.mjs").MessageShape} MessageShape */
/** @typedef {import("../text/catalogue.mjs").Texts} Texts */

/** @param {MessageShape} shape */
const parametersIn = ({ parameters }) =>
  [...parameters]
    .map(([name, kind]) => `{${name}, ${typeof kind === "string" ? kind : `select ${kind.toSorted().join(" ")}`}}`)
    .toSorted()
    .join(" ");

/** @param {MessageShape} shape of a text whose marks may stand in several branches */
const marksIn = ({ marks }) => marks.map((mark) => `<${mark}>`).join(" ");

/**
 * What is wrong with a text by itself.
 * @param {string} language
 * @param {MessageShape} shape
 * @returns {string[]}
 */
function pluralFaults(language, { plurals }) {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted().join(", ");
  return plurals
    .map((classes) => classes.toSorted().join(", "))
    .filter((classes) => classes !== wanted)
    .map((classes) => `the plural has ${classes}; the language has ${wanted}`);
}

/**
 * @param {string} language
 * @param {Texts} texts its catalogue
 * @param {Texts} reference the catalogue that decides
 * @returns {string[]} faults as "place: what"
 */
export function catalogueFaults(language, texts, reference) {
  const wanted = new Map(placesOf(reference));
  const found = new Map(placesOf(texts));
  const missing = [...wanted.keys()].filter((place) => !found.has(place)).map((place) => `${place}: is missing`);
  const faults = [...found].flatMap(([place, text]) => {
    const model = wanted.get(place);
    if (model === undefined) return [`${place}: is not in ${referenceLanguage}`];
    try {
      const [shape, modelShape] = [compileMessage(text).shape, compileMessage(model).shape];
      const faults = pluralFaults(language, shape);
      for (const [what, of] of /** @type {const} */ ([["parameters", parametersIn], ["marks", marksIn]])) {
        if (of(shape) !== of(modelShape)) {
          faults.push(`the ${what} are ${of(shape) || "none"} instead of ${of(modelShape) || "none"}`);
        }
      }
      return faults.map((fault) => `${place}: ${fault}`);
    } catch (error) {
      return [`${place}: ${error instanceof Error ? error.message : String(error)}`];
    }
  });
  return [...missing, ...faults];
}

/**
 * @param {string} language
 * @param {(path: string) => boolean} [isThere] whether the clone has a file
 * @returns {string[]} the fault of a language whose pages name a picture, for where they are shared, that is not there
 */
export function pictureFaults(language, isThere = (path) => existsSync(inRepository(path))) {
  const path = `public/social/${language}.png`;
  return isThere(path) ? [] : [`${path}: is missing; node tools/pictures.mjs draws it`];
}

/** @returns {string[]} the faults of all catalogues, and the pictures that languages lack */
export function checkCatalogues() {
  const reference = readTexts(referenceLanguage);
  return languages().flatMap((language) => {
    const texts = readTexts(language);
    const rule = writingRules(language);
    const writing = placesOf(texts).flatMap(([place, text]) => rule(text).map((fault) => `${place}: ${fault}`));
    const faults = [...catalogueFaults(language, texts, reference), ...writing];
    return [...faults.map((fault) => `public/text/${language}.json: ${fault}`), ...pictureFaults(language)];
  });
}
