import { allowedDifference, allowedDistance } from "./agreement.mjs";
import { phase } from "./figures.mjs";
import { fewDraws, manyDraws, sobolDraws } from "./measure.mjs";
import { Samples, ratios } from "./samples.mjs";

/** @typedef {import("./measure.mjs").Measurements} Measurements */
/** @typedef {import("./measure.mjs").Times} Times */
/** @typedef {import("./sizes.mjs").Size} Size */
/** @typedef {ReturnType<typeof import("./figures.mjs").figures>} Figures */

const phases = ["sample", "evaluate", "summarise", "total"];
const nameWidth = 44;

/** @param {Samples} samples */
const ratio = (samples) =>
  `${samples.median.toFixed(2).padStart(8)}   ${samples.smallest.toFixed(2)} to ${samples.largest.toFixed(2)}`;

/** @param {Samples} samples @param {...string} times */
const withTimes = (samples, ...times) => `${ratio(samples).padEnd(28)}${times.join(",")}`;

/** @param {Samples} samples @param {number} digits @param {string} unit */
const onTheClock = (samples, digits, unit) =>
  `${samples.median.toFixed(digits).padStart(8)} ${unit} ` +
  `${samples.smallest.toFixed(digits)} to ${samples.largest.toFixed(digits)}`;

/** @param {string} name @param {string} value */
const row = (name, value) => `  ${name.padEnd(nameWidth)}${value}`;

/** @param {readonly Times[]} times @param {string} name @param {number} draws */
const perDraw = (times, name, draws) =>
  `${((1000 * new Samples(times.map(phase(name))).median) / draws).toFixed(2).padStart(8)} µs a draw`;

/** @param {string} title @param {readonly string[]} rows */
const section = (title, rows) => `${title}\n${rows.join("\n")}\n`;

/**
 * Quotients of a whole run by its phases.
 * @param {readonly { native: Times, wasm: Times }[]} rounds
 * @param {number} draws
 */
const byPhase = (rounds, draws) =>
  phases.map((name) =>
    row(
      `${name === "total" ? "whole run" : name}, ${draws.toLocaleString("en")} draws`,
      withTimes(
        ratios(rounds, (r) => phase(name)(r.wasm), (r) => phase(name)(r.native)),
        perDraw(rounds.map((r) => r.wasm), name, draws),
        perDraw(rounds.map((r) => r.native), name, draws),
      ),
    ),
  );

/**
 * The table of `npm run bench`.
 * @param {Figures} figures
 * @param {Measurements} measured
 * @param {readonly Size[]} sizes
 * @param {readonly string[]} circumstances
 */
export function table(figures, measured, sizes, circumstances) {
  const { rounds, largeRounds, differences, productDistance } = measured;
  const evaluate = phase("evaluate");
  const total = phase("total");
  const times = (/** @type {keyof typeof rounds[0]} */ key, /** @type {string} */ name) =>
    perDraw(rounds.map((r) => r[key]), name, fewDraws);
  return [
    circumstances.join("\n"),
    "",
    `Medians of ${rounds.length} rounds (${largeRounds.length} with ${manyDraws.toLocaleString("en")} draws), then smallest to largest.`,
    "Processor time of one thread except where the clock is named, without the start of programs and without making the table of results.",
    "",
    section("WebAssembly in Node over native (times: WebAssembly, native)", [
      ...byPhase(rounds, fewDraws),
      ...byPhase(largeRounds, manyDraws),
    ]),
    section("Peer over core, evaluation of the same draws (times: peer, core)", [
      row("plain JavaScript / core as WebAssembly", withTimes(figures.speedupOver.js, times("js", "evaluate"), times("wasmEvaluate", "evaluate"))),
      row("plain JavaScript / core natively", ratio(ratios(rounds, (r) => evaluate(r.js), (r) => evaluate(r.nativeEvaluate)))),
      row("NumPy / core natively", withTimes(figures.speedupOver.numpy, times("numpy", "evaluate"), times("nativeEvaluate", "evaluate"))),
      row("NumPy / core as WebAssembly", ratio(ratios(rounds, (r) => evaluate(r.numpy), (r) => evaluate(r.wasmEvaluate)))),
    ]),
    section("Peer over core, product of five inputs from distributions to quantiles", [
      row("Squiggle / core as WebAssembly", withTimes(figures.speedupOver.squiggle, times("squiggle", "total"), times("wasmProduct", "total"))),
      row("Squiggle / core natively", ratio(ratios(rounds, (r) => total(r.squiggle), (r) => total(r.nativeProduct)))),
    ]),
    section("Same numbers", [
      row("JavaScript: largest difference", `${differences.js.toExponential(1)} (allowed ${allowedDifference})`),
      row("NumPy: largest difference", `${differences.numpy.toExponential(1)} (allowed ${allowedDifference})`),
      row("Squiggle: means apart, in standard errors", `${productDistance.toFixed(2)} (allowed ${allowedDistance})`),
    ]),
    section("Growth and memory of the engine", [
      row("time of 131,072 draws / 16,384 draws", `${ratio(figures.growth131072Over16384)} (draws: 8.00)`),
      row("memory after 16,384 draws, all results", `${figures.heapMiB16384.toFixed(1).padStart(8)} MiB`),
    ]),
    section(`Sobol' indices natively, ${sobolDraws.toLocaleString("en")} draws, from scenario to result`, [
      row("all cores", onTheClock(figures.sobolSeconds8192, 2, "s")),
      row("one thread", onTheClock(new Samples(measured.sobol.oneThread), 2, "s")),
    ]),
    section("Two workers in Chromium, from call to result", [
      row("65,536 draws, inputs drawn anew", onTheClock(figures.twoWorkers65536Ms, 0, "ms")),
      row("abort amid such a run, to the next answer", onTheClock(figures.twoWorkersAbortMs, 1, "ms")),
    ]),
    section(
      "Sizes: kB, after brotli, brotli over raw",
      sizes.map(({ name, raw, brotli }) =>
        row(
          name,
          `${(raw / 1000).toFixed(1).padStart(8)} ${(brotli / 1000).toFixed(1).padStart(8)} ${(brotli / raw).toFixed(2).padStart(6)}`,
        ),
      ),
    ),
  ].join("\n");
}
