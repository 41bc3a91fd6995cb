import { readFileSync } from "node:fs";
import { inRepository } from "../paths.mjs";
import { placesOf, readTexts } from "../text/catalogue.mjs";

/** @typedef {{ letters: string, othersLetters: string, marks: string, punctuation: string, digits: string, joiners: string, months: string }} FontCharacters */

/**
 * What the fonts of a language can write, by language; a language without an entry has the reader's own fonts.
 * @type {Readonly<Record<string, FontCharacters>>}
 */
const fontCharacters = JSON.parse(readFileSync(inRepository("tools", "subset_fonts.json"), "utf8"));

/**
 * The words that the font of the texts was cut for, by language: `tools/subset_fonts.py` writes the list with the font.
 * @type {Readonly<Record<string, ReadonlySet<string>>>}
 */
const fontWords = { ur: new Set(readFileSync(inRepository("tools", "subset_fonts_words.txt"), "utf8").split("\n")) };

/** Characters of the Arabic script, its punctuation among them. */
const arabicCharacter = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc]/gu;

/** A word with an apostrophe as typewriters have it. */
const straightApostrophe = /\p{L}+'\p{L}*/gu;

/**
 * The words that belong to the figure before them: powers of ten, currencies, per cent.
 * @param {string} language
 * @returns {string[]}
 */
function unitWords(language) {
  const words = placesOf(readTexts(language)).flatMap(([place, text]) =>
    /^(?:language\.perCent|figures\.(?:magnitudes\..*|.*\.suffix))$/.test(place) ? [text.trim()] : [],
  );
  return ["%", ...words].filter((word) => word !== "");
}

/**
 * The words of a text, each as often as it stands there, that the font of the texts was not cut for.
 * @param {string} language
 * @param {string} text
 * @param {ReadonlySet<string>} [words] those that it was cut for; any where there are none
 */
export function newWords(language, text, words = fontWords[language]) {
  const characters = fontCharacters[language];
  if (!characters || !words) return [];
  const { letters, marks, digits, joiners } = characters;
  return (text.match(new RegExp(`[${letters}${marks}${digits}${joiners}]+`, "gu")) ?? []).filter((word) => !words.has(word));
}

/**
 * The faults of a built page: words that did not come from texts, as names of months, and that its font may lack.
 * @param {string} html
 */
export function pageWritingFaults(html) {
  return Object.keys(fontWords).flatMap((language) => newWords(language, html).map((word) => newToFont(word)));
}

/** @param {string} word */
const newToFont = (word) => `"${word}" is new to the font of the texts: run /usr/bin/python3 tools/subset_fonts.py`;

/**
 * How the texts of a language are to be written beyond their words.
 * @param {string} language
 * @param {readonly string[]} [units] words that belong to the figure before them
 * @param {ReadonlySet<string>} [words] the only ones that the font of the texts can write; any where it is left out
 * @returns {(text: string) => string[]} the faults of a text
 */
export function writingRules(language, units = unitWords(language), words = fontWords[language]) {
  const unit = [...new Set(units)].join("|");
  const parted = new RegExp(String.raw`\d (?:${unit})(?![\p{L}\p{M}])`, "gu");
  const characters = fontCharacters[language];
  const written = characters && new Set(Object.values({ ...characters, othersLetters: "" }).join(""));
  return (text) => {
    const faults = Array.from(text.matchAll(parted), ([words]) => `"${words}" wants U+00A0 instead of its space`);
    for (const [words] of text.matchAll(straightApostrophe)) faults.push(`"${words}" wants U+2019 for its apostrophe`);
    for (const [character] of text.matchAll(arabicCharacter)) {
      if (!characters || written?.has(character)) continue;
      const code = `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
      const isOthers = characters.othersLetters.includes(character);
      faults.push(`${character} (${code}) is ${isOthers ? "the letter of another language" : "not in the fonts"}`);
    }
    faults.push(...newWords(language, text, words).map(newToFont));
    return faults;
  };
}
