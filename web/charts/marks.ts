import { svg, type SVGTemplateResult } from "lit";
import { inDrawing, withoutIsolates } from "../text/message.ts";
import { textWidth } from "./end_labels.ts";
import type { Scale } from "./scale.ts";

/** A figure on a horizontal axis, with its words above. */
export interface Mark {
  readonly value: number;
  readonly words: string;
  readonly tone: "main" | "plain";
}

const kRow = 20;
const kFirstRow = 14;
const kGap = 6;

/** Room in CSS pixels that `count` marks need above a plot. */
export const marksRoom = (count: number): number => kFirstRow + count * kRow;

/** Where the words of a mark stand, and where its line begins: under them where these fit on neither side of it. */
interface Place {
  readonly x: number;
  readonly anchor: "start" | "end";
  /** From the foot of the words, in CSS pixels. */
  readonly top: number;
}

/** Words stand after their line where they fit into `width`, else before it. */
function place({ words }: Mark, at: number, width: number): Place {
  const length = textWidth(withoutIsolates(words), true);
  const top = kGap / 2 - kFirstRow;
  if (at + kGap + length <= width) return { x: at + kGap, anchor: "start", top };
  const x = Math.max(at - kGap, Math.min(width, length));
  return { x, anchor: "end", top: x > at ? kGap : top };
}

/**
 * Lines down to `bottom` at the figures of `marks`, each with its words in a row of its own inside
 * [0, width]. The rows are in such an order that no line runs through the words of another.
 */
export function marksAbove(
  marks: readonly Mark[],
  x: Scale,
  bottom: number,
  width: number,
): SVGTemplateResult[] {
  const rising = marks.toSorted((a, b) => a.value - b.value);
  const last = rising.at(-1);
  const isBefore = last !== undefined && place(last, x(last.value), width).anchor === "end";
  const inRows = isBefore ? rising.toReversed() : rising;
  return inRows.map((mark, row) => {
    const at = x(mark.value);
    const y = kFirstRow + row * kRow;
    const { x: start, anchor, top } = place(mark, at, width);
    return svg`<line class=${`mark ${mark.tone}`} x1=${at} x2=${at} y1=${y + top} y2=${bottom}></line>
      <g class=${`label ${mark.tone}`}><text x=${start} y=${y} text-anchor=${anchor}>${inDrawing(mark.words)}</text></g>`;
  });
}
