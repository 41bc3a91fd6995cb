import { render, type TemplateResult } from "lit";

/** Makes the report of today, as in 2026-11-28, where its program has come. */
export type Report = (date: string) => TemplateResult | undefined;

/**
 * Puts the report in the place of the page whenever it is printed. It is drawn only then: on every
 * change it would cost as much as the page. Until its program has come, the page itself is printed.
 */
export function printReport(element: HTMLElement, report: Report): void {
  const { dataset } = document.documentElement;
  addEventListener("beforeprint", () => {
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    const made = report(today);
    if (!made) return;
    render(made, element);
    dataset["report"] = "";
  });
  addEventListener("afterprint", () => {
    delete dataset["report"];
    render(undefined, element);
  });
}
