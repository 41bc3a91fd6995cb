import { answerTo, headline, inWords, pack } from "./expected.ts";
import { expect, test, type Calculator } from "./calculator.ts";

const kDefault = answerTo();

async function unfold({ page }: Calculator): Promise<void> {
  await page.locator("#disagreements summary").click();
}

test("a choice for every reading of the pack stands folded under what differs", async ({ calculator, page }) => {
  await calculator.openWhole();
  const section = page.locator("#disagreements");
  await expect(section).toContainText(`${pack.readings.length} questions, all as in the default`);
  await expect(page.getByRole("radio", { name: pack.readings[0]?.options[0]?.label.en ?? "" })).toBeHidden();
  await unfold(calculator);
  for (const { label, options } of pack.readings) {
    const group = page.getByRole("group", { name: label.en, exact: true });
    await expect(group.getByRole("radio")).toHaveCount(options.length);
    await expect(group.getByRole("radio").first()).toBeChecked();
    for (const [index, { note, sources }] of options.entries()) {
      const option = group.locator(".reading-option").nth(index);
      if (note) await expect(option.getByRole("radio")).toHaveAccessibleDescription(note.en.replaceAll(/(?<=\d) (?=%)/g, "\u00A0"));
      for (const source of sources) {
        await expect(option.locator(`a[href="${pack.sources[source]?.url ?? ""}"]`)).toHaveCount(1);
      }
    }
  }
});

test("a reading reaches the answer, the list of assumptions and the count, and leads back", async ({
  calculator,
  page,
}) => {
  await calculator.openWhole();
  await unfold(calculator);
  await page.getByRole("radio", { name: "About 15 in 100" }).check();
  await page.getByRole("radio", { name: "Strong: 0.3" }).check();
  const answer = answerTo({ readings: { "first-sales": "wider", congestion: "strong" } });
  expect(headline(answer)).not.toBe(headline(kDefault));
  await expect(calculator.answer).toHaveText(headline(answer));
  await expect(calculator.status).toHaveText(headline(answer));
  await expect(page.locator("#disagreements summary")).toContainText("2 of 7 differ from the default");
  await expect(page.locator(".answer")).toContainText(
    "2 readings of the sources are not the default: “How many of those who register sell”, “How much sellers crowd each other”.",
  );
  const middle = answer.outputs.exportsAdditional.quantiles.p50[4] ?? Number.NaN;
  await expect(page.locator(".reading-outcome")).toContainText(
    `2031: ${inWords(middle).replace(" million", "m")} a year`,
  );

  const act = page.locator(".assumption", { hasText: "Registered sellers who export within 12 months" }).first();
  await expect(act).toContainText("As you chose where the sources disagree.");
  await expect(act).toContainText("most likely 15 %, from 3.5 % to 60 %");

  // A ready-made plan is about the programme: what is assumed about the world stays.
  await page.getByRole("button", { name: "Connectivity" }).click();
  await expect(page.getByRole("radio", { name: "About 15 in 100" })).toBeChecked();
  const measures = [{ type: "connectivity", from: 2027, to: 2031, internetUse: 0.8 }];
  const readings = { "first-sales": "wider", congestion: "strong" };
  await expect(calculator.answer).toHaveText(headline(answerTo({ measures, readings })));
  await page.getByRole("button", { name: "Back to the default readings" }).click();
  await expect(calculator.answer).toHaveText(headline(answerTo({ measures })));
  await expect(page.locator(".other-readings")).toHaveCount(0);
  await expect(act).not.toContainText("As you chose");
});

test("going back to the defaults takes the readings along", async ({ calculator, page }) => {
  await calculator.openWhole();
  await unfold(calculator);
  await page.getByRole("radio", { name: "10,000 to 100,000 dollars" }).check();
  await expect(calculator.answer).toHaveText(headline(answerTo({ readings: { "mean-sales": "lower" } })));
  await page.getByRole("button", { name: "Back to the defaults" }).click();
  await expect(calculator.answer).toHaveText(headline(kDefault));
  await expect(page.getByRole("radio", { name: "12,000 to 200,000 dollars" })).toBeChecked();
});

test("the readings are sorted by what they can change", async ({ calculator, page }) => {
  await calculator.openWhole();
  await unfold(calculator);
  const titles = await page.locator("#disagreements legend").allTextContents();
  const same = pack.readings
    .filter(({ id, options }) => {
      const { outputs } = answerTo({ readings: { [id]: options[1]?.id ?? "" } });
      return JSON.stringify(outputs.exportsAdditional) === JSON.stringify(kDefault.outputs.exportsAdditional);
    })
    .map(({ label }) => label.en);
  expect(same).toHaveLength(4);
  expect(titles.slice(-4).toSorted()).toEqual(same.toSorted());
});
