import { svg } from "lit";
import { inDrawing } from "../text/message.ts";
import { percentScale } from "./bars.ts";
import { block, percent, rule, type Row, type RowChart } from "./row_list.ts";

/** What a figure becomes at the low and at the high end of one assumption. */
export interface Span extends Omit<Row, "plot" | "height"> {
  /** The figure with the assumption at its low end; above `high` where more of it means less. */
  readonly low: number;
  readonly high: number;
}

const kHeight = 18;
const kFootHeight = 22;
/** Positions in per cent nearer to an end than this have their label inside: on a phone it takes six tenths of the width. */
const kNearEnd = 35;

/** Bars to both sides of `center`, whose name and figure `centerWords` stand under the last. */
export function spans(rows: readonly Span[], center: number, centerWords: string): RowChart {
  const x = percentScale([center, ...rows.flatMap(({ low, high }) => [low, high])]);
  const middle = x(center);
  const anchor = middle < kNearEnd ? "start" : middle > 100 - kNearEnd ? "end" : "middle";
  return {
    rows: rows.map(({ low, high, ...words }): Row => {
      // Where both ends lie on one side, each has half of the height.
      const isOneSided = (low - center) * (high - center) > 0;
      const [tall, below] = isOneSided ? [7, 9] : [14, 2];
      return {
        ...words,
        height: kHeight,
        plot: svg`${block("loss", [middle, x(low)], 2, tall)}
          ${block("main", [middle, x(high)], below, tall)}
          ${rule("center", middle, kHeight)}`,
      };
    }),
    foot: {
      height: kFootHeight,
      // In a drawing of its own, in which it begins at 0: WebKit mirrors a text as if it began there.
      plot: svg`<svg x=${percent(middle)} overflow="visible"><text x="0" y="15" text-anchor=${anchor}>${inDrawing(centerWords)}</text></svg>`,
    },
  };
}
