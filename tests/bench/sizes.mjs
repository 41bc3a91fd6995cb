import { readFileSync, readdirSync } from "node:fs";
import { brotliCompressSync } from "node:zlib";

/**
 * @typedef {object} Size
 * @property {string} name
 * @property {number} raw bytes
 * @property {number} brotli bytes after brotli at its strongest, as a static host serves them
 */

/**
 * Sizes of what a visitor of the built site downloads.
 * @param {string} site
 * @returns {Size[]}
 */
export function sizes(site) {
  const assets = readdirSync(`${site}/assets`).map((name) => `assets/${name}`);
  /** @type {(ending: string) => string[]} */
  const ending = (text) => assets.filter((name) => name.endsWith(text));
  /** @type {[string, string[]][]} */
  const groups = [
    ["page (HTML)", ["index.html"]],
    ["styles", ending(".css")],
    ["scripts", ending(".js")],
    ["engine.wasm", ending(".wasm")],
    ["pack of Pakistan", ["packs/pk.json"]],
  ];
  return groups.map(([name, files]) => {
    const contents = files.map((file) => readFileSync(`${site}/${file}`));
    /** @type {(lengths: number[]) => number} */
    const sum = (lengths) => lengths.reduce((a, b) => a + b, 0);
    return {
      name,
      raw: sum(contents.map(({ length }) => length)),
      brotli: sum(contents.map((content) => brotliCompressSync(content).length)),
    };
  });
}
