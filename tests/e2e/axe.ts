import AxeBuilder from "@axe-core/playwright";
import type { Frame, Page } from "@playwright/test";
import axe from "axe-core";
import { expect } from "./calculator.ts";

const kContrast = "color-contrast";

/** A page, or a frame in one. */
type Shown = Pick<Frame, "evaluate">;

/**
 * What axe says of contrast in the page that it was brought to. Of words that look alike it judges the first, since one
 * takes it milliseconds and lists repeat their looks hundreds of times. Alike are words of one colour, size and weight
 * over the same backgrounds, in the flow of the text; what is drawn, used or laid over something else is like nothing.
 */
async function contrastIn(rule: string): Promise<{ readonly judged: number; readonly violations: axe.Result[] }> {
  const looks = new Map<Element, string>();
  const alike = new Map<string, Element>();
  const isLayered = (element: Element): boolean => getComputedStyle(element).position !== "static";
  for (const element of document.body.querySelectorAll("*")) {
    const { color, fontSize, fontWeight, textShadow, backgroundColor, backgroundImage, opacity, filter } = getComputedStyle(element);
    const isDrawnOrUsed = element.matches("svg *, label, button, input, select, textarea");
    const isAlone = isDrawnOrUsed || isLayered(element) || [...element.children].some(isLayered);
    const below = [backgroundColor, backgroundImage, opacity, filter, isAlone ? looks.size : ""].join();
    const around = element.parentElement ? (looks.get(element.parentElement) ?? "") : "";
    const isPlain = below === "rgba(0, 0, 0, 0),none,1,none,";
    const look = isPlain ? around : `${around}/${below}`;
    looks.set(element, look);
    const hasWords = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim());
    if (!(hasWords || element.matches("input, select, textarea")) || !element.checkVisibility({ visibilityProperty: true })) continue;
    const words = [color, fontSize, fontWeight, textShadow, look].join();
    if (!alike.has(words)) alike.set(words, element);
  }
  const include = [...alike.values()];
  const { run } = (globalThis as unknown as { readonly axe: typeof axe }).axe;
  const { passes, violations } = await run({ include }, { runOnly: [rule], resultTypes: ["passes", "violations"] });
  return { judged: [...passes, ...violations].flatMap(({ nodes }) => nodes).length, violations };
}

/** Waits until no colour is on its way to another, which has other contrast. */
async function coloursRest(page: Shown): Promise<void> {
  await page.evaluate(() => {
    const transitions = document.getAnimations().filter((animation) => animation instanceof CSSTransition);
    return Promise.all(transitions.map(({ finished }) => finished));
  });
}

/** Rules that axe finds broken, each with the elements. */
const named = (violations: readonly axe.Result[]): string[] =>
  violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));

async function contrastViolations(page: Shown): Promise<axe.Result[]> {
  const { judged, violations } = await page.evaluate(contrastIn, kContrast);
  // Of words in Urdu axe judges few, at the least three; without any, a page that it cannot read would pass.
  expect(judged).toBeGreaterThan(2);
  return violations;
}

/** What axe finds in a page as it stands, by rule and element. */
export async function axeFindings(page: Page): Promise<string[]> {
  await coloursRest(page);
  // No page has a frame of another origin; otherwise axe takes as long again to carry all it saw to another page.
  const axeHere = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).disableRules(kContrast);
  const { violations, passes } = await axeHere.analyze();
  expect(passes.length).toBeGreaterThan(20);
  return named([...violations, ...(await contrastViolations(page))]);
}

/** Rules of whole pages, which axe also asks of a part: the report is a page of its own where it is printed. */
const kPageRules = ["landmark-main-is-top-level", "landmark-no-duplicate-main"];

/** What axe, which was brought to the page, finds in the parts of it that `selector` matches, by rule and element. */
export async function axeFindingsIn(page: Page, selector: string): Promise<string[]> {
  await coloursRest(page);
  const rules = Object.fromEntries(kPageRules.map((rule) => [rule, { enabled: false }]));
  const { passes, violations } = await page.evaluate(
    ({ selector, rules }) => {
      const { run } = (globalThis as unknown as { readonly axe: typeof axe }).axe;
      return run({ include: selector }, { rules, resultTypes: ["passes", "violations"] });
    },
    { selector, rules },
  );
  // Of a part in which it has nothing to judge, it would find nothing whatever becomes of that.
  expect(passes.length + violations.length).toBeGreaterThan(0);
  return named(violations);
}

/** What axe finds of contrast alone in a page that it has looked through: of all it knows that depends on the scheme. */
export async function contrastFindings(page: Page): Promise<string[]> {
  await coloursRest(page);
  return named(await contrastViolations(page));
}

/** What axe, which it brings there, finds of contrast in a frame, also in one of another origin. */
export async function contrastFindingsIn(frame: Shown): Promise<string[]> {
  await frame.evaluate(axe.source);
  await coloursRest(frame);
  return named(await contrastViolations(frame));
}
