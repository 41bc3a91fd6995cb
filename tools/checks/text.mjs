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

/** @returns {string[]} the faults of all catalogues */
export function checkCatalogues() {
  const reference = readTexts(referenceLanguage);
  return languages().flatMap((language) => {
    const texts = readTexts(language);
    const rule = writingRules(language);
    const writing = placesOf(texts).flatMap(([place, text]) => rule(text).map((fault) => `${place}: ${fault}`));
    return [...catalogueFaults(language, texts, reference), ...writing].map(
      (fault) => `public/text/${language}.json: ${fault}`,
    );
  });
}
