import { readFileSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import { inRepository } from "../paths.mjs";

/** The npm packages whose code the pages bring to visitors; what they stand on is found from their own lists. */
const bundled = ["lit", "d3-array", "d3-scale", "d3-shape"];

/** Packages of which nothing is bundled: types alone, and what stands in for a browser on servers. */
const isLeftOut = (/** @type {string} */ name) => name.startsWith("@types/") || name === "@lit-labs/ssr-dom-shim";

/** What the fonts are called, by file. */
const fonts = { naskh: "Noto Naskh Arabic", nastaliq: "Noto Nastaliq Urdu" };

/** @typedef {{ name: string, text: string }} Licence */

/** @param {string} path */
const read = (path) => readFileSync(path, "utf8").replaceAll("\r\n", "\n").trim();

/**
 * The packages and all that they stand on, each once.
 * @param {readonly string[]} names
 * @returns {string[]}
 */
function withWhatTheyNeed(names) {
  /** @type {Set<string>} */
  const found = new Set();
  const add = (/** @type {string} */ name) => {
    if (found.has(name) || isLeftOut(name)) return;
    found.add(name);
    const { dependencies = {} } = JSON.parse(readFileSync(inRepository("node_modules", name, "package.json"), "utf8"));
    for (const needed of Object.keys(dependencies)) add(needed);
  };
  for (const name of names) add(name);
  return [...found].sort();
}

/**
 * @param {string} name of an npm package
 * @returns {Licence}
 */
function ofPackage(name) {
  const folder = inRepository("node_modules", name);
  const file = readdirSync(folder).find((one) => /^licen[cs]e(?:\.|$)/i.test(one));
  if (!file) throw new Error(`${name} brings no licence.`);
  return { name, text: read(`${folder}/${file}`) };
}

/** Those of what is compiled in, each file named after what it is the licence of. */
function compiledIn() {
  const folder = inRepository("public", "licences");
  return readdirSync(folder)
    .sort()
    .map((file) => ({ name: basename(file, ".txt"), text: read(`${folder}/${file}`) }));
}

/** @param {readonly Licence[]} licences */
const together = (licences) => licences.map(({ name, text }) => `${name}\n${"=".repeat(name.length)}\n\n${text}\n`).join("\n\n");

const ofEngine = () => [{ name: "Export Potential Calculator", text: read(inRepository("LICENSE")) }, ...compiledIn()];

/** The notices that have to go with a copy of the engine. */
export const engineLicences = () => together(ofEngine());

/** The notices that have to go with a copy of the site, of its fonts too. */
export const siteLicences = () =>
  together([
    ...ofEngine(),
    ...withWhatTheyNeed(bundled).map(ofPackage),
    ...Object.entries(fonts).map(([file, name]) => ({ name, text: read(inRepository("public", "fonts", `${file}.LICENSE.txt`)) })),
  ]);
