import { chromium } from "playwright-core";
import { UserError, findFirst } from "../command.mjs";
import { filesUnder } from "../fingerprint.mjs";
import { headlessCommands } from "../setup/packages.mjs";
import { serve } from "../server/server.mjs";
import { overBudget, sizesOf, totalOf } from "./first_load.mjs";
import { basename, join, relative, sep } from "node:path";

/** @typedef {import("./first_load.mjs").Budget} Budget */

/**
 * Bytes that a page may cost a visitor who reads its first screen, brotli 11: all that a browser fetches until the
 * page is quiet. The key is the page's path; pages that are not named have the budget of "*". Programs name other files by
 * hashes of their content, which alone move these sums by up to a hundred bytes.
 * @type {Readonly<Record<string, Budget>>}
 */
const firstLoad = {
  "*": { page: 18_500, css: 8600, js: 3050, image: 1300, font: 57_000, total: 31_200 },
  "index.html": { page: 6600, css: 6950, js: 60_100, image: 1300, total: 74_600 },
  "ur/index.html": { page: 7700, css: 7600, js: 61_900, image: 1300, font: 57_000, total: 78_200 },
  "embed/en.html": { page: 8200, css: 7250, js: 62_700, image: 1300, total: 79_250 },
  "embed/ur.html": { page: 9400, css: 7900, js: 64_500, image: 1300, font: 57_000, total: 82_900 },
};

/**
 * Bytes that the first question adds to that, until its answer stands there: the engine and its worker.
 * @type {Budget}
 */
const firstQuestion = { js: 11_850, wasm: 88_400, total: 100_200 };

/**
 * Bytes of each part of the core as JavaScript, which only browsers load that run no WebAssembly, by how the file's name
 * begins. All that such a browser loads for its first question is the first of them, in place of the module.
 * @type {Readonly<Record<string, Budget>>}
 */
const translations = {
  engine_fallback: { js: 136_000, total: 136_000 },
  analyses_fallback: { js: 155_000, total: 155_000 },
};

/** What one kilobyte is here and in the project's documents. */
const kilobyte = 1000;

/** So long in milliseconds nothing is fetched before a page counts as quiet. */
const quietTime = 1000;
const patience = 60_000;

/** What visitors look through, CSS pixels. */
const windows = { laptop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };

const kinds = /** @type {const} */ (["page", "css", "js", "wasm", "data", "image", "font"]);

/** @typedef {{ readonly atFirst: readonly string[], readonly withQuestion?: readonly string[] }} Fetched paths in the site */

/**
 * Follows what a page fetches from `origin`.
 * @param {import("playwright-core").Page} page
 * @param {string} origin
 */
function follow(page, origin) {
  /** @type {Set<string>} */
  const paths = new Set();
  let underWay = 0;
  let changedAt = Date.now();
  const isQuiet = () => underWay === 0 && Date.now() - changedAt >= quietTime;
  /** @param {number} step */
  const count = (step) => {
    underWay += step;
    changedAt = Date.now();
  };
  page.on("request", (request) => {
    const { origin: from, pathname } = new URL(request.url());
    count(1);
    if (from === origin) paths.add(pathname.endsWith("/") ? `${pathname.slice(1)}index.html` : pathname.slice(1));
  });
  page.on("requestfinished", () => count(-1));
  page.on("requestfailed", () => count(-1));
  return {
    paths: () => [...paths],
    /** Resolves when the page has had time to ask for more, and has not. */
    quiet: async () => {
      const end = Date.now() + patience;
      while (!isQuiet()) {
        if (Date.now() > end) throw new Error(`${page.url()} does not come to rest.`);
        await page.waitForTimeout(100);
        // On a busy machine a page may still be at work on what it got.
        await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve, { timeout: 5000 })));
      }
    },
  };
}

/**
 * The files that a visitor's browser asks for until the page is quiet, and until the first question is answered where
 * the page takes one.
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {string} path
 * @param {{ readonly width: number, readonly height: number }} viewport
 * @returns {Promise<Fetched>}
 */
async function fetched(browser, origin, path, viewport) {
  const context = await browser.newContext({ viewport });
  try {
    // What the worker fetches for later visits is no part of this one.
    await context.addInitScript("delete Navigator.prototype.serviceWorker");
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    const files = follow(page, origin);
    await page.goto(`${origin}/${path}`);
    // A browser without windows has no place for it, and does not ask for it.
    await page.evaluate(() => {
      const icon = document.querySelector('link[rel="icon"]');
      if (icon instanceof HTMLLinkElement) new Image().src = icon.href;
    });
    const slider = page.locator('.main-control input[type="range"]');
    if ((await slider.count()) === 0) {
      await files.quiet();
      return { atFirst: files.paths() };
    }
    await page.locator(".side:not([inert])").waitFor();
    await files.quiet();
    const atFirst = files.paths();

    const answer = page.locator("#answer");
    const before = await answer.textContent();
    await slider.press("End");
    await page.waitForFunction((old) => document.querySelector("#answer")?.textContent !== old, before);
    await files.quiet();
    return { atFirst, withQuestion: files.paths() };
  } finally {
    await context.close();
  }
}

/**
 * Holds every page of a built site against its budgets, and shows three tables: what reading it costs, what the first
 * question adds, and what is loaded where WebAssembly cannot run.
 * @param {string} site
 * @returns {Promise<boolean>} whether all keep within them
 */
export async function checkBudgets(site) {
  const executablePath = findFirst(headlessCommands);
  if (!executablePath) throw new UserError(`There is none of ${headlessCommands.join(", ")}.`);
  const pages = filesUnder(site)
    .map((path) => relative(site, path).split(sep).join("/"))
    .filter((path) => path.endsWith(".html"));
  const server = await serve(site, 0);
  const browser = await chromium.launch({ executablePath });
  /** @type {string[]} */
  const faults = [];
  /** @param {string} name @param {readonly string[]} paths @param {Budget} budget */
  const held = (name, paths, budget) => {
    const sizes = sizesOf(site, paths);
    faults.push(...overBudget(name, sizes, budget));
    const bytes = [...kinds.map((kind) => sizes[kind] ?? 0), totalOf(sizes)];
    return { name, cells: bytes.map((count) => (count / kilobyte).toFixed(1)) };
  };
  /** @type {{ name: string, cells: string[] }[]} */
  const reading = [];
  /** @type {{ name: string, cells: string[] }[]} */
  const asking = [];
  try {
    for (const path of pages) {
      const visits = Object.entries(windows).map(async ([device, viewport]) => ({
        name: `${path}, ${device}`,
        ...(await fetched(browser, server.url, path, viewport)),
      }));
      for (const { name, atFirst, withQuestion } of await Promise.all(visits)) {
        reading.push(held(name, atFirst, firstLoad[path] ?? /** @type {Budget} */ (firstLoad["*"])));
        const added = withQuestion?.filter((one) => !atFirst.includes(one));
        if (added) asking.push(held(`${name}: first question`, added, firstQuestion));
      }
    }
  } finally {
    await browser.close();
    await server.close();
  }
  /** @type {{ name: string, cells: string[] }[]} */
  const standingIn = [];
  for (const [name, budget] of Object.entries(translations)) {
    const paths = filesUnder(join(site, "assets")).filter((path) => basename(path).startsWith(`${name}-`));
    if (paths.length !== 1) faults.push(`${name}: ${paths.length} files of this name instead of one.`);
    standingIn.push(held(name, paths.map((path) => relative(site, path)), budget));
  }
  for (const [title, rows] of /** @type {const} */ ([
    ["Until the page is quiet, kB", reading],
    ["What the first question adds, kB", asking],
    ["What is loaded in place of modules, kB", standingIn],
  ])) {
    const width = Math.max(title.length, ...rows.map(({ name }) => name.length));
    for (const { name, cells } of [{ name: title, cells: [...kinds, "total"] }, ...rows]) {
      process.stdout.write(`${name.padEnd(width)}${cells.map((cell) => cell.padStart(8)).join("")}\n`);
    }
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  return faults.length === 0;
}
