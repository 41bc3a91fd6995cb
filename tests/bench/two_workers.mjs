import { chromium } from "@playwright/test";

/**
 * What is used of web/engine/index.ts.
 * @typedef {object} Engine
 * @property {number} workers
 * @property {(scenario: object, options: object) => Promise<unknown>} run
 * @property {(scenario: object) => Promise<unknown>} evaluate
 * @property {() => void} dispose
 */

/**
 * Milliseconds in a real browser with two workers.
 * @typedef {object} TwoWorkersTimes
 * @property {number[]} runs from the call to the result of a whole run
 * @property {number[]} aborts from an abort amid such a run until a worker has answered the call made right after it,
 *   one evaluation, which it takes up after letting go of the run
 */

/**
 * Times of runs and aborts, one after the other. Each run has another seed and so draws its inputs anew; the first of
 * each, which also load and warm the engine, are left out.
 * @param {object} options
 * @param {string} options.site address of the served site
 * @param {string} options.browser
 * @param {number} options.draws
 * @param {number} options.runs
 * @param {number} options.abortAfter milliseconds from the call of a run to its abort
 * @returns {Promise<TwoWorkersTimes>}
 */
export async function timeTwoWorkers({ site, browser, draws, runs, abortAfter }) {
  const chrome = await chromium.launch({ executablePath: browser });
  try {
    const page = await chrome.newPage();
    // A document of the site without a program of its own, which would compute as well.
    await page.goto(`${site}/packs/pk.json`);
    return await page.evaluate(
      async ({ address, draws, runs, abortAfter }) => {
        /** @type {{ createEngine(options: object): Promise<Engine> }} */
        const { createEngine } = await import(address);
        const engine = await createEngine({ pack: "pk.json", workers: 2 });
        if (engine.workers !== 2) throw new Error(`${engine.workers} workers instead of 2`);
        const scenario = { schema: 1, pack: "pk" };
        let seed = 0;
        /** @type {TwoWorkersTimes} */
        const times = { runs: [], aborts: [] };
        for (let round = 0; round <= runs; ++round) {
          const start = performance.now();
          await engine.run(scenario, { draws, seed: ++seed });
          times.runs.push(performance.now() - start);

          const controller = new AbortController();
          const { signal } = controller;
          const isAborted = engine.run(scenario, { draws, seed: ++seed, signal }).then(
            () => false,
            (/** @type {unknown} */ reason) => reason instanceof DOMException && reason.name === "AbortError",
          );
          await new Promise((resolve) => setTimeout(resolve, abortAfter));
          const abort = performance.now();
          controller.abort();
          await engine.evaluate(scenario);
          times.aborts.push(performance.now() - abort);
          if (!(await isAborted)) throw new Error(`The run did not last until its abort, after ${abortAfter} ms.`);
        }
        engine.dispose();
        return { runs: times.runs.slice(1), aborts: times.aborts.slice(1) };
      },
      { address: `${site}/engine/index.js`, draws, runs, abortAfter },
    );
  } finally {
    await chrome.close();
  }
}
