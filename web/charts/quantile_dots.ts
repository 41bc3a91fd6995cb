import { bin, extent, max, range } from "d3-array";
import { svg, type SVGTemplateResult } from "lit";
import { marksAbove, marksRoom, type Mark } from "./marks.ts";
import { valueAxis, valueAxisLine } from "./value_axis.ts";

/** Futures as dots: as many stand above a figure as that share of the futures is above it. */
export interface QuantileDots {
  /** Quantiles (i + 1/2) / n of the figure in the unit of the axis, rising: one dot each. */
  readonly values: readonly number[];
  /** Dots from this figure on are full, the others hollow; all are full without one. */
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

/** The largest dots, of whole pixels, whose highest stack fits. `values` and `x` give positions. */
function stack(values: readonly number[], x: (value: number) => number, height: number): Stacks {
  const positions = values.map(x);
  const [first = 0, last = 0] = extent(positions);
  const columnsOf = (diameter: number): Stacks["columns"] =>
    bin<number, number>()
      .value(x)
      .domain([first, last + diameter])
      .thresholds(range(first + diameter, last + diameter, diameter))(values)
      .map((dots) => ({ center: (dots.x0 ?? 0) + diameter / 2, dots }));
  const sizes = range(kLargest, kSmallest - 1, -1);
  const fitting = sizes.find(
    (diameter) => (max(columnsOf(diameter), ({ dots }) => dots.length) ?? 0) * diameter <= height,
  );
  const diameter = fitting ?? kSmallest;
  return { diameter, columns: columnsOf(diameter) };
}

/** Futures as dots over a horizontal axis. */
export function quantileDots({ values, target = -Infinity, marks, width }: QuantileDots): SVGTemplateResult {
  const top = marksRoom(marks.length);
  const bottom = kDotsHeight - kBottom;
  const finite = values.filter(Number.isFinite);
  const axis = valueAxis([...finite, ...marks.map(({ value }) => value)], [kSide, width - kEnd]);
  const { diameter, columns } = stack(finite, axis.x, bottom - top);
  const radius = (diameter * (1 - kAir)) / 2;
  return svg`<svg width=${width} height=${kDotsHeight} viewBox=${`0 0 ${width} ${kDotsHeight}`}
      aria-hidden="true" focusable="false">
    ${valueAxisLine(axis, bottom)}
    ${marksAbove(marks, axis.x, bottom, width)}
    ${columns.flatMap(({ center, dots }) =>
      dots.map(
        (value, index) => svg`<circle class=${value >= target ? "future reached" : "future"} cx=${center}
          cy=${bottom - (index + 0.5) * diameter} r=${radius}></circle>`,
      ),
    )}
  </svg>`;
}
