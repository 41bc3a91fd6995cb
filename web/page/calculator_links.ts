import { kLinkSigns } from "./link_signs.ts";
import { recall } from "./tab_memory.ts";

/**
 * Gives links that `data-plan` marks the plan that the calculator had last in this tab, when they may be followed.
 * A link to the same page in another language takes the page's own anchor along where there is no plan.
 */
export function onCalculatorLinks(): void {
  for (const sign of kLinkSigns) {
    addEventListener(sign, ({ target }) => {
      const link = (target as Element).closest<HTMLAnchorElement>("[data-plan]");
      if (link) link.hash = recall("export-potential:plan") || location.hash;
    });
  }
}
