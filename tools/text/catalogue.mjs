import { readFileSync, readdirSync } from "node:fs";
import { inRepository } from "../paths.mjs";
import { compileMessage } from "./messages.mjs";

/** @typedef {import("./messages.mjs").MessageShape} MessageShape */
/** @typedef {{ readonly [key: string]: string | Texts }} Texts */

/** The language whose catalogue decides which texts there are, and in which order. */
export const referenceLanguage = "en";

const folder = inRepository("public", "text");

/** @returns {string[]} the languages that have a catalogue, the reference first */
export function languages() {
  const tags = readdirSync(folder)
    .filter((name) => name.endsWith(".json"))
    .map((name) => name.slice(0, -".json".length));
  return [referenceLanguage, ...tags.filter((tag) => tag !== referenceLanguage).sort()];
}

/**
 * @param {string} language
 * @returns {Texts} its catalogue as written
 */
export function readTexts(language) {
  return JSON.parse(readFileSync(`${folder}/${language}.json`, "utf8"));
}

/**
 * Every text with its place, such as "answer.headline".
 * @param {Texts} texts
 * @param {string} [above]
 * @returns {[place: string, text: string][]}
 */
export function placesOf(texts, above = "") {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === "string"
      ? [/** @type {[string, string]} */ ([`${above}${key}`, value])]
      : placesOf(value, `${above}${key}.`),
  );
}

/**
 * A catalogue as the page gets it: messages compiled, in the order of `order`.
 * @param {Texts} texts
 * @param {Texts} [order] the catalogue of the reference language
 * @returns {import("../../web/text/message.ts").CompiledGroup}
 */
export function compileTexts(texts, order = texts) {
  return Object.fromEntries(
    Object.keys(order).map((key) => {
      const [value, model] = [texts[key], order[key]];
      if (value === undefined || model === undefined) throw new SyntaxError(`There is no text ${key}.`);
      if (typeof value === "string") return [key, compileMessage(value).message];
      return [key, compileTexts(value, typeof model === "string" ? value : model)];
    }),
  );
}

/**
 * @param {string} language
 * @returns {import("../../web/text/message.ts").CompiledCatalogue}
 */
export function compileCatalogue(language) {
  return { tag: language, texts: compileTexts(readTexts(language), readTexts(referenceLanguage)) };
}
