import { nothing, svg, type SVGTemplateResult } from "lit";
import type { SpreadSeries } from "../state/readings.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { formatMoneyShort, type MoneyDisplay, type MoneyUnit } from "../text/format.ts";
import { inDrawing } from "../text/message.ts";
import { endLabels, labelRoom, textWidth, type EndLabel } from "./end_labels.ts";
import { frame, kNarrow, layOut, type Plot } from "./plot.ts";
import { areaPath, axisFor, linePath } from "./scale.ts";

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
  /** Whether the window has little height for it. */
  readonly isLow: boolean;
}

/** A label before the plot is laid out: its value stands where it will point. */
interface ValueLabel extends Omit<EndLabel, "y"> {
  readonly value: number;
}

function labels(text: Catalogue, fan: FanChart, isNarrow: boolean): ValueLabel[] {
  const last = fan.years.length - 1;
  const { p05, p25, p50, p75, p95 } = fan.series.quantiles;
  const at = (values: readonly number[]): number => values[last] ?? 0;
  const say = (values: readonly number[]): string => formatMoneyShort(at(values), fan.display);
  const { fan: words } = text.charts;
  const middle = [words.middle.first({ year: fan.years[last] ?? 0 }), words.middle.second({ amount: say(p50) })];
  const main: ValueLabel = { value: at(p50), lines: isNarrow ? [say(p50)] : middle, tone: "main" };
  if (say(p05) === say(p95)) return [main];
  if (isNarrow) {
    return [
      { value: at(p95), lines: [say(p95)], tone: "quiet" },
      { value: at(p75), lines: [say(p75)], tone: "plain" },
      main,
      { value: at(p25), lines: [say(p25)], tone: "plain" },
      { value: at(p05), lines: [say(p05)], tone: "quiet" },
    ];
  }
  return [
    { value: at(p95), lines: [words.top.first, words.top.second({ amount: say(p95) })], tone: "quiet" },
    { value: at(p75), lines: [words.half.first, words.half.second({ low: say(p25), high: say(p75) })], tone: "plain" },
    main,
    { value: at(p05), lines: [say(p05)], tone: "quiet" },
  ];
}

/** The year shown, marked through the height of the plot, with the middle of its futures on top. */
function shownYear(text: Catalogue, fan: FanChart, plot: Plot): SVGTemplateResult {
  const x = plot.x(fan.shown);
  const middle = formatMoneyShort(fan.series.quantiles.p50[fan.shown] ?? 0, fan.display);
  const words = text.charts.fan.shown({ year: fan.years[fan.shown] ?? 0, amount: middle });
  const half = textWidth(words, true) / 2;
  const center = Math.max(half, Math.min(x, plot.end - half));
  return svg`<line class="shown" x1=${x} x2=${x} y1=${plot.top} y2=${plot.bottom}></line>
    <g class="label main"><text x=${center} y=${plot.top - 9} text-anchor="middle">${inDrawing(words)}</text></g>`;
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
  const ends = labels(text, fan, isNarrow);
  const plot = layOut(fan.width, fan.years, axis, labelRoom(ends), fan.isLow);
  const shownX = plot.x(fan.shown);
  const isLast = fan.shown === fan.years.length - 1;
  return svg`<svg width=${fan.width} height=${plot.height}
      viewBox=${`0 0 ${fan.width} ${plot.height}`} aria-hidden="true" focusable="false">
    ${frame(plot)}
    <path class="band90" d=${areaPath(plot.points(p95), plot.points(p05))}></path>
    <path class="band50" d=${areaPath(plot.points(scaled(quantiles.p75)), plot.points(scaled(quantiles.p25)))}></path>
    ${isLast ? nothing : shownYear(text, fan, plot)}
    <path class="median" d=${linePath(plot.points(p50))}></path>
    <circle class="dot" cx=${shownX} cy=${plot.y(p50[fan.shown] ?? 0)} r="5"></circle>
    ${endLabels(plot, ends.map(({ value, ...label }) => ({ ...label, y: plot.y(value / fan.unit.usd) })))}
  </svg>`;
}
