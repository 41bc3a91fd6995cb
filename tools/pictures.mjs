import { mkdirSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { findFirst, runTool } from "./command.mjs";
import { inRepository } from "./paths.mjs";
import { browserCommands } from "./setup/packages.mjs";
import { languages, readTexts } from "./text/catalogue.mjs";

/** What the sites ask for where pages are shared. */
const size = { width: 1200, height: 630 };

/**
 * The picture of a language as HTML: the name of the site over its question.
 * @param {string} tag
 */
function pictureOf(tag) {
  const { language, site } = /** @type {{ language: { direction: string }, site: { name: string, picture: string, pictureNote: string } }} */ (
    /** @type {unknown} */ (readTexts(tag))
  );
  const isRightToLeft = language.direction === "rtl";
  const font = pathToFileURL(inRepository("public", "fonts", "nastaliq.woff2")).href;
  const [heading, text] = isRightToLeft ? [1.95, 2.1] : [1.18, 1.5];
  return `<!doctype html><html lang="${tag}" dir="${language.direction}"><meta charset="utf-8"><style>
    @font-face { font-family: Nastaliq; src: url("${font}"); }
    body { margin: 0; padding: 72px 84px; box-sizing: border-box; height: 630px; background: #fbfaf7; color: #16211c;
      font-family: ${isRightToLeft ? "Nastaliq, " : ""}"Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
      border-block-end: 18px solid #0b5d3b; display: flex; flex-direction: column; justify-content: space-between; }
    p { margin: 0; font-size: 30px; line-height: ${text}; color: #526058; }
    .name { color: #0b5d3b; font-weight: 700; font-size: 34px; }
    h1 { margin: 0; font-size: ${isRightToLeft ? 66 : 68}px; line-height: ${heading}; text-wrap: balance; }
  </style><p class="name">${site.name}</p><h1>${site.picture}</h1><p>${site.pictureNote}</p></html>`;
}

/** Pixels of the icon's sides: enough for three times the 16 that browsers show. */
const iconSize = 48;

/** The icon, without what is around its corners. */
const iconPage = () =>
  `<!doctype html><html lang="en"><style>body { margin: 0 } svg { display: block }</style>${readFileSync(inRepository("public", "icons", "icon.svg"), "utf8")}</html>`;

// node tools/pictures.mjs: draws public/social/ and public/icons/icon.png anew, which are kept in the repository. Needs
// Chromium. An icon in SVG is another document that Chromium sets up for every page, after the first paint.
await runTool(async () => {
  const executablePath = findFirst(browserCommands);
  const browser = await chromium.launch({ ...(executablePath === undefined ? {} : { executablePath }) });
  mkdirSync(inRepository("public", "social"), { recursive: true });
  for (const tag of languages()) {
    const page = await browser.newPage({ viewport: size });
    await page.goto(pathToFileURL(inRepository("public", "fonts", "naskh.LICENSE.txt")).href);
    await page.setContent(pictureOf(tag));
    await page.evaluate(() => document.fonts.ready);
    await page.screenshot({ path: inRepository("public", "social", `${tag}.png`) });
  }
  const page = await browser.newPage({ viewport: { width: iconSize, height: iconSize } });
  await page.setContent(iconPage());
  await page.screenshot({ path: inRepository("public", "icons", "icon.png"), omitBackground: true });
  await browser.close();
  return 0;
});
