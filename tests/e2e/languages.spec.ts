import { answerTo } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kUrdu = "/ur/index.html";

/** Two significant digits in millions. */
const millions = (amount = Number.NaN): string => String(Number(amount.toPrecision(2)) / 1e6);

test("leads from one language to the other and takes the address's plan along", async ({ calculator, page }) => {
  await calculator.open("/index.html#question");
  await page.getByRole("navigation", { name: "Languages" }).getByRole("link", { name: "اردو" }).click();
  await expect(page).toHaveURL(/\/ur\/index\.html#question$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "ur");
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator(".side:not([inert])")).toBeVisible();
  await page.getByRole("link", { name: "English" }).click();
  await expect(page).toHaveURL(/\/index\.html#question$/);
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("says the native program's answer in Urdu, and follows the controls", async ({ calculator, page }) => {
  await calculator.open(kUrdu);
  const { quantiles } = answerTo().outputs.exportsAdditional;
  await expect(calculator.answer).toContainText(`${millions(quantiles.p50[4])}\u2069\u00A0ملین\u00A0ڈالر`);
  await expect(calculator.answer).toContainText(`${millions(quantiles.p95[4])}\u2069\u00A0ملین\u00A0ڈالر`);
  await calculator.enter("کتنے سالوں میں", "4");
  const changed = answerTo({ onboarding: { years: 4 } }).outputs.exportsAdditional.quantiles;
  await expect(calculator.answer).toContainText(`${millions(changed.p50[4])}\u2069\u00A0ملین\u00A0ڈالر`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("پاکستان");
});

test("names its language, its address and its counterparts for search engines", async ({ page }) => {
  for (const [path, tag, direction] of [
    ["/index.html", "en", "ltr"],
    [kUrdu, "ur", "rtl"],
  ] as const) {
    const base = new URL((await page.goto(path))?.url() ?? "");
    await expect(page.locator("html")).toHaveAttribute("dir", direction);
    const addressOf = async (selector: string): Promise<string> =>
      new URL((await page.locator(selector).getAttribute("href")) ?? "", base).pathname;
    expect(await addressOf('link[rel="canonical"]')).toBe(path);
    expect(await addressOf('link[hreflang="en"][rel="alternate"]')).toBe("/index.html");
    expect(await addressOf('link[hreflang="ur"][rel="alternate"]')).toBe(kUrdu);
    await expect(page.locator('meta[property="og:locale"]')).toHaveAttribute("content", tag);
    expect(await page.title()).toBe(await page.locator('meta[property="og:title"]').getAttribute("content"));
  }
});
