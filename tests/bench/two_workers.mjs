import { chromium } from "@playwright/test";

/**
 * What is used of web/engine/index.ts.
 * @typedef {object} Engine
 * @property {number} workers
 * @property {(scenario: object, options: object) => Promise<unknown>} run
 * @property {() => void} dispose
 */

/**
 * Milliseconds that runs take in a real browser with two workers, one number a run. Each run has
 * another seed and so draws its inputs anew; the first one, which also loads and warms the engine, is
 * left out.
 * @param {object} options
 * @param {string} options.site address of the served site
 * @param {string} options.browser
 * @param {number} options.draws
 * @param {number} options.runs
 * @returns {Promise<number[]>}
 */
export async function timeTwoWorkers({ site, browser, draws, runs }) {
  const chrome = await chromium.launch({ executablePath: browser });
  try {
    const page = await chrome.newPage();
    // A document of the site without a program of its own, which would compute as well.
    await page.goto(`${site}/packs/pk.json`);
    return await page.evaluate(
      async ({ address, draws, runs }) => {
        /** @type {{ createEngine(options: object): Promise<Engine> }} */
        const { createEngine } = await import(address);
        const engine = await createEngine({ pack: "pk.json", workers: 2 });
        if (engine.workers !== 2) throw new Error(`${engine.workers} workers instead of 2`);
        const times = [];
        for (let seed = 1; seed <= runs + 1; ++seed) {
          const start = performance.now();
          await engine.run({ schema: 1, pack: "pk" }, { draws, seed });
          times.push(performance.now() - start);
        }
        engine.dispose();
        return times.slice(1);
      },
      { address: `${site}/engine/index.js`, draws, runs },
    );
  } finally {
    await chrome.close();
  }
}
