import { compile } from "./build/native.mjs";
import { buildSite } from "./build/site.mjs";
import { runTool, show } from "./command.mjs";
import { readOptions } from "./options.mjs";
import { inRepository } from "./paths.mjs";
import { thisMachine } from "./setup/machine.mjs";
import { forBench, installPackages, missingPackages } from "./setup/packages.mjs";
import { setUp } from "./setup/set-up.mjs";

// npm run bench: speed, size and memory as ratios; -- --json: as one object; -- --kernels: the parts
// of the core on their own. Needs the machine to itself for about two minutes.
await runTool(async () => {
  const values = readOptions("npm run bench [-- --json | --kernels]", { json: { type: "boolean" }, kernels: { type: "boolean" } });
  await setUp({ tests: true });
  await installPackages(thisMachine, missingPackages(thisMachine, forBench));
  await compile("bench");
  if (values.kernels) {
    return (await show(inRepository("build", "bench", "kernels_bench"), [])) ? 0 : 1;
  }
  await compile("wasm", ["evaluate_run", "product_run"]);
  await buildSite();
  const program = inRepository("tests", "bench", "main.mjs");
  return (await show(process.execPath, [program, values.json ? "json" : "table"])) ? 0 : 1;
});
