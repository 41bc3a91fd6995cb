import { expect, test } from "./calculator.ts";

const kPages = ["/", "/ur/index.html"];

/** Texts that are cut off: boxes that hide what does not fit into them. */
function cutOff(): string[] {
  return [...document.querySelectorAll<HTMLElement>("body *:not(svg *)")].flatMap((element) => {
    if (element.matches(".hidden, .hidden *, caption, input, select, option, .table-box, progress") || !element.checkVisibility()) return [];
    const { overflowX, overflowY, clipPath, opacity } = getComputedStyle(element);
    // What is there for screen readers alone, or gives its place to another label.
    if (clipPath !== "none" || opacity === "0") return [];
    const hidesAcross = ["hidden", "clip"].includes(overflowX) && element.scrollWidth > element.clientWidth + 1;
    const hidesDown = ["hidden", "clip"].includes(overflowY) && element.scrollHeight > element.clientHeight + 1;
    return hidesAcross || hidesDown ? [`${element.tagName}.${element.className} ${element.textContent.trim().slice(0, 40)}`] : [];
  });
}

/** Words of drawings that are cut off: by a box that hides what reaches over its edge, or by the window. */
function cutWords(): string[] {
  return [...document.querySelectorAll("svg text")].flatMap((text) => {
    const { left, right, width } = text.getBoundingClientRect();
    if (width === 0) return [];
    let [first, last] = [0, innerWidth];
    for (let box = text.parentElement; box; box = box.parentElement) {
      if (getComputedStyle(box).overflowX === "visible") continue;
      const edges = box.getBoundingClientRect();
      [first, last] = [Math.max(first, edges.left), Math.min(last, edges.right)];
    }
    return left < first - 1 || right > last + 1 ? [text.textContent] : [];
  });
}

/** The spacing that readers may ask for (WCAG 2.2, 1.4.12). */
function spaceText(): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`);
  document.adoptedStyleSheets.push(sheet);
}

for (const path of kPages) {
  test(`nothing is lost at 200 %, nothing scrolls both ways, and text can be spaced out, ${path}`, async ({ calculator, page }) => {
    // A window of 1280 by 800 at 200 %.
    await page.setViewportSize({ width: 640, height: 400 });
    await calculator.openWhole(path);
    await calculator.openEverything();
    expect(await calculator.sidewaysScroll()).toBe(0);
    expect(await page.evaluate(cutOff)).toEqual([]);

    await page.evaluate(spaceText);
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 800 });
      // Charts are drawn anew to their width, and what is folded on a phone comes open.
      await calculator.openEverything();
      await expect.poll(() => calculator.sidewaysScroll(), `${width} px`).toBe(0);
      await expect.poll(() => page.evaluate(cutOff), `${width} px`).toEqual([]);
      await expect.poll(() => page.evaluate(cutWords), `${width} px`).toEqual([]);
    }
  });
}

test("what is chosen is told from what is not in forced colours, and the focus is seen", async ({ calculator, page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await calculator.openWhole();
  await page.locator(".preset").first().click();
  await expect(page.locator('.preset[aria-pressed="true"]')).toHaveCount(1);
  const looks = (selector: string): Promise<string> =>
    page.locator(selector).first().evaluate((element) => {
      const { backgroundColor, borderColor, color, textDecorationLine } = getComputedStyle(element);
      return [backgroundColor, borderColor, color, textDecorationLine].join(" ");
    });
  for (const buttons of [".preset", ".switch button"]) {
    const [chosen, other] = [await looks(`${buttons}[aria-pressed="true"]`), await looks(`${buttons}[aria-pressed="false"]`)];
    expect(chosen, buttons).not.toBe(other);
  }
  const field = calculator.field("New sellers to bring on");
  await field.focus();
  await expect(field).toHaveCSS("outline-style", "solid");
  await expect(field).not.toHaveCSS("border-style", "none");
});

test("nothing at all moves for those who want less motion", async ({ calculator, page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await calculator.openWhole();
  await calculator.openEverything();
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionProperty, transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const isMoving = transitionProperty !== "none" && transitionDuration.split(", ").some((time) => parseFloat(time) > 0);
      return isMoving || animationName !== "none" || scrollBehavior === "smooth" ? [`${element.tagName}.${element.getAttribute("class") ?? ""}`] : [];
    }),
  );
  expect(moving).toEqual([]);
});
