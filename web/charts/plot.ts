import { svg, type SVGTemplateResult } from "lit";
import { linear, type Axis, type Point } from "./scale.ts";
import { figuresRoom, tickTexts } from "./value_axis.ts";

/** Heights in CSS pixels of a chart over the years; the style sheet knows the lower ones. */
const kHeight = 226;
const kNarrowHeight = 204;
/** As low as the labels beside the plot let it be. */
const kLowHeight = 176;
/** Width that a chart is drawn for before it is measured. */
export const kPlotWidth = 760;
/** Narrower charts carry short labels at the end and a key below. */
export const kNarrow = 560;

/** Leaves room above the plot for the label of the year shown. */
const kTop = 28;
const kBottom = 32;
const kPixelsPerYear = 52;

/** The drawing area of a chart over the years, and how figures become positions. */
export interface Plot {
  readonly width: number;
  readonly height: number;
  readonly isNarrow: boolean;
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
  readonly axis: Axis;
  readonly years: readonly number[];
  x(index: number): number;
  y(value: number): number;
  /** The line of a series, one value for each year. */
  points(series: readonly number[]): Point[];
}

/**
 * Lays a plot out in `width`, with `labelRoom` pixels at the end for direct labels; `isLow` where the window has little
 * height for it.
 */
export function layOut(
  width: number,
  years: readonly number[],
  axis: Axis,
  labelRoom: number,
  isLow = false,
): Plot {
  const start = figuresRoom(axis);
  const end = Math.max(start + 40, width - labelRoom);
  const height = width < kNarrow ? kNarrowHeight : isLow ? kLowHeight : kHeight;
  const bottom = height - kBottom;
  const x = linear([0, Math.max(1, years.length - 1)], [start, end]);
  const y = linear([axis.min, axis.max], [bottom, kTop]);
  return {
    width,
    height,
    isNarrow: width < kNarrow,
    start,
    end,
    top: kTop,
    bottom,
    axis,
    years,
    x,
    y,
    points: (series) => years.map((_, index): Point => [x(index), y(series[index] ?? 0)]),
  };
}

/** Positions of the years that get a label: first and last, and those between that fit. */
function labelledYears(plot: Plot): number[] {
  const last = plot.years.length - 1;
  const every = Math.max(1, Math.ceil((kPixelsPerYear * last) / (plot.end - plot.start)));
  const chosen = plot.years.map((_, index) => index).filter((index) => (last - index) % every === 0);
  const [first = 0, ...rest] = chosen;
  return first === 0 ? chosen : [0, ...rest];
}

function yearLabel(plot: Plot, index: number): string {
  const year = plot.years[index] ?? 0;
  return index === 0 || index === plot.years.length - 1
    ? String(year)
    : `’${String(year % 100).padStart(2, "0")}`;
}

/** Gridlines, the figures of the axis, and the years. */
export function frame(plot: Plot): SVGTemplateResult {
  const figures = tickTexts(plot.axis);
  return svg`
    <g class="grid">
      ${plot.axis.ticks.map((tick) => {
        const y = plot.y(tick);
        const kind = tick === 0 ? "zero" : "line";
        return svg`<line class=${kind} x1=${plot.start} x2=${plot.end} y1=${y} y2=${y}></line>`;
      })}
    </g>
    <g class="ticks">
      ${plot.axis.ticks.map(
        (tick, index) => svg`<text x=${plot.start - 10} y=${plot.y(tick)} dy="0.35em"
          text-anchor="end">${figures[index]}</text>`,
      )}
      ${labelledYears(plot).map(
        (index) => svg`<text x=${plot.x(index)} y=${plot.bottom + 24}
          text-anchor="middle">${yearLabel(plot, index)}</text>`,
      )}
    </g>`;
}
