import { capture } from "../command.mjs";
import { filesUnder } from "../fingerprint.mjs";
import { inRepository, repository } from "../paths.mjs";
import { existsSync } from "node:fs";
import { relative } from "node:path";

const folders = [".ci", "cmake", "core", "docs", "public", "tests", "tools", "web"];

/**
 * The project's own files, relative to the clone: those that git tracks or would track; in a copy
 * without git, all in the project's folders.
 * @returns {string[]}
 */
export function projectFiles() {
  const listed = capture("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
  if (!listed.ok) {
    return folders.flatMap((folder) => filesUnder(inRepository(folder))).map((path) => relative(repository, path));
  }
  return listed.stdout.split("\0").filter((name) => name !== "" && existsSync(inRepository(name)));
}
