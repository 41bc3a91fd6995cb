import { existsSync } from "node:fs";
import { step } from "../command.mjs";
import { Stamp, fingerprint } from "../fingerprint.mjs";
import { withLock } from "../lock.mjs";
import { inRepository } from "../paths.mjs";

const stamp = new Stamp(inRepository("node_modules", ".complete"));

/** What node_modules depends on. */
function print() {
  const files = [inRepository("package.json"), inRepository("package-lock.json")];
  return fingerprint(files, [process.platform, process.arch]);
}

/** Installs the npm packages of the lock file unless they are there. */
export async function installNodeModules() {
  if (stamp.matches(print())) return;
  await withLock(inRepository("build", "npm.lock"), async () => {
    if (stamp.matches(print())) return;
    const options = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
    const npm = process.env["npm_execpath"];
    const [command, first] = npm && existsSync(npm) ? [process.execPath, [npm]] : ["npm", []];
    await stamp.around(print(), () =>
      step("Installing npm packages…", command, [...first, ...options]),
    );
  });
}
