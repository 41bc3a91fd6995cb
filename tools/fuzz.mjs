import { copyFileSync, mkdirSync } from "node:fs";
import { basename, join } from "node:path";
import { compile } from "./build/native.mjs";
import { projectFiles } from "./checks/files.mjs";
import { UsageError, runTool, show } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { inRepository } from "./paths.mjs";
import { setUp } from "./setup/set-up.mjs";

const targets = ["fuzz_pack", "fuzz_scenario", "fuzz_hindcast"];
const seedFile =
  /^(public\/packs|tests\/(fuzz\/corpus|bits\/scenarios|data\/(packs|hindcasts|scenarios|golden|bad\/raw)))\/[^/]+$/;
/** The readers refuse more; inputs much smaller than that find faults sooner. */
const longestInput = 1 << 17;

/** @param {string} target @returns {string} a folder with the inputs that its search starts from */
function collectSeeds(target) {
  const folder = inRepository("build", "fuzz", `${target}.corpus`);
  mkdirSync(folder, { recursive: true });
  for (const name of projectFiles().filter((path) => seedFile.test(path))) {
    copyFileSync(inRepository(name), join(folder, `seed-${basename(name)}`));
  }
  return folder;
}

// npm run fuzz: looks for inputs that break the readers of packs, scenarios and programmes.
await runTool(async () => {
  const usage = "npm run fuzz [-- --seconds N]\nN: how long to look with each target, 60 unless given";
  const { seconds = "60" } = readOptions(usage, { seconds: { type: "string" } });
  if (!/^[1-9]\d{0,5}$/.test(seconds)) {
    throw new UsageError(`--seconds must be a whole number from 1 to 999999, not "${seconds}".`);
  }
  await setUp({ tests: true });
  await compile("fuzz", targets);
  const results = targets.map((target) =>
    show(inRepository("build", "fuzz", target), [
      collectSeeds(target),
      `-max_total_time=${seconds}`,
      `-max_len=${longestInput}`,
      `-artifact_prefix=${inRepository("build", "fuzz")}/${target}-`,
      `-dict=${inRepository("tests", "fuzz", "words.dict")}`,
      "-print_final_stats=1",
      "-timeout=10",
    ]),
  );
  return (await Promise.all(results)).every(Boolean) ? 0 : 1;
});
