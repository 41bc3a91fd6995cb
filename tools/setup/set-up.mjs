import { existsSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { UserError, capture, findCommand } from "../command.mjs";
import { fingerprint, writeWhole } from "../fingerprint.mjs";
import { withLock } from "../lock.mjs";
import { cacheFolder, inRepository } from "../paths.mjs";
import { copyHeaders } from "./headers.mjs";
import { thisMachine } from "./machine.mjs";
import { installNodeModules } from "./node-modules.mjs";
import { installPackages, missingPackages, requirements } from "./packages.mjs";
import {
  makePrivateRoot,
  privateEmscripten,
  privateRoot,
  privateRootIsComplete,
} from "./private-root.mjs";
import { chooseEmscripten, chooseHeaders } from "./toolchain.mjs";
import { isAtLeast } from "./version.mjs";

/**
 * What set-up found or made. CMake reads the same from build/setup.cmake.
 * @typedef {object} Toolchain
 * @property {string} state what the rest was derived from
 * @property {import("./packages.mjs").Plan} plan
 * @property {string} emscripten folder that holds emcc and cmake/
 * @property {string} headers folder that holds hwy/ and nlohmann/
 * @property {string} googletest
 */

const recordFile = inRepository("build", "setup.json");
/** What CMake reads; a change of it means another toolchain. */
export const cmakeFile = inRepository("build", "setup.cmake");

const nodeFloor = "20.19";

/** The facts that decide where the toolchain comes from. */
function currentState() {
  const emcc = findCommand("emcc") ?? "";
  const modified = emcc && statSync(emcc).mtimeMs;
  const code = dirname(new URL(import.meta.url).pathname);
  return fingerprint([code], [emcc, String(modified), process.execPath, cacheFolder]);
}

/**
 * The record of an earlier set-up, as long as it still holds.
 * @param {string} state
 * @returns {Toolchain | undefined}
 */
function recorded(state) {
  if (!existsSync(recordFile) || !existsSync(cmakeFile)) return undefined;
  /** @type {Toolchain} */
  const toolchain = JSON.parse(readFileSync(recordFile, "utf8"));
  const { emscripten, headers, googletest, plan } = toolchain;
  const holds =
    toolchain.state === state &&
    [emscripten, headers, googletest].every((path) => existsSync(path)) &&
    (plan.emscripten !== "private-root" || privateRootIsComplete());
  return holds ? toolchain : undefined;
}

/** @param {Toolchain} toolchain */
function record(toolchain) {
  const { emscripten, headers, googletest } = toolchain;
  const values = {
    EXPORT_POTENTIAL_SETUP_EMSCRIPTEN: emscripten,
    EXPORT_POTENTIAL_SETUP_HEADERS: headers,
    EXPORT_POTENTIAL_SETUP_GOOGLETEST: googletest,
    EXPORT_POTENTIAL_SETUP_NODE: process.execPath,
  };
  const lines = Object.entries(values).map(([name, value]) => `set(${name} "${value}")\n`);
  writeWhole(cmakeFile, `# Written by npm run setup.\n${lines.join("")}`);
  writeWhole(recordFile, JSON.stringify(toolchain, null, 2));
}

/** The folder of the Emscripten that the emcc on PATH belongs to. */
function installedEmscripten() {
  const folder = capture("em-config", ["EMSCRIPTEN_ROOT"]).stdout.trim();
  if (!existsSync(join(folder, "cmake/Modules/Platform/Emscripten.cmake"))) {
    throw new UserError("The emcc on PATH has no CMake toolchain file (asked em-config).");
  }
  return folder;
}

/** @param {import("./packages.mjs").Plan} plan */
async function installMissing(plan) {
  const missing = missingPackages(thisMachine, requirements(thisMachine, plan));
  if (missing.length === 0) return;
  await installPackages(thisMachine, missing);
  const stillMissing = missingPackages(thisMachine, requirements(thisMachine, plan));
  if (stillMissing.length > 0) {
    throw new UserError(
      `Installed, but missing or too old all the same: ${stillMissing.join(", ")}.`,
    );
  }
}

/**
 * Installs what the plan for this machine needs. The caller holds the lock of the cache.
 * @param {boolean} tests
 * @returns {Promise<import("./packages.mjs").Plan>}
 */
async function installByPlan(tests) {
  const emscripten = chooseEmscripten(thisMachine);
  const headers = chooseHeaders(thisMachine, emscripten);
  const plan = { emscripten, headers, tests };
  await installMissing(plan);
  if (emscripten === "private-root" || headers === "private-root") {
    await makePrivateRoot(thisMachine);
  }
  return plan;
}

/**
 * Installs system packages and the compiler only: what root may have to do for another user.
 * @returns {Promise<void>}
 */
export async function installCompiler() {
  mkdirSync(cacheFolder, { recursive: true });
  await withLock(join(cacheFolder, "lock"), () => installByPlan(true));
}

/**
 * @param {string} state
 * @param {boolean} tests
 * @returns {Promise<Toolchain>}
 */
async function makeToolchain(state, tests) {
  const plan = await installByPlan(tests);
  const { emscripten, headers } = plan;
  const root = headers === "private-root" ? privateRoot : "/";
  return {
    state,
    plan,
    emscripten: emscripten === "private-root" ? privateEmscripten : installedEmscripten(),
    headers: copyHeaders(join(root, "usr/include")),
    googletest: join(root, "usr/src/googletest"),
  };
}

/**
 * Everything between a fresh clone and a build: system packages, compiler, header libraries, npm
 * packages. Does nothing where nothing is missing, and then needs no network.
 * @param {{ tests?: boolean }} [options] tests: also what only the tests use
 * @returns {Promise<Toolchain>}
 */
export async function setUp({ tests = false } = {}) {
  if (!isAtLeast(process.versions.node, nodeFloor)) {
    throw new UserError(`Node ${process.versions.node} is too old: ${nodeFloor} or newer is needed.`);
  }
  const state = currentState();
  let toolchain = recorded(state);
  if (toolchain === undefined || (tests && !toolchain.plan.tests)) {
    mkdirSync(cacheFolder, { recursive: true });
    toolchain = await withLock(join(cacheFolder, "lock"), () => makeToolchain(state, tests));
    record(toolchain);
  } else {
    await installMissing(toolchain.plan);
  }
  await installNodeModules();
  return toolchain;
}
