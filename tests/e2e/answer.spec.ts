import { answerTo, headline, inWords, pack, sampleColumns } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kDefault = answerTo();

test("says the native program's answer at once, with its range and of whom", async ({ calculator, page }) => {
  await calculator.openWhole();
  await expect(calculator.answer).toHaveText(headline(kDefault));
  const [, active, , afterThree] = kDefault.funnel.map(({ mean }) => Math.round(mean));
  await expect(page.locator(".scope")).toContainText(
    `Of 100 who register, about ${active} make an export sale and ${afterThree} still sell after three years.`,
  );
});

test("is served with its policy, in English, with one heading of the first level", async ({ calculator, page }) => {
  const response = await page.goto("/");
  expect(response?.headers()["content-security-policy"]).toContain("require-trusted-types-for 'script'");
  await calculator.open();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "What could more online sellers earn Pakistan in exports?",
  );
});

test("shows another year when asked", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByLabel("Year shown").selectOption("2036");
  await expect(calculator.answer).toHaveText(headline(kDefault, 2036));
  await expect(page.getByRole("heading", { name: "By sector, 2036: average of all futures, US$ million" })).toBeVisible();
  await expect(calculator.status).toHaveText(headline(kDefault, 2036));
});

test("says of how many futures the first figures are, in a place kept for it, and announces only those of all", async ({
  calculator,
  page,
}) => {
  test.setTimeout(90_000);
  const place = page.locator(".preview");
  const options = page.locator(".view-options");
  const height = (): Promise<number> => options.evaluate((element) => element.getBoundingClientRect().height);
  await calculator.open("/#v=1&draws=65536");
  const before = await height();
  await expect(place).toHaveText("4,096 of 65,536 futures so far");
  await expect(place.locator("span")).toBeVisible();
  expect(await height()).toBe(before);
  await expect(calculator.status).toHaveText("");
  await expect(place).toHaveText("", { timeout: 60_000 });
  expect(await height()).toBe(before);
  await expect(calculator.status).toHaveText((await calculator.answer.textContent()) ?? "");
});

test("shows rupees at the pack's rate", async ({ calculator, page }) => {
  await calculator.open();
  const rate = pack.currency.perUsd.value;
  const middle = kDefault.outputs.exportsAdditional.quantiles.p50[4] ?? Number.NaN;
  await expect(page.locator(".scope")).toContainText(`The middle is about ${inWords(middle * rate, "Rs ")} at Rs ${rate}`);
  await page.getByRole("button", { name: "Rs", exact: true }).click();
  await expect(calculator.answer).toHaveText(headline(kDefault, 2031, "Rs ", rate));
  await expect(page.locator(".scope")).toContainText(
    `Amounts are shown in Rs, converted at Rs ${rate} to the dollar. The middle is about ${inWords(middle)}.`,
  );
});

test("leads from gross sales to value added in amounts that add up", async ({ calculator, page }) => {
  await calculator.openWhole();
  const figure = page.locator("section.chart", { has: page.getByRole("heading", { name: "From sales to earnings, 2031: average of all futures, US$ million" }) });
  const labels = await figure.locator(".bar-value").allTextContents();
  const millions = labels.map((label) => Number(label.replace("−", "-").replace(/[$m\u2060]/g, "")));
  expect(millions).toEqual(kDefault.waterfall.map(({ mean }) => Math.round((mean[4] ?? 0) / 1e6)));
  const [gross = 0, deadweight = 0, crowding = 0, displacement = 0, wedge = 0, earnings = 0] = millions;
  expect(Math.abs(gross + deadweight + crowding + displacement + wedge - earnings)).toBeLessThanOrEqual(3);
});

test("splits the earnings by sector and keeps the funnel's counts", async ({ calculator, page }) => {
  await calculator.openWhole();
  const sectors = page.locator("section.chart", { has: page.getByRole("heading", { name: "By sector, 2031: average of all futures, US$ million" }) });
  for (const { id, label } of pack.sectors) {
    const mean = kDefault.bySector[id]?.exportsAdditional.mean[4] ?? Number.NaN;
    const row = sectors.locator(".bar", { hasText: label.en });
    await expect(row.locator(".bar-value")).toHaveText(`$${Number((mean / 1e6).toPrecision(2))}m`);
  }
  const funnel = page.locator("section.chart", { has: page.getByRole("heading", { name: "Of 100 who register" }) });
  await expect(funnel.locator(".bar-value")).toHaveText(
    kDefault.funnel.map(({ mean }) => String(Math.round(mean))),
  );
});

test("gives each chart over the years its table", async ({ calculator, page }) => {
  await calculator.open();
  const fan = page.locator("section.chart", { has: page.getByRole("heading", { name: /^Extra export earnings/ }) });
  await fan.getByText("Table").click();
  const row = fan.getByRole("row", { name: /^2031/ });
  const { p05, p25, p50, p75, p95 } = kDefault.outputs.exportsAdditional.quantiles;
  const mean = kDefault.outputs.exportsAdditional.mean;
  await expect(row.getByRole("cell")).toHaveText(
    // Amounts from 1 to 999 million: in three digits JavaScript writes them with their zeros.
    [p05, p25, p50, p75, p95, mean].map((column) => ((column[4] ?? 0) / 1e6).toPrecision(3)),
  );
});

test("shows both readings of what a seller sells, with sources", async ({ calculator, page }) => {
  await calculator.openWhole();
  // Gross sales of everyone who registered three years ago: act * S(3) * g(3) * m of docs/model.md.
  const column = sampleColumns(4096);
  const [r1, gain, m, g0, ramp] = [column("r1"), column("r2_gain"), column("m"), column("g0"), column("T")];
  const at = (values: readonly number[], draw: number): number => values[draw] ?? Number.NaN;
  const sales = column("act").map((active, draw) => {
    const s = (1 - at(gain, draw)) / at(gain, draw);
    const beta = s * at(r1, draw);
    const kept = [1, 2, 3].reduce((share, b) => (share * (beta + b - 1)) / (s + b - 1), 1);
    const ramped = 1 - (1 - at(g0, draw)) * Math.exp(-3 / at(ramp, draw));
    return active * kept * ramped * at(m, draw);
  });
  const sorted = sales.toSorted((low, high) => low - high);
  const quantile = (share: number): number => sorted[Math.floor(share * sorted.length)] ?? Number.NaN;

  const text = (await page.locator("#readings").textContent()) ?? "";
  const found = /about \$([\d,]+), three years after.*futures \$([\d,]+) to \$([\d,]+)\..*\$14,000 to \$36,000.*6 to 16 times as much/s;
  const [middle, low, high] = (found.exec(text) ?? []).slice(1).map((figure) => Number(figure.replaceAll(",", "")));
  for (const [shown = Number.NaN, share] of [[middle, 0.5], [low, 0.05], [high, 0.95]] as const) {
    expect(Math.abs(Math.log(shown / quantile(share)))).toBeLessThan(0.07);
  }
  expect(Math.round(14_000 / (middle ?? 0))).toBe(6);
  expect(Math.round(36_000 / (middle ?? 0))).toBe(16);

  const links = await page.locator("#readings a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const sources = links.filter((link) => link.startsWith("https://"));
  expect(sources.length).toBeGreaterThanOrEqual(3);
  expect(links.filter((link) => !sources.includes(link))).toEqual(["evidence.html#back-test"]);
});

test("says what a typical, an average and a very successful seller sell", async ({ calculator, page }) => {
  await calculator.openWhole();
  const figure = page.locator("section.chart", { has: page.getByRole("heading", { name: "What one seller sells, 2031" }) });
  const amounts = (["median", "mean", "top1"] as const).map((id) => {
    const { p05, p50, p95 } = kDefault.sellerSales[id].quantiles;
    return [p05, p50, p95].map((column) => column[4] ?? Number.NaN) as [number, number, number];
  });
  const short = (usd: number): string => {
    const [figure2, unit] = usd < 999_500 ? [usd / 1e3, "k"] : [usd / 1e6, "m"];
    return usd < 995 ? `$${Number(usd.toPrecision(2))}` : `$${Number(figure2.toPrecision(2))}${unit}`;
  };
  await expect(figure.locator(".bar-value")).toHaveText(amounts.map(([, middle]) => short(middle)));
  await expect(figure.locator(".bar-note")).toHaveText(amounts.map(([low, , high]) => `${short(low)} to ${short(high)}`));
  const [[, typical], [, mean]] = amounts as [[number, number, number], [number, number, number]];
  await expect(figure.locator(".finding")).toContainText(`The average is ${Math.round(mean / typical)} times that`);
});

test("tells luck from not knowing", async ({ calculator, page }) => {
  await calculator.openWhole();
  const figure = page.locator("section.chart", { has: page.getByRole("heading", { name: "Why it is so uncertain, 2031" }) });
  const percent = (share = Number.NaN): string => `${Math.round(share * 100)} %`;
  const { parameters, shocks, luck } = kDefault.spread;
  await expect(figure.locator(".bar-value")).toHaveText(
    [parameters, shocks, luck].map((shares) => {
      const share = shares[4] ?? Number.NaN;
      return share < 0.01 ? `${Number((share * 100).toPrecision(1))} %` : percent(share);
    }),
  );
  await expect(figure.locator(".finding")).toContainText(
    "Almost all of the uncertainty is because we do not know, not because of luck.",
  );
  await expect(figure.locator(".finding")).toContainText(
    `usually by no more than ${percent(kDefault.luck.cv.quantiles.p50[4])} up or down.`,
  );
  await calculator.enter("New sellers to bring on", "500");
  await expect(figure.locator(".finding")).toContainText("Most of the uncertainty is luck");
  await calculator.enter("New sellers to bring on", "0");
  await expect(figure.locator(".finding")).toHaveText("This plan adds nothing, so there is nothing to show.");
});

test("lists every assumption of the pack, each once, and what moves together", async ({ calculator, page }) => {
  await calculator.openWhole();
  await calculator.openEverything();
  const shown = await page.locator(".group:not(#disagreements .group) h4").allTextContents();
  for (const { label } of Object.values(pack.parameters)) {
    expect(shown.filter((title) => title === label.en)).toHaveLength(1);
  }
  const together = page.locator(".group", { has: page.getByRole("heading", { name: /^What moves together/ }) });
  await expect(together.locator(".values")).toHaveText(
    pack.correlations.map(({ spearman }) => `rank correlation ${spearman}`),
  );
});

test("names the source of every sourced assumption", async ({ calculator, page }) => {
  await calculator.openWhole();
  await calculator.openEverything();
  const shown = await page.locator("#assumptions a").evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  const urls = Object.values(pack.sources).map(({ url }) => url);
  expect(urls.length).toBeGreaterThan(20);
  for (const url of urls) expect(shown).toContain(url);
});

test("shows fifty futures, and of how many an amount is reached", async ({ calculator, page }) => {
  await calculator.openWhole();
  const percentiles = kDefault.percentiles[4] ?? [];
  const futures = page.locator("section.chart", { has: page.getByRole("heading", { name: /^Fifty possible futures, 2031/ }) });
  await expect(futures.locator("circle.future")).toHaveCount(50);
  await expect(futures.locator("circle.reached")).toHaveCount(40);
  await expect(futures.locator(".finding")).toHaveText(
    `In 16 of 20 futures it is above ${inWords(percentiles[20] ?? 0)} a year; in 4 of 20 it is above ${inWords(percentiles[80] ?? 0)}.`,
  );
  const reached = page.locator("section.chart", { has: page.getByRole("heading", { name: /^Chance of reaching an amount/ }) });
  // Half of the futures lie above the middle; written out it is a little more or less than that.
  await calculator.enter("An amount to reach, US$ a year", String(Math.round(percentiles[50] ?? 0)));
  await expect(reached.locator(".finding")).toContainText("in 50 of 100 futures.");
  await calculator.enter("An amount to reach, US$ a year", "900 arab");
  await expect(reached.locator(".finding")).toContainText("$900 billion a year or more by 2031 in none of the futures drawn.");
  await calculator.enter("An amount to reach, US$ a year", "much");
  await expect(page.getByText("“much” is not a number. Enter one from 1 to 1,000,000,000,000")).toBeVisible();
});

test("computes what matters most only for those who look", async ({ calculator, page }) => {
  await calculator.openWhole();
  const place = page.locator('[data-analyses="sobol"]');
  await expect(place).not.toContainText("Most of the doubt");
  await place.scrollIntoViewIfNeeded();
  await expect(place.locator(".finding")).toContainText("“Mean sales of an established active seller” has a part in");
  await expect(place.locator(".bar")).toHaveCount(6);
});
