import { show } from "../command.mjs";
import { buildImports } from "../build/site.mjs";
import { inRepository } from "../paths.mjs";
import { checkFormat, tidy } from "./clang.mjs";
import { checkStructure } from "./structure.mjs";

/** @typedef {import("../steps.mjs").Step} Step */

/**
 * Runs a program of node_modules.
 * @param {string} path inside node_modules
 * @param {readonly string[]} args
 * @param {{ env?: NodeJS.ProcessEnv }} [options]
 */
export const showNode = (path, args, options = {}) =>
  show(process.execPath, [inRepository("node_modules", path), ...args], options);

/** @returns {Promise<boolean>} */
async function structure() {
  const faults = checkStructure();
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`structure: ${faults.length} faults\n`);
  return faults.length === 0;
}

/** @returns {Promise<boolean>} */
async function text() {
  // Only after set-up: they stand on npm packages.
  const [{ checkCatalogues }, { checkDataTexts }, { checkLiterals }] = await Promise.all([
    import("./text.mjs"),
    import("./data_text.mjs"),
    import("./literals.mjs"),
  ]);
  const faults = [...checkCatalogues(), ...checkDataTexts(), ...checkLiterals()];
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(`text: ${faults.length} faults\n`);
  return faults.length === 0;
}

/** @returns {Promise<boolean>} */
async function types() {
  for (const project of ["tsconfig.json", "tools/tsconfig.json", "tests/bench/tsconfig.json"]) {
    if (!(await showNode("typescript/bin/tsc", ["--project", project]))) return false;
    process.stdout.write(`tsc: ${project} without errors\n`);
  }
  return true;
}

/**
 * All that reads the sources without running them.
 * @type {readonly Step[]}
 */
export const lintSteps = [
  { name: "structure", run: structure },
  { name: "text", run: text },
  { name: "clang-format", run: checkFormat },
  { name: "clang-tidy", run: tidy },
  { name: "imports", run: () => buildImports().then(() => true) },
  { name: "tsc", run: types, needs: ["imports"] },
  { name: "oxlint", run: () => showNode("oxlint/bin/oxlint", ["--type-aware", "--deny-warnings"]) },
];
