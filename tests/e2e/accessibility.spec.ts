import { axeFindings, contrastFindings } from "./axe.ts";
import { expect, test } from "./calculator.ts";

const kOther = { light: "dark", dark: "light" } as const;
const kUrdu = "/ur/index.html";

// Of the page as it comes and with everything in use, each language is looked at in another width.
for (const { path, width, scheme } of [
  { path: "/", width: 320, scheme: "dark" },
  { path: kUrdu, width: 1280, scheme: "light" },
] as const) {
  test(`axe finds nothing as the page comes at ${width} px in both schemes, ${path}`, async ({ calculator, page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    await calculator.openWhole(path);
    expect(await axeFindings(page), scheme).toEqual([]);
    expect(await calculator.sidewaysScroll()).toBe(0);
    await page.emulateMedia({ colorScheme: kOther[scheme] });
    expect(await contrastFindings(page), kOther[scheme]).toEqual([]);
  });
}

// Every part that opens, every editor, every answer and a refused field.
for (const { path, width, scheme } of [
  { path: "/", width: 1280, scheme: "dark" },
  { path: kUrdu, width: 320, scheme: "light" },
] as const) {
  test(`axe finds nothing with everything in use at ${width} px in both schemes, ${path}, nor is anything wider`, async ({
    calculator,
    page,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ colorScheme: scheme });
    test.slow();
    await calculator.openWhole(`${path}#v=1&draws=256`);
    await calculator.useEverything();
    await page.locator("#newSellers").fill("many");
    await page.locator("#newSellers").press("Tab");
    await expect(page.locator(".notice.stale")).toBeVisible();
    expect(await axeFindings(page), scheme).toEqual([]);
    for (const shown of [width, 320, 1280]) {
      await page.setViewportSize({ width: shown, height: 800 });
      expect(await calculator.sidewaysScroll(), `at ${shown} px`).toBe(0);
    }
    await page.emulateMedia({ colorScheme: kOther[scheme] });
    expect(await contrastFindings(page), kOther[scheme]).toEqual([]);
  });
}

test("axe finds nothing when the engine cannot be had", async ({ calculator, page, complaints }) => {
  await page.route("**/*.wasm", (route) => route.abort());
  await calculator.open();
  await calculator.field("New sellers to bring on").focus();
  await expect(page.getByRole("alert")).toBeVisible();
  expect(await axeFindings(page)).toEqual([]);
  expect(complaints.splice(0).filter((line) => !line.includes("net::ERR_FAILED"))).toEqual([]);
});

test("every control is reached by keyboard, in the order of sight, and shows its focus", async ({
  calculator,
  page,
}) => {
  await calculator.open();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the answer" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(calculator.answer).toBeFocused();

  await calculator.field("New sellers to bring on").focus();
  for (const next of [
    calculator.slider("New sellers to bring on"),
    calculator.field("Over how many years"),
    calculator.slider("Over how many years"),
    calculator.field("Offered light training"),
  ]) {
    await page.keyboard.press("Tab");
    await expect(next).toBeFocused();
    await expect(next).toHaveCSS("outline-style", "solid");
    await expect(next).toHaveCSS("outline-width", "3px");
  }
});

test("a number field and its slider share one label, and the hint describes both", async ({ calculator }) => {
  await calculator.open();
  for (const control of [
    calculator.field("Offered light training"),
    calculator.slider("Offered light training"),
  ]) {
    await expect(control).toHaveAccessibleName("Offered light training");
    await expect(control).toHaveAccessibleDescription(/part of the new sellers; an online course/);
  }
});
