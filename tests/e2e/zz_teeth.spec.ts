import { expect, test } from "./calculator.ts";
test("console", async ({ calculator, page }) => { await calculator.open(); await page.evaluate(() => console.log("x")); });
test("inline style", async ({ calculator, page }) => { await calculator.open(); await page.evaluate(() => { const s = document.createElement("style"); s.textContent = "p{}"; document.head.append(s); }); await page.waitForTimeout(200); });
test("tt", async ({ calculator, page }) => { await calculator.open(); await page.evaluate(() => { try { document.body.insertAdjacentHTML("beforeend", "<b></b>"); } catch {} }); await page.waitForTimeout(200); expect(1).toBe(1); });
