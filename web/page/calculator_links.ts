import { recall } from "./tab_memory.ts";

/**
 * Gives links that `data-plan` marks the plan that the calculator had last in this tab, when they are followed.
 * A link to the same page in another language takes the page's own anchor along where there is no plan.
 */
export function onCalculatorLinks(): void {
  addEventListener("click", ({ target }) => {
    const link = (target as Element).closest<HTMLAnchorElement>("[data-plan]");
    if (link) link.hash = recall("export-potential:plan") || location.hash;
  });
}
