import type { Bar, Tone } from "../../charts/bars.ts";
import type { LaterCatalogue } from "../../text/catalogue.ts";

/** A figure with the range that holds it in 18 of 20 futures. */
export interface SpreadRow {
  readonly label: string;
  /** What the bar shows: the middle, or the average. */
  readonly value: number;
  readonly range: readonly [low: number, high: number];
  readonly tone: Tone;
}

/** A bar from zero with its range beside it, figures as `figure` says them. */
export function spreadBar(text: LaterCatalogue, { label, value, range, tone }: SpreadRow, figure: (value: number) => string): Bar {
  const [low, high] = range;
  return {
    label,
    value: figure(value),
    note: text.charts.range({ low: figure(low), high: figure(high) }),
    from: 0,
    to: value,
    range,
    tone,
  };
}
