import { extent } from "d3-array";
import { scaleLinear } from "d3-scale";
import { area, line } from "d3-shape";

/** An axis from zero (or below, for negative data) to a round number, with its ticks. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  /** Rising, both ends among them. */
  readonly ticks: readonly number[];
}

/** A map from figures to positions; what is no number goes to the middle. */
export type Scale = (value: number) => number;

/** The straight map of `from` to `to`, going on beyond them unless it is clamped. */
export function linear(
  from: readonly [number, number],
  to: readonly [number, number],
  isClamped = false,
): Scale {
  return scaleLinear(from, to).clamp(isClamped).unknown((to[0] + to[1]) / 2);
}

/**
 * An axis that holds zero and all of `values` with about `count` steps. What is not finite is left
 * out; data that are all zero get an axis from 0 to 1.
 */
export function axisFor(values: Iterable<number>, count = 4): Axis {
  const [low = 0, high = 0] = extent([0, ...[...values].filter(Number.isFinite)]);
  if (!(high > low)) return { min: 0, max: 1, ticks: [0, 1] };
  const scale = scaleLinear().domain([low, high]).nice(count);
  const [min = 0, max = 1] = scale.domain();
  return { min, max, ticks: scale.ticks(count) };
}

/** The size of the largest figure in any of `series`; what is not finite is left out. */
export function largestOf(...series: readonly (readonly number[])[]): number {
  return Math.max(0, ...series.flat().map(Math.abs).filter(Number.isFinite));
}

/** A label that wants to stand at `center` and takes `size` pixels. */
export interface Slot {
  readonly center: number;
  readonly size: number;
}

/**
 * Centres for `slots` (in the order of their wished centres) so that none covers another and all
 * lie within [min, max] where they fit.
 */
export function spreadOut(
  slots: readonly Slot[],
  [min, max]: readonly [number, number],
): number[] {
  let floor = min;
  const centers = slots.map(({ center, size }) => {
    const placed = Math.max(center, floor + size / 2);
    floor = placed + size / 2;
    return placed;
  });
  let ceiling = max;
  for (let index = slots.length - 1; index >= 0; --index) {
    const half = (slots[index]?.size ?? 0) / 2;
    const placed = Math.min(centers[index] ?? ceiling, ceiling - half);
    centers[index] = placed;
    ceiling = placed - half;
  }
  return centers;
}

/** A point of a drawing in CSS pixels. */
export type Point = readonly [x: number, y: number];

const kDigits = 1;
const pathOfLine = line<Point>().digits(kDigits);
const pathOfArea = area<readonly [upper: Point, lower: Point]>()
  .x(([upper]) => upper[0])
  .y1(([upper]) => upper[1])
  .y0(([, lower]) => lower[1])
  .digits(kDigits);

/** The `d` of a line through `points`. */
export function linePath(points: readonly Point[]): string {
  return pathOfLine(points) ?? "";
}

/** The `d` of the area between an upper and a lower line over the same x. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  return pathOfArea(upper.map((point, index) => [point, lower[index] ?? point])) ?? "";
}
