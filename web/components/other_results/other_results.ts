import type { TemplateResult } from "lit";
import type { OutputName } from "../../engine/types.ts";
import { spreadAt, yearIndex } from "../../state/readings.ts";
import { formatTabular } from "../../text/format.ts";
import { formatMoneyTabular } from "../../text/table_figures.ts";
import { dataTable } from "../figure/figure.ts";
import { displayOf, type ResultsView } from "../view.ts";

/** Outputs of the table of other results, in its order. */
const kOutputs = [
  "grossAdditional",
  "exportsAdditional",
  "foreignExchange",
  "valueAdded",
  "tax",
  "cost",
  "fiscalNet",
  "jobs",
] as const satisfies readonly OutputName[];

/** The cells of one row of the table of other results: name, middle, range. */
function row(view: ResultsView, name: (typeof kOutputs)[number]): [string, string, string] {
  const { text, state } = view;
  const output = state.result.outputs[name];
  const { p05, p50, p95 } = spreadAt(output, yearIndex(state.result, state.year));
  const figure = (value: number): string =>
    output.unit === "US$"
      ? formatMoneyTabular(value, displayOf(view))
      : formatTabular(value);
  const [low, high] = [figure(p05), figure(p95)];
  const range = low === high ? low : text.charts.range({ low, high });
  return [text.charts.more.rows[name], figure(p50), range];
}

/** What else the plan could do in the year shown, beside the headline: a table, what it is called and how to read it. */
export function otherResults(view: ResultsView): { readonly title: string; readonly table: TemplateResult; readonly note: string } {
  const { text, state } = view;
  const { charts } = text;
  const title = charts.inYear({ title: charts.more.title, year: state.year });
  const columns = [charts.more.result, charts.middle, text.answer.range];
  const table = dataTable(text, title, { columns, rows: kOutputs.map((name) => row(view, name)) });
  return { title, table, note: charts.publicMoney.middles };
}
