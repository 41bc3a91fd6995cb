import { html, nothing, type TemplateResult } from "lit";
import type { Catalogue } from "../../text/catalogue.ts";
import { setIn } from "../../text/message.ts";

/** A table of figures that stand already in words; the first cell of a row names it. */
export interface DataTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A chart with its words and its table. */
export interface ChartFigure {
  readonly id: string;
  /** What it shows and in which unit. */
  readonly title: string;
  /** What the data say, in one line. */
  readonly finding: string;
  readonly drawing: TemplateResult;
  /** Whether the drawing is made for a measured width. */
  readonly isMeasured?: boolean;
  readonly note?: string;
  readonly table: DataTable;
  readonly isWide?: boolean;
  /** Whether it stands in no group, so that its title is a heading of the page itself. */
  readonly isLeading?: boolean;
}

/** A table that scrolls inside its own box where it is too wide. */
export function dataTable(text: Catalogue, title: string, { columns, rows }: DataTable): TemplateResult {
  const label = text.charts.tableOf({ title });
  const [head = "", ...others] = columns;
  return html`<div class="table-box" role="group" tabindex="0" aria-label=${label}>
    <table>
      <caption>${title}</caption>
      <thead><tr><th scope="col">${head}</th>${others.map((column) => html`<th scope="col">${column}</th>`)}</tr></thead>
      <tbody>${rows.map(([name = "", ...cells]) => html`<tr><th scope="row">${setIn(text, name)}</th>${cells.map((cell) => html`<td>${setIn(text, cell)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

/** The table of a chart, folded, with a way to save each kind of file: the page hears the buttons and says beside them what came of it. */
export function foldedTable(text: Catalogue, title: string, table: DataTable): TemplateResult {
  return html`<details class="table">
    <summary aria-label=${text.charts.foldOf({ title })}>${text.charts.fold}</summary>
    ${dataTable(text, title, table)}
    <p class="chart-files"><span>${text.charts.download}</span>
      ${(["csv", "svg", "png"] as const).map((format) => {
        const name = text.sharing.formats[format];
        return html`<button class="link" type="button" data-chart-file=${format} aria-label=${text.charts.downloadOf({ format: name, title })}>${name}</button>`;
      })}
      <span class="hint" aria-live="polite"></span></p>
  </details>`;
}

/** A chart: title, finding, the drawing with its words for screen readers, the table. */
export function chartFigure(text: Catalogue, figure: ChartFigure): TemplateResult {
  const { id, title, finding } = figure;
  return html`<section class=${figure.isWide ? "chart wide" : "chart"} aria-labelledby=${`${id}-title`}>
    ${figure.isLeading ? html`<h2 id=${`${id}-title`}>${title}</h2>` : html`<h3 id=${`${id}-title`}>${title}</h3>`}
    <p class="finding figures">${finding}</p>
    <div class=${figure.isMeasured ? "plot figures" : "rows figures"} id=${`${id}-plot`} role="img"
      aria-label=${/[?؟]$/u.test(title) ? `${title} ${finding}` : text.charts.described({ title, finding })}>${figure.drawing}</div>
    ${figure.note ? html`<p class="note">${figure.note}</p>` : nothing}
    ${foldedTable(text, title, figure.table)}
  </section>`;
}
