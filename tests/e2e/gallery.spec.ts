import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { expect, test as base } from "./calculator.ts";
import { gallery } from "./gallery_site.ts";

/** What the pictures were taken with: browsers of other versions draw letters and fields a little otherwise. */
const kMadeWith = resolve(import.meta.dirname, "gallery/made_with.json");

const test = base.extend<object, { readonly gallery: string }>({ gallery });

// The gallery is built once, for one worker.
test.describe.configure({ mode: "default" });
test.use({
  deviceScaleFactor: 1,
  launchOptions: {
    executablePath: process.env["BROWSER_PATH"] ?? "/usr/bin/chromium",
    // So that letters do not depend on how the machine's screen is set up.
    args: ["--font-render-hinting=none", "--disable-lcd-text", "--force-color-profile=srgb"],
  },
});

/** Specimens without a picture: words alone, and what looks like another. Pictures are to stay small. */
const kUnpictured = new Set([
  "glossary",
  "fan-table",
  "foot",
  "luck",
  "sellers",
  "measuring",
  "answer-stale",
  "sharing",
  "results",
  "sales-readings",
  "assumptions",
  "report",
]);
/** What is mirrored. */
const kDirected = [
  "header",
  "notices",
  "presets",
  "main-control-refused",
  "answer",
  "fan",
  "paths",
  "waterfall",
  "sectors",
  "programme",
  "drivers",
  "public-money",
];
/** What has other looks where there is little room. */
const kNarrow = ["header", "presets", "other-controls", "answer", "fan", "waterfall"];

for (const { language, scheme, width, only } of [
  { language: "en", scheme: "light", width: 1024, only: undefined },
  { language: "ur", scheme: "dark", width: 1024, only: kDirected },
  { language: "en", scheme: "dark", width: 320, only: kNarrow },
  { language: "ur", scheme: "light", width: 320, only: kNarrow },
] as const) {
  const look = `${language}-${width}-${scheme}`;
  test(`components look as in their pictures, ${look}`, async ({ page, gallery, browser }, info) => {
    const chromium = browser.version().split(".")[0] ?? "";
    if (["all", "changed"].includes(info.config.updateSnapshots)) {
      mkdirSync(dirname(kMadeWith), { recursive: true });
      writeFileSync(kMadeWith, `${JSON.stringify({ chromium })}\n`);
    } else {
      const made = existsSync(kMadeWith) ? (JSON.parse(readFileSync(kMadeWith, "utf8")) as { chromium: string }) : undefined;
      const isOther = made !== undefined && made.chromium !== chromium;
      test.skip(isOther, `The pictures are of Chromium ${made?.chromium}, this is ${chromium}: npm run gallery -- --update`);
    }
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: "reduce" });
    await page.goto(`${gallery}/index.html?still&language=${language}`);
    await expect(page.locator(".gallery[data-ready]")).toBeVisible();
    const names = await page.locator(".specimen").evaluateAll((all) => all.map(({ ariaLabel }) => ariaLabel ?? ""));
    expect(names.length).toBeGreaterThan(30);
    for (const name of names) {
      if (kUnpictured.has(name) || (only && !only.some((wanted) => wanted === name))) continue;
      const picture = await page.locator(`[data-specimen="${name}"]`).screenshot({ animations: "disabled", caret: "hide" });
      expect.soft(picture).toMatchSnapshot([look, `${name}.png`], { threshold: 0.15, maxDiffPixelRatio: 0.001 });
    }
  });
}
