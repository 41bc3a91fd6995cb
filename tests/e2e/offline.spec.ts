import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { Calculator, expect } from "./calculator.ts";
import { answerTo, headline } from "./expected.ts";
import { test } from "./own_site.ts";

test.use({ isKept: true });

const blankPage = (title: string, body: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><link rel="icon" href="data:,"></head>` +
  `<body>${body}</body></html>`;

/** Opens the page and waits until everything is kept. */
async function visit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await expect(page.locator(".side:not([inert])")).toBeVisible();
}

const cacheCount = (page: Page): Promise<number> => page.evaluate(async () => (await caches.keys()).length);
const workerCount = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length);

test("after one visit the page opens and computes without a network", async ({ page, site }) => {
  await visit(page, site.url);
  await site.disconnect();

  await page.goto(`${site.url}/?from=mail`);
  const calculator = new Calculator(page);
  await expect(calculator.answer).toHaveText(headline(answerTo()));
  await expect(page.locator(".side:not([inert])")).toBeVisible();
  await calculator.enter("New sellers to bring on", "50000");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 50_000 } })));
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("another version is installed beside the present one and takes over when told to", async ({ page, site }) => {
  await visit(page, site.url);
  await page.reload();
  const script = join(site.folder, "service_worker.js");
  const present = readFileSync(script, "utf8");
  const next = present.replace(/`[0-9a-f]{12}`/, "`000000000000`");
  expect(next).not.toBe(present);
  writeFileSync(script, next);

  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    await registration.update();
    while (!registration.waiting) await new Promise((resume) => setTimeout(resume, 20));
  });
  expect(await cacheCount(page)).toBe(2);

  const calculator = new Calculator(page);
  await calculator.enter("New sellers to bring on", "50000");
  await expect(page).toHaveURL(/newSellers=50000/);
  const isLoadedAnew = page.waitForEvent("load");
  await page.getByRole("button", { name: "Show the new version" }).click();
  await isLoadedAnew;
  // The plan is in the address.
  await expect(calculator.field("New sellers to bring on")).toHaveValue("50,000");
  await expect(page.locator(".notices")).toHaveText("");
  await expect.poll(() => cacheCount(page)).toBe(1);
  expect(await page.evaluate(async () => (await caches.keys())[0])).toMatch(/ 000000000000$/);
});

test("the retiring worker in its place removes all that was kept", async ({ page, site }) => {
  await visit(page, site.url);
  expect(await cacheCount(page)).toBe(1);
  // A page that tells the worker nothing: where a message starts the worker just then, Chromium lets the
  // next one wait until the first has been idle, which under a test took longer than 90 seconds.
  writeFileSync(join(site.folder, "still.html"), blankPage("Still", ""));
  await page.goto(`${site.url}/still.html`);
  copyFileSync(join(site.folder, "retiring_worker.js"), join(site.folder, "service_worker.js"));
  const isLoadedAnew = page.waitForEvent("load");
  await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
  await isLoadedAnew;
  await expect.poll(() => workerCount(page)).toBe(0);
  await expect.poll(() => cacheCount(page)).toBe(0);

  // The calculator registers what stands in the worker's place, which ends itself again.
  await page.goto(site.url);
  await expect(page.locator(".side:not([inert])")).toBeVisible();
  await expect.poll(() => workerCount(page)).toBe(0);
  await expect.poll(() => cacheCount(page)).toBe(0);
});

test("a frame registers nothing", async ({ page, site }) => {
  const frame = '<iframe src="./index.html" title="Calculator" width="800" height="600"></iframe>';
  writeFileSync(join(site.folder, "host.html"), blankPage("Host", frame));
  await page.goto(`${site.url}/host.html`);
  await expect(page.frameLocator("iframe").locator(".side:not([inert])")).toBeVisible();
  const calculator = page.frameLocator("iframe");
  await expect(calculator.locator("#answer")).toHaveText(headline(answerTo()));
  expect(await workerCount(page)).toBe(0);
});
