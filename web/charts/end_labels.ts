import { nothing, svg, type SVGTemplateResult } from "lit";
import { inDrawing } from "../text/message.ts";
import type { Plot } from "./plot.ts";
import { linePath, spreadOut } from "./scale.ts";

/** A label beside the end of a line: where it points, its lines of text, its colour class. */
export interface EndLabel {
  readonly y: number;
  readonly lines: readonly string[];
  readonly tone: "main" | "plain" | "quiet" | "second";
}

/** Between the lines of a label, in CSS pixels. */
export const kLineHeight = 19;
const kGap = 5;
const kOffset = 16;
/** A label that stands further than this from where it points is tied to it by a line. */
const kTied = kLineHeight / 2;
/** Between such a line and what it joins. */
const kClear = 3;
const kPixelsPerLetter = 8.2;
const kPixelsPerBoldLetter = 9.2;
/** What short texts with a wide letter such as "m" need beyond that. */
const kWideLetters = 12;

/** Width in CSS pixels of `text` in a chart, at most: system fonts differ, and this is a wide one. */
export function textWidth(text: string, isBold: boolean): number {
  return kWideLetters + text.length * (isBold ? kPixelsPerBoldLetter : kPixelsPerLetter);
}

/** The room in CSS pixels that labels need beside a plot. */
export function labelRoom(labels: readonly Pick<EndLabel, "lines" | "tone">[]): number {
  const widths = labels.flatMap(({ lines, tone }) =>
    lines.map((line) => textWidth(line, tone === "main" || tone === "second")),
  );
  return Math.ceil(kOffset + Math.max(0, ...widths));
}

/** Labels beside the ends of lines, moved apart where they would touch, and then tied to these ends. */
export function endLabels(
  plot: Pick<Plot, "end" | "bottom">,
  labels: readonly EndLabel[],
): SVGTemplateResult[] {
  const sorted = [...labels].sort((a, b) => a.y - b.y);
  const centers = spreadOut(
    sorted.map(({ y, lines }) => ({ center: y, size: lines.length * kLineHeight + kGap })),
    [0, plot.bottom + kLineHeight / 2],
  );
  return sorted.map(({ y: end, lines, tone }, index) => {
    const center = centers[index] ?? 0;
    const first = center - ((lines.length - 1) * kLineHeight) / 2;
    const tie = linePath([[plot.end + kClear, end], [plot.end + kOffset - kClear, center]]);
    return svg`<g class=${`label ${tone}`}>${Math.abs(center - end) > kTied ? svg`<path class="tie" d=${tie}></path>` : nothing}${lines.map(
      (line, row) => svg`<text x=${plot.end + kOffset} y=${first + row * kLineHeight}
        dy="0.35em">${inDrawing(line)}</text>`,
    )}</g>`;
  });
}
