import type { Page } from "@playwright/test";
import { expect, test } from "./calculator.ts";

/** What the keyboard came to. */
interface Stop {
  /** Position among all elements of the page in the order of its source; none for one that came during the walk. */
  readonly index: number | undefined;
  readonly name: string;
  /** Whether a ring of at least two pixels is drawn around it or around what stands for it. */
  readonly hasRing: boolean;
  /** Whether it can be seen where it is: nothing covers it, it is in the window. */
  readonly isSeen: boolean;
}

/** Gives every element its position, so that stops can be told apart and put in order. */
async function numberElements(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const [index, element] of document.querySelectorAll("*").entries()) Object.assign(element, { position: index });
  });
}

function stopHere(): Stop | undefined {
  const element = document.activeElement;
  if (!(element instanceof HTMLElement) || element === document.body) return undefined;
  // A field of files is named and drawn by its label.
  const shown = element.matches("input.hidden") ? (element.closest("label") ?? element) : element;
  const { outlineStyle, outlineWidth } = getComputedStyle(shown);
  const { left, top, right, bottom } = shown.getBoundingClientRect();
  const [x, y] = [
    (Math.max(left, 0) + Math.min(right, innerWidth)) / 2,
    (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2,
  ];
  const found = document.elementFromPoint(x, y);
  const words = element.getAttribute("aria-label") ?? element.textContent;
  return {
    index: (element as HTMLElement & { readonly position?: number }).position,
    name: `${element.tagName.toLowerCase()}#${element.id} ${words.trim().replaceAll(/\s+/g, " ").slice(0, 40)}`,
    hasRing: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
    isSeen: found !== null && (shown.contains(found) || found.contains(shown)),
  };
}

/** Everything that can be used, by position; of radio buttons one of each group. */
function usable(): { readonly index: number; readonly name: string }[] {
  const groups = new Set<string>();
  const all = document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea, summary, [tabindex='0']");
  return [...all].flatMap((element) => {
    if (element.closest("[inert], :disabled") || !element.checkVisibility({ visibilityProperty: true })) return [];
    if (element instanceof HTMLInputElement && element.type === "radio") {
      const checked = document.querySelector<HTMLInputElement>(`input[name="${element.name}"]:checked`);
      if ((checked ?? element) !== element || groups.has(element.name)) return [];
      groups.add(element.name);
    }
    const { position } = element as HTMLElement & { readonly position: number };
    return [{ index: position, name: `${element.tagName.toLowerCase()}#${element.id} ${element.textContent.trim().slice(0, 40)}` }];
  });
}

/** So many presses are sent at once: waiting for each to come back would take most of a walk. */
const kPresses = 16;
const kTab = { key: "Tab", code: "Tab", windowsVirtualKeyCode: 9 } as const;

/** Goes from `start` on with the tabulator until the page is left, and notes where that leads. */
async function walk(page: Page, start: string, most: number): Promise<Stop[]> {
  // After a click browsers draw no ring; after a key they do.
  await page.keyboard.press("Tab");
  await page.locator(start).focus();
  // When the key is up, what it led to has the focus and has come into the window.
  await page.evaluate(`(() => {
    const stopHere = ${stopHere.toString()};
    globalThis.stops = [stopHere()];
    addEventListener("keyup", () => globalThis.stops.push(stopHere()), true);
  })()`);
  const keys = await page.context().newCDPSession(page);
  for (let sent = 0; sent < most; sent += kPresses) {
    await Promise.all(
      Array.from({ length: kPresses }, () => ["rawKeyDown", "keyUp"] as const).flat().map((type) => keys.send("Input.dispatchKeyEvent", { type, ...kTab })),
    );
    const stops = await page.evaluate(() => (globalThis as unknown as { readonly stops: readonly (Stop | null | undefined)[] }).stops);
    const end = stops.findIndex((stop, index) => !stop || (index > 0 && stop.index === stops[0]?.index));
    if (end > 0) return stops.slice(0, end).flatMap((stop) => stop ?? []);
  }
  throw new Error(`After ${most} presses the keyboard is still in the page.`);
}

// What can be reached hangs on the width, and not on the language.
for (const { path, width } of [
  { path: "/", width: 1280 },
  { path: "/ur/index.html", width: 320 },
]) {
  test(`the keyboard reaches everything in order, is seen and leaves again, ${path} at ${width} px`, async ({
    calculator,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await calculator.openWhole(path);
    await calculator.openEverything();
    await numberElements(page);
    const wanted = await page.evaluate(usable);
    expect(wanted.length).toBeGreaterThan(60);

    const stops = await walk(page, ".skip", wanted.length + 20);
    const reached = new Set(stops.map(({ index }) => index));
    expect(wanted.filter(({ index }) => !reached.has(index)).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ hasRing }) => !hasRing).map(({ name }) => name)).toEqual([]);
    expect(stops.filter(({ isSeen }) => !isSeen).map(({ name }) => name)).toEqual([]);
    const indices = stops.flatMap(({ index }) => index ?? []);
    expect(new Set(indices).size).toBe(indices.length);
    // No part is taken out of the order of the page's source, which is that of its sense.
    expect(indices).toEqual(indices.toSorted((a, b) => a - b));
  });
}

test("the results are said once, after the last of many changes, and politely", async ({ calculator, page }) => {
  await calculator.open();
  await expect(calculator.status).toHaveAttribute("role", "status");
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    const region = document.querySelector('p.hidden[role="status"]');
    if (region) {
      new MutationObserver(() => said.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
    }
  });
  const said = (): Promise<string[]> => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
  const slider = calculator.slider("Over how many years");
  for (const key of ["ArrowUp", "ArrowUp", "ArrowUp", "ArrowDown", "ArrowUp"]) await slider.press(key);
  await expect(calculator.field("Over how many years")).toHaveValue("8");
  await expect.poll(said).toHaveLength(1);
  await expect(page.locator(".result")).not.toHaveAttribute("data-busy");
  expect(await said()).toEqual([await calculator.answer.textContent()]);
});

const kRoadmap = ".measures:has(+ .measure-adding #measure-type)";
const kClosures = ".measures:has(+ .measure-adding #closure-market)";
const kAdd = ".measure-adding:has(#measure-type) .button";
const kClose = ".measure-adding:has(#closure-market) .button";
const kKeep = "#compare .button";
const kEntry = ".distribution >> nth=0 >> .link";
const kDraws = ".sharing-part:has(#sampling) .button >> nth=0";

/** What is used by key, one after the other, and what has the focus then. */
const kWays: readonly (readonly [used: string, focused: string])[] = [
  [".preset >> nth=1", ".preset >> nth=1"],
  [".preset-story .undo .link >> nth=0", ".undo .link >> nth=0"],
  [".undo .link >> nth=1", ".preset >> nth=0"],
  [kAdd, kAdd],
  [kAdd, kAdd],
  // The first goes: the next stands in its place.
  [`${kRoadmap} .measure-head .link >> nth=0`, `${kRoadmap} .measure-head .link`],
  [`${kRoadmap} .measure-head .link`, "#measure-type"],
  [kClose, kClose],
  [kClose, kClose],
  // The last goes: there is none behind it.
  [`${kClosures} .measure-head .link >> nth=1`, `${kClosures} .measure-head .link`],
  [`${kClosures} .measure-head .link`, "#closure-market"],
  [kClose, kClose],
  [".reset", ".reset"],
  [kKeep, kKeep],
  [".kept .link >> nth=0", kKeep],
  [`${kEntry} >> nth=0`, ".assumption-editor select"],
  [".assumption-editor .link", `${kEntry} >> nth=0`],
  // Both ways to begin a file cannot be used until it is made.
  [kDraws, ".sharing-progress .link"],
  [".sharing-progress .link", kDraws],
  [`${kEntry} >> nth=0`, ".assumption-editor select"],
];

test("what is used by key keeps the focus or passes it on to what comes in its place", async ({ calculator, page }) => {
  await calculator.openWhole("/ur/index.html");
  await calculator.openEverything();
  // Who has a plan is offered to go back to it.
  await page.locator(".main-control .slider").press("ArrowUp");
  const use = async (used: string, focused: string): Promise<void> => {
    await page.locator(used).press("Enter");
    await expect(page.locator(focused), `after ${used}`).toBeFocused();
    // What stays where it is may be moved by what comes above it.
    if (used !== focused) await expect(page.locator(focused)).toBeInViewport();
  };
  for (const [used, focused] of kWays) await use(used, focused);
  await page.locator(".assumption-editor select").selectOption("fixed");
  const value = page.locator(".assumption-editor .number-input");
  await expect(value).toHaveCount(1);
  await value.fill("?");
  await use(".assumption-editor .button", ".assumption-editor .button");
  await value.fill("50");
  await use(".assumption-editor .number-input", `${kEntry} >> nth=0`);
  await use(`${kEntry} >> nth=1`, `${kEntry} >> nth=0`);
});

for (const path of ["/", "/ur/index.html"]) {
  test(`the ready-made plans of a phone are wholly seen where the keyboard comes to them, ${path}`, async ({ calculator, page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await calculator.open(path);
    const plans = page.locator(".preset");
    const count = await plans.count();
    // The ring reaches 4 px further.
    const room = (): Promise<number> =>
      page.evaluate(() => {
        const { left, right } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        return Math.min(left, innerWidth - right) - 4;
      });
    await plans.first().focus();
    for (const key of ["Tab", "Shift+Tab"]) {
      for (let step = 1; step < count; ++step) {
        await page.keyboard.press(key);
        await expect(plans.nth(key === "Tab" ? step : count - 1 - step)).toBeFocused();
        expect(await room(), `${key} ${step}`).toBeGreaterThanOrEqual(0);
      }
    }
  });
}

test("what a pointer uses passes the focus on, and never to a field for text", async ({ calculator, page }) => {
  await calculator.openWhole();
  await calculator.openEverything();
  for (const [used, focused] of [
    [kAdd, kAdd],
    [`${kRoadmap} .measure-head .link`, "#measure-type"],
    [`${kEntry} >> nth=0`, ".assumption-editor select"],
  ] as const) {
    await page.locator(used).scrollIntoViewIfNeeded();
    await page.locator(used).click();
    await expect(page.locator(focused)).toBeFocused();
  }
});
