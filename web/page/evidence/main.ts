import { catalogueOf, type WholeCatalogue } from "../../text/catalogue.ts";
import type { CompiledCatalogue } from "../../text/message.ts";
import { completeAddresses } from "../address.ts";
import { matches } from "./search.ts";

/** Lets the visitor search the figures of the page. */
export function start(catalogue: CompiledCatalogue): void {
  completeAddresses();
  const { evidence } = catalogueOf(catalogue) as WholeCatalogue;
  const box = document.getElementById("evidence-search");
  const words = document.querySelector<HTMLInputElement>("#evidence-words");
  const grade = document.querySelector<HTMLSelectElement>("#evidence-grade");
  const count = document.getElementById("evidence-count");
  if (!box || !words || !grade || !count) return;
  const groups = [...document.querySelectorAll<HTMLElement>(".figure-group")].map((element) => ({
    element,
    rows: [...element.querySelectorAll<HTMLElement>("tbody tr")].map((row) => ({
      row,
      text: row.textContent,
      grade: row.dataset["grade"] ?? "",
    })),
  }));

  const show = (): void => {
    let shown = 0;
    let all = 0;
    for (const { element, rows } of groups) {
      let inGroup = 0;
      for (const { row, ...figure } of rows) {
        row.hidden = !matches(figure, words.value, grade.value);
        if (!row.hidden) ++inGroup;
      }
      element.hidden = inGroup === 0;
      shown += inGroup;
      all += rows.length;
    }
    count.textContent = shown === 0 ? evidence.nothing : evidence.shown({ shown, all });
  };
  words.addEventListener("input", () => {
    // What WebKit shows in a field that brings nothing to remember, on the way back to the page.
    words.defaultValue = words.value;
    show();
  });
  grade.addEventListener("change", show);
  box.hidden = false;
  show();
}
