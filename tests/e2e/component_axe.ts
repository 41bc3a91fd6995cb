import { expect, test as base, type Page } from "@playwright/test";
import axe from "axe-core";
import { axeFindingsIn } from "./axe.ts";
import { complaintsOf } from "./calculator.ts";
import { gallery } from "./gallery_site.ts";

const kLooks = [
  { language: "en", colorScheme: "light", width: 1024 },
  { language: "ur", colorScheme: "dark", width: 320 },
] as const;
type Look = (typeof kLooks)[number];

/** The gallery in one look, with axe. */
interface Stage {
  readonly page: Page;
  readonly complaints: string[];
}

interface Site {
  readonly gallery: string;
  /** Has the gallery show one of its specimens. A page of its own for each would take far longer than axe does. */
  readonly show: (look: Look, specimen: string) => Promise<Stage>;
}

const test = base.extend<object, Site>({
  gallery,
  show: [
    async ({ browser, gallery }, use) => {
      const stages = new Map<Look, Stage>();
      await use(async (look, specimen) => {
        const { language, colorScheme, width } = look;
        const known = stages.get(look);
        const page = known?.page ?? (await browser.newPage({ viewport: { width, height: 800 }, colorScheme, reducedMotion: "reduce" }));
        const stage = known ?? { page, complaints: await complaintsOf(page) };
        stages.set(look, stage);
        await page.goto(`${gallery}/index.html?open&language=${language}#${specimen}`);
        await expect(page.locator(`.gallery[data-ready] [data-specimen="${specimen}"]`)).toBeVisible();
        if (!known) await page.evaluate(axe.source);
        return stage;
      });
      for (const { page } of stages.values()) await page.close();
    },
    { scope: "worker" },
  ],
});

/**
 * Tests that axe finds nothing in a component: in what `selector` matches in each of `specimens` of the gallery, with all
 * open that folds.
 */
export function axeFindsNothing(component: string, selector: string, ...specimens: readonly string[]): void {
  for (const look of kLooks) {
    test(`axe finds nothing in ${component}, ${Object.values(look).join("-")}`, async ({ show }) => {
      for (const specimen of specimens) {
        const { page, complaints } = await show(look, specimen);
        await expect(page.locator(selector).first(), specimen).toBeVisible();
        expect(await axeFindingsIn(page, selector), specimen).toEqual([]);
        expect(complaints.splice(0), specimen).toEqual([]);
      }
    });
  }
}
