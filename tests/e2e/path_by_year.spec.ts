import { answerTo, headline } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kSellers = "New sellers to bring on";

test("the sellers of each year are set one by one, and their sum is the number of new sellers", async ({ calculator, page }) => {
  await calculator.open();
  await page.getByRole("radio", { name: /^In an S-curve/ }).check();
  await page.getByRole("radio", { name: /^Year by year/ }).check();
  // It begins as the curve before it went.
  await expect(calculator.field("2027")).toHaveValue("6,762");
  await calculator.enter("2028", "1 lakh");
  const path = [6762, 100_000, 39_412, 23_532, 6762];
  await expect(calculator.field(kSellers)).toHaveValue("176,468");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { path } })));
  await expect(page.getByText("Together 176,468 new sellers over 5 years.")).toBeVisible();

  await calculator.enter("2028", "-5");
  await expect(calculator.field("2028")).toHaveAccessibleDescription(/Enter a number from 0 to/);
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { path } })));
  await calculator.enter("2028", "100,000");

  await expect(page).toHaveURL(/path=6762,100000,39412,23532,6762/);
  await page.reload();
  await expect(calculator.field("2028")).toHaveValue("100,000");
  await calculator.enter(kSellers, "352,936");
  await expect(calculator.field("2028")).toHaveValue("200,000");
});
