import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "./calculator.ts";

const read = (path: string): Buffer => readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

/** What stands between figures, Latin letters and marks of a file. */
const kUrdu = /[\u0600-\u06ff](?:[\u0600-\u06ff]|\u200c|\u200d|\u00a0| )+/gu;

/** A word with letters in places where no word of the texts has them. */
const kOther = "ٹھپچگژضڈ";

test("the font of the texts draws each of their words and sentences as the whole font does, to a pixel", async ({ page }) => {
  const words = read("tools/subset_fonts_words.txt").toString().trim().split("\n");
  const files = ["public/text/ur.json", "public/packs/pk.json", "public/presets/pk.json"];
  const sentences = files.flatMap((file) => read(file).toString().match(kUrdu) ?? []);
  expect(words.length).toBeGreaterThan(1000);
  expect(sentences.length).toBeGreaterThan(1000);
  expect(words).not.toContain(kOther);
  const [cut, whole] = [read("public/fonts/nastaliq.woff2"), read("public/fonts/whole/nastaliq.woff2")];
  expect(cut.length).toBeLessThan(whole.length / 2);
  await page.setContent("<!doctype html><title>Fonts</title>");
  const different = await page.evaluate(
    async ({ fonts, lines }) => {
      for (const [name, base64] of Object.entries(fonts)) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        document.fonts.add(await new FontFace(name, bytes).load());
      }
      const canvas = Object.assign(document.createElement("canvas"), { height: 60 });
      const context = canvas.getContext("2d", { willReadFrequently: true });
      if (!context) throw new Error("This browser draws nothing.");
      const pixels = (line: string, family: string): Uint32Array => {
        context.font = `20px ${family}`;
        // Setting a canvas's width clears it and its settings.
        canvas.width = Math.ceil(context.measureText(line).width) + 40;
        Object.assign(context, { font: `20px ${family}`, direction: "rtl", textAlign: "right" });
        context.fillText(line, canvas.width - 20, 35);
        return new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
      };
      return lines.filter((line) => {
        const [one, other] = [pixels(line, "Cut"), pixels(line, "Whole")];
        return one.length !== other.length || one.some((pixel, i) => pixel !== other[i]);
      });
    },
    { fonts: { Cut: cut.toString("base64"), Whole: whole.toString("base64") }, lines: [...words, ...sentences, kOther] },
  );
  expect(different).toEqual([kOther]);
});

test("what a visitor writes in Urdu is quoted in the whole font", async ({ calculator, page }) => {
  const loaded = (): Promise<string[]> =>
    page.evaluate(() => [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")));
  await calculator.open("/ur/index.html");
  expect(await loaded()).not.toContain("Whole Nastaliq");
  await calculator.enter("کتنے سالوں میں", kOther);
  await expect(page.locator(".problem")).toContainText(kOther);
  await expect.poll(loaded).toContain("Whole Nastaliq");
  expect(await page.locator(".problem").evaluate((shown) => getComputedStyle(shown).fontFamily)).toMatch(/^"Whole Nastaliq", "Page Nastaliq"/);
});

test("before the first paint in Urdu come the font of the texts and one style sheet; that of charts and paper comes with the program", async ({
  calculator,
  page,
}) => {
  const built = await (await page.request.get("/ur/index.html")).text();
  const files = built.matchAll(/<link rel="(?:preload|stylesheet)"[^>]* href="\.\.\/assets\/(?<name>[a-z]+)-/g);
  expect([...files].map(({ groups }) => groups?.["name"])).toEqual(["nastaliq", "ur"]);
  // Printing waits for no font, and so low a window shows no chart.
  await page.setViewportSize({ width: 320, height: 240 });
  await calculator.open("/ur/index.html");
  await expect.poll(() => page.evaluate(() => document.fonts.check('1em "Page Naskh"', "\u0627"))).toBe(true);
});

test("Nastaliq stands in its lines where it does in those of the system's font, of which WebKit does not ask", async ({ page }) => {
  // Lines of a page in Urdu stand by the first font that has a space, and by the first of all in WebKit.
  await page.setContent("<!doctype html><title>Fonts</title>");
  const baselines = await page.evaluate(
    async (fonts) => {
      const baseline = (family: string): number => {
        const line = Object.assign(document.createElement("div"), { innerHTML: "x<span></span>" });
        line.style.font = `100px/2 ${family}`;
        const mark = line.querySelector("span");
        if (!mark) throw new Error("No mark.");
        mark.style.display = "inline-block";
        document.body.append(line);
        return mark.getBoundingClientRect().bottom - line.getBoundingClientRect().top;
      };
      for (const [name, base64] of Object.entries(fonts)) {
        const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
        document.fonts.add(await new FontFace(name, bytes).load());
      }
      return { system: baseline("system-ui"), cut: baseline("Cut"), whole: baseline("Whole") };
    },
    {
      Cut: read("public/fonts/nastaliq.woff2").toString("base64"),
      Whole: read("public/fonts/whole/nastaliq.woff2").toString("base64"),
    },
  );
  // In hundredths of the letters' size. Sans-serif fonts of systems differ by as much from one another.
  expect(Math.abs(baselines.cut - baselines.system)).toBeLessThan(8);
  expect(baselines.whole).toBe(baselines.cut);
});
