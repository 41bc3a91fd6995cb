import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { inRepository } from "../../tools/paths.mjs";
import { accept, allowedDifference, allowedDistance, largestDifference } from "./agreement.mjs";
import { Child } from "./child.mjs";

/** @typedef {Record<string, number>} Times milliseconds by phase */

/**
 * One after the other: core natively, core as WebAssembly, peers.
 * @typedef {object} Round
 * @property {Times} native a whole run
 * @property {Times} wasm
 * @property {Times} nativeEvaluate the same inputs for these four
 * @property {Times} wasmEvaluate
 * @property {Times} js
 * @property {Times} numpy
 * @property {Times} nativeProduct
 * @property {Times} wasmProduct
 * @property {Times} squiggle
 */

/**
 * A large run between two sizes of the same minute.
 * @typedef {object} LargeRound
 * @property {Times} wasmFew
 * @property {Times} native
 * @property {Times} wasm
 */

/**
 * @typedef {object} Measurements
 * @property {Round[]} rounds
 * @property {LargeRound[]} largeRounds
 * @property {{ allCores: number[], oneThread: number[] }} sobol seconds on the clock
 * @property {number} heapMiB memory of a new module after one run of few draws
 * @property {{ js: number, numpy: number }} differences largest relative ones from the core's headline
 * @property {number} productDistance of the two means, in standard errors
 */

export const fewDraws = 16_384;
export const manyDraws = 131_072;
export const sobolDraws = 8192;
const peerSeed = 1;
/** The median of this many is the product's time in a round: it is short, and Squiggle's varies. */
const productRepetitions = 9;
const evaluateRepetitions = 5;
/** Node compiles hot code in the background while it runs. */
const warmUps = 3;

/** NumPy as fast as it gets: variables that choose another kernel of linear algebra go. */
function plainEnvironment() {
  const entries = Object.entries(process.env).filter(([name]) => !name.startsWith("OPENBLAS_"));
  return Object.fromEntries(entries);
}

/**
 * Runs everything that happens in one process and thread.
 * @param {object} options
 * @param {number} options.rounds
 * @param {number} options.largeRounds
 * @param {number} options.sobolRounds
 * @param {(text: string) => void} options.tell
 * @returns {Promise<Measurements>}
 */
export async function measure({ rounds, largeRounds, sobolRounds, tell }) {
  const folder = mkdtempSync(inRepository("build", "bench", "draws-"));
  const packPath = inRepository("public", "packs", "pk.json");
  const here = (/** @type {string} */ name) => inRepository("tests", "bench", name);
  /** @type {Child[]} */
  const children = [];
  const start = (/** @type {ConstructorParameters<typeof Child>} */ ...words) => {
    const child = new Child(...words);
    children.push(child);
    return child;
  };
  const node = (/** @type {string[]} */ ...args) => start(process.execPath, args);
  try {
    const native = start(inRepository("build", "bench", "native_run"), [packPath]);
    tell("Exporting draws…");
    const shape = await native.askText(`export ${fewDraws} ${peerSeed} ${folder}`);
    writeFileSync(`${folder}/export.json`, shape);
    const wasm = node(here("wasm_run.mjs"));
    const js = node(here("js_peer.mjs"), folder);
    const numpy = start("/usr/bin/python3", [here("numpy_peer.py"), folder], plainEnvironment());
    const squiggle = node(here("squiggle_peer.mjs"));

    // Programs of the core that run once and print one answer.
    const once = (/** @type {string} */ name, /** @type {(string | number)[]} */ ...words) => {
      const args = words.map(String);
      return {
        native: () => start(inRepository("build", "bench", name), args).ask(""),
        wasm: () => node(inRepository("build", "wasm", `${name}.cjs`), ...args).ask(""),
      };
    };
    const product = once("product_run", fewDraws, productRepetitions);
    const evaluate = once("evaluate_run", packPath, fewDraws, peerSeed, evaluateRepetitions);

    tell("Warming up…");
    const { heapMiB = Number.NaN } = await wasm.ask(`run ${fewDraws} ${peerSeed}`);
    for (let i = 0; i < warmUps; ++i) {
      await wasm.ask(`run ${fewDraws} ${i}`);
      await native.ask(`run ${fewDraws} ${i}`);
      await js.ask("evaluate");
      await numpy.ask("evaluate");
      for (let j = 0; j < warmUps; ++j) await squiggle.ask(`${fewDraws} ${j}`);
    }
    await js.ask("write");
    await numpy.ask("write");
    const differenceOf = (/** @type {string} */ peer) =>
      accept(peer, largestDifference(folder, peer, JSON.parse(shape), "exportsAdditional"), allowedDifference);
    const differences = { js: differenceOf("js"), numpy: differenceOf("numpy") };

    /** @type {Round[]} */
    const done = [];
    /** @type {LargeRound[]} */
    const large = [];
    for (let round = 1; round <= rounds; ++round) {
      tell(`Round ${round} of ${rounds}…`);
      done.push({
        native: await native.ask(`run ${fewDraws} ${round}`),
        wasm: await wasm.ask(`run ${fewDraws} ${round}`),
        nativeEvaluate: await evaluate.native(),
        wasmEvaluate: await evaluate.wasm(),
        js: await js.ask("evaluate"),
        numpy: await numpy.ask("evaluate"),
        nativeProduct: await product.native(),
        wasmProduct: await product.wasm(),
        squiggle: await middleOf(squiggle, `${fewDraws} ${round}`),
      });
    }
    for (let round = 1; round <= largeRounds; ++round) {
      tell(`Round ${round} of ${largeRounds} with ${manyDraws} draws…`);
      large.push({
        wasmFew: await wasm.ask(`run ${fewDraws} ${rounds + round}`),
        native: await native.ask(`run ${manyDraws} ${round}`),
        wasm: await wasm.ask(`run ${manyDraws} ${round}`),
      });
    }
    /** @type {Measurements["sobol"]} */
    const sobol = { allCores: [], oneThread: [] };
    for (let round = 0; round <= sobolRounds; ++round) {
      tell(`Sobol' indices, ${round === 0 ? "warming up" : `round ${round} of ${sobolRounds}`}…`);
      const seconds = async (/** @type {number} */ threads) =>
        (await native.ask(`sobol ${sobolDraws} ${round} ${threads}`))["seconds"];
      const [all, one] = [await seconds(0), await seconds(1)];
      if (round === 0) continue;
      sobol.allCores.push(all);
      sobol.oneThread.push(one);
    }
    const productDistance = accept("squiggle", distance(done), allowedDistance);
    return { rounds: done, largeRounds: large, sobol, heapMiB, differences, productDistance };
  } finally {
    for (const child of children) child.close();
    rmSync(folder, { recursive: true });
  }
}

/**
 * The answer of median time to a question asked several times.
 * @param {Child} child
 * @param {string} line
 * @returns {Promise<Times>}
 */
async function middleOf(child, line) {
  /** @type {Times[]} */
  const answers = [];
  for (let i = 0; i < productRepetitions; ++i) answers.push(await child.ask(line));
  return answers.toSorted((a, b) => a["total"] - b["total"])[(productRepetitions - 1) / 2];
}

/**
 * How far the means of the product lie apart, in standard errors of their difference.
 * @param {readonly Round[]} rounds
 */
function distance([first]) {
  if (!first) return Number.NaN;
  const { wasmProduct: core, squiggle } = first;
  const apart = Math.abs(core["mean"] - squiggle["mean"]);
  return apart / Math.hypot(core["standardError"], squiggle["standardError"]);
}
