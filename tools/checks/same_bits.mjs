import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual, promisify } from "node:util";
import { UserError, capture } from "../command.mjs";
import { compile, program } from "../build/native.mjs";
import { siteFolder } from "../build/site.mjs";
import { inRepository } from "../paths.mjs";

/** @typedef {import("../build/native.mjs").Preset} Preset */

/**
 * What is used here of the engine, which is built after the types of this file are checked.
 * @typedef {object} EngineModule
 * @property {(options: { pack: string, workers: number }) => Promise<Engine>} createEngine
 */
/** @typedef {{ run: (scenario: unknown) => Promise<unknown>, dispose: () => void }} Engine */

const publicPack = inRepository("public", "packs", "pk.json");
/** Pairs of pack and scenario, together everything that a scenario can hold. */
const questions = [
  ...["default", "measures", "closures", "distributions"].map((name) => ({
    pack: publicPack,
    scenario: inRepository("tests", "bits", "scenarios", `${name}.json`),
  })),
  {
    pack: inRepository("tests", "data", "packs", "mini.json"),
    scenario: inRepository("tests", "data", "scenarios", "mini_full.json"),
  },
];

/** One, few, more than most machines have, and two that leave a remainder of the draws. */
const workerCounts = [1, 2, 3, 5, 8];

/** @typedef {{ preset: Preset, what: string, wasm: boolean, threads: readonly number[] }} Build */
/** @typedef {{ preset: Preset, what: string, wasm: boolean, threads: number }} Run */

/** @type {readonly Build[]} */
const builds = [
  { preset: "native", what: "GCC, -O3", wasm: false, threads: [1, 2, 3, 7] },
  { preset: "bits-clang", what: "Clang, -O2", wasm: false, threads: [2] },
  { preset: "wasm", what: "WebAssembly", wasm: true, threads: [1] },
];

/**
 * The digests that a build computes.
 * @param {Run} run
 * @returns {Promise<string[]>}
 */
async function digests({ preset, wasm, threads }) {
  const path = inRepository("build", preset, wasm ? "digests.cjs" : "digests");
  const words = [String(threads), ...questions.flatMap(({ pack, scenario }) => [pack, scenario])];
  const [command, args] = wasm ? [process.execPath, [path, ...words]] : [path, words];
  const { stdout } = await promisify(execFile)(command, args);
  return stdout.trimEnd().split("\n");
}

/**
 * Shows where two lists of digests differ.
 * @param {string} what the build of the second
 * @param {readonly string[]} expected
 * @param {readonly string[]} found
 * @returns {number} how many differ
 */
function report(what, expected, found) {
  const different = expected.filter((line, index) => line !== found[index]);
  const count = different.length + Math.abs(found.length - expected.length);
  for (const line of different) process.stdout.write(`${what} differs: ${line.replace(/ \S+$/, "")}\n`);
  process.stdout.write(`${what}: ${found.length} digests, ${count} differ\n`);
  return count;
}

/** What the native program writes for each question. */
function nativeResults() {
  return questions.map(({ pack, scenario }) => {
    const run = capture(program, ["run", scenario, "--pack", pack]);
    if (!run.ok) throw new UserError(`${scenario} does not run:\n${run.stderr}`);
    return run.stdout;
  });
}

/**
 * The published engine with several numbers of workers against the native program.
 * @param {readonly string[]} expected what that writes for each question
 * @returns {Promise<number>} how many results differ
 */
async function compareWorkers(expected) {
  /** @type {EngineModule} */
  const { createEngine } = await import(pathToFileURL(`${siteFolder}/engine/index.js`).href);
  let different = 0;
  for (const [index, { pack, scenario }] of questions.entries()) {
    for (const workers of workerCounts) {
      const engine = await createEngine({ pack: readFileSync(pack, "utf8"), workers });
      const result = await engine.run(JSON.parse(readFileSync(scenario, "utf8")));
      engine.dispose();
      if (isDeepStrictEqual(result, JSON.parse(expected[index] ?? ""))) continue;
      ++different;
      process.stdout.write(`${workers} workers differ: ${scenario}\n`);
    }
  }
  const runs = questions.length * workerCounts.length;
  process.stdout.write(`engine with ${workerCounts.join(", ")} workers: ${runs} results, ${different} differ\n`);
  return different;
}

/**
 * The published engine where there is no WebAssembly against the native program.
 * @param {readonly string[]} expected what that writes for each question
 * @returns {Promise<number>} how many results differ
 */
async function compareJavaScript(expected) {
  let different = 0;
  const script = inRepository("tests", "bits", "engine_run.mjs");
  for (const [index, { pack, scenario }] of questions.entries()) {
    const words = ["--no-expose-wasm", script, `${siteFolder}/engine/index.js`, pack, scenario];
    const found = await promisify(execFile)(process.execPath, words);
    if (found.stdout === expected[index]) continue;
    ++different;
    process.stdout.write(`JavaScript differs: ${scenario}\n`);
  }
  process.stdout.write(`engine as JavaScript: ${questions.length} results, ${different} differ\n`);
  return different;
}

/**
 * Whether all builds, threads and workers give the same bytes.
 * @returns {Promise<boolean>}
 */
export async function checkSameBits() {
  for (const { preset } of builds) await compile(preset, ["digests"]);
  const runs = builds.flatMap((build) => build.threads.map((threads) => ({ ...build, threads })));
  /** @type {string[][]} */
  const found = [];
  let different = 0;
  const written = nativeResults();
  // The longest first, so that no processor waits for another at the end.
  const jobs = [
    async () => {
      different += await compareWorkers(written);
    },
    async () => {
      different += await compareJavaScript(written);
    },
    ...runs.map((run, index) => async () => {
      found[index] = await digests(run);
    }).toReversed(),
  ];
  const worker = async () => {
    for (let job = jobs.shift(); job !== undefined; job = jobs.shift()) await job();
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));

  for (const [index, { what, wasm, threads }] of runs.entries()) {
    const name = wasm ? what : `${what}, ${threads} thread${threads > 1 ? "s" : ""}`;
    different += report(name, found[0] ?? [], found[index] ?? []);
  }
  process.stdout.write(`same-bits: ${different} differences\n`);
  return different === 0;
}
