import { render, type TemplateResult } from "lit";
import { todayInDigits } from "../text/today.ts";

/** Makes the report of today, as in 2026-11-28, where its program has come. */
export type Report = (date: string) => TemplateResult | undefined;

/**
 * Prints when the button in `root` is pressed that `data-prints` marks, and puts the report in the place of the page
 * whenever it is printed. It is drawn only then: on every change it would cost as much as the page. Until its program
 * has come, the page itself is printed.
 */
export function printReport(root: HTMLElement, element: HTMLElement, report: Report): void {
  const { dataset } = document.documentElement;
  const made = (): TemplateResult | undefined => report(todayInDigits());
  root.addEventListener("click", ({ target }) => {
    if (!(target as Element).closest("[data-prints]")) return;
    // Chromium pauses the page before print() tells of it: the policy that lets markup in cannot be called then, and
    // lit asks it for every template that it has not met.
    render(made(), new DocumentFragment());
    print();
  });
  addEventListener("beforeprint", () => {
    const paper = made();
    if (!paper) return;
    render(paper, element);
    dataset["report"] = "";
  });
  addEventListener("afterprint", () => {
    delete dataset["report"];
    render(undefined, element);
  });
}
