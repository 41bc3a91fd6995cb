import { availableParallelism } from "node:os";
import { compile } from "./build/native.mjs";
import { capture, runTool, show } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { inRepository, repository } from "./paths.mjs";
import { thisMachine } from "./setup/machine.mjs";
import { forCoverage, installPackages, missingPackages } from "./setup/packages.mjs";
import { setUp } from "./setup/set-up.mjs";

/** The least share of the core's lines, in per cent, that its tests have to run. */
const leastLines = 95;

// npm run coverage: how many lines of the core its tests run. Fails below the least share.
await runTool(async () => {
  readOptions("npm run coverage", {});
  await setUp({ tests: true });
  await installPackages(thisMachine, missingPackages(thisMachine, forCoverage));
  await compile("coverage", ["core_tests"]);
  const folder = inRepository("build", "coverage");
  capture("find", [folder, "-name", "*.gcda", "-delete"]);
  if (!(await show(`${folder}/core_tests`, ["--gtest_brief=1"]))) return 1;
  const options = ["--root", repository, "--filter", "core/(src|include)/", "--exclude-throw-branches"];
  const parallel = ["-j", String(availableParallelism())];
  const report = ["--fail-under-line", String(leastLines), "--print-summary", "--sort-uncovered"];
  return (await show("gcovr", [...options, ...parallel, ...report, folder])) ? 0 : 1;
});
