import { axeFindings, contrastFindingsIn } from "./axe.ts";
import { expect } from "./calculator.ts";
import { type Host, expectState, heardBy, isLive, kElement, openHost, scenarioOf, setIn, test } from "./embed_host.ts";

const frameHtml = (site: string, path: string, sandbox: string): string =>
  `<iframe src="${site}/embed/${path}" title="Calculator" data-export-potential width="100%" height="900" sandbox="${sandbox}"></iframe>`;

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups"]) {
  test(`in a frame it answers, is as high as its content, and tells the page around it: ${sandbox}`, async ({ page, portal, site }) => {
    const frame = await openHost({ page, portal, site }, frameHtml(site, "en.html", sandbox));
    await isLive(frame);
    await expectState(page, undefined);
    expect((await heardBy(page, "ready")).at(-1)).toEqual({ id: "", language: "en", pack: "pk" });

    // Parts that come when they are near the window let it grow: never is it higher than the frame, nor lower.
    const heights = (): Promise<number[]> =>
      frame.evaluate(() => [innerHeight, document.documentElement.scrollHeight, Math.ceil(document.documentElement.getBoundingClientRect().height)]);
    const before = (await heights())[0] ?? 0;
    await frame.locator('[data-part="results"]').scrollIntoViewIfNeeded();
    await expect(frame.locator("#waterfall-plot")).toBeAttached();
    await expect.poll(async () => new Set(await heights()).size).toBe(1);
    expect((await heights())[0]).toBeGreaterThan(before);
    expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);

    await frame.locator("#newSellers").fill("50000");
    await frame.locator("#newSellers").press("Enter");
    await expectState(page, 50_000);
    const state = (await heardBy(page, "state")).at(-1);
    expect(state?.["sentence"]).toBe(await frame.locator("#answer").textContent());
    expect(state?.["link"]).toMatch(new RegExp(`^${site}/index\\.html#v=1&.*newSellers=50000`));
    await frame.locator("#newSellers").fill("-5");
    await frame.locator("#newSellers").press("Enter");
    await expect(frame.locator("#newSellers")).toHaveAttribute("aria-invalid", "true");
    await expectState(page, 50_000);
  });
}

test("the element makes the frame, follows its attributes and takes scenarios or refuses them as a whole", async ({ page, portal, site }) => {
  const html = '<export-potential-calculator theme="dark" view="compact" scenario="v=1&newSellers=70000"></export-potential-calculator>';
  const frame = await openHost({ page, portal, site }, html, { root: '<html lang="ur-PK" dir="rtl">' });
  await isLive(frame);
  expect(frame.url()).toContain(`${site}/embed/ur.html?theme=dark&view=compact#v=1`);
  await expect(frame.locator("html")).toHaveAttribute("data-theme", "dark");
  await expect(page.locator("iframe")).toHaveAttribute("title", "برآمدی امکانات کا حساب");
  await expect(frame.locator(".theme-switch")).toBeHidden();
  await expect(frame.locator("#fan-plot")).toBeVisible();
  await expect(frame.locator("[data-part]:visible")).toHaveCount(0);
  await expectState(page, 70_000);

  const set = (wanted: object): Promise<unknown> => setIn(page.locator(kElement), wanted);
  const scenario = scenarioOf(60_000);
  expect(await set({ scenario })).toEqual(scenario);
  await expect(frame.locator("#newSellers")).toHaveValue("60,000");
  expect(await set({ scenario: { schema: 1, pack: "pk", onboarding: { newSellers: -1, sellers: 2 } } })).toEqual([
    "CalculatorError",
    [
      { code: "out_of_range", path: "/scenario/onboarding/newSellers", message: expect.stringContaining("0 to 10000000") as unknown },
      { code: "unknown_key", path: "/scenario/onboarding/sellers", message: expect.any(String) as unknown },
    ],
  ]);
  await expect(frame.locator("#newSellers")).toHaveValue("60,000");
  await expect(frame.locator(".undo")).toHaveCount(0);

  const attribute = (name: string, value: string): Promise<void> =>
    page.evaluate(([name, value]) => document.querySelector("export-potential-calculator")?.setAttribute(name ?? "", value ?? ""), [name, value]);
  await attribute("scenario", JSON.stringify(scenarioOf(80_000)));
  await expectState(page, 80_000);
  await attribute("scenario", "{");
  await expect.poll(async () => (await heardBy(page, "error")).at(-1)?.["errors"]).toEqual([expect.objectContaining({ code: "json_syntax", path: "/scenario" })]);
  await attribute("scenario", "v=1&newSellers=70000");
  await attribute("lang", "en");
  await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("lang", "en");
  await expect.poll(async () => (await heardBy(page, "ready")).at(-1)?.["language"]).toBe("en");
  // The address stays the same by this.
  await attribute("lang", "en-GB");
  expect(await set({ link: "v=1&newSellers=90000" })).toEqual(scenarioOf(90_000));
  // Without anything in it, the pack's own plan.
  await attribute("scenario", "");
  await expect.poll(async () => (await heardBy(page, "state")).at(-1)?.["scenario"]).toEqual({ schema: 1, pack: "pk" });
});

test("it looks as the page around it says, where that is legible, and says what it refuses", async ({ page, portal, site }) => {
  const styles = `:root { --brand: oklch(0.45 0.2 264) } * { transition: color 9s } span { color: red !important }
    #good { --export-potential-accent: var(--brand); --export-potential-background: cornsilk; --export-potential-font: Georgia, serif }
    #bad { --export-potential-accent: yellow; --export-potential-background: #fff8; --export-potential-font: url(x) }`;
  const both = `<export-potential-calculator id="good" view="compact"></export-potential-calculator>
    <export-potential-calculator id="bad" view="headline"></export-potential-calculator>
    <iframe src="${site}/embed/en.html?view=headline&accent=ffff00&background=ffffff" title="Calculator" data-export-potential sandbox="allow-scripts"></iframe>`;
  const frame = await openHost({ page, portal, site }, both, { styles });
  await isLive(frame);
  // By CSS Color 4 that colour of OKLCH is rgb(23, 69, 194); cornsilk is #fff8dc.
  expect(frame.url()).toBe(`${site}/embed/en.html?view=compact&accent=1745c2&background=fff8dc&font=Georgia%2C+serif`);
  const shown = (): Promise<string[]> =>
    frame.evaluate(() => {
      const of = (selector: string, property: string): string => getComputedStyle(document.querySelector(selector) ?? document.body).getPropertyValue(property);
      return [of("body", "background-color"), of(".headline strong", "color"), of("#fan-plot .median", "stroke"), of("body", "font-family").split(",")[0] ?? ""];
    });
  const blue = "rgb(23, 69, 194)";
  const own = ["rgb(251, 250, 247)", "rgb(11, 93, 59)", "rgb(11, 93, 59)"];
  expect(await shown()).toEqual(["rgb(255, 248, 220)", blue, blue, "Georgia"]);
  expect(await contrastFindingsIn(frame)).toEqual([]);

  // Dark, on paper and in forced colours it is the calculator's own.
  await page.emulateMedia({ colorScheme: "dark" });
  expect(await shown()).toEqual(["rgb(16, 22, 19)", "rgb(111, 211, 163)", "rgb(111, 211, 163)", "Georgia"]);
  await page.emulateMedia({ colorScheme: "light", media: "print" });
  expect(await shown()).toEqual(["rgb(255, 255, 255)", ...own.slice(1), "-apple-system"]);
  await page.emulateMedia({ media: "screen", forcedColors: "active" });
  expect(await frame.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--accent"))).toBe("#0b5d3b");
  await page.emulateMedia({ forcedColors: "none" });

  // The last of them: a frame says again what it has said to a page that did not listen yet.
  const refused = (of: string): Promise<unknown> =>
    page.evaluate((of) => (globalThis as unknown as Host).heard.findLast(({ type, target }) => type === "error" && target === of)?.detail["errors"], of);
  await expect.poll(() => refused("bad")).toEqual([
    { code: "wrong_type", path: "/background", message: 'background must be a colour as in 0b5d3b, not "#fff8".' },
    { code: "wrong_type", path: "/font", message: 'font must be a list of font families, as in Georgia, serif, not "url(x)".' },
  ]);
  const tooLight = (scheme: string): object => ({
    code: "contrast",
    path: "/accent",
    message: `The contrast of accent #ffff00 on background #ffffff is 1.07, least is 4.5: the ${scheme} scheme keeps its colours.`,
  });
  await expect.poll(() => refused("")).toEqual([tooLight("light"), tooLight("dark")]);
  expect(await refused("good")).toBeUndefined();
  const last = page.frames().at(-1);
  expect(await last?.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe(own[0]);
});

test("nobody but the frame moves its page, and nobody but its page the frame", async ({ page, portal, site }) => {
  // Passes on what it is told: to the page around it as if it were the calculator, and to the calculator as if it were the page.
  const forger = "<script>onmessage = ({ data: [to, message] }) => (to === 'page' ? parent : parent.frames[0]).postMessage(message, '*')</script>";
  const both = `${frameHtml(site, "en.html?view=headline", "allow-scripts allow-same-origin")}<iframe srcdoc="${forger}" title="Other"></iframe>`;
  const frame = await openHost({ page, portal, site }, both);
  await isLive(frame);
  await expectState(page, undefined);
  const height = await page.locator("iframe").first().evaluate((element) => (element as HTMLElement).style.height);
  await page.evaluate(() => {
    const forged = (type: string, data: object): object => ({ ns: "export-potential", v: 1, type, id: "x", data });
    postMessage(forged("height", { height: 5000 }), "*");
    for (const [to, message] of [
      ["page", forged("height", { height: 5000 })],
      ["page", forged("state", {})],
      ["calculator", forged("set", { link: "v=1&newSellers=7" })],
    ]) frames[1]?.postMessage([to, message], "*");
  });
  await page.waitForTimeout(1500);
  expect(await page.locator("iframe").first().evaluate((element) => (element as HTMLElement).style.height)).toBe(height);
  expect(await heardBy(page, "state")).toHaveLength(1);
  await expect(frame.locator("#answer")).toContainText("$58 million");
  // The page itself is heard.
  await page.evaluate(() => frames[0]?.postMessage({ ns: "export-potential", v: 1, type: "set", id: "own", data: { link: "v=1&newSellers=7" } }, "*"));
  await expectState(page, 7);
  expect((await heardBy(page, "state")).at(-1)?.["id"]).toBe("own");
});

test("it says so where there are no figures for the country that a page asks for, and where it does not start", async ({ page, portal, site }) => {
  await page.clock.install();
  await page.route("**/embed/ur.html*", (route) => route.abort());
  const elements = `<${kElement} pack="in"></${kElement}><${kElement} lang="ur"></${kElement}>`;
  const frame = await openHost({ page, portal, site }, frameHtml(site, "en.html?pack=in", "allow-scripts") + elements);
  await expect(frame.locator(".no-pack")).toHaveText("The page around this one asks for a country that there are no figures for here.");
  await expect(frame.locator("#answer")).toBeHidden();
  const noPack = { code: "unknown_name", path: "/pack", message: 'There is no pack "in" here; there is pk.' };
  await expect.poll(() => heardBy(page, "error")).toContainEqual({ id: "", errors: [noPack] });
  await page.evaluate(() => frames[0]?.postMessage({ ns: "export-potential", v: 1, type: "set", id: "own", data: { link: "v=1" } }, "*"));
  await expect.poll(() => heardBy(page, "error")).toContainEqual({ id: "own", errors: [noPack] });

  const ofPack = page.locator('[pack="in"]');
  await ofPack.scrollIntoViewIfNeeded();
  for (const link of ["v=1", "v=1&newSellers=5"]) expect(await setIn(ofPack, { link })).toEqual(["CalculatorError", [noPack]]);
  // As high as what it says, not as a calculator.
  await expect.poll(async () => (await ofPack.locator("iframe").boundingBox())?.height).toBeLessThan(300);
  const notStarted = { code: "not_started", path: "", message: "The calculator did not start in its frame." };
  const late = page.locator('[lang="ur"]');
  await late.scrollIntoViewIfNeeded();
  const answer = setIn(late, { link: "v=1" });
  await expect
    .poll(async () => {
      await page.clock.fastForward(61_000);
      return heardBy(page, "error");
    })
    .toContainEqual({ id: "", errors: [notStarted] });
  expect(await answer).toEqual(["CalculatorError", [notStarted]]);
  expect(await heardBy(page, "state")).toEqual([]);
});

test("in its frame it changes its language with the plan, asked meanwhile or not, and opens other pages in tabs of their own", async ({ page, portal, site }) => {
  const html = `<div><template shadowrootmode="open"><${kElement} theme="light" view="compact"></${kElement}></template></div>`;
  const frame = await openHost({ page, portal, site }, html, { root: '<html lang="ur-PK" dir="rtl">' });
  await isLive(frame);
  expect(frame.url()).toContain(`${site}/embed/ur.html`);
  await expectState(page, undefined);
  expect(await page.locator("iframe").evaluate((element) => (element as HTMLElement).style.height)).not.toBe("");
  await frame.locator("#newSellers").fill("50000");
  await frame.locator("#newSellers").press("Enter");
  await frame.locator(".languages a").click();
  const answer = setIn(page.locator(kElement), { link: "v=1&newSellers=60000" });
  await frame.waitForURL(/\/embed\/en\.html\?theme=light&view=compact#v=1&.*newSellers=50000/);
  expect(await answer).toEqual(scenarioOf(60_000));
  await expect(frame.locator("#newSellers")).toHaveValue("60,000");
  for (const [link, address] of [
    [frame.locator(".whole a"), new RegExp(`^${site}/index\\.html#v=1&.*newSellers=60000`)],
    [frame.locator('.foot-pages a[href$="method.html"]'), `${site}/method.html`],
  ] as const) {
    const popup = page.waitForEvent("popup");
    await link.click();
    await (await popup).waitForURL(address);
    await (await popup).close();
  }
});

for (const [path, width] of [
  ["en.html?view=headline", 300],
  ["en.html?view=compact&theme=dark", 1000],
  ["ur.html?view=compact", 320],
  ["ur.html?view=headline&theme=dark", 700],
  ["ur.html?pack=in", 320],
] as const) {
  test(`axe finds nothing in the frame, ${path} at ${width} px, nor is anything wider`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/embed/${path}`);
    if (!path.includes("pack=in")) {
      await expect(page.locator(".side:not([inert])")).toBeAttached();
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
  });
}
