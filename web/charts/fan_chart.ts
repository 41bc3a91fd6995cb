import { nothing, svg, type SVGTemplateResult } from "lit";
import type { SpreadSeries } from "../state/readings.ts";
import type { Catalogue } from "../text/en.ts";
import { formatMoneyShort, type MoneyDisplay, type MoneyUnit } from "../text/format.ts";
import { endLabels, type EndLabel } from "./end_labels.ts";
import { frame, kNarrow, kPlotHeight, layOut, type Plot } from "./plot.ts";
import { areaPath, axisFor, linePath } from "./scale.ts";

const kWideLabels = 158;
const kNarrowLabels = 66;

/** What a fan shows. */
export interface FanChart {
  readonly series: SpreadSeries;
  readonly years: readonly number[];
  /** Position of the year shown. */
  readonly shown: number;
  readonly display: MoneyDisplay;
  readonly unit: MoneyUnit;
  /** CSS pixels. */
  readonly width: number;
}

function labels(text: Catalogue, fan: FanChart, plot: Plot): EndLabel[] {
  const last = fan.years.length - 1;
  const { p05, p25, p50, p75, p95 } = fan.series.quantiles;
  const at = (values: readonly number[]): number => plot.y((values[last] ?? 0) / fan.unit.usd);
  const say = (values: readonly number[]): string =>
    formatMoneyShort(values[last] ?? 0, fan.display);
  if (plot.isNarrow) {
    return [
      { y: at(p95), lines: [say(p95)], tone: "quiet" },
      { y: at(p75), lines: [say(p75)], tone: "plain" },
      { y: at(p50), lines: [say(p50)], tone: "main" },
      { y: at(p25), lines: [say(p25)], tone: "plain" },
      { y: at(p05), lines: [say(p05)], tone: "quiet" },
    ];
  }
  const { fan: words } = text.charts;
  return [
    { y: at(p95), lines: words.top(say(p95)), tone: "quiet" },
    { y: at(p75), lines: words.half(say(p25), say(p75)), tone: "plain" },
    { y: at(p50), lines: words.middle(fan.years[last] ?? 0, say(p50)), tone: "main" },
    { y: at(p05), lines: [say(p05)], tone: "quiet" },
  ];
}

/** The year shown, marked through the height of the plot, with the middle of its futures on top. */
function shownYear(text: Catalogue, fan: FanChart, plot: Plot): SVGTemplateResult {
  const x = plot.x(fan.shown);
  const middle = formatMoneyShort(fan.series.quantiles.p50[fan.shown] ?? 0, fan.display);
  const words = text.charts.fan.shown(fan.years[fan.shown] ?? 0, middle);
  return svg`<line class="shown" x1=${x} x2=${x} y1=${plot.top} y2=${plot.bottom}></line>
    <g class="label main"><text x=${x} y=${plot.top - 9}
      text-anchor=${fan.shown === 0 ? "start" : "middle"}>${words}</text></g>`;
}

/** A fan: the middle as a line, half of the futures as the darker band, 18 of 20 as the lighter. */
export function fanChart(text: Catalogue, fan: FanChart): SVGTemplateResult {
  const scaled = (values: readonly number[]): number[] =>
    values.map((value) => value / fan.unit.usd);
  const { quantiles } = fan.series;
  const p05 = scaled(quantiles.p05);
  const p50 = scaled(quantiles.p50);
  const p95 = scaled(quantiles.p95);
  const isNarrow = fan.width < kNarrow;
  const axis = axisFor([...p05, ...p95]);
  const plot = layOut(fan.width, fan.years, axis, isNarrow ? kNarrowLabels : kWideLabels);
  const shownX = plot.x(fan.shown);
  const isLast = fan.shown === fan.years.length - 1;
  return svg`<svg width=${fan.width} height=${kPlotHeight}
      viewBox=${`0 0 ${fan.width} ${kPlotHeight}`} aria-hidden="true" focusable="false">
    ${frame(plot)}
    <path class="band90" d=${areaPath(plot.points(p95), plot.points(p05))}></path>
    <path class="band50" d=${areaPath(plot.points(scaled(quantiles.p75)), plot.points(scaled(quantiles.p25)))}></path>
    ${isLast ? nothing : shownYear(text, fan, plot)}
    <path class="median" d=${linePath(plot.points(p50))}></path>
    <circle class="dot" cx=${shownX} cy=${plot.y(p50[fan.shown] ?? 0)} r="5"></circle>
    ${endLabels(plot, labels(text, fan, plot))}
  </svg>`;
}
