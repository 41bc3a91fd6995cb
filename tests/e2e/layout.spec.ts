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

for (const path of ["/", "/ur/index.html"]) {
  test(`number fields hold their largest numbers whatever the window, ${path}`, async ({ calculator, page }) => {
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
      { width: 360, height: 740, screens: 2, parts: held },
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
