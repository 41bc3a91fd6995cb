import { chromium } from "playwright-core";
import { UserError, findCommand } from "../command.mjs";
import { filesUnder } from "../fingerprint.mjs";
import { browserCommands } from "../setup/packages.mjs";
import { serve } from "../server/server.mjs";
import { overBudget, sizesOf, totalOf } from "./first_load.mjs";
import { relative, sep } from "node:path";

/** @typedef {import("./first_load.mjs").Budget} Budget */

/**
 * Bytes that a page may cost until it shows an answer of its own, brotli 11. The key is the page's
 * path; pages that are not named have the budget of "*".
 * @type {Readonly<Record<string, Budget>>}
 */
const budgets = {
  "*": {
    page: 22_000,
    css: 7500,
    js: 92_000,
    wasm: 96_000,
    data: 17_000,
    image: 1000,
    font: 120_000,
    total: 228_000,
  },
};

/** What one kilobyte is here and in the project's documents. */
const kilobyte = 1000;

const kinds = /** @type {const} */ (["page", "css", "js", "wasm", "data", "image", "font"]);

/**
 * The files that a visitor's browser asks for until the page has computed an answer.
 * @param {import("playwright-core").Browser} browser
 * @param {string} origin
 * @param {string} path
 * @returns {Promise<string[]>} paths in the site
 */
async function firstLoad(browser, origin, path) {
  const context = await browser.newContext();
  try {
    // What the worker fetches for later visits is no part of this one.
    await context.addInitScript("delete Navigator.prototype.serviceWorker");
    const page = await context.newPage();
    /** @type {Set<string>} */
    const paths = new Set();
    page.on("requestfinished", (request) => {
      const { origin: from, pathname } = new URL(request.url());
      if (from === origin) paths.add(pathname.endsWith("/") ? `${pathname.slice(1)}index.html` : pathname.slice(1));
    });
    await page.goto(`${origin}/${path}`, { waitUntil: "networkidle" });
    return [...paths];
  } finally {
    await context.close();
  }
}

/**
 * Holds the first load of every page of a built site against its budget, and shows a table.
 * @param {string} site
 * @returns {Promise<boolean>} whether all keep within it
 */
export async function checkBudgets(site) {
  const executablePath = browserCommands.map(findCommand).find((path) => path !== undefined);
  if (!executablePath) throw new UserError(`There is none of ${browserCommands.join(", ")}.`);
  const pages = filesUnder(site)
    .map((path) => relative(site, path).split(sep).join("/"))
    .filter((path) => path.endsWith(".html"));
  const server = await serve(site, 0);
  const browser = await chromium.launch({ executablePath });
  const width = Math.max(4, ...pages.map((page) => page.length));
  /** @param {string} name @param {readonly string[]} cells */
  const line = (name, cells) => `${name.padEnd(width)}${cells.map((cell) => cell.padStart(8)).join("")}\n`;
  /** @type {string[]} */
  const faults = [];
  try {
    process.stdout.write(line("kB", [...kinds, "total"]));
    for (const page of pages) {
      const sizes = sizesOf(site, await firstLoad(browser, server.url, page));
      const bytes = [...kinds.map((kind) => sizes[kind] ?? 0), totalOf(sizes)];
      process.stdout.write(line(page, bytes.map((count) => (count / kilobyte).toFixed(1))));
      faults.push(...overBudget(page, sizes, budgets[page] ?? /** @type {Budget} */ (budgets["*"])));
    }
  } finally {
    await browser.close();
    await server.close();
  }
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  return faults.length === 0;
}
