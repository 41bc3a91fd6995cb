import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";

/** What a file of a page is. */
/** @typedef {"page" | "css" | "js" | "wasm" | "data" | "image" | "font"} Kind */

/** @type {Readonly<Record<string, Kind>>} */
const kindOfEnding = {
  css: "css",
  html: "page",
  js: "js",
  json: "data",
  mjs: "js",
  png: "image",
  svg: "image",
  wasm: "wasm",
  woff2: "font",
};

/** Files that are compressed already. */
const packedKinds = new Set(["font"]);

/**
 * @param {string} path
 * @returns {Kind}
 */
export function kindOf(path) {
  const ending = path.slice(path.lastIndexOf(".") + 1);
  const kind = kindOfEnding[ending];
  if (!kind) throw new Error(`${path}: a file of a kind that no budget knows.`);
  return kind;
}

/**
 * What was weighed already: most files belong to several pages, and the large ones take brotli a second.
 * @type {Map<string, number>}
 */
const weighed = new Map();

/**
 * Bytes that a file, which does not change while this runs, costs a visitor from a host that compresses as well as
 * brotli can.
 * @param {string} path
 */
export function bytesSent(path) {
  const bytes = weighed.get(path) ?? weigh(path);
  weighed.set(path, bytes);
  return bytes;
}

/** @param {string} path */
function weigh(path) {
  const content = readFileSync(path);
  if (packedKinds.has(kindOf(path))) return content.length;
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
  };
  return brotliCompressSync(content, { params }).length;
}

/** @typedef {Partial<Record<Kind, number>>} Sizes bytes by kind */

/**
 * @param {string} folder
 * @param {Iterable<string>} paths in the folder, each once
 * @returns {Sizes}
 */
export function sizesOf(folder, paths) {
  /** @type {Sizes} */
  const sizes = {};
  for (const path of new Set(paths)) {
    const kind = kindOf(path);
    sizes[kind] = (sizes[kind] ?? 0) + bytesSent(join(folder, path));
  }
  return sizes;
}

/**
 * Bytes of a first load that count, which fonts do not: they have a budget of their own.
 * @param {Sizes} sizes
 */
export function totalOf(sizes) {
  return Object.entries(sizes).reduce((sum, [kind, bytes]) => (kind === "font" ? sum : sum + bytes), 0);
}

/**
 * A budget in bytes for each kind, and for all of them but fonts. What is not named must be absent.
 * @typedef {Sizes & { readonly total: number }} Budget
 */

/**
 * @param {string} page
 * @param {Sizes} sizes
 * @param {Budget} budget
 * @returns {string[]} what is over, in words
 */
export function overBudget(page, sizes, budget) {
  const found = { ...sizes, total: totalOf(sizes) };
  return Object.entries(found).flatMap(([kind, bytes]) => {
    const allowed = budget[/** @type {keyof Budget} */ (kind)] ?? 0;
    return bytes > allowed ? [`${page}: ${kind} is ${bytes} bytes; the budget is ${allowed}.`] : [];
  });
}
