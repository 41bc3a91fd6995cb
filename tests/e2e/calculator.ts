import { expect, test as base, type Locator, type Page } from "@playwright/test";

/** The page as a visitor sees it. */
export class Calculator {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens the page and waits until the program has taken over from the static page. */
  async open(path = "/"): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.locator(".side:not([inert])")).toBeVisible();
  }

  /** Keeps files, the engine's program if nothing else is said, from coming until what this gives is called. */
  async hold(files = "**/*.wasm"): Promise<() => void> {
    let release = (): void => undefined;
    const isReleased = new Promise<void>((resolve) => {
      release = resolve;
    });
    await this.page.route(files, async (route) => {
      await isReleased;
      await route.continue();
    });
    return release;
  }

  /** Opens the page with everything below its first screen, which comes when it is near the window. */
  async openWhole(path = "/"): Promise<void> {
    await this.open(path);
    await this.showAll();
  }

  /** Goes down to every part that comes later, and back to the top. */
  async showAll(): Promise<void> {
    for (const part of ["results", "compare", "sharing", "assumptions"]) {
      const place = this.page.locator(`[data-part="${part}"]`);
      await place.evaluate((element) => element.scrollIntoView());
      await expect(place).not.toHaveClass(/waiting/);
    }
    await expect(this.page.locator("#waterfall-plot")).toBeAttached();
    await this.page.evaluate(() => scrollTo(0, 0));
  }

  get answer(): Locator {
    return this.page.locator("#answer");
  }

  get status(): Locator {
    return this.page.locator('p.hidden[role="status"]');
  }

  /** The number field of a label. */
  field(label: string | RegExp): Locator {
    return this.page.getByRole("textbox", { name: label });
  }

  slider(label: string | RegExp): Locator {
    return this.page.getByRole("slider", { name: label });
  }

  /** Types over what stands in a field and leaves it. */
  async enter(label: string | RegExp, text: string): Promise<void> {
    await this.field(label).fill(text);
    await this.field(label).press("Tab");
  }

  /** Whether something makes the page wider than its window. */
  async sidewaysScroll(): Promise<number> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  }

  /** Adds a line to the roadmap, which is open: the first kind of measure, or another by its position. */
  async addMeasure(kind = 0): Promise<void> {
    const { page } = this;
    await page.locator("#measure-type").selectOption({ index: kind });
    await page.locator(".measure-adding:has(#measure-type) .button").click();
  }

  /** Keeps a ready-made plan, changes it, and waits until both stand side by side. */
  async compareTwoPlans(): Promise<void> {
    const { page } = this;
    await this.openEverything();
    await page.locator(".preset").first().click();
    await page.locator("#compare .button").click();
    await this.addMeasure();
    // Analyses are computed while their places are near the window.
    await page.locator(".kept").scrollIntoViewIfNeeded();
    await expect(page.locator("#comparison-plot")).toBeVisible({ timeout: 90_000 });
  }

  /** Brings the page into every state that it can have at once: lines of the roadmap, plans kept, an editor open, an offer to undo. */
  async useEverything(): Promise<void> {
    const { page } = this;
    await this.compareTwoPlans();
    const kinds = await page.locator("#measure-type option").count();
    for (let kind = 1; kind < kinds; ++kind) await this.addMeasure(kind);
    await page.locator(".distribution .link").first().click();
    await expect(page.locator(".assumption-editor")).toBeVisible();
    await this.openEverything();
    // Figures that are about to be replaced are faded, with less contrast.
    await page.locator(".kept").scrollIntoViewIfNeeded();
    await expect(page.locator("[data-busy]")).toHaveCount(0, { timeout: 90_000 });
    await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  }

  /** Opens all that folds. */
  async openEverything(): Promise<void> {
    await this.page.evaluate(() => {
      for (const details of document.querySelectorAll("details")) details.open = true;
    });
    const folds = this.page.locator('.fold[aria-expanded="false"]:visible');
    // What one holds may have folds itself.
    while ((await folds.count()) > 0) {
      await folds.evaluateAll((all) => {
        for (const fold of all) (fold as HTMLElement).click();
      });
      await this.page.evaluate(() => new Promise(requestAnimationFrame));
    }
  }
}

interface Fixtures {
  readonly calculator: Calculator;
  /** Lines of the console and violations of the security policy; a test ends with none. */
  readonly complaints: string[];
  /** Whether the page may keep itself for use without a network, which no test sees through routes. */
  readonly isKept: boolean;
}

/** Lines of the console of a page and violations of its security policy, from now on. */
export async function complaintsOf(page: Page): Promise<string[]> {
  const complaints: string[] = [];
  page.on("console", (message) => complaints.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  await page.exposeFunction("reportViolation", (text: string) => {
    complaints.push(`policy: ${text}`);
  });
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const report = (globalThis as unknown as { reportViolation(text: string): void }).reportViolation;
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  return complaints;
}

/** So long in milliseconds a page that does nothing has to answer. */
const kAnswerMs = 5000;

/** Whether a page still answers, which tells a page that is stuck from one that waits for something that never comes. */
async function pulse(page: Page): Promise<string> {
  const silence = new Promise<string>((resolve) => {
    setTimeout(() => resolve("The page does not answer: its program is stuck."), kAnswerMs);
  });
  const answer = page.evaluate(() => `The page answers; the focus is on ${document.activeElement?.outerHTML.slice(0, 200)}`);
  return Promise.race([silence, answer.catch(String)]);
}

/** A test of the page that fails for any message in the console and any violation of its policy. */
export const test = base.extend<Fixtures>({
  isKept: [false, { option: true }],
  complaints: [
    async ({ page, isKept }, use) => {
      if (!isKept) await page.addInitScript("delete Navigator.prototype.serviceWorker");
      const complaints = await complaintsOf(page);
      await use(complaints);
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
  calculator: async ({ page }, use, info) => {
    await use(new Calculator(page));
    if (info.status === "timedOut") process.stderr.write(`${await pulse(page)}\n`);
  },
});

export { expect };
