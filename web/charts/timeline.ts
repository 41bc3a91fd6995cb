import { nothing, svg, type SVGTemplateResult } from "lit";
import { block, percent, rule, type Row, type RowChart } from "./row_list.ts";
import { linear, type Scale } from "./scale.ts";

/** One line of a roadmap: when it acts, and what it adds year by year. */
export interface TimelineRow extends Omit<Row, "plot" | "height"> {
  /** First and last fiscal year in which it acts; may lie outside the years drawn. */
  readonly from: number;
  readonly to: number;
  /** What it adds in each of the years drawn. */
  readonly adds: readonly number[];
}

const kColumnsHeight = 34;
const kStripTop = 38;
const kStripHeight = 5;
const kHeight = kStripTop + kStripHeight + 3;
const kFootHeight = 20;
/** Part of a year's width that its column fills. */
const kFilled = 0.72;

/** A column of one year, up or down from zero. */
function column(value: number, index: number, year: number, y: Scale): SVGTemplateResult {
  const top = Math.min(y(0), y(value));
  const height = Math.abs(y(value) - y(0));
  return svg`<rect class=${value < 0 ? "loss" : "main"} x=${percent((index + (1 - kFilled) / 2) * year)}
    y=${top} width=${percent(kFilled * year)} height=${height}></rect>`;
}

/** Years under the columns: the first, the last and the one shown, where they keep apart. */
function yearLabels(years: readonly number[], shown: number, width: number): SVGTemplateResult {
  const last = years.length - 1;
  const kApart = 2;
  const isFree = shown >= kApart && shown <= last - kApart;
  const label = (index: number, anchor: "start" | "middle" | "end", at: number): SVGTemplateResult =>
    svg`<text x=${percent(at)} y="14" text-anchor=${anchor}>${years[index]}</text>`;
  return svg`${label(0, "start", 0)}
    ${isFree ? label(shown, "middle", (shown + 0.5) * width) : nothing}
    ${last > 0 ? label(last, "end", 100) : nothing}`;
}

/**
 * A roadmap over `years`: for each line a strip over the years in which it acts, and above it
 * columns of what it adds, all in one scale. `shown` is the position of the year that is marked.
 */
export function timeline(rows: readonly TimelineRow[], years: readonly number[], shown: number): RowChart {
  const width = 100 / Math.max(1, years.length);
  const [first = 0] = years;
  const amounts = rows.flatMap(({ adds }) => adds).filter(Number.isFinite);
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const y = linear([low, high > low ? high : low + 1], [kColumnsHeight, 0]);
  const positionOf = (year: number): number => Math.max(0, Math.min(100, (year - first) * width));
  return {
    isTimeline: true,
    rows: rows.map(({ from, to, adds, ...words }): Row => {
      const start = positionOf(from);
      const end = positionOf(to + 1);
      return {
        ...words,
        height: kHeight,
        plot: svg`${rule("shown", (shown + 0.5) * width, kStripTop)}
          <line class="origin" x1="0" x2="100%" y1=${y(0)} y2=${y(0)}></line>
          ${years.map((_, index) => column(adds[index] ?? 0, index, width, y))}
          ${block("strip", [start, end], kStripTop, kStripHeight)}`,
      };
    }),
    foot: { height: kFootHeight, plot: yearLabels(years, shown, width) },
  };
}
