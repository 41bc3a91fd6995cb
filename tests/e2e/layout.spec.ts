import { answerTo, headline } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kDefault = headline(answerTo());

/** Texts of drawings that cover each other or leave their drawing, as pairs of words. */
function collisions(): string[] {
  const found: string[] = [];
  for (const svg of document.querySelectorAll(".plot svg")) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll("text")].map((text) => ({
      words: text.textContent,
      box: text.getBoundingClientRect(),
    }));
    for (const [index, { words, box }] of texts.entries()) {
      if (box.left < frame.left - 1 || box.right > frame.right + 1) found.push(`${words} is cut off`);
      for (const other of texts.slice(index + 1)) {
        const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        // Boxes of text hold some air above and below the letters.
        if (across > 1 && down > 5) found.push(`${words} covers ${other.words}`);
      }
    }
  }
  return found;
}

/** Minus signs that stand on another line than what follows them, with their words; and how many there are. */
function partedSigns(): { parted: string[]; count: number } {
  const found = { parted: [] as string[], count: 0 };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = node.textContent ?? "";
    for (const { index } of words.matchAll(/\u2212(?=\S)/g)) {
      const next = words.slice(index + 1).search(/[^\u2060\u2066-\u2069]/);
      const [sign, figure] = [index, index + 1 + next].map((at) => {
        range.setStart(node, at);
        range.setEnd(node, at + 1);
        return range.getBoundingClientRect();
      });
      if (!sign || !figure || sign.height === 0) continue;
      ++found.count;
      if (Math.abs(sign.top - figure.top) > 2) found.parted.push(words);
    }
  }
  return found;
}

test("nothing is wider than its window and no label covers another", async ({ calculator, page }) => {
  const widths = [320, 390, 768, 1280, 1920];
  const atEach = async (look: (width: number) => Promise<void>): Promise<void> => {
    for (const width of widths) {
      await page.setViewportSize({ width, height: 800 });
      await look(width);
    }
  };
  await calculator.openWhole();
  await atEach(async (width) => {
    expect(await calculator.sidewaysScroll(), `at ${width} px`).toBe(0);
    await expect.poll(() => page.evaluate(collisions), `at ${width} px`).toEqual([]);
  });
  await calculator.enter("New sellers to bring on", "many");
  await calculator.openEverything();
  await atEach(async (width) => {
    expect(await calculator.sidewaysScroll(), `refused, at ${width} px`).toBe(0);
  });
});

for (const [path, plan] of [
  ["/", "Training at scale"],
  ["/ur/index.html", "وسیع پیمانے پر تربیت"],
] as const) {
  test(`number fields hold their largest numbers, and figures keep their signs, whatever the window, ${path}`, async ({ calculator, page }) => {
    await calculator.openWhole(path);
    await calculator.openEverything();
    await page.locator('input[name="path"]').last().check();
    for (let kind = 0; kind < (await page.locator("#measure-type option").count()); ++kind) await calculator.addMeasure(kind);
    await page.locator("#target").fill("1,000,000,000,000");
    await page.locator("#seed").fill("9,007,199,254,740,991");
    await page.locator(".number .slider").evaluateAll((sliders) => {
      for (const slider of sliders as HTMLInputElement[]) {
        slider.value = slider.max;
        slider.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
    await page.locator("#newSellers").fill("10000000");
    await page.locator("#newSellers").press("Tab");
    await expect(page.locator("#newSellers")).toHaveValue("10,000,000");
    await page.evaluate(() => document.fonts.ready);
    for (const width of [1366, 1024, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page
        .locator(".number .number-input")
        .evaluateAll((fields) => fields.flatMap((field) => (field.scrollWidth > field.clientWidth ? `${field.id} ${(field as HTMLInputElement).value}` : [])));
      expect(cut, `at ${width} px`).toEqual([]);
    }
    // The plan whose public cost is most above the tax.
    await page.getByRole("button", { name: plan }).click();
    await expect(page.locator("section[aria-labelledby='more-title'] tr", { hasText: "\u2212" }).first()).toBeVisible();
    for (const width of [390, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      const { parted, count } = await page.evaluate(partedSigns);
      expect(parted, `at ${width} px`).toEqual([]);
      expect(count).toBeGreaterThan(1);
    }
  });
}

test("labels keep apart in rupees, whatever the plan, the year and the window", async ({ calculator, page }) => {
  await calculator.openWhole();
  await page.getByRole("button", { name: "Rs", exact: true }).click();
  for (const [sellers, year] of [
    ["1,000,000", "2035"],
    ["37", "2027"],
    ["0", "2036"],
  ] as const) {
    await calculator.enter("New sellers to bring on", sellers);
    await page.getByLabel("Year shown").selectOption(year);
    await expect(page.locator(".result")).not.toHaveAttribute("data-busy");
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expect.poll(() => page.evaluate(collisions)).toEqual([]);
      expect(await calculator.sidewaysScroll()).toBe(0);
    }
  }
});

test("charts follow a window that becomes narrow, with labels of the same size", async ({ calculator, page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await calculator.open();
  const label = page.locator("#fan-plot text").first();
  const size = await label.evaluate((text) => getComputedStyle(text).fontSize);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect(page.locator("#fan-plot svg")).toHaveAttribute("width", "288");
  expect(await label.evaluate((text) => getComputedStyle(text).fontSize)).toBe(size);
  expect(await calculator.sidewaysScroll()).toBe(0);
  await expect(calculator.answer).toHaveText(kDefault);
});

for (const path of ["/", "/ur/index.html"]) {
  test(`a screen of a laptop and two of a phone hold question, controls, answer and one chart, ${path}`, async ({ calculator, page }) => {
    const folded = ["#years", "#trainingShare"];
    const held = ["h1", "#newSellers", "#answer", ".scope", "#fan-plot"];
    const devices = [
      // What its browser leaves of a screen of 1366 by 768, and the whole of it.
      { width: 1366, height: 657, screens: 1, parts: [...held, ...folded] },
      { width: 1366, height: 768, screens: 1, parts: [...held, ...folded, "#internetUse"] },
      { width: 1280, height: 768, screens: 1, parts: [...held, ...folded, "#internetUse"] },
      { width: 390, height: 664, screens: 2, parts: held },
      { width: 360, height: 650, screens: 2, parts: held },
    ];
    await page.setViewportSize(devices[0] ?? { width: 0, height: 0 });
    await calculator.open(path);
    await page.evaluate(() => document.fonts.ready);
    for (const { width, height, screens, parts } of devices) {
      await page.setViewportSize({ width, height });
      for (const part of parts) {
        const bottom = async (): Promise<number> => {
          const { y, height: high } = (await page.locator(part).boundingBox()) ?? { y: Infinity, height: 0 };
          return y + high;
        };
        await expect.poll(bottom, `${part} at ${width} px`).toBeLessThanOrEqual(screens * height);
      }
    }
  });
}

test("the words under the drivers lie in their drawing, from the right too", async ({ calculator, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await calculator.openWhole("/ur/index.html#v=1&draws=256");
  await page.locator('[data-analyses="tornado"]').scrollIntoViewIfNeeded();
  const words = page.locator("#tornado-plot .bar-scale text");
  await expect(words).toHaveText(/سب درمیانی قدر پر/, { timeout: 60_000 });
  const drawing = (await page.locator("#tornado-plot").boundingBox()) ?? { x: Infinity, width: 0 };
  const box = (await words.boundingBox()) ?? { x: -Infinity, width: 0 };
  expect(box.x).toBeGreaterThanOrEqual(drawing.x);
  expect(box.x + box.width).toBeLessThanOrEqual(drawing.x + drawing.width);
});

test("nothing in sight moves while the page comes to life and is scrolled", async ({ calculator, page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(globalThis, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { readonly value: number }).value);
    }).observe({ type: "layout-shift", buffered: true });
  });
  await calculator.open();
  for (let step = 0; step < 8; ++step) await page.mouse.wheel(0, 300);
  await expect(page.locator("#waterfall-plot")).toBeAttached();
  const sum = await page.evaluate(() => (globalThis as unknown as { shifts: number[] }).shifts.reduce((a, b) => a + b, 0));
  expect(sum).toBeLessThan(0.01);
});

test("a phone shows question, main control, answer, folded controls and charts in this order", async ({
  calculator,
  page,
}) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await calculator.open();
  const parts = ["h1", ".main-control", "#answer", ".other-controls", "#fan-plot", "#assumptions"];
  const tops = await Promise.all(
    parts.map(async (part) => (await page.locator(part).boundingBox())?.y ?? Number.NaN),
  );
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));

  const fold = page.getByRole("button", { name: /^Over how many years/ });
  await expect(calculator.field("Over how many years")).toBeHidden();
  await fold.click();
  await expect(fold).toHaveAttribute("aria-expanded", "true");
  await calculator.enter("Over how many years", "3");
  await expect(fold).toContainText("3");
});

test("a phone keeps all of the answer in sight in a line or two while a control moves", async ({ calculator, page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await calculator.open();
  await page.getByRole("button", { name: /^Internet use, by/ }).click();
  const slider = calculator.slider(/^Internet use, by/);
  await slider.evaluate((element) => element.scrollIntoView({ block: "start" }));
  const bar = page.locator(".answer-bar");
  await expect(bar).toBeHidden();
  await expect(page.locator("[data-answer-in-sight]")).toHaveCount(0);
  await expect(async () => {
    await slider.press("ArrowUp");
    const size = await bar.evaluate(({ clientWidth, scrollWidth, clientHeight }) => ({
      clientWidth,
      isCut: scrollWidth > clientWidth,
      isFlat: clientHeight < 80,
    }));
    expect(size).toEqual({ clientWidth: 320, isCut: false, isFlat: true });
  }).toPass();
  await expect(bar).toHaveText(/^2031: \$\d+(\.\d)?m a year \(\$\d+(\.\d)?m to \$\d+(\.\d)?m\)$/);
  await expect(bar).toBeHidden();
});

test("follows the colours of the system", async ({ calculator, page }) => {
  await calculator.open();
  for (const [colorScheme, background] of [
    ["light", "rgb(251, 250, 247)"],
    ["dark", "rgb(16, 22, 19)"],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator("body")).toHaveCSS("background-color", background);
    await expect(calculator.answer).toHaveText(kDefault);
  }
});

test("moves nothing for those who want less motion", async ({ calculator, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await calculator.open();
  await expect(calculator.answer).toHaveCSS("transition-property", "none");
  await calculator.enter("Over how many years", "4");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { years: 4 } })));
});

test("keeps lines and bars apart in forced colours", async ({ calculator, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await calculator.openWhole();
  await expect(calculator.answer).toHaveText(kDefault);
  const stroke = (selector: string): Promise<string> =>
    page.locator(selector).evaluate((mark) => {
      const { stroke: colour, strokeDasharray } = getComputedStyle(mark);
      return `${colour} ${strokeDasharray}`;
    });
  expect(await stroke("#paths-plot .median")).not.toBe(await stroke("#paths-plot .without"));
  const outline = page.locator("#waterfall-plot .loss").first();
  await expect(outline).not.toHaveCSS("stroke", "none");
});

for (const path of ["/", "/ur/index.html"]) {
  test(`what folds has an arrow down while it is closed and up once it is open, ${path}`, async ({ calculator, page }) => {
    /** Where the corner of an arrow's two lines points after it was turned, down positive: no more than half a pixel aside. */
    const pointsOf = (selector: string): Promise<number[]> =>
      page.locator(selector).evaluateAll((folds) =>
        folds.map((fold) => {
          const style = getComputedStyle(fold, "::before");
          const width = (side: string): number => Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
          const { a, b, c, d } = new DOMMatrix(style.transform);
          const [x, y] = [width("right") - width("left"), width("bottom") - width("top")];
          return Math.abs(a * x + c * y) < 0.5 ? Math.sign(b * x + d * y) : Number.NaN;
        }),
      );
    await page.setViewportSize({ width: 390, height: 844 });
    await calculator.openWhole(path);
    for (const selector of [".fold", ".group > summary"]) {
      const closed = await pointsOf(selector);
      expect(closed.length, selector).toBeGreaterThan(5);
      expect(new Set(closed), selector).toEqual(new Set([1]));
    }
    await calculator.openEverything();
    for (const selector of [".fold", ".group > summary"]) expect(new Set(await pointsOf(selector)), selector).toEqual(new Set([-1]));
  });

  test(`on a phone the row of ready-made plans fades out where it is cut off and nowhere else, ${path}`, async ({ calculator, page }) => {
    const isRightToLeft = path !== "/";
    for (const width of [320, 360, 390, 430]) {
      await page.setViewportSize({ width, height: 844 });
      await calculator.open(path);
      const row = page.locator(".presets-row");
      // Transparent at the edge, all there 40 px from it.
      await expect(row).toHaveCSS("mask-image", new RegExp(String.raw`^linear-gradient\(to ${isRightToLeft ? "right" : "left"}, rgba\(0, 0, 0, 0\), rgb\(0, 0, 0\) 40px\)$`));
      /** From the end of each plan to the edge of the row where reading goes. */
      const rooms = (): Promise<number[]> =>
        page.locator(".preset").evaluateAll((all, isLeft) => all.map((one) => (isLeft ? one.getBoundingClientRect().left : innerWidth - one.getBoundingClientRect().right)), isRightToLeft);
      const first = await rooms();
      // What is cut off, or has only just no room, lets something stand in the fade.
      expect(first.some((room) => room < 40), `at ${width} px`).toBe(true);
      await row.evaluate((one, sign) => one.scrollTo({ left: sign * one.scrollWidth }), isRightToLeft ? -1 : 1);
      // Rows slide by whole pixels.
      expect(Math.min(...(await rooms())), `at the end, at ${width} px`).toBeGreaterThan(39);
      expect(await calculator.sidewaysScroll()).toBe(0);
    }
  });
}

test("one line, not two, parts the folded controls from the chart", async ({ calculator, page }) => {
  for (const width of [390, 683, 768]) {
    await page.setViewportSize({ width, height: 844 });
    await calculator.open();
    const above = page.locator(".other-controls > :last-child");
    await expect(above).toContainText("Markets that close");
    await expect(above).toHaveCSS("border-bottom-width", "0px");
    await expect(page.locator(".result > .charts > .chart")).toHaveCSS("border-top-width", "1px");
  }
});

test("a ready-made plan tells its story in little room, and offers a way back only to who had a plan", async ({ calculator, page }) => {
  await page.setViewportSize({ width: 1366, height: 657 });
  await calculator.open();
  const top = async (): Promise<number> => (await calculator.answer.boundingBox())?.y ?? 0;
  const before = await top();
  await page.locator(".preset").first().click();
  await expect(page.locator(".preset-story")).toBeVisible();
  await expect(page.locator(".undo")).toHaveCount(0);
  await calculator.enter("New sellers to bring on", "50,000");
  await page.locator(".preset").nth(1).click();
  await expect(page.locator(".preset-story .undo")).toBeVisible();
  // Three lines of story, one of sources and the way back.
  expect((await top()) - before).toBeLessThan(125);
});

/** Lets what the styles say for iPhones alone hold here too. */
function asOnIPhones(): void {
  for (const sheet of document.styleSheets) {
    for (const rule of sheet.cssRules) {
      if (!(rule instanceof CSSSupportsRule) || !rule.conditionText.includes("-webkit-touch-callout")) continue;
      for (const { cssText } of rule.cssRules) sheet.insertRule(cssText, sheet.cssRules.length);
    }
  }
}

test("fields are large enough on iPhones, whose browsers zoom into those of less than 16 pixels", async ({ calculator, page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const path of ["/", "/ur/index.html"]) {
    await calculator.openWhole(path);
    await page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    await expect(page.locator("#sector-apparel")).toBeAttached();
    await expect(page.locator("#draws")).toBeAttached();
    await page.evaluate(asOnIPhones);
    const sizes = await page
      .locator("input:not([type=range], [type=radio], [type=checkbox], [type=file]), select")
      .evaluateAll((fields) => fields.map((field) => [field.id, Number.parseFloat(getComputedStyle(field).fontSize)] as const));
    expect(sizes.length).toBeGreaterThan(30);
    expect(sizes.filter(([, size]) => size < 16)).toEqual([]);
    expect(await calculator.sidewaysScroll()).toBe(0);
  }
});
