// The WebAssembly side of the comparisons: the built engine module in Node, called as a page's worker
// calls it, without its pauses. The commands are those of native_run.

import { readFileSync } from "node:fs";
import { answerLines } from "./answers.mjs";
import { stopwatch } from "./stopwatch.mjs";

/**
 * What is used of web/engine/module.ts.
 * @typedef {object} EngineModule
 * @property {(pack: string) => string} openSession
 * @property {(scenario: string) => string} prepare
 * @property {(group: number) => void} chooseGroup
 * @property {() => boolean} reserve
 * @property {(first: number, count: number) => void} simulate
 * @property {() => boolean} summarise
 * @property {() => string} result
 */

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url));

// Not a plain import: the type checker would read what Emscripten wrote.
const loader = new URL("../../build/wasm/engine.mjs", import.meta.url);
const { default: createModule } = await import(loader.href);
const compiled = await WebAssembly.compile(read("build/wasm/engine.wasm"));
/** @type {WebAssembly.Memory | undefined} */
let memory;
/** @type {EngineModule} */
const engine = await createModule({
  instantiateWasm(/** @type {WebAssembly.Imports} */ imports, /** @type {Function} */ done) {
    const instance = new WebAssembly.Instance(compiled, imports);
    memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
    done(instance, compiled);
    return instance.exports;
  },
});
const pack = read("public/packs/pk.json").toString();
engine.openSession(pack);

/**
 * Prepares a run.
 * @param {number} draws @param {number} seed
 * @returns {number} in how many groups of years it is computed
 */
function prepare(draws, seed) {
  const { id } = JSON.parse(pack);
  const answer = engine.prepare(JSON.stringify({ schema: 1, pack: id, draws, seed }));
  if (answer.includes('"errors"')) throw new Error(answer);
  return JSON.parse(answer).groups;
}

/** The module keeps the inputs of at least so many draws; those of more it draws anew each time. */
const keptDraws = 131_072;

/**
 * Every group of a prepared run, one after the other.
 * @param {number} groups @param {number} draws
 * @param {boolean} summarise whether to summarise each as well
 */
function compute(groups, draws, summarise) {
  const times = { reserve: 0, simulate: 0, summarise: 0 };
  for (let group = 0; group < groups; ++group) {
    engine.chooseGroup(group);
    const lap = stopwatch();
    if (!engine.reserve()) throw new Error(`No memory for ${draws} draws.`);
    times.reserve += lap();
    engine.simulate(0, draws);
    times.simulate += lap();
    if (summarise) while (engine.summarise());
    times.summarise += lap();
  }
  return times;
}

/** @param {number} draws @param {number} seed */
function run(draws, seed) {
  const lap = stopwatch();
  const groups = prepare(draws, seed);
  const prepared = lap();
  const { reserve, simulate, summarise } = compute(groups, draws, true);
  lap();
  if (!engine.result().startsWith("{")) throw new Error("No result.");
  const report = lap();
  // Once more on the inputs that the module has kept: evaluation alone.
  if (draws > keptDraws) throw new Error(`Inputs of ${draws} draws are not kept.`);
  const evaluate = compute(groups, draws, false).simulate;
  return {
    prepare: prepared,
    reserve,
    sample: simulate - evaluate,
    evaluate,
    summarise: summarise + report,
    total: prepared + simulate + summarise + report,
    heapMiB: (memory?.buffer.byteLength ?? 0) / 2 ** 20,
  };
}

await answerLines((command, draws, seed) => {
  if (command !== "run") throw new Error(`not understood: ${command}`);
  return run(Number(draws), Number(seed));
});
