import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";

/** Served beside the pages, but not part of them: what other sites use, what hosts show where there is no page, and the worker itself. */
const kNotPages = /^(?:engine|embed|hindcasts|schemas)\/|^(?:assets\/)?404\b|^(?:service|retiring)_worker\.js$/;
/** Files that only some visitors need. They are kept once a page has loaded them. */
const kOnlyWhenLoaded = /\.(?:woff2?|map|txt|xml)$|_fallback-[\w-]+\.js$/;

/** What a version of the site consists of for the service worker. */
export interface Precache {
  /** Addresses relative to the site's root, sorted. */
  readonly paths: readonly string[];
  /** Changes with the contents of any of them. */
  readonly version: string;
}

/** The files of the built site in `folder` that every visit may need without a network. */
export function precacheOf(folder: string): Precache {
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => resolve(parentPath, name).slice(resolve(folder).length + 1).replaceAll("\\", "/"))
    .filter((path) => !kNotPages.test(path) && !kOnlyWhenLoaded.test(path))
    .sort();
  const hash = createHash("sha256");
  for (const path of paths) hash.update(`${path}\0`).update(readFileSync(resolve(folder, path)));
  return { paths, version: hash.digest("hex").slice(0, 12) };
}
