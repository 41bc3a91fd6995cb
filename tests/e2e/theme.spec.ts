import type { FrameLocator, Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";
import { answerTo, headline } from "./expected.ts";
import { test as own } from "./own_site.ts";

const kDark = "rgb(16, 22, 19)";
const kLight = "rgb(251, 250, 247)";
const background = (page: Page): Promise<string> => page.evaluate(() => getComputedStyle(document.body).backgroundColor);

/** Chooses a theme by keyboard: parts of the page that come when its foot is near would move it from under a pointer. */
async function choose(page: Page | FrameLocator, theme: string): Promise<void> {
  const button = page.getByRole("button", { name: theme, exact: true });
  await button.press("Enter");
  await expect(button).toHaveAttribute("aria-pressed", "true");
}

test("a theme that is chosen holds on every page before anything is drawn, and in print it is light", async ({ calculator, context, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await calculator.open();
  expect(await background(page)).toBe(kLight);
  await choose(page, "Dark");
  expect(await background(page)).toBe(kDark);
  await expect(page.locator('meta[name="theme-color"][data-theme="dark"]')).toHaveAttribute("media", "all");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await page.emulateMedia({ media: "print", colorScheme: "light" });
  expect(await background(page)).toBe("rgb(255, 255, 255)");
  await page.emulateMedia({ media: "screen", colorScheme: "light" });

  // Without any module: what is drawn first. In a page of its own, since the first may still be loading parts.
  const still = await context.newPage();
  await still.emulateMedia({ colorScheme: "light" });
  await still.route(/\/assets\/[\w-]+\.js$/, (route) => route.fulfill({ contentType: "text/javascript", body: "" }));
  for (const path of ["/", "/ur/index.html", "/method.html"]) {
    await still.goto(path);
    expect(await background(still)).toBe(kDark);
  }
  await still.close();

  await calculator.open();
  await choose(page, "Light");
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await background(page)).toBe(kLight);
  await choose(page, "As the system");
  expect(await background(page)).toBe(kDark);
  await expect(page.locator("html")).not.toHaveAttribute("data-theme");
});

test("a page that the browser's way back shows as it was left has the theme that was chosen meanwhile", async ({ calculator, page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await calculator.open();
  await choose(page, "Dark");
  /** What another page keeps, and the browser's way back to this one. */
  const comeBack = (theme: string): Promise<void> =>
    page.evaluate((theme) => {
      localStorage.setItem("export-potential:preferences", JSON.stringify({ theme }));
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    }, theme);
  await comeBack("light");
  expect(await background(page)).toBe(kLight);
  await expect(page.getByRole("button", { name: "Light", exact: true })).toHaveAttribute("aria-pressed", "true");
  await page.emulateMedia({ colorScheme: "dark" });
  await comeBack("auto");
  expect(await background(page)).toBe(kDark);
  await page.goto("/method.html");
  await comeBack("light");
  expect(await background(page)).toBe(kLight);
});

own("where nothing may be kept the theme can be set all the same", async ({ page, site }) => {
  const frame = `<iframe src="${site.url}/index.html" title="Calculator" sandbox="allow-scripts" width="1000" height="700"></iframe>`;
  await page.route("**/host.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><head><title>Host</title></head><body>${frame}</body></html>` }),
  );
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(`${site.url}/host.html`);
  const calculator = page.frameLocator("iframe");
  await expect(calculator.locator("#answer")).toHaveText(headline(answerTo()));
  await expect(calculator.locator(".side:not([inert])")).toBeVisible();
  await choose(calculator, "Dark");
  await expect(calculator.locator("body")).toHaveCSS("background-color", kDark);
});
