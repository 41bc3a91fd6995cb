import { max } from "d3-array";
import { nothing, svg, type SVGTemplateResult } from "lit";
import type { Dist } from "../engine/types.ts";
import { densityTable, quantileIn, type DensityTable } from "../state/density.ts";
import type { Limits } from "../state/fields.ts";
import { certainValue } from "../state/plan/distributions.ts";
import { areaPath, linear, linePath, type Point, type Scale } from "./scale.ts";

/** A distribution drawn small: its shape, its middle half darker, a line at its median. */
export interface DensityChart {
  readonly dist: Dist;
  /** A distribution that `dist` takes the place of, as a dashed outline in the same scale. */
  readonly before?: Dist;
  /** The range of the parameter. */
  readonly range: Limits;
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
}

/** Shares of the draws between which a shape is drawn: long tails would squeeze it. */
const kDrawn = [0.001, 0.99] as const;
/** Shares between which the highest point is looked for: some densities rise without bound at an end. */
const kPeak = [0.02, 0.98] as const;
const kPoints = 64;
const kMargin = 2;
const kHeadroom = 1.12;

/** A table with the part of it that is drawn, or a certain value. */
type Drawn = { readonly low: number; readonly high: number } & (
  | { readonly table: DensityTable; readonly peak: number }
  | { readonly table?: undefined }
);

function isBounded(dist: Dist): boolean {
  return typeof dist !== "number" && dist.dist !== "normal" && dist.dist !== "lognormal";
}

function drawn(dist: Dist, range: Limits): Drawn {
  const table = densityTable(dist, range);
  if (!table) {
    const value = certainValue(dist) ?? 0;
    return { low: value, high: value };
  }
  const [first, last] = isBounded(dist) ? [0, 1] : kDrawn;
  const peak = max(table.density.filter((_, cell) => {
    const below = table.below[cell] ?? 0;
    return below >= kPeak[0] && below <= kPeak[1];
  }));
  return { low: quantileIn(table, first), high: quantileIn(table, last), table, peak: peak ?? 0 };
}

/** The outline of the table between two values. */
function outline(table: DensityTable, [low, high]: readonly [number, number], x: Scale, y: Scale): Point[] {
  const step = (high - low) / kPoints;
  let cell = 0;
  return Array.from({ length: kPoints + 1 }, (_, index): Point => {
    const value = low + index * step;
    while (cell < table.density.length - 1 && (table.edges[cell + 1] ?? high) < value) ++cell;
    return [x(value), y(table.density[cell] ?? 0)];
  });
}

const flat = (points: readonly Point[], y: number): Point[] => points.map(([x]) => [x, y]);

/** A distribution drawn small. It says nothing to screen readers: its words stand beside it. */
export function densityChart({ dist, before, range, width, height }: DensityChart): SVGTemplateResult {
  const now = drawn(dist, range);
  const past = before === undefined ? undefined : drawn(before, range);
  const all = past ? [now, past] : [now];
  const low = Math.min(...all.map((shape) => shape.low));
  const high = Math.max(...all.map((shape) => shape.high));
  const peak = Math.max(...all.map((shape) => (shape.table ? shape.peak : 0)));
  const base = height - kMargin;
  const x = linear([low, high], [kMargin, width - kMargin]);
  const y = linear([0, peak > 0 ? peak * kHeadroom : 1], [base, kMargin], true);
  const shape = (table: DensityTable, from: number, to: number): string => {
    const points = outline(table, [from, to], x, y);
    return areaPath(points, flat(points, base));
  };
  const rule = (value: number, name: string): SVGTemplateResult =>
    svg`<line class=${name} x1=${x(value)} x2=${x(value)} y1=${kMargin} y2=${base}></line>`;
  return svg`<svg class="density" width=${width} height=${height} viewBox=${`0 0 ${width} ${height}`}
      aria-hidden="true" focusable="false">
    <line class="base" x1="0" x2=${width} y1=${base} y2=${base}></line>
    ${now.table
      ? svg`<path class="band90" d=${shape(now.table, now.low, now.high)}></path>
        <path class="band50" d=${shape(now.table, quantileIn(now.table, 0.25), quantileIn(now.table, 0.75))}></path>
        ${rule(quantileIn(now.table, 0.5), "median")}`
      : rule(now.low, "median")}
    ${past?.table
      ? svg`<path class="without" d=${linePath(outline(past.table, [past.low, past.high], x, y))}></path>`
      : past
        ? rule(past.low, "without")
        : nothing}
  </svg>`;
}
