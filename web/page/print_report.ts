import { render, type TemplateResult } from "lit";

/** Makes the report: its address and today as in 2026-11-28. */
type Report = (link: string, date: string) => TemplateResult;

/**
 * Puts the report in the place of the page whenever it is printed. It is drawn only then: on every
 * change it would cost as much as the page.
 */
export function printReport(element: HTMLElement, report: Report, link: () => string): void {
  const { dataset } = document.documentElement;
  addEventListener("beforeprint", () => {
    const now = new Date();
    const today = new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
    render(report(link(), today), element);
    dataset["report"] = "";
  });
  addEventListener("afterprint", () => {
    delete dataset["report"];
    render(undefined, element);
  });
}
