import { expect, test } from "./calculator.ts";
import { answerTo, headline } from "./expected.ts";

const { BROWSER_PATH, HEADLESS_PATH } = process.env;

// Neither WebAssembly nor compiled JavaScript, as where a device is locked down.
test.use({
  launchOptions: { executablePath: HEADLESS_PATH ?? BROWSER_PATH ?? "/usr/bin/chromium", args: ["--js-flags=--jitless"] },
});

test("the calculator answers, also in a frame without an origin, with the same figures", async ({ page, baseURL }) => {
  const address = `${baseURL}/index.html#v=1&draws=512`;
  const frame = `<iframe src="${address}" title="Calculator" sandbox="allow-scripts" width="1000" height="700"></iframe>`;
  await page.route("**/host.html", (route) =>
    route.fulfill({ contentType: "text/html", body: `<!doctype html><html lang="en"><head><title>Host</title></head><body>${frame}</body></html>` }),
  );
  await page.goto("/host.html");
  expect(await page.evaluate(() => typeof WebAssembly)).toBe("undefined");
  const calculator = page.frameLocator("iframe");
  await expect(calculator.locator(".side:not([inert])")).toBeVisible();
  await calculator.getByRole("slider", { name: "New sellers to bring on" }).press("End");
  const expected = headline(answerTo({ onboarding: { newSellers: 1_000_000 }, draws: 512 }));
  await expect(calculator.locator("#answer")).toHaveText(expected, { timeout: 60_000 });
  await expect(calculator.getByRole("alert")).toHaveCount(0);
});
