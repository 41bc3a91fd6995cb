import { answerTo, headline } from "./expected.ts";
import { expect, test } from "./calculator.ts";

const kDefault = headline(answerTo());
const kSellers = "New sellers to bring on";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the default answer, its chart and its sources are there", async ({ page }) => {
    await page.goto("/");
    await expect(page.locator("#answer")).toHaveText(kDefault);
    await expect(page.getByText("Changing the plan needs JavaScript")).toBeVisible();
    await expect(page.locator("#fan-plot svg path.median")).toHaveCount(1);
    await expect(page.locator(".main-control")).toBeHidden();
    await expect(page.locator(".later").first()).toBeHidden();
    await page.getByText("Words explained").click();
    await expect(page.getByText("Free on board")).toBeVisible();
    await page.locator("#assumptions").getByRole("link", { name: "See every figure with its source." }).click();
    await expect(page).toHaveURL(/\/evidence\.html$/);
    expect(await page.locator("#evidence-figures a").count()).toBeGreaterThan(20);
  });
});

test.describe("among what others put into the page", () => {
  // An extension's style sheet is not held to the page's policy.
  test.use({ bypassCSP: true });

  test("a style sheet of another site does not keep the page from starting", async ({ calculator, page }) => {
    await page.route("https://other.example/**", (route) => route.fulfill({ contentType: "text/css", body: "b { color: red }" }));
    await page.addInitScript(() => {
      addEventListener("DOMContentLoaded", () => {
        document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: "https://other.example/x.css" }));
      });
    });
    await calculator.open();
    await calculator.enter(kSellers, "50000");
    await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 50_000 } })));
  });
});

test.describe("when a part does not load", () => {
  for (const { path, name, said } of [
    { path: "/", name: "calculator", said: "Changing the plan needs JavaScript, which is off or did not load. Try again" },
    { path: "/ur/index.html", name: "index", said: "دوبارہ کوشش کریں" },
  ]) {
    test(`a program of the page that cannot be had is reported, and can be tried again, ${path}`, async ({ page, complaints }) => {
      await page.route(`**/assets/${name}-*.js`, (route) => route.abort());
      await page.goto(`${path}#v=1&newSellers=50000`);
      const alert = page.getByRole("alert");
      await expect(alert).toContainText(said);
      await expect(alert).toBeVisible();
      await page.unroute(`**/assets/${name}-*.js`);
      await alert.getByRole("button").click();
      await expect(page.locator(".side:not([inert])")).toBeVisible();
      await expect(page.locator("#newSellers")).toHaveValue("50,000");
      await expect(page.locator(".no-script")).toHaveCount(0);
      const isOfThis = (line: string): boolean => line.includes("net::ERR_FAILED") || line.includes("dynamically imported module");
      expect(complaints.splice(0).filter((line) => !isOfThis(line))).toEqual([]);
    });
  }

  test("a program of the page that cannot start is reported", async ({ page, complaints }) => {
    await page.addInitScript("delete Node.prototype.cloneNode");
    await page.goto("/");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Changing the plan needs JavaScript, which is off or did not load. Try again");
    await expect(alert).toBeVisible();
    const said = complaints.splice(0);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((line) => !line.includes("cloneNode"))).toEqual([]);
  });

  test("an engine that cannot be had is reported, and can be tried again", async ({ calculator, page, complaints }) => {
    await page.route(/\/engine-[\w-]+\.(?:js|wasm)$/, (route) => route.abort());
    await calculator.open();
    const alert = page.getByRole("alert");
    await expect(alert).toHaveCount(0);
    await calculator.field(kSellers).focus();
    await expect(alert).toContainText("The calculator could not start.");
    await expect(alert).toContainText("the answer for the default plan");
    await expect(calculator.answer).toHaveText(kDefault);
    await expect(page.locator(".result")).not.toHaveAttribute("data-busy");

    await calculator.enter(kSellers, "50000");
    await expect(calculator.answer).toHaveText(kDefault);
    await expect(page.locator(".result")).not.toHaveAttribute("data-busy");

    await page.unroute(/\/engine-[\w-]+\.(?:js|wasm)$/);
    await page.getByRole("button", { name: "Try again" }).click();
    await expect(alert).toHaveCount(0);
    await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 50_000 } })));
    // The browser itself reports the request that this test broke off; the page adds nothing.
    expect(complaints.splice(0).filter((line) => !line.includes("net::ERR_FAILED"))).toEqual([]);
  });

  test("questions are answered without the whole country pack, and where its sources are wanted it can be tried again", async ({
    calculator,
    page,
    complaints,
  }) => {
    await page.route("**/packs/pk.json", (route) => route.abort());
    await calculator.open();
    await calculator.slider(kSellers).press("End");
    await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 1_000_000 } })));
    await page.getByRole("button", { name: "Textiles first" }).click();
    const story = page.locator(".preset-story");
    await story.getByText("Sources of this story").click();
    await expect(story).toContainText("This part of the page could not be shown.");
    await page.unroute("**/packs/pk.json");
    await story.getByRole("button", { name: "Try again" }).click();
    await expect(story.getByRole("link", { name: "Sialkot leads Pakistani sellers on Alibaba.com" })).toBeVisible();
    expect(complaints.splice(0).filter((line) => !line.includes("net::ERR_FAILED"))).toEqual([]);
  });

  test("a part whose program cannot be had is reported at its place, and can be tried again", async ({ calculator, page, complaints }) => {
    await page.route("**/sharing-*.js", (route) => route.abort());
    await calculator.open();
    const place = page.locator('[data-part="sharing"]');
    await place.evaluate((element) => element.scrollIntoView());
    await expect(place).toContainText("This part of the page could not be shown.");
    await page.unroute("**/sharing-*.js");
    await place.getByRole("button", { name: "Try again" }).click();
    await expect(place.getByRole("button", { name: "Save the plan" })).toBeVisible();
    expect(complaints.splice(0).filter((line) => !line.includes("net::ERR_FAILED"))).toEqual([]);
  });

  test("an engine that a policy without 'wasm-unsafe-eval' forbids answers from JavaScript", async ({ calculator, page, complaints }) => {
    // A page has its own policy, and so has a worker.
    await page.route(/\/(?:worker-[\w-]+\.js)?$/, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      const policy = headers["content-security-policy"]?.replace("'wasm-unsafe-eval'", "");
      await route.fulfill({ response, headers: { ...headers, ...(policy && { "content-security-policy": policy }) } });
    });
    const translation = page.waitForRequest("**/engine_fallback-*.js");
    await calculator.open("/#v=1&draws=512");
    await calculator.slider(kSellers).press("End");
    await translation;
    await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 1_000_000 }, draws: 512 })));
    // The browser itself reports what the policy forbids.
    expect(complaints.splice(0).filter((line) => !line.includes("wasm"))).toEqual([]);
  });

  test("an engine that this browser cannot run in any way is reported with what is needed, and is not offered again", async ({ calculator, page }) => {
    await page.route("**/*.wasm", (route) => route.fulfill({ contentType: "application/wasm", body: "none" }));
    await page.route("**/engine_fallback-*.js", (route) => route.fulfill({ contentType: "text/javascript", body: "throw new Error('too old')" }));
    await calculator.open();
    await calculator.field(kSellers).focus();
    await expect(page.getByRole("alert")).toContainText("Chrome 110, Firefox 115, Safari 16.4 or newer is needed.");
    await expect(page.getByRole("button", { name: "Try again" })).toHaveCount(0);
  });

  test("parts that this browser cannot draw are reported at their places, and the others are drawn", async ({ calculator, page, complaints }) => {
    await page.addInitScript("delete Array.prototype.toSorted");
    await calculator.open();
    const place = page.locator('[data-part="results"]');
    await place.evaluate((element) => element.scrollIntoView());
    await expect(place.getByRole("alert").first()).toContainText("This part of the page could not be shown.");
    await expect(place.locator("#waterfall-plot svg").first()).toBeVisible();
    const said = complaints.splice(0);
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter((line) => !line.includes("toSorted"))).toEqual([]);
  });

  test("old figures stay and fade while an answer is not there yet", async ({ calculator, page }) => {
    const release = await calculator.hold();
    await calculator.open();
    await calculator.slider(kSellers).press("End");
    await expect(page.locator(".result")).toHaveAttribute("data-busy");
    await expect(calculator.answer).toHaveText(kDefault);
    await expect(calculator.answer).toHaveCSS("opacity", "0.67");
    release();
    await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { newSellers: 1_000_000 } })));
    await expect(calculator.answer).toHaveCSS("opacity", "1");
  });
});
