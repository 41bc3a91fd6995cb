import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { answerTo, headline, pack, sampleColumns } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kAnswer = answerTo();
const kRate = pack.currency.perUsd.value;
const kLast = kAnswer.years.indexOf(2031);
const { mean, quantiles } = kAnswer.outputs.exportsAdditional;
const kPages = [
  { tag: "en", path: "/", saveAs: (format: string) => `Save as ${format}`, extra: "Extra export earnings", fold: "Table, download" },
  {
    tag: "ur",
    path: "/ur/index.html",
    saveAs: (format: string) => `\u2066${format}\u2069 میں محفوظ کریں`,
    extra: "اضافی برآمدی آمدن",
    fold: "جدول، ڈاؤن لوڈ",
  },
] as const;

/** What a button lets the visitor save. */
async function fileOf(page: Page, button: Locator): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const download = page.waitForEvent("download");
  await button.click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

/** The text of a file of an archive, read through its directory as PKWARE's APPNOTE describes it. */
function textIn(archive: Buffer, wanted: string): string {
  let at = archive.readUInt32LE(archive.length - 6);
  for (let left = archive.readUInt16LE(archive.length - 12); left > 0; --left) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString("utf8", at + 46, at + 46 + nameLength);
    const start = archive.readUInt32LE(at + 42) + 30 + nameLength;
    if (name === wanted) return inflateRawSync(archive.subarray(start, start + archive.readUInt32LE(at + 20))).toString("utf8");
    at += 46 + nameLength;
  }
  throw new Error(`No file ${wanted}.`);
}

/** `words` without spaces and the marks of direction, which differ from page to drawing. */
const visible = (words: string): string => words.replaceAll(/[\s\u200E\u200F\u2066-\u2069]/g, "");

for (const { tag, path, saveAs, extra, fold } of kPages) {
  test(`the results are saved in three formats, ${tag}`, async ({ calculator, page }) => {
    await calculator.openWhole(path);
    const button = (format: string): Locator => page.getByRole("button", { name: saveAs(format) });

    const csv = await fileOf(page, button("CSV"));
    expect(csv.name).toBe(`pk-100000-sellers-2031-${tag}.csv`);
    const lines = csv.bytes.toString("utf8").split("\r\n");
    expect(lines[0]?.startsWith("\uFEFF")).toBe(true);
    // The figures of the native program, to the last digit.
    const line = lines.find((one) => one.startsWith(`2031,${extra},exportsAdditional,`))?.split(",");
    expect(line?.slice(4, 6).map(Number)).toEqual([mean[kLast], quantiles.p05[kLast]]);
    expect(Number(line?.[8])).toBe(quantiles.p50[kLast]);
    await expect(page.locator("#saving")).toContainText(csv.name);

    const workbook = await fileOf(page, button("Excel"));
    expect(workbook.name).toBe(`pk-100000-sellers-2031-${tag}.xlsx`);
    expect(workbook.bytes.subarray(0, 4).toString("latin1")).toBe("PK\u0003\u0004");
    expect(textIn(workbook.bytes, "xl/worksheets/sheet1.xml")).toContain(String(quantiles.p50[kLast]));
    expect(textIn(workbook.bytes, "xl/worksheets/sheet1.xml").includes('rightToLeft="1"')).toBe(tag === "ur");
    const about = textIn(workbook.bytes, "xl/worksheets/sheet4.xml");
    expect(about).toContain("export-potential run -");
    const said = ((await calculator.answer.textContent()) ?? "").replaceAll(/[\u2066\u2069]/g, "").trim();
    expect(about).toContain(said);
    if (tag === "en") expect(said.replaceAll("\u00A0", " ")).toBe(headline(kAnswer));

    const json = JSON.parse((await fileOf(page, button("JSON"))).bytes.toString("utf8")) as { readonly result: unknown };
    expect(json.result).toEqual(kAnswer);
  });

  test(`a chart is saved as its table and as a picture, ${tag}`, async ({ calculator, page }) => {
    await calculator.open(path);
    const chart = page.locator(".chart").filter({ has: page.locator("#fan-plot") });
    await chart.getByText(fold).click();
    const button = (format: string): Locator => chart.locator(`[data-chart-file="${format}"]`);

    const table = await fileOf(page, button("csv"));
    expect(table.name).toBe(`pk-100000-sellers-2031-fan-${tag}.csv`);
    const row = table.bytes.toString("utf8").split("\r\n").find((one) => one.startsWith("2031,"))?.split(",");
    const millions = Number((quantiles.p50[kLast] ?? Number.NaN).toPrecision(3)) / 1e6;
    expect(row?.map(Number)).toContain(millions);
    const { version, packVersion, seed, draws } = kAnswer.model;
    expect(row?.slice(-4)).toEqual([expect.stringMatching(`.+ ${version}$`), `pk ${packVersion}`, String(seed), String(draws)]);

    const drawing = await fileOf(page, button("svg"));
    expect(drawing.name).toBe(`pk-100000-sellers-2031-fan-${tag}.svg`);
    const text = drawing.bytes.toString("utf8");
    expect(text.startsWith("<svg ")).toBe(true);
    expect(text).toContain(((await chart.getByRole("heading").textContent()) ?? "").trim());
    expect(text.includes("data:font/woff2;base64,")).toBe(tag === "ur");
    // What the figures are goes with them: country, what is counted, whose dollars.
    const scope = await page.locator(".scope").evaluate(({ childNodes }) => {
      const first = [...childNodes].find(({ nodeType, textContent }) => nodeType === Node.TEXT_NODE && textContent?.trim());
      return first?.textContent ?? "";
    });
    expect(scope).toMatch(/Pakistan|پاکستان/);
    const desc = visible(/<desc>([^<]*)<\/desc>/.exec(text)?.[1] ?? "");
    expect(desc).toContain(visible(scope));
    expect(desc).toContain(visible(tag === "ur" ? "اعداد و شمار پاکستان 20" : "data Pakistan 20"));
    expect(desc).not.toContain(String(kRate));

    await page.locator(".view-options").getByRole("button", { name: tag === "ur" ? "روپے" : "Rs", exact: true }).click();
    const inRupees = (await fileOf(page, button("svg"))).bytes.toString("utf8");
    const saidThen = visible(/<desc>([^<]*)<\/desc>/.exec(inRupees)?.[1] ?? "");
    expect(saidThen).toContain(visible(tag === "ur" ? `بحساب ${kRate} روپے فی ڈالر` : `converted at Rs ${kRate} to the dollar`));

    const rupees = (await fileOf(page, button("csv"))).bytes.toString("utf8").split("\r\n")[1] ?? "";
    expect(visible(rupees)).toContain(visible((await chart.getByRole("heading").textContent()) ?? ""));
    expect(visible(rupees)).toContain(visible(tag === "ur" ? `بحساب ${kRate} روپے فی ڈالر` : `converted at Rs ${kRate} to the dollar`));

    const picture = await fileOf(page, button("png"));
    expect(picture.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    await expect(chart.locator(".chart-files")).toContainText(picture.name);
  });
}

/** What is wrong with a drawing that stands alone on a page: words outside it, words over words, marks that are no numbers. */
function pictureFaults(): string[] {
  const drawing = document.querySelector("svg");
  if (!drawing) return ["there is no drawing"];
  const frame = drawing.getBoundingClientRect();
  const faults = [...drawing.querySelectorAll("rect, line, text, path, circle")].flatMap((mark) =>
    mark.getAttributeNames().some((name) => /NaN|undefined|%/.test(mark.getAttribute(name) ?? "")) ? [`${mark.outerHTML} has no place`] : [],
  );
  const texts = [...drawing.querySelectorAll("text")].map((line) => ({ words: line.textContent, box: line.getBoundingClientRect() })).filter(({ words }) => words !== "");
  // A drawing within the drawing cuts what reaches over its edge, unless told otherwise.
  for (const inner of drawing.querySelectorAll("svg")) {
    if (getComputedStyle(inner).overflow !== "visible") faults.push("a drawing within it is cut at its edge");
  }
  for (const [index, { words, box }] of texts.entries()) {
    if (box.left < frame.left || box.right > frame.right + 1 || box.bottom > frame.bottom) faults.push(`${words} is cut off`);
    for (const other of texts.slice(index + 1)) {
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      // Boxes of text hold some air above and below the letters, those of tall scripts much.
      if (across > 1 && down > 10) faults.push(`${words} covers ${other.words}`);
    }
  }
  return faults;
}

for (const { tag, path } of kPages) {
  test(`every chart is saved as a drawing that stands alone, ${tag}`, async ({ calculator, page, context }) => {
    test.slow();
    // Few draws: there is much to compute and nothing to hold against exact figures.
    // Of an amount that many futures reach, so that it can be told what to measure.
    await calculator.openWhole(`${path}#v=1&draws=1024&target=60000000`);
    await calculator.compareTwoPlans();
    // Those of analyses come when they have been seen.
    for (const analysis of ["goal", "evppi", "sobol", "tornado"]) {
      await page.locator(`[data-analyses="${analysis}"]`).scrollIntoViewIfNeeded();
      await expect(page.locator(`#${analysis}-plot`)).toBeVisible({ timeout: 90_000 });
    }
    await calculator.openEverything();
    const files: { readonly name: string; readonly bytes: Buffer; readonly title: string; readonly labels: readonly string[] }[] = [];
    for (const table of await page.locator("details.table").filter({ has: page.locator('[data-chart-file="svg"]') }).all()) {
      const chart = table.locator("xpath=..");
      const title = ((await chart.getByRole("heading").first().textContent()) ?? "").trim();
      const labels = (await chart.locator(".bar-label, .bar-value").allTextContents()).map((words) => words.trim());
      files.push({ ...(await fileOf(page, table.locator('[data-chart-file="svg"]'))), title, labels });
    }
    const waterfall = page.locator("details.table").filter({ has: page.locator('[data-chart-file="png"]') });
    const picture = await fileOf(page, waterfall.nth(3).locator('[data-chart-file="png"]'));

    // Only now: a page behind another draws once a second, and every click waits for it to.
    const viewer = await context.newPage();
    for (const { name, bytes, title, labels } of files) {
      await viewer.setContent(bytes.toString("utf8"));
      await viewer.evaluate(() => document.fonts.ready);
      expect(await viewer.evaluate(pictureFaults), name).toEqual([]);
      expect(await viewer.locator("body > svg > title").textContent()).toBe(title);
      const said = visible((await viewer.locator("body > svg").textContent()) ?? "");
      for (const words of labels) expect(said).toContain(visible(words));
      expect(await viewer.locator("body > svg text", { hasText: /[\u2066-\u2069]/ }).count()).toBe(0);
    }
    const saved = files.map(({ name }) => name);
    expect(new Set(saved).size).toBe(saved.length);
    for (const chart of ["fan", "waterfall", "goal", "tornado", "programme", "comparison"]) {
      expect(saved.some((name) => name.includes(`-${chart}-${tag}.svg`)), chart).toBe(true);
    }
    expect(saved.length).toBeGreaterThan(15);

    expect(picture.bytes.subarray(1, 4).toString("latin1")).toBe("PNG");
    // The width stands after the head of the file: twice 680 and the margins.
    expect(picture.bytes.readUInt32BE(16)).toBe(2 * (680 + 2 * 24));
  });
}

test("a writer that cannot be had is said at the button, and nothing is saved", async ({ calculator, page, complaints }) => {
  await calculator.openWhole();
  await page.route(/result_files/, (route) => route.abort());
  await page.getByRole("button", { name: "Save as CSV" }).click();
  await expect(page.locator("#saving")).toHaveText(
    "No file was saved: a part of the page could not be loaded. Check the connection and try again.",
  );
  // The console tells of the file that did not come, once for each way in which the browser was asked for it.
  expect(new Set(complaints.splice(0))).toEqual(new Set(["error: Failed to load resource: net::ERR_FAILED"]));
});

test("every future is saved as the native program draws it, and the file can be given up", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByRole("button", { name: "Futures as Excel" }).click();
  await page.getByRole("button", { name: "Stop", exact: true }).click();
  await expect(page.locator("#sampling")).toHaveText("Stopped; no file was saved.");

  await page.goto("/#v=1&draws=512");
  await calculator.showAll();
  await expect(page.getByText("512 rows, one for each future")).toBeVisible();
  const csv = await fileOf(page, page.getByRole("button", { name: "Futures as CSV" }));
  expect(csv.name).toBe("pk-100000-sellers-512-draws-en.csv");
  const [head = "", ...lines] = csv.bytes.toString("utf8").replace("\uFEFF", "").trim().split("\r\n");
  expect(lines).toHaveLength(512);
  const names = head.split(",").map((title) => title.replace(/ \(.*/, ""));
  const column = sampleColumns(512);
  for (const name of ["act", "w.b2c", "interruptions.us", "exportsAdditional.2031", "fiscalNet.2036"]) {
    const at = names.indexOf(name);
    expect(lines.map((line) => Number(line.split(",")[at])), name).toEqual(column(name));
  }
  await expect(page.locator("#sampling")).toContainText(csv.name);
});
