import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "@playwright/test";

// Browsers themselves put into the console that there is no page: the calculator's test would not end with that.
test("an address where there is no page leads on in both languages, without a script, however deep it is", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: "dark", viewport: { width: 320, height: 640 }, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  const refused: string[] = [];
  page.on("requestfailed", (request) => refused.push(request.url()));
  const loaded: string[] = [];
  page.on("response", (response) => loaded.push(`${response.status()} ${new URL(response.url()).pathname.replace(/.*\./, "")}`));
  const response = await page.goto("/ur/no/such/page");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("There is no page here");
  await expect(page.locator("body")).toHaveCSS("background-color", "rgb(16, 22, 19)");
  await expect(page.locator('section[lang="ur"] h2')).toHaveCSS("direction", "rtl");
  expect(refused).toEqual([]);
  expect(new Set(loaded.slice(1))).toEqual(new Set(["200 css", "200 woff2"]));
  await page.locator('section[lang="ur"] a').nth(1).click();
  await expect(page).toHaveURL(/\/ur\/method\.html$/);
  await page.goBack();
  await page.locator('section[lang="en"] a').first().click();
  await expect(page).toHaveURL(/\/index\.html$/);
  await context.close();
});

test("the page for addresses where there is none is accessible", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto("/no/such/page");
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});
