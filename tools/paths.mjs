import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the clone. */
export const repository = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** @param {...string} parts a path inside the clone */
export const inRepository = (...parts) => join(repository, ...parts);

/** What set-up makes for all clones of a user lives here. */
export const cacheFolder = join(
  process.env["XDG_CACHE_HOME"] || join(homedir(), ".cache"),
  "export-potential",
);
