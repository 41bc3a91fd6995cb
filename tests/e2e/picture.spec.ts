import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import type * as PictureModule from "../../web/export/picture.ts";
import { expect } from "./calculator.ts";
import { test } from "./own_site.ts";

const kRepository = fileURLToPath(new URL("../../", import.meta.url));

/** Puts the module that makes pictures beside the pages of a site, under their policy. */
async function addPictureModule(site: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: "error",
    publicDir: false,
    build: {
      outDir: site,
      emptyOutDir: false,
      minify: false,
      lib: {
        entry: resolve(kRepository, "web/export/picture.ts"),
        formats: ["es"],
        fileName: () => "picture.js",
      },
    },
  });
}

/** The frame of the pictures here: words that need two lines, a note, and Urdu where asked. */
const frames = {
  en: {
    title: "More export earnings a year, in real US$ million, if a hundred thousand sellers join within five years",
    finding: "In half of the futures it is between $30 million and $120 million.",
    notes: ["Source: Export Potential, model 2026.11, data pk 2026.11. <Assumptions> & sources are on the page."],
    drawnNotes: ["Source: Export Potential, model 2026.11, data pk 2026.11. <Assumptions> & sources are on the page."],
    language: "en",
    direction: "ltr",
  },
  ur: {
    title: "سالانہ اضافی برآمدی آمدنی، حقیقی امریکی ڈالر میں",
    finding: "بیس میں سے اٹھارہ صورتوں میں یہ اس حد کے اندر ہے۔",
    notes: ["ماخذ: برآمدی امکانات، ماڈل \u20662026.11\u2069", "https://example.org/#v=1"],
    drawnNotes: ["ماخذ: برآمدی امکانات، ماڈل \u200F\u200E2026.11\u200E\u200F", "\u200F\u200Ehttps://example.org/#v=1\u200E\u200F"],
    language: "ur",
    direction: "rtl",
  },
} as const;

for (const language of ["en", "ur"] as const) {
  test(`a chart becomes a picture that stands alone, in ${language}`, async ({ page, site }, info) => {
    await addPictureModule(site.folder);
    await page.goto(site.url);
    await expect(page.locator(".side:not([inert])")).toBeVisible();
    const made = await page.evaluate(async (frame) => {
      const address = new URL("picture.js", location.href).href;
      const { chartPicture, pngFile } = (await import(address)) as typeof PictureModule;
      const chart = document.querySelector<SVGSVGElement>("#fan-plot svg");
      if (!chart) throw new Error("There is no chart.");
      const picture = chartPicture(chart, frame);
      const png = await pngFile(picture);
      const bitmap = await createImageBitmap(png);
      const canvas = document.createElement("canvas");
      [canvas.width, canvas.height] = [bitmap.width, bitmap.height];
      const context = canvas.getContext("2d");
      context?.drawImage(bitmap, 0, 0);
      const { data = [] } = context?.getImageData(0, 0, canvas.width, canvas.height) ?? {};
      const colors: Record<string, number> = {};
      for (let at = 0; at < data.length; at += 4) {
        const color = Array.from(data.slice(at, at + 3)).join(" ");
        colors[color] = (colors[color] ?? 0) + 1;
      }
      return {
        ...picture,
        pixels: [bitmap.width, bitmap.height],
        chartHeight: chart.getBoundingClientRect().height,
        colors,
        png: Array.from(new Uint8Array(await png.arrayBuffer())),
      };
    }, frames[language]);
    await info.attach("picture.png", { body: Buffer.from(made.png), contentType: "image/png" });

    expect(made.pixels).toEqual([2 * made.width, 2 * made.height]);
    expect(made.height).toBeGreaterThan(made.chartHeight + 60);
    // Tokens of the light theme: background, the two bands, the middle line.
    for (const color of ["251 250 247", "214 232 222", "156 203 179", "11 93 59"]) {
      expect(made.colors[color] ?? 0, color).toBeGreaterThan(300);
    }

    const { title, finding, drawnNotes } = frames[language];
    expect(made.svg).not.toMatch(/\s(?:class|style|aria-[a-z]+)=|var\(--|NaN/);
    // On the page itself, Trusted Types would refuse the parser.
    const elsewhere = await page.context().newPage();
    const words = await elsewhere.evaluate((svg) => {
      const drawing = new DOMParser().parseFromString(svg, "image/svg+xml");
      const fault = drawing.querySelector("parsererror")?.textContent ?? "";
      const lines = [...drawing.querySelectorAll("svg > g[font-family]")].map((paragraph) =>
        [...paragraph.querySelectorAll(":scope > text[x][y][direction][text-anchor]")].map(({ textContent }) => textContent).join(" "),
      );
      return { fault, lines, name: drawing.querySelector("svg > title")?.textContent };
    }, made.svg);
    expect(words).toEqual({ fault: "", lines: [title, finding, ...drawnNotes], name: title });
  });
}

test("a picture carries its font", async ({ page, site }) => {
  await addPictureModule(site.folder);
  const text = readFileSync(resolve(site.folder, "picture.js"), "utf8");
  expect(text).not.toContain("import ");
  await page.goto(site.url);
  const svg = await page.evaluate(async (frame) => {
    const address = new URL("picture.js", location.href).href;
    const { chartPicture } = (await import(address)) as typeof PictureModule;
    const chart = document.querySelector<SVGSVGElement>("#fan-plot svg");
    if (!chart) throw new Error("There is no chart.");
    return chartPicture(chart, { ...frame, font: { family: "Calc Naskh", base64: "d09GMg==" } }).svg;
  }, frames.ur);
  expect(svg).toContain('@font-face{font-family:"Calc Naskh";src:url(data:font/woff2;base64,d09GMg==) format("woff2")}');
  expect(svg).toMatch(/<g [^>]*font-family="&quot;Calc Naskh&quot;, [^"]*"[^>]*><text [^>]*direction="rtl"/);
});
