/** An axis from zero (or below, for negative data) to a round number, with its ticks. */
export interface Axis {
  readonly min: number;
  readonly max: number;
  /** Rising, both ends among them. */
  readonly ticks: readonly number[];
}

const kRoundSteps = [1, 2, 2.5, 5, 10];

/** The smallest of 1, 2, 2.5, 5 times a power of ten that is not below `step` (above 0). */
function roundStep(step: number): number {
  const power = 10 ** Math.floor(Math.log10(step));
  const factor = kRoundSteps.find((candidate) => candidate * power >= step * (1 - 1e-9)) ?? 10;
  return factor * power;
}

/**
 * An axis that holds zero and all of `values` with about `count` steps. What is not finite is left
 * out; data that are all zero get an axis from 0 to 1.
 */
export function axisFor(values: Iterable<number>, count = 5): Axis {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === low) return { min: 0, max: 1, ticks: [0, 1] };
  const step = roundStep((high - low) / count);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.ceil(high / step - 1e-9);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  return { min: first * step, max: last * step, ticks };
}

/** A map from [from0, from1] to [to0, to1]; the middle of the target for what is not finite. */
export function linear(
  [from0, from1]: readonly [number, number],
  [to0, to1]: readonly [number, number],
): (value: number) => number {
  const width = from1 - from0;
  return (value) => {
    if (!Number.isFinite(value) || width === 0) return (to0 + to1) / 2;
    return to0 + ((value - from0) / width) * (to1 - to0);
  };
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

const short = (value: number): string => String(Math.round(value * 10) / 10);

/** The `d` of a line through `points`. */
export function linePath(points: readonly Point[]): string {
  return points.map(([x, y], index) => `${index === 0 ? "M" : "L"}${short(x)},${short(y)}`).join("");
}

/** The `d` of the area between an upper and a lower line of the same length. */
export function areaPath(upper: readonly Point[], lower: readonly Point[]): string {
  return upper.length === 0 ? "" : `${linePath([...upper, ...lower.toReversed()])}Z`;
}
