import { answerTo, headline } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kDefault = headline(answerTo());

test("a market is closed from a year on, dated, refused in words and opened again", async ({ calculator, page }) => {
  await calculator.open();
  await page.getByLabel("A market to close").selectOption({ label: "United States" });
  await page.getByRole("button", { name: "Close it" }).click();
  const closure = page.getByRole("group", { name: "United States" });
  const answer = (closures: readonly Record<string, unknown>[]): string => headline(answerTo({ closures }));
  await expect(calculator.answer).toHaveText(answer([{ market: "us", from: 2027 }]));
  await closure.getByLabel("From fiscal year").fill("2029");
  await closure.getByLabel("From fiscal year").press("Tab");
  await expect(calculator.answer).toHaveText(answer([{ market: "us", from: 2029 }]));
  await closure.getByLabel("To fiscal year").fill("2028");
  await closure.getByLabel("To fiscal year").press("Tab");
  await expect(closure.locator(".problem")).toContainText("Enter a number from 2029 to 2036.");
  await closure.getByLabel("To fiscal year").fill("2030");
  await closure.getByLabel("To fiscal year").press("Tab");
  const dated = answer([{ market: "us", from: 2029, to: 2030 }]);
  // By 2031 the market is open again.
  expect(dated).toBe(kDefault);
  await expect(calculator.answer).toHaveText(dated);
  await expect(page).toHaveURL(/closures=us:2029-2030/);
  await page.reload();
  await expect(page.getByRole("group", { name: "United States" })).toBeVisible();
  await page.getByRole("button", { name: "Open again: United States" }).click();
  await expect(page.getByRole("group", { name: "United States" })).toHaveCount(0);
  await expect(calculator.answer).toHaveText(kDefault);
});

test("the ready-made plan of a closed market sets the same control", async ({ calculator, page }) => {
  await calculator.open();
  await page.getByRole("button", { name: "A market closes" }).click();
  await expect(page.getByRole("group", { name: "United States" })).toBeVisible();
  await expect(calculator.answer).toHaveText(headline(answerTo({ closures: [{ market: "us", from: 2027 }] })));
});
