import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { filesUnder } from "../fingerprint.mjs";
import { inRepository, repository } from "../paths.mjs";
import { languages, referenceLanguage } from "../text/catalogue.mjs";
import { writingRules } from "./writing.mjs";

/** @typedef {import("../text/catalogue.mjs").Texts} Texts */

/** Folders of public/ whose files hold texts beside their data. */
const folders = ["hindcasts", "packs", "presets", "versions"];

/**
 * Every text in a file of data: an object with the words in the reference language and in others.
 * @param {unknown} data
 * @param {string} [above] JSON Pointer
 * @returns {[pointer: string, text: Readonly<Record<string, string>>][]}
 */
function textsIn(data, above = "") {
  if (typeof data !== "object" || data === null) return [];
  if (typeof (/** @type {Record<string, unknown>} */ (data)[referenceLanguage]) === "string") {
    return [[above, /** @type {Record<string, string>} */ (data)]];
  }
  return Object.entries(data).flatMap(([key, value]) => textsIn(value, `${above}/${key}`));
}

/**
 * @param {unknown} data
 * @param {readonly string[]} tags the languages of the site
 * @returns {string[]} faults as "pointer: what"
 */
export function dataTextFaults(data, tags) {
  const rules = new Map(tags.map((tag) => [tag, writingRules(tag)]));
  return textsIn(data).flatMap(([pointer, text]) => [
    ...tags.filter((tag) => !text[tag]?.trim()).map((tag) => `${pointer}: is missing in ${tag}`),
    ...Object.entries(text).flatMap(([tag, words]) => {
      const rule = rules.get(tag);
      if (!rule) return [`${pointer}: there is no public/text/${tag}.json`];
      return rule(words).map((fault) => `${pointer}/${tag}: ${fault}`);
    }),
  ]);
}

/** @returns {string[]} the faults of the texts in packs, programmes of back-tests, ready-made plans and lists of changes */
export function checkDataTexts() {
  const tags = languages();
  return folders
    .flatMap((folder) => filesUnder(inRepository("public", folder)))
    .flatMap((path) =>
      dataTextFaults(JSON.parse(readFileSync(path, "utf8")), tags).map(
        (fault) => `${relative(repository, path)}: ${fault}`,
      ),
    );
}
