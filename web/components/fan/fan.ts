import { html, type SVGTemplateResult, type TemplateResult } from "lit";
import { fanChart } from "../../charts/fan_chart.ts";
import { kNarrow } from "../../charts/plot.ts";
import { largestOf } from "../../charts/scale.ts";
import { programmeEnd } from "../../state/plan/plan.ts";
import { spreadAt, yearIndex, type SpreadSeries } from "../../state/readings.ts";
import {
  formatInUnit,
  formatMoney,
  formatMoneyRange,
  moneyUnit,
  type MoneyUnit,
} from "../../text/format.ts";
import { chartFigure, type DataTable } from "../figure/figure.ts";
import { part } from "../part/part.ts";
import { displayOf, nothingWords, plotWidth, whyNothing, type View } from "../view.ts";

/** A last year below this part of the year shown is worth a word. */
const kFaded = 0.9;

function fanTable(view: View, series: SpreadSeries, unit: MoneyUnit): DataTable {
  const { charts } = view.text;
  const { p05, p25, p50, p75, p95 } = series.quantiles;
  const columns = [p05, p25, p50, p75, p95, series.mean];
  return {
    columns: [charts.year, charts.low, charts.lowHalf, charts.middle, charts.highHalf, charts.high, charts.average],
    rows: view.state.result.years.map((year, index) => [
      String(year),
      ...columns.map((column) => formatInUnit(column[index] ?? 0, unit)),
    ]),
  };
}

/** That the answer shrinks after the plan has ended, and why, where it does and no market is closed; with a space before it. */
function fading(view: View, shown: number): string {
  const { state, text } = view;
  const { years, outputs } = state.result;
  const last = years.length - 1;
  const end = yearIndex(state.result, programmeEnd(state.answered));
  const { p50 } = outputs.exportsAdditional.quantiles;
  const [atShown = 0, atLast = 0] = [p50[shown], p50[last]];
  if (state.answered.closures.length > 0 || shown < end || shown === last || atLast <= 0 || atLast > kFaded * atShown) return "";
  const { fan } = text.charts;
  const year = years[last] ?? 0;
  const isCutShort = state.answered.measures.some(({ to = year }) => to >= state.year && to < year);
  return ` ${(isCutShort ? fan.fadesWithout : fan.fades)({ amount: formatMoney(atLast, displayOf(view)), year })}`;
}

/** The unit of the chart's axis and table. */
function unitOf(view: View): MoneyUnit {
  const { p05, p95 } = view.state.result.outputs.exportsAdditional.quantiles;
  return moneyUnit(largestOf(p95, p05), displayOf(view));
}

function drawing(view: View): SVGTemplateResult {
  const { text, state } = view;
  const { result, year } = state;
  return fanChart(text, {
    series: result.outputs.exportsAdditional,
    years: result.years,
    shown: yearIndex(result, year),
    display: displayOf(view),
    unit: unitOf(view),
    width: plotWidth(view, "fan"),
    isLow: state.isLow,
  });
}

/** Extra export earnings over the years, with their ranges. */
export function fanFigure(view: View): TemplateResult {
  const { text, state } = view;
  const { result } = state;
  const display = displayOf(view);
  const series = result.outputs.exportsAdditional;
  const unit = unitOf(view);
  const shown = yearIndex(result, state.year);
  const { p25, p75 } = spreadAt(series, shown);
  const width = plotWidth(view, "fan");
  const { fan } = text.charts;
  const [low, high] = formatMoneyRange(p25, p75, display);
  const isNothing = largestOf(series.quantiles.p95, series.quantiles.p05) === 0;
  const finding = isNothing || whyNothing(view) === "closed"
    ? nothingWords(view)
    : `${fan.finding({ year: state.year, low, high })}${fading(view, shown)}`;
  return chartFigure(text, {
    id: "fan",
    title: text.charts.titled({ title: fan.title, unit: unit.name }),
    finding,
    drawing: html`${part(view, drawing)}`,
    isMeasured: true,
    isWide: true,
    isLeading: true,
    ...(width < kNarrow ? { note: fan.narrowNote({ year: result.years.at(-1) ?? state.year }) } : {}),
    table: fanTable(view, series, unit),
  });
}
