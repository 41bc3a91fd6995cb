import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { answerTo, comparisonOf, headline, inWords, type Question } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kSellers = "New sellers to bring on";
const kDefault = headline(answerTo());

/** The scenario that the page says its figures come from. */
async function scenarioOn(page: Page): Promise<Question> {
  return JSON.parse((await page.locator("#share pre").first().textContent()) ?? "") as Question;
}

test("a ready-made plan tells its story and can be undone and done again", async ({ calculator, page }) => {
  await calculator.openWhole();
  await calculator.enter(kSellers, "50,000");
  const mine = headline(answerTo({ onboarding: { newSellers: 50_000 } }));
  await expect(calculator.answer).toHaveText(mine);
  await page.getByRole("button", { name: "Textiles first" }).click();
  await expect(page.locator(".preset-story")).toContainText("All new sellers make clothing or home textiles");
  const textiles = headline(answerTo(await scenarioOn(page)));
  expect(textiles).not.toBe(kDefault);
  await expect(calculator.answer).toHaveText(textiles);
  await page.getByRole("button", { name: "Bring my plan back" }).click();
  await expect(calculator.answer).toHaveText(mine);
  await expect(page.locator(".preset-story")).toHaveCount(0);
  await page.getByRole("button", { name: "Do it again" }).click();
  await expect(calculator.answer).toHaveText(textiles);
});

test("a ready-made plan with a target finds the sellers that it takes", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByRole("button", { name: "What US$1 billion takes" }).click();
  await expect(page.locator(".preset-search")).toContainText(
    /^\s*No number of sellers makes \$1\sbillion a year by 2031 likely\. With about [\d,]+ it could happen in 4 of 20 futures\. The middle is about \$\d{3}\smillion\./,
  );
  const [, found = ""] = /about (\d\d0,000) it/.exec((await page.locator(".preset-search").textContent()) ?? "") ?? [];
  await expect(calculator.field(kSellers)).toHaveValue(found);
  await expect(calculator.answer).toHaveText(headline(answerTo(await scenarioOn(page))));
});

test("measures are added, dated, sized, refused in words and removed", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByLabel("Add a measure").selectOption({ label: "Support with fees" });
  await page.getByRole("button", { name: "Add", exact: true }).click();
  const measure = page.getByRole("group", { name: "Support with fees" });
  await calculator.enter("Part of sales", "8 %");
  await calculator.enter("To fiscal year", "2029");
  const measures = [{ type: "feeSupport", from: 2027, to: 2029, points: 0.08 }];
  await expect(calculator.answer).toHaveText(headline(answerTo({ measures })));
  await calculator.enter("To fiscal year", "2026");
  await expect(measure.locator(".problem")).toHaveText("A measure cannot end before it begins.");
  await expect(calculator.answer).toHaveText(headline(answerTo({ measures })));
  await calculator.enter("To fiscal year", "2028");
  await expect(measure.locator(".problem")).toHaveCount(0);
  await page.getByRole("button", { name: "Remove: Support with fees" }).click();
  await expect(calculator.answer).toHaveText(kDefault);
});

test("an assumption is found, written as a range, refused in words and set back", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByLabel("Search the assumptions").fill("export within 12 months");
  const name = "Registered sellers who export within 12 months";
  await expect(page.getByRole("heading", { name, exact: true })).toBeVisible();
  await expect(page.locator(".register h4", { hasText: "Take" })).toHaveCount(0);
  await page.getByRole("button", { name: `Change: ${name}` }).click();
  const [from, to] = [page.getByLabel("From", { exact: true }), page.getByLabel("To", { exact: true })];
  await from.fill("60 %");
  await to.fill("40 %");
  await to.press("Enter");
  await expect(page.locator(".assumption-editor .problem")).toHaveText("These must rise, one after the other: From, To.");
  await expect(from).toBeFocused();
  await from.fill("30 %");
  await page.getByRole("button", { name: "Use this" }).click();
  await expect(page.locator(".distribution.changed")).toContainText("given: about");
  const question = await scenarioOn(page);
  expect(Object.keys(question)).toContain("assumptions");
  await expect(calculator.answer).toHaveText(headline(answerTo(question)));
  await page.getByRole("button", { name: `Set back: ${name}` }).click();
  await expect(calculator.answer).toHaveText(kDefault);
});

test("kept plans are compared on the same futures", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByRole("button", { name: "Keep this plan to compare" }).click();
  await calculator.enter(kSellers, "200,000");
  await page.locator("#compare").scrollIntoViewIfNeeded();
  const { higher, low, middle, high } = comparisonOf({}, { onboarding: { newSellers: 200_000 } });
  const futures = higher === 1 ? 20 : Math.min(19, Math.round(20 * higher));
  await expect(page.locator(".differences li")).toHaveText(
    `This plan earns more than A in ${futures} of 20 futures; in the middle about ${inWords(middle)} a year more, in 18 of 20 ${
      low < 0 ? `from ${inWords(-low)} less to ${inWords(high)} more` : `between ${inWords(low)} and ${inWords(high)}`
    }.`,
  );
  await page.getByRole("button", { name: /^Use A/ }).click();
  await expect(calculator.answer).toHaveText(kDefault);
  await expect(page.locator("#compare")).toContainText("This plan is kept.");
});

test("a link says all that is set, and opening it brings it all back", async ({ calculator, page }) => {
  await calculator.openWhole();
  const before = await page.evaluate(() => history.length);
  await calculator.enter(kSellers, "250,000");
  await page.getByRole("button", { name: "Rs", exact: true }).click();
  await expect(page).toHaveURL(/#v=1&m=[\d.]+&currency=local&newSellers=250000&pack=[\d.]+&target=100000000$/);
  expect(await page.evaluate(() => history.length)).toBe(before);
  await expect(page.getByLabel("Link to this plan")).toHaveValue(page.url());
  const answer = await calculator.answer.textContent();

  await page.reload();
  await expect(page.locator(".side:not([inert])")).toBeVisible();
  await expect(calculator.field(kSellers)).toHaveValue("250,000");
  await expect(calculator.answer).toHaveText(answer ?? "");
  // An anchor takes the place of the link for a moment only.
  await page.getByRole("link", { name: "Skip to the answer" }).press("Enter");
  await expect(calculator.answer).toBeFocused();
  await expect(page).toHaveURL(/newSellers=250000/);
});

test("a link that is old or says what is not allowed is explained", async ({ calculator, page }) => {
  await page.goto("/#v=1&m=2020.1&newSellers=50000&years=99&horse=1");
  await expect(page.locator(".side:not([inert])")).toBeVisible();
  await expect(page.locator(".notices")).toContainText("years=99 is not allowed. Allowed: 1 to 15.");
  await expect(page.locator(".notices")).toContainText("horse=1 is not known here.");
  await expect(page.locator(".notices")).toContainText("an older version (model 2020.1)");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 50_000 } })));
  for (let count = 2; count > 0; --count) await page.getByRole("button", { name: "Close this note" }).first().click();
  await expect(page.locator(".notices")).toHaveText("");
});

test("a link without its version is read, and that is said", async ({ calculator, page }) => {
  await calculator.open("/#newSellers=50000");
  await expect(page.locator(".notices")).toContainText("It was read as version 1.");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 50_000 } })));
});

test("a plan is saved as a file that the native program reads, and opened again", async ({ calculator, page }) => {
  await calculator.openWhole();
  await calculator.enter(kSellers, "123,456");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Save the plan" }).click();
  const saved = readFileSync(await (await download).path(), "utf8");
  const answer = headline(answerTo(JSON.parse(saved) as Question));
  await expect(calculator.answer).toHaveText(answer);
  await page.getByRole("button", { name: "Back to the defaults" }).click();
  await expect(calculator.answer).toHaveText(kDefault);

  const open = page.getByLabel("Open a plan");
  const plan = (text: string): { name: string; mimeType: string; buffer: Buffer } => ({
    name: "plan.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await page.getByText("Open a plan").scrollIntoViewIfNeeded();
  await open.setInputFiles(plan('{"schema":1,"pack":"pk","onboarding":{"years":99}}'));
  await expect(page.locator(".notices")).toContainText("/onboarding/years");
  // Who opens a file is far below the notices.
  await expect(page.locator("#share .file-faults")).toContainText("“plan.json” cannot be used: one fault was found.");
  await expect(page.locator("#share .file-faults")).toBeInViewport();
  await expect(calculator.answer).toHaveText(kDefault);
  await open.setInputFiles(plan(saved));
  await expect(calculator.answer).toHaveText(answer);
  await expect(page.locator(".notices")).toHaveText("");
});
