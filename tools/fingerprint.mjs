import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { repository } from "./paths.mjs";

/**
 * Every file under a path, in a fixed order; the path itself if it is a file, nothing if absent.
 * @param {string} path
 * @returns {string[]}
 */
export function filesUnder(path) {
  if (!existsSync(path)) return [];
  /** @type {import("node:fs").Dirent[]} */
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return [path];
  }
  return entries
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)],
    );
}

/**
 * A hash of names and contents: equal only when nothing under the paths changed.
 * @param {readonly string[]} paths files and folders
 * @param {readonly string[]} [facts] other text that the result depends on
 */
export function fingerprint(paths, facts = []) {
  const hash = createHash("sha256");
  for (const fact of facts) hash.update(`${fact}\0`);
  for (const path of paths.flatMap(filesUnder)) {
    const content = readFileSync(path);
    hash.update(`${relative(repository, path)}\0${content.length}\0`).update(content);
  }
  return hash.digest("hex");
}

/**
 * Writes a file so that a reader sees the old text or the new one, never half of it.
 * A file that has the text already keeps its time.
 * @param {string} path
 * @param {string} text
 */
export function writeWhole(path, text) {
  if (existsSync(path) && readFileSync(path, "utf8") === text) return;
  mkdirSync(dirname(path), { recursive: true });
  const partial = `${path}.${process.pid}.partial`;
  writeFileSync(partial, text);
  renameSync(partial, path);
}

/**
 * Says whether work has to be done again. The stamp goes before the work starts and comes back
 * after it, so work that was interrupted never looks complete.
 */
export class Stamp {
  #path;

  /** @param {string} path the file that holds the fingerprint of the last complete work */
  constructor(path) {
    this.#path = path;
  }

  /** @param {string} print */
  matches(print) {
    return existsSync(this.#path) && readFileSync(this.#path, "utf8") === print;
  }

  /**
   * @template T
   * @param {string} print
   * @param {() => Promise<T>} work
   * @returns {Promise<T>}
   */
  async around(print, work) {
    rmSync(this.#path, { force: true });
    const result = await work();
    writeWhole(this.#path, print);
    return result;
  }
}
