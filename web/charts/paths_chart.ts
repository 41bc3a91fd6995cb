import { svg, type SVGTemplateResult } from "lit";
import type { SpreadSeries } from "../state/readings.ts";
import type { LaterCatalogue } from "../text/catalogue.ts";
import { formatMoneyShort, type MoneyDisplay, type MoneyUnit } from "../text/format.ts";
import { endLabels, labelRoom } from "./end_labels.ts";
import { frame, kNarrow, layOut } from "./plot.ts";
import { areaPath, axisFor, linePath } from "./scale.ts";

/** Two paths over the same years. */
export interface PathsChart {
  readonly withPlan: SpreadSeries;
  readonly without: SpreadSeries;
  readonly years: readonly number[];
  readonly display: MoneyDisplay;
  readonly unit: MoneyUnit;
  /** CSS pixels. */
  readonly width: number;
}

/** The path with the plan as a line in its band, the path without it as a dashed line. */
export function pathsChart(text: LaterCatalogue, chart: PathsChart): SVGTemplateResult {
  const scaled = (values: readonly number[]): number[] =>
    values.map((value) => value / chart.unit.usd);
  const { paths } = text.charts;
  const last = chart.years.length - 1;
  const upper = scaled(chart.withPlan.quantiles.p75);
  const lower = scaled(chart.withPlan.quantiles.p25);
  const withPlan = scaled(chart.withPlan.quantiles.p50);
  const without = scaled(chart.without.quantiles.p50);
  const isNarrow = chart.width < kNarrow;
  const axis = axisFor([...upper, ...without]);
  const label = (series: SpreadSeries, words: string): string[] => [
    words,
    formatMoneyShort(series.quantiles.p50[last] ?? 0, chart.display),
  ];
  const [nameWith, nameWithout] = isNarrow ? [paths.withNarrow, paths.withoutNarrow] : [paths.with, paths.without];
  const ends = [
    { value: withPlan[last] ?? 0, lines: label(chart.withPlan, nameWith), tone: "main" as const },
    { value: without[last] ?? 0, lines: label(chart.without, nameWithout), tone: "second" as const },
  ];
  const plot = layOut(chart.width, chart.years, axis, labelRoom(ends));
  return svg`<svg width=${chart.width} height=${plot.height}
      viewBox=${`0 0 ${chart.width} ${plot.height}`} aria-hidden="true" focusable="false">
    ${frame(plot)}
    <path class="band50" d=${areaPath(plot.points(upper), plot.points(lower))}></path>
    <path class="without" d=${linePath(plot.points(without))}></path>
    <path class="median" d=${linePath(plot.points(withPlan))}></path>
    ${endLabels(plot, ends.map(({ value, ...words }) => ({ ...words, y: plot.y(value) })))}
  </svg>`;
}
