import { answerTo, headline } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kSellers = "New sellers to bring on";
const kDefault = headline(answerTo());

test("a slider moved by mouse answers while it moves and ends with the answer of its last place", async ({
  calculator,
  page,
}) => {
  await calculator.open();
  const box = await calculator.slider(kSellers).boundingBox();
  if (!box) throw new Error("There is no slider.");
  const y = box.y + box.height / 2;
  const at = (share: number): number => box.x + 10 + share * (box.width - 20);
  await page.mouse.move(at(0.55), y);
  await page.mouse.down();
  await page.mouse.move(at(0.75), y, { steps: 4 });
  await expect(calculator.answer).not.toHaveText(kDefault);
  // Back and forth without a pause: only the last place counts.
  for (const share of [0.2, 0.9, 0.1, 0.95, 0.3, 0.8]) await page.mouse.move(at(share), y, { steps: 4 });
  await page.mouse.up();
  const newSellers = Number((await calculator.field(kSellers).inputValue()).replaceAll(",", ""));
  expect(newSellers).toBeGreaterThan(200_000);
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers } })));
  await expect(page.locator(".result")).not.toHaveAttribute("data-busy");
});

test("a slider that was pointed at is answered within the task of its move, with the answer that it has after a reload", async ({
  calculator,
  page,
}) => {
  await calculator.open("/#v=1&draws=4096");
  const slider = calculator.slider(kSellers);
  await slider.hover();
  // Each time to a stop where it has not been: its answer can only have been asked ahead.
  let position = Number(await slider.inputValue());
  const answerOfNext = (): Promise<string | undefined> => {
    ++position;
    return slider.evaluate(async (input: HTMLInputElement, next) => {
      const text = (): string => document.getElementById("answer")?.textContent ?? "";
      const before = text();
      input.value = String(next);
      input.dispatchEvent(new Event("input", { bubbles: true }));
      // What was promised is done, no message of a worker has come.
      for (let turn = 0; turn < 10; ++turn) await Promise.resolve();
      return text() === before ? undefined : text();
    }, position);
  };
  let answer: string | undefined;
  await expect
    .poll(async () => (answer = await answerOfNext()), { intervals: [1000] })
    .toContain("By 2031");
  const sellers = await calculator.field(kSellers).inputValue();
  await expect(page).toHaveURL(new RegExp(`newSellers=${sellers.replaceAll(",", "")}(?:&|$)`));
  await page.reload();
  await expect(calculator.field(kSellers)).toHaveValue(sellers);
  await expect(calculator.answer).toHaveText(answer ?? "");
});

test("a slider moved by keyboard says its value with a unit, and the status says the answer", async ({
  calculator,
}) => {
  await calculator.open();
  const slider = calculator.slider("Over how many years");
  await expect(slider).toHaveAttribute("aria-valuetext", "5\u00A0years");
  await slider.focus();
  await slider.press("ArrowUp");
  await slider.press("ArrowUp");
  await slider.press("ArrowDown");
  await expect(slider).toHaveAttribute("aria-valuetext", "6\u00A0years");
  await expect(calculator.field("Over how many years")).toHaveValue("6");
  const expected = headline(answerTo({ onboarding: { years: 6 } }));
  await expect(calculator.answer).toHaveText(expected);
  await expect(calculator.status).toHaveText(expected);

  const sellers = calculator.slider(kSellers);
  await sellers.press("Home");
  await expect(calculator.field(kSellers)).toHaveValue("0");
  await expect(calculator.answer).toHaveText("By 2031, no extra export earnings: this plan does not change them.");
  await sellers.press("End");
  await expect(calculator.field(kSellers)).toHaveValue("1,000,000");
});

test("numbers are read as people write them", async ({ calculator }) => {
  await calculator.open();
  for (const [text, shown] of [
    ["250000", "250,000"],
    ["2.5 lakh", "250,000"],
    ["40k", "40,000"],
    ["1,20,000", "120,000"],
    ["۱٬۲۰٬۰۰۰", "120,000"],
  ] as const) {
    await calculator.enter(kSellers, text);
    await expect(calculator.field(kSellers)).toHaveValue(shown);
    await expect(calculator.field(kSellers)).not.toHaveAttribute("aria-invalid");
  }
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 120_000 } })));
});

test("what is typed counts when Enter is pressed, not before", async ({ calculator }) => {
  await calculator.open();
  await calculator.field(kSellers).fill("400000");
  await expect(calculator.field(kSellers)).toHaveValue("400000");
  await expect(calculator.answer).toHaveText(kDefault);
  await calculator.field(kSellers).press("Enter");
  await expect(calculator.field(kSellers)).toHaveValue("400,000");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 400_000 } })));
});

test("rubbish is refused at its field in words, and the last good answer stays, marked as such", async ({
  calculator,
  page,
}) => {
  await calculator.open();
  await calculator.enter(kSellers, "50000");
  const good = headline(answerTo({ onboarding: { newSellers: 50_000 } }));
  await expect(calculator.answer).toHaveText(good);
  const field = calculator.field(kSellers);
  for (const [text, words] of [
    ["many", "“many” is not a number. Enter one from 0 to 10,000,000, such as 50,000, 100k or 1 lakh."],
    ["2,5", "“2,5” is not a number."],
    ["50%", "“50%” is not a number. Enter one from 0 to 10,000,000"],
    ["20000000", "“20000000” is outside what is allowed. Enter a number from 0 to 10,000,000."],
    ["-5", "“-5” is outside what is allowed."],
    ["10.5", "“10.5” is not a whole number. Enter one from 0 to 10,000,000."],
    ["", "Enter a number from 0 to 10,000,000"],
  ] as const) {
    await calculator.enter(kSellers, text);
    await expect(page.locator(".main-control .problem")).toContainText(words);
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/Enter (one|a number) from 0 to 10,000,000/);
    await expect(field).toHaveValue(text);
    await expect(calculator.answer).toHaveText(good);
  }
  const note = "This is still the answer for your last valid plan: 50,000 new sellers over 5 years.";
  await expect(page.locator(".notice.stale")).toContainText(note);
  await expect(calculator.status).toContainText(note);

  await calculator.enter(kSellers, "60,000");
  await expect(field).not.toHaveAttribute("aria-invalid");
  await expect(page.locator(".notice.stale")).toHaveCount(0);
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 60_000 } })));
});

test("a refused number never stands without its refusal once its field is left", async ({ calculator, page }) => {
  await calculator.open();
  const field = calculator.field(kSellers);
  const problem = page.locator(".main-control .problem");
  await calculator.enter(kSellers, "20000000");
  await expect(problem).toContainText("“20000000” is outside what is allowed.");
  for (const key of ["Tab", "Enter"]) {
    // The browser fires no `change` for what ends as it began.
    await field.focus();
    await page.keyboard.press("End");
    await page.keyboard.type("1");
    await expect(problem).toHaveCount(0);
    await page.keyboard.press("Backspace");
    await page.keyboard.press(key);
    await expect(field).toHaveValue("20000000");
    await expect(problem).toContainText("“20000000” is outside what is allowed.");
    await expect(page.locator(".notice.stale")).toContainText("This is still the answer for your last valid plan");
  }
});

test("a refused share of the roadmap is read again on Enter, and as soon as the line acts on something else", async ({ calculator, page }) => {
  const line = (points: number): string => `feeSupport,channel:b2c,from:2027,to:2029,points:${points}`;
  await calculator.open(`/#v=1&measure01=${line(0.2)}&measure02=${line(0.05)}`);
  const second = page.getByRole("group", { name: "Support with fees" }).nth(1);
  const share = second.getByRole("textbox").first();
  const problem = second.locator(".problem");
  await share.fill("20");
  await share.press("Enter");
  await expect(problem).toHaveCount(1);
  await share.press("End");
  await share.press("Backspace");
  await page.keyboard.type("0");
  await share.press("Enter");
  await expect(problem).toHaveCount(1);
  await second.getByRole("combobox").selectOption("b2b");
  await expect(problem).toHaveCount(0);
  await expect(share).toHaveValue("20\u00A0%");
});

test("training, internet use and the path of arrival reach the answer", async ({ calculator, page }) => {
  await calculator.open();
  await calculator.enter("Offered light training", "50 %");
  await calculator.enter(/^Internet use, by/, "70");
  await expect(calculator.field(/^Internet use, by/)).toHaveValue("70\u00A0%");
  await page.getByRole("radio", { name: /^In an S-curve/ }).check();
  const answer = answerTo({
    onboarding: { path: "logistic" },
    measures: [
      { type: "training", tier: "light", from: 2027, to: 2031, share: 0.5 },
      { type: "connectivity", from: 2027, to: 2031, internetUse: 0.7 },
    ],
  });
  await expect(calculator.answer).toHaveText(headline(answer));
  await calculator.enter(/^Internet use, by/, "30");
  await expect(calculator.field(/^Internet use, by/)).toHaveAccessibleDescription(/from 57\s% to 100\s%/);
});

test("the sectors keep summing to 100 % when one is changed", async ({ calculator, page }) => {
  await calculator.open();
  await page.getByText("Change the shares").click();
  await calculator.enter("Apparel and knitwear", "100");
  await expect(page.getByRole("radio", { name: /^Your own shares/ })).toBeChecked();
  await expect(calculator.field("Home textiles")).toHaveValue("0\u00A0%");
  // The pack has 18, 13 and 3 of 100 new sellers in apparel, by channel.
  const mix = { "apparel/b2b": 18 / 34, "apparel/b2c": 13 / 34, "apparel/web": 3 / 34 };
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { mix } })));
});

test("the buttons set ready-made plans and lead back", async ({ calculator, page }) => {
  await calculator.open();
  const button = page.getByRole("button", { name: "Training at scale" });
  await button.click();
  await expect(calculator.field("Offered light training")).toHaveValue("50\u00A0%");
  const training = [["light", 0.5], ["intensive", 0.3], ["linkage", 0.2]] as const;
  const measures = training.map(([tier, share]) => ({ type: "training", tier, from: 2027, to: 2031, share }));
  await expect(calculator.answer).toHaveText(headline(answerTo({ measures })));
  await expect(button).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("button", { name: "Back to the defaults" }).click();
  await expect(calculator.answer).toHaveText(kDefault);
});

test("says all of the answer with as many workers as other machines have", async ({ calculator, page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "hardwareConcurrency", { get: () => 8 }));
  await calculator.open();
  await calculator.enter(kSellers, "150000");
  const expected = headline(answerTo({ onboarding: { newSellers: 150_000 } }));
  await expect(calculator.answer).toHaveText(expected);
  // Said once all futures are counted.
  await expect(calculator.status).toHaveText(expected);
});
