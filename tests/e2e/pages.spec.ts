import { axeFindings, contrastFindings } from "./axe.ts";
import { expect, test } from "./calculator.ts";
import { answerTo, headline } from "./expected.ts";

const kFolders = [
  ["en", ""],
  ["ur", "ur/"],
] as const;
const kDocuments = ["method", "evidence", "about"] as const;

/** What axe looks at in full of a language, and what of it is looked at besides. */
const kLooks = {
  en: { width: 1280, scheme: "dark", otherWidth: 320, otherScheme: "light" },
  ur: { width: 320, scheme: "light", otherWidth: 1280, otherScheme: "dark" },
} as const;

for (const [tag, folder] of kFolders) {
  for (const name of kDocuments) {
    test(`${folder}${name}: axe finds nothing in both schemes and nothing is wider, at 320 and 1280 px`, async ({ calculator, page }) => {
      const { width, scheme, otherWidth, otherScheme } = kLooks[tag];
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`/${folder}${name}.html`);
      await expect(page.locator("html")).toHaveAttribute("lang", tag);
      expect(await axeFindings(page), scheme).toEqual([]);
      expect(await calculator.sidewaysScroll(), `at ${width} px`).toBe(0);
      await page.setViewportSize({ width: otherWidth, height: 800 });
      expect(await calculator.sidewaysScroll(), `at ${otherWidth} px`).toBe(0);
      await page.emulateMedia({ colorScheme: otherScheme });
      expect(await contrastFindings(page), otherScheme).toEqual([]);
    });
  }
}

test("every page leads to every other, in its own language, and says where one is", async ({ page }) => {
  for (const [, folder] of kFolders) {
    for (const from of ["index", ...kDocuments]) {
      await page.goto(`/${folder}${from}.html`);
      const links = page.locator(".top nav:not(.languages) a");
      const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).pathname));
      expect(addresses).toEqual(["index", ...kDocuments].map((name) => `/${folder}${name}.html`));
      await expect(page.locator(".top [aria-current=page]")).toHaveAttribute("href", `${from}.html`);
      await expect(page.locator("h1")).toHaveCount(1);
      expect((await page.locator('meta[name="description"]').getAttribute("content"))?.length).toBeGreaterThan(40);
    }
  }
});

test("sets the equations of the model as mathematics, with their numbers", async ({ page }) => {
  await page.goto("/method.html");
  const numbers = await page.locator(".equation-number").allTextContents();
  expect(numbers).toEqual(Array.from({ length: 11 }, (_, number) => `(${number})`));
  // (2): A_{c,s}(a) = R act l S(a) (1 - x)^a
  const second = page.locator(".equation", { hasText: "(2)" }).locator("math");
  await expect(second).toHaveText(/^Ac,s\(a\)=Rc,s\s*act\s*lc\s*S\(a\)\(1−xh\)a$/u);
  await expect(page.locator("math[style], math [style]")).toHaveCount(0);
});

test("every equation and table that is wider than the page can be scrolled by keyboard, and none is higher than its box", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  for (const [, folder] of kFolders) {
    await page.goto(`/${folder}method.html`);
    await page.evaluate(() => document.fonts.ready);
    const boxes = page.locator(".formula, .table-box");
    const wide = await boxes.evaluateAll((all) =>
      all.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1).map((box) => (box as HTMLElement).tabIndex),
    );
    expect(wide.length).toBeGreaterThan(3);
    expect(new Set(wide)).toEqual(new Set([0]));
    // That would be scrolled too, in a bar of its own.
    const high = await boxes.evaluateAll((all) => all.flatMap(({ scrollHeight, clientHeight, textContent }) => (scrollHeight > clientHeight ? textContent : [])));
    expect(high, folder).toEqual([]);
  }
});

test("finds figures by words of the figure, its note and its sources, and by grade", async ({ page }) => {
  await page.goto("/evidence.html");
  const rows = page.locator(".evidence tbody tr");
  const all = await rows.count();
  expect(all).toBeGreaterThan(60);
  const status = page.getByRole("status");
  await expect(status).toHaveText(`${all} of ${all} figures`);
  await page.getByLabel("Search figures and sources").fill("bureau cotton");
  await expect(status).toHaveText("No figure has these words and this grade.");
  await page.getByLabel("Search figures and sources").fill("state bank");
  await expect(rows.filter({ visible: true }).first()).toContainText("State Bank of Pakistan");
  expect(await rows.filter({ visible: true }).count()).toBeLessThan(all / 4);
  await page.getByLabel("Search figures and sources").fill("");
  await page.getByLabel("Grade", { exact: true }).selectOption("A*");
  const official = await rows.filter({ visible: true }).count();
  expect(official).toBeGreaterThan(3);
  await expect(page.locator('.evidence tbody tr[data-grade="A*"]')).toHaveCount(official);
});

test("a source opens beside a page in a frame, whose place it would take, and in the place of a page that is in none", async ({ context, page }) => {
  const title = "A source";
  const withTitle = (words: string, body = ""): string => `<!doctype html><html lang="en"><head><title>${words}</title><link rel="icon" href="data:,"></head><body>${body}</body></html>`;
  await context.route(/^https:/, (route) => route.fulfill({ contentType: "text/html", body: withTitle(title) }));
  const frame = '<iframe src="evidence.html" title="Evidence" width="900" height="500"></iframe>';
  await page.route("**/host.html", (route) => route.fulfill({ contentType: "text/html", body: withTitle("Host", frame) }));
  await page.goto("/host.html");
  const evidence = page.frameLocator("iframe");
  const opened = context.waitForEvent("page");
  await evidence.locator('.evidence .sources a[href^="https:"]').first().click();
  await expect(await opened).toHaveTitle(title);
  await expect(evidence.locator("h1")).toHaveText(/evidence/i);
  await evidence.locator(".top").getByRole("link", { name: "Method" }).click();
  await expect(evidence.locator(".equation").first()).toBeVisible();

  await page.goto("/evidence.html");
  await page.locator('.evidence .sources a[href^="https:"]').first().click();
  await expect(page).toHaveTitle(title);
  expect(context.pages()).toHaveLength(2);
});

test("pages to read work without any program", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
  const page = await context.newPage();
  await page.goto("/ur/evidence.html");
  await expect(page.locator(".evidence tbody tr").first()).toBeVisible();
  await expect(page.locator("#evidence-search")).toBeHidden();
  await context.close();
});

test("has a picture to share and tells search engines what it is", async ({ page, request }) => {
  for (const [tag, folder] of kFolders) {
    const { url } = { url: (await page.goto(`/${folder}index.html`))?.url() ?? "" };
    const picture = (await page.locator('meta[property="og:image"]').getAttribute("content")) ?? "";
    const answer = await request.get(new URL(picture, url).href);
    expect(answer.headers()["content-type"]).toBe("image/png");
    const bytes = await answer.body();
    // Width and height in the header of a PNG file.
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    const data = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? "") as Record<string, unknown>;
    expect(data).toMatchObject({ "@context": "https://schema.org", "@type": "WebApplication", inLanguage: tag });
  }
  expect(await (await request.get("/robots.txt")).text()).toContain("Allow: /");
});

test("the fonts of Urdu are there before the first paint: no line moves", async ({ page }) => {
  await page.addInitScript(() => {
    const kept = globalThis as unknown as { shift: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) kept.shift += (entry as unknown as { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  for (const path of ["/ur/about.html", "/ur/index.html"]) {
    await page.goto(path);
    await page.evaluate(() => document.fonts.ready);
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter(({ status }) => status === "loaded").map(({ family }) => family.replaceAll('"', "")),
    );
    expect(loaded).toContain("Page Nastaliq");
    expect(loaded).not.toContain("Whole Nastaliq");
    expect(await page.evaluate(() => (globalThis as unknown as { shift: number }).shift)).toBeLessThan(0.01);
  }
  await page.goto("/index.html");
  expect(await page.evaluate(() => document.fonts.size)).toBe(0);
});

test("no table of the report stands in columns, from one of which to the next Firefox breaks none", async ({ calculator, page }) => {
  await calculator.open();
  const report = page.waitForResponse(/\/report-[\w-]+\.js$/);
  await page.keyboard.press("Control");
  await report;
  await page.emulateMedia({ media: "print" });
  const tables = page.locator(".report-assumptions table");
  await expect(async () => {
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await tables.count()).toBe(2);
  }).toPass({ timeout: 60_000 });
  const inColumns = await page.locator("#report table").evaluateAll((all) =>
    all.filter((table) => {
      for (let around = table.parentElement; around; around = around.parentElement) {
        if (getComputedStyle(around).columnCount !== "auto") return true;
      }
      return false;
    }).length,
  );
  expect(inColumns).toBe(0);
  // Side by side, and neither much longer than the other.
  const [first, second] = await tables.evaluateAll((all) => all.map((table) => table.getBoundingClientRect().toJSON() as DOMRect));
  expect(second?.top).toBe(first?.top);
  expect(second?.left).toBeGreaterThan(first?.right ?? Infinity);
  const heights = [first?.height ?? 0, second?.height ?? 0];
  expect(Math.min(...heights)).toBeGreaterThan(0.8 * Math.max(...heights));
});

/** Ten measures, three closures, five assumptions of the visitor's own. */
const kLargePlan = [
  "#v=1&m=2026.11&assume.act=pert,min:0.1,mode:0.2,max:0.3&assume.m=lognormal,p05:9000,p95:90000&assume.sigma=uniform,min:1.7,max:2.4",
  "assume.takeup.light=0.4&assume.w.b2c=pert,min:0.3,mode:0.45,max:0.6&closures=us:2028-2029,uk:2030-2031,gulf:2027-2028",
  "measure01=training,tier:light,from:2027,to:2031,share:0.5&measure02=training,tier:intensive,from:2027,to:2031,share:0.3",
  "measure03=connectivity,from:2027,to:2031,internetUse:0.8&measure04=logistics,from:2027,to:2031,days:-5,cost:2000000",
  "measure05=feeSupport,from:2027,to:2031,points:0.1&measure06=marketAccess,market:us,from:2028,tariff:0.05,access:0.9",
  "measure07=digitalRetailTax,from:2027,rate:0.05,cost:1500000&measure08=courierSalesTax,from:2027,rate:0.18",
  "measure09=dutyFreeThreshold,from:2027,above:0.95&measure10=training,tier:linkage,from:2028,to:2031,share:0.15,cost:3000000",
].join("&");

for (const [tag, folder] of kFolders) {
  for (const [size, plan] of [["default", ""], ["large", kLargePlan]] as const) {
    test(`prints a report of two to four pages of a ${size} plan: ${tag}`, async ({ calculator, page }) => {
      await calculator.open(`/${folder}index.html${plan}`);
      const report = page.waitForResponse(/\/report-[\w-]+\.js$/);
      await page.keyboard.press("Control");
      await report;
      await page.evaluate(() => new Promise((done) => requestIdleCallback(() => done(undefined), { timeout: 5000 })));
      const printed = page.locator("#report");
      // The report is of the newest answer: that of the plan comes after the page.
      await expect(async () => {
        await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
        expect(await printed.locator(".report-assumptions tr.other").count()).toBe(plan === "" ? 0 : 5);
        expect(await printed.locator(".report-charts .chart").count()).toBe(6);
      }).toPass({ timeout: 60_000 });
      await page.evaluate(() => dispatchEvent(new Event("afterprint")));
      // Letter is wider and shorter than A4.
      for (const paper of ["A4", "Letter"] as const) {
        const pages = async (): Promise<number> => {
          const pdf = (await page.pdf({ preferCSSPageSize: paper === "A4", format: paper })).toString("latin1");
          return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
        };
        const whole = await pages();
        expect(whole).toBeGreaterThanOrEqual(2);
        expect(whole).toBeLessThanOrEqual(4);
        // The last page is more than half full: what takes half of its height less the margins begins another.
        await page.evaluate((half) => {
          const blank = new CSSStyleSheet();
          blank.replaceSync(`.report::after { content: ""; display: block; block-size: ${half}mm; break-inside: avoid; }`);
          document.adoptedStyleSheets = [blank];
        }, { A4: (297 - 28) / 2, Letter: (279.4 - 28) / 2 }[paper]);
        expect(await pages()).toBe(whole + 1);
        await page.evaluate(() => { document.adoptedStyleSheets = []; });
      }
      // Nothing of it stays behind.
      await expect(printed).toBeEmpty();
      await expect(page.locator("html")).not.toHaveAttribute("data-report");
    });
  }
}

for (const [tag, folder] of kFolders) {
  test(`prints one or two pages where the report has not come: ${tag}`, async ({ calculator, page, complaints }) => {
    await page.route(/\/report-[\w-]+\.js$/, (route) => route.abort());
    await calculator.openWhole(`/${folder}index.html`);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(1);
    expect(pages).toBeLessThanOrEqual(2);
    await page.emulateMedia({ media: "print" });
    for (const part of ["#answer", "#fan-plot", ".number-input", ".print-short"]) await expect(page.locator(part).first()).toBeVisible();
    // The browser itself reports the request that this test broke off.
    expect(complaints.splice(0).filter((line) => !line.includes("net::ERR_FAILED"))).toEqual([]);
  });
}

for (const [tag, folder] of kFolders) {
  test(`the button prints the report: ${tag}`, async ({ calculator, page }) => {
    await calculator.open(`/${folder}index.html${kLargePlan}`);
    await page.locator('[data-part="sharing"]').scrollIntoViewIfNeeded();
    const button = page.locator("[data-prints]");
    await button.scrollIntoViewIfNeeded();
    // When print() is over nothing of the report is left.
    await page.evaluate(() => {
      addEventListener("beforeprint", () => {
        const printed = [".report-assumptions tr.other", ".report-charts .chart"].map((part) => document.querySelectorAll(`#report ${part}`).length);
        document.body.dataset["printed"] = `${document.documentElement.dataset["report"]}${String(printed)}`;
      });
    });
    // print() itself, which pauses the page: an event of the test's own would not. Until the report has come the page is printed.
    await expect(async () => {
      await button.click();
      expect(await page.locator("body").getAttribute("data-printed")).toBe("5,6");
    }).toPass({ timeout: 60_000 });
  });
}

test("the report holds the plan, the answer, the sources and the versions", async ({ calculator, page }) => {
  await calculator.open();
  const report = page.waitForResponse(/\/report-[\w-]+\.js$/);
  await page.keyboard.press("Control");
  await report;
  await calculator.enter("Over how many years", "4");
  await expect(calculator.answer).toHaveText(headline(answerTo({ onboarding: { years: 4 } })));
  const answer = (await calculator.answer.textContent()) ?? "";
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  const printed = page.locator("#report");
  await expect(printed).toBeVisible();
  await expect(page.locator("#page")).toBeHidden();
  await expect(printed).toContainText(answer.trim());
  await expect(printed).toContainText("4, from fiscal year 2027");
  await expect(printed).toContainText("State Bank of Pakistan");
  await expect(printed).toContainText(/Model [\d.]+, data Pakistan [\d.]+, seed 1/);
  await expect(printed).toContainText("years=4");
});
