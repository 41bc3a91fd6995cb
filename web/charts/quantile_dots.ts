import { group, max, range } from "d3-array";
import { svg, type SVGTemplateResult } from "lit";
import { marksAbove, marksRoom, type Mark } from "./marks.ts";
import { valueAxis, valueAxisLine } from "./value_axis.ts";

/** Futures as dots: as many stand above a figure as that share of the futures is above it. */
export interface QuantileDots {
  /** Quantiles (i + 1/2) / n of the figure in the unit of the axis, rising: one dot each. */
  readonly values: readonly number[];
  /** Dots from this figure on are full, the others hollow, and two columns meet at it; all are full without one. */
  readonly target?: number;
  readonly marks: readonly Mark[];
  /** CSS pixels. */
  readonly width: number;
}

/** Height in CSS pixels of the drawing. */
export const kDotsHeight = 250;

const kSide = 14;
const kEnd = 28;
const kBottom = 34;
const kLargest = 24;
const kSmallest = 3;
/** Part of a dot's place that is left free around it. */
const kAir = 0.14;

/** Where the dots stand: by column from the left, each from the bottom. */
interface Stacks {
  readonly diameter: number;
  readonly columns: readonly { readonly center: number; readonly dots: readonly number[] }[];
}

/**
 * The largest dots, of whole pixels, whose highest stack fits. `x` gives positions; two columns meet at `border`, so
 * that each dot stands on the side of it on which its figure is. Only the column at the border may stand before the
 * axis, where there is too little room between the two.
 */
function stack(values: readonly number[], x: (value: number) => number, border: number, height: number): Stacks {
  const columnsOf = (diameter: number): Stacks["columns"] =>
    Array.from(
      group(values, (value) => Math.floor((x(value) - border) / diameter)),
      ([column, dots]) => ({ center: border + (column + 0.5) * diameter, dots }),
    );
  const sizes = range(kLargest, kSmallest - 1, -1);
  const fitting = sizes.find((diameter) => {
    const columns = columnsOf(diameter);
    const highest = max(columns, ({ dots }) => dots.length) ?? 0;
    const half = diameter / 2;
    const start = Math.max(half, Math.min(kSide, border - half));
    return highest * diameter <= height && (columns[0]?.center ?? start) >= start;
  });
  const diameter = fitting ?? kSmallest;
  return { diameter, columns: columnsOf(diameter) };
}

/** Futures as dots over a horizontal axis. */
export function quantileDots({ values, target, marks, width }: QuantileDots): SVGTemplateResult {
  const top = marksRoom(marks.length);
  const bottom = kDotsHeight - kBottom;
  const finite = values.filter(Number.isFinite);
  const axis = valueAxis([...finite, ...marks.map(({ value }) => value)], [kSide, width - kEnd]);
  const border = axis.x(target ?? finite[0] ?? 0);
  const { diameter, columns } = stack(finite, axis.x, border, bottom - top);
  const radius = (diameter * (1 - kAir)) / 2;
  return svg`<svg width=${width} height=${kDotsHeight} viewBox=${`0 0 ${width} ${kDotsHeight}`}
      aria-hidden="true" focusable="false">
    ${valueAxisLine(axis, bottom)}
    ${marksAbove(marks, axis.x, bottom, width)}
    ${columns.flatMap(({ center, dots }) =>
      dots.map(
        (value, index) => svg`<circle class=${target === undefined || value >= target ? "future reached" : "future"} cx=${center}
          cy=${bottom - (index + 0.5) * diameter} r=${radius}></circle>`,
      ),
    )}
  </svg>`;
}
