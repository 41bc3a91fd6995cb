import type { Page } from "@playwright/test";
import { answerTo, headline } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kSellers = "New sellers to bring on";
/** The engine's module, its worker and its program. */
const kEngineFiles = /\/(?:engine-[\w-]+\.wasm|worker-[\w-]+\.js)$/;

/** Collects the engine's files that `page` asks for. */
function engineRequests(page: Page): string[] {
  const found: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (kEngineFiles.test(pathname)) found.push(pathname);
  });
  return found;
}

for (const width of [1280, 390]) {
  test(`who only reads gets no engine at ${width} px; who touches a control gets it once for each worker`, async ({ calculator, page }) => {
    await page.setViewportSize({ width, height: 800 });
    const requests = engineRequests(page);
    await calculator.open();
    await page.mouse.move(width / 2, 20);
    await page.getByLabel("Year shown").selectOption("2030");
    await page.waitForLoadState("networkidle");
    expect(requests).toEqual([]);

    await calculator.slider(kSellers).hover();
    // As many workers as the machine has processors, at most four.
    const files = 2 * (await page.evaluate(() => Math.min(4, navigator.hardwareConcurrency)));
    await expect.poll(() => requests.length).toBe(files);
    expect(new Set(requests).size).toBe(2);
    await calculator.field(kSellers).focus();
    await calculator.enter(kSellers, "50000");
    await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 50_000 } }), 2030));
    expect(requests).toHaveLength(files);
  });
}

test("the program is not fetched before the page is painted", async ({ calculator, page }) => {
  await calculator.open();
  const times = await page.evaluate(() => ({
    paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
    scripts: performance.getEntriesByType("resource").filter(({ name }) => name.endsWith(".js")).map((entry) => entry.startTime),
  }));
  expect(times.scripts.length).toBeGreaterThan(2);
  expect(Math.min(...times.scripts)).toBeGreaterThan(times.paint ?? Infinity);
});

test("the first script of every page waits for the styles", async ({ page }) => {
  for (const path of ["/", "/ur/index.html", "/evidence.html", "/about.html"]) {
    await page.goto(path);
    const kinds = await page.evaluate(() =>
      [...document.querySelectorAll("head > link[rel=stylesheet], head > script:not([type])")].map(({ localName }) => localName),
    );
    expect(kinds.filter((kind) => kind === "script"), path).toHaveLength(1);
    expect(kinds.indexOf("script"), path).toBeGreaterThan(kinds.lastIndexOf("link"));
  }
});

test("what has the focus and what is unfolded stays so when the program takes the page over", async ({ calculator, page }) => {
  const release = await calculator.hold("**/assets/calculator-*.js");
  await page.goto("/");
  await page.getByText("Words explained").click();
  const link = page.locator("header").getByRole("link", { name: "Evidence" });
  await link.focus();
  release();
  await expect(page.locator(".side:not([inert])")).toBeVisible();
  await expect(link).toBeFocused();
  await expect(page.locator("details.glossary")).toHaveAttribute("open");
  await expect(page.locator("details[open]")).toHaveCount(1);
});

test("the first move of a slider gets its answer, however soon it comes", async ({ calculator }) => {
  await calculator.open();
  await calculator.slider(kSellers).press("End");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 1_000_000 } })));
});

test("a link to another plan is answered without a touch", async ({ calculator, page }) => {
  await calculator.open("/index.html#v=1&years=4");
  // The last year of a programme of four years from 2027.
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { years: 4 } }), 2030));
  await expect(page.getByRole("alert")).toHaveCount(0);
});
