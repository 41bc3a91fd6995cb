import type { ChartFormat, ChartSource } from "../components/chart_files/chart_files.ts";
import { messageOf } from "../engine/errors.ts";
import type { Catalogue } from "../text/catalogue.ts";

/** A part of the page's program, or an error that says to a visitor that it did not come. */
export function loaded<Part>(part: Promise<Part>, { sharing }: Pick<Catalogue, "sharing">): Promise<Part> {
  return part.catch((cause: unknown) => {
    throw new Error(sharing.notLoaded, { cause });
  });
}

/** Hears the buttons that save charts in `root`, and says beside each what came of it. */
export function saveChartsIn(root: HTMLElement, text: Catalogue, source: ChartSource): void {
  const save = async (button: HTMLElement): Promise<void> => {
    const chart = button.closest("details.table")?.parentElement;
    const said = button.parentElement?.querySelector("[aria-live]");
    if (!chart || !said) return;
    const { sharing } = text;
    said.textContent = sharing.making;
    try {
      const { saveChart } = await loaded(import("../components/chart_files/chart_files.ts"), text);
      const name = await saveChart(chart, button.dataset["chartFile"] as ChartFormat, source);
      said.textContent = sharing.saved({ name });
    } catch (error) {
      said.textContent = sharing.notSaved({ message: messageOf(error) });
    }
  };
  root.addEventListener("click", ({ target }) => {
    const button = (target as Element).closest<HTMLElement>("[data-chart-file]");
    if (button) void save(button);
  });
}
