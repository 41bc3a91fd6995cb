import { roundSignificant } from "../text/format.ts";
import type { Limits } from "./fields.ts";

/** The values a slider stops at, rising; its position is an index into them. */
export type SliderScale = readonly number[];

/** Amounts below this are spaced almost evenly, those above by equal ratios. */
const kBend = 10_000;
const kLogStops = 120;

/** Stops from 0 to `max` (above 0) that grow with the amount, of two significant digits. */
export function logLikeScale(max: number): SliderScale {
  const rate = Math.log1p(max / kBend) / kLogStops;
  const stops = new Set<number>();
  for (let stop = 0; stop <= kLogStops; ++stop) {
    stops.add(Math.min(max, roundSignificant(kBend * Math.expm1(rate * stop), 2)));
  }
  return [...stops];
}

/** Both ends of `limits` and every multiple of `step` between them. */
export function evenScale({ min, max }: Limits, step: number): SliderScale {
  const stops = [min];
  for (let index = Math.floor(min / step) + 1; index * step < max; ++index) {
    const stop = Number((index * step).toPrecision(12));
    if (stop > min) stops.push(stop);
  }
  if (max > min) stops.push(max);
  return stops;
}

/** The position whose value lies nearest to `value`. */
export function positionOf(scale: SliderScale, value: number): number {
  let nearest = 0;
  for (let index = 1; index < scale.length; ++index) {
    if (Math.abs((scale[index] ?? 0) - value) < Math.abs((scale[nearest] ?? 0) - value)) {
      nearest = index;
    }
  }
  return nearest;
}

/** The value at `position`, which is rounded into the scale. */
export function valueAt(scale: SliderScale, position: number): number {
  const index = Math.min(scale.length - 1, Math.max(0, Math.round(position)));
  return scale[index] ?? 0;
}
