import { html, type TemplateResult } from "lit";
import { pathsChart } from "../../charts/paths_chart.ts";
import { largestOf } from "../../charts/scale.ts";
import { spreadAt, yearIndex, type ShownResult } from "../../state/readings.ts";
import { formatInUnit, formatMoney, moneyUnit, type MoneyUnit } from "../../text/format.ts";
import { chartFigure, type DataTable } from "../figure/figure.ts";
import { displayOf, plotWidth, type ResultsView } from "../view.ts";

function pathsTable(view: ResultsView, result: ShownResult, unit: MoneyUnit): DataTable {
  const { charts } = view.text;
  const columns = [result.outputs.exportsWith, result.outputs.exportsWithout].flatMap(({ quantiles: { p25, p50, p75 } }) => [p50, p25, p75]);
  return {
    columns: [
      charts.year,
      charts.paths.withTable,
      charts.paths.withLow,
      charts.paths.withHigh,
      charts.paths.withoutTable,
      charts.paths.withoutLow,
      charts.paths.withoutHigh,
    ],
    rows: result.years.map((year, index) => [
      String(year),
      ...columns.map((column) => formatInUnit(column[index] ?? 0, unit)),
    ]),
  };
}

/** All online exports with and without the plan. */
export function pathsFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { result } = state;
  const display = displayOf(view);
  const { exportsWith: withPlan, exportsWithout: without } = result.outputs;
  const unit = moneyUnit(largestOf(withPlan.quantiles.p75, without.quantiles.p50), display);
  const shown = yearIndex(result, state.year);
  const { paths } = text.charts;
  return chartFigure(text, {
    id: "paths",
    title: text.charts.titled({ title: paths.title, unit: unit.name }),
    finding: paths.finding({
      year: state.year,
      withPlan: formatMoney(spreadAt(withPlan, shown).p50, display),
      without: formatMoney(spreadAt(without, shown).p50, display),
    }),
    drawing: html`${pathsChart(text, {
      withPlan,
      without,
      years: result.years,
      display,
      unit,
      width: plotWidth(view, "paths"),
    })}`,
    isMeasured: true,
    isWide: true,
    note: paths.note({ year: result.years.at(-1) ?? state.year }),
    table: pathsTable(view, result, unit),
  });
}

