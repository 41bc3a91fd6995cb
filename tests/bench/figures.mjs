import { Samples, ratios } from "./samples.mjs";

/** @typedef {import("./measure.mjs").Measurements} Measurements */
/** @typedef {import("./measure.mjs").Times} Times */

/** @type {(phase: string) => (times: Times) => number} */
export const phase = (name) => (times) => times[name] ?? Number.NaN;
const total = phase("total");
const evaluate = phase("evaluate");

/**
 * The quotients of one run of the benchmark, each a median with its spread.
 * @param {Measurements} measured
 * @param {import("./two_workers.mjs").TwoWorkersTimes} twoWorkers
 */
export function figures({ rounds, largeRounds, sobol, heapMiB }, twoWorkers) {
  return {
    wasmOverNative: {
      16384: ratios(rounds, (r) => total(r.wasm), (r) => total(r.native)),
      131072: ratios(largeRounds, (r) => total(r.wasm), (r) => total(r.native)),
    },
    // Like with like: what runs in Node beside the core in Node, NumPy's compiled loops beside the
    // compiled core.
    speedupOver: {
      js: ratios(rounds, (r) => evaluate(r.js), (r) => evaluate(r.wasmEvaluate)),
      numpy: ratios(rounds, (r) => evaluate(r.numpy), (r) => evaluate(r.nativeEvaluate)),
      squiggle: ratios(rounds, (r) => total(r.squiggle), (r) => total(r.wasmProduct)),
    },
    growth131072Over16384: ratios(largeRounds, (r) => total(r.wasm), (r) => total(r.wasmFew)),
    heapMiB16384: heapMiB,
    sobolSeconds8192: new Samples(sobol.allCores),
    twoWorkers65536Ms: new Samples(twoWorkers.runs),
    twoWorkersAbortMs: new Samples(twoWorkers.aborts),
  };
}

/**
 * The same as plain numbers: what `npm run bench -- --json` prints.
 * @param {unknown} value
 * @returns {unknown}
 */
export function medians(value) {
  if (value instanceof Samples) return Number(value.median.toPrecision(4));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, medians(part)]));
}
