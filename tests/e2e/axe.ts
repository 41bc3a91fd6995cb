import AxeBuilder from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect } from "./calculator.ts";

/** What axe finds in a page as it stands, by rule and element. */
export async function axeFindings(page: Page): Promise<string[]> {
  // No page has a frame of another origin; otherwise axe takes as long again to carry all it saw to another page.
  const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] });
  const { violations, passes } = await axe.analyze();
  // Without this a page that axe cannot read would pass.
  expect(passes.length).toBeGreaterThan(20);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(" ")}`));
}
