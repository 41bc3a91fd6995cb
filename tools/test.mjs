import { readFileSync } from "node:fs";
import { compileAloud } from "./build/native.mjs";
import { buildSite, siteFolder } from "./build/site.mjs";
import { checkSameBits } from "./checks/same_bits.mjs";
import { lintSteps, showNode } from "./checks/lint.mjs";
import { UsageError, findFirst, runTool, show } from "./command.mjs";
import { projectFiles } from "./checks/files.mjs";
import { filesUnder } from "./fingerprint.mjs";
import { readOptions } from "./options.mjs";
import { browserCommands, headlessCommands } from "./setup/packages.mjs";
import { setUp } from "./setup/set-up.mjs";
import { runSteps } from "./steps.mjs";

/** @typedef {import("./steps.mjs").Step} Step */

/**
 * Builds a preset and runs its tests.
 * @param {import("./build/native.mjs").Preset} preset
 * @param {readonly string[]} options of ctest
 * @returns {Step}
 */
const core = (preset, options) => ({
  name: preset,
  run: async () => {
    await compileAloud(preset);
    return show("ctest", ["--preset", preset, ...options]);
  },
});

/** @returns {Promise<boolean>} */
function tools() {
  const files = projectFiles().filter((name) => /^tests\/tools\/.*\.test\.mjs$/.test(name));
  return show(process.execPath, ["--test", "--test-reporter=spec", ...files]);
}

/** The pages as they are served: what the build puts into them included. */
async function html() {
  const pages = filesUnder(siteFolder).filter((path) => path.endsWith(".html"));
  const ok = await showNode("html-validate/bin/html-validate.mjs", pages);
  process.stdout.write(`html-validate: ${pages.length} pages ${ok ? "without faults" : "looked at"}\n`);
  // It stands on npm packages, as those below do.
  const { pageWritingFaults } = await import("./checks/writing.mjs");
  const faults = pages.flatMap((path) => pageWritingFaults(readFileSync(path, "utf8")).map((fault) => `${path}: ${fault}\n`));
  process.stdout.write(faults.join(""));
  return ok && faults.length === 0;
}

// These two stand on npm packages, which the set-up may have yet to install.
const budgets = async () => (await import("./checks/budgets.mjs")).checkBudgets(siteFolder);
const lighthouse = async () => (await import("./checks/lighthouse.mjs")).checkLighthouse(siteFolder);

/** Real browsers against the built site, under the headers of the local server. */
async function endToEnd() {
  const { serve } = await import("./server/server.mjs");
  const server = await serve(siteFolder, 0);
  try {
    return await showNode("@playwright/test/cli.js", ["test"], {
      env: { ...process.env, BASE_URL: server.url, BROWSER_PATH: findFirst(browserCommands), HEADLESS_PATH: findFirst(headlessCommands) },
    });
  } finally {
    await server.close();
  }
}

/** @type {readonly Step[]} */
const allSteps = [
  ...lintSteps,
  core("native", ["--parallel", "2", "--progress"]),
  core("native-debug", ["--parallel", "2", "--progress"]),
  core("wasm", ["--verbose", "--parallel", "2"]),
  { name: "tools", run: tools },
  { name: "web", run: () => showNode("vitest/vitest.mjs", ["run"]) },
  { name: "build", run: () => buildSite().then(() => true) },
  { name: "same-bits", run: checkSameBits, needs: ["build"] },
  { name: "html-validate", run: html, needs: ["build"] },
  { name: "budgets", run: budgets, needs: ["build"] },
  { name: "lighthouse", run: lighthouse, needs: ["build"] },
  { name: "e2e", run: endToEnd, needs: ["build"] },
];

const stepNames = `Steps: lint, ${allSteps.map((step) => step.name).join(", ")}.`;

/**
 * @param {string | undefined} only names of steps with commas between them; "lint" is all of lint
 * @returns {readonly Step[]}
 */
function chooseSteps(only) {
  if (only === undefined) return allSteps;
  const names = only
    .split(",")
    .flatMap((name) => (name === "lint" ? lintSteps.map((step) => step.name) : [name]));
  const unknown = names.filter((name) => allSteps.every((step) => step.name !== name));
  if (unknown.length > 0) {
    throw new UsageError(`No step ${unknown.join(", ")}. ${stepNames}`);
  }
  return allSteps.filter((step) => names.includes(step.name));
}

// npm test: everything; npm test -- --only native,wasm: some steps.
await runTool(async () => {
  const { only } = readOptions(`npm test [-- --only STEP,STEP...]\n${stepNames}`, { only: { type: "string" } });
  const steps = chooseSteps(only);
  await setUp({ tests: true });
  return (await runSteps(steps)) ? 0 : 1;
});
