import { nothing, svg } from "lit";
import { block, rule, type Row, type RowChart } from "./row_list.ts";
import { linear, type Scale } from "./scale.ts";

/** What a bar stands for; the same everywhere. */
export type Tone = "main" | "loss" | "gross" | "quiet";

/** One bar: it runs from `from` to `to`, with a light band behind it where it has a range. */
export interface Bar extends Omit<Row, "plot" | "height"> {
  readonly from: number;
  readonly to: number;
  readonly range?: readonly [low: number, high: number];
  readonly tone: Tone;
}

const kHeight = 18;

/** The scale in per cent that holds zero and all of `values`; all-zero data get one too. */
export function percentScale(values: readonly number[]): Scale {
  const finite = values.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  return linear([low, high > low ? high : low + 1], [0, 100]);
}

/** Bars in one scale from zero. */
export function bars(rows: readonly Bar[]): RowChart {
  const ends = rows.flatMap(({ from, to, range = [from, to] }) => [from, to, ...range]);
  const x = percentScale(ends);
  const isSigned = ends.some((end) => end < 0);
  return {
    rows: rows.map(({ from, to, range, tone, ...words }): Row => {
      const [y, height] = range ? [5, 8] : [2, 14];
      return {
        ...words,
        height: kHeight,
        plot: svg`${isSigned ? rule("origin", x(0), kHeight) : nothing}
          ${range ? block("band90", [x(range[0]), x(range[1])], 1, 16) : nothing}
          ${block(tone, [x(from), x(to)], y, height)}`,
      };
    }),
  };
}
