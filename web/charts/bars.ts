import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { linear } from "./scale.ts";

/** One bar: it runs from `from` to `to`, with a light band behind it where it has a range. */
export interface Bar {
  readonly label: string;
  /** The figure at its end, and a quieter one under it. */
  readonly value: string;
  readonly note?: string;
  readonly from: number;
  readonly to: number;
  readonly range?: readonly [low: number, high: number];
  readonly tone: "main" | "loss" | "gross" | "quiet";
  /** Whether the label names a total. */
  readonly isTotal?: boolean;
}

const kHairWidth = 0.4;

const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;

function band(from: number, to: number): SVGTemplateResult {
  return svg`<rect class="band90" x=${percent(Math.min(from, to))} y="1" height="16" rx="2"
    width=${percent(Math.abs(to - from))}></rect>`;
}

/**
 * Bars with their labels and figures as rows of text. The drawing is in per cent of its width, so
 * it needs no measuring and its labels keep their size.
 */
export function bars(rows: readonly Bar[]): TemplateResult {
  const ends = rows.flatMap(({ from, to, range = [from, to] }) => [from, to, ...range]);
  const finite = ends.filter(Number.isFinite);
  const low = Math.min(0, ...finite);
  const high = Math.max(0, ...finite);
  const x = linear([low, high > low ? high : low + 1], [0, 100]);
  const hasNotes = rows.some(({ note }) => note !== undefined);
  return html`<div class=${hasNotes ? "bars noted" : "bars"}>${rows.map((row) => {
    const start = Math.min(x(row.from), x(row.to));
    const length = Math.abs(x(row.to) - x(row.from));
    return html`<div class=${row.isTotal ? "bar total" : "bar"}>
      <span class="bar-label">${row.label}</span>
      <span class="bar-value">${row.value}</span>
      <svg class="bar-plot" width="100%" height="18" aria-hidden="true" focusable="false">
        ${low < 0 ? svg`<line class="origin" x1=${percent(x(0))} x2=${percent(x(0))} y1="0" y2="18"></line>` : nothing}
        ${row.range ? band(x(row.range[0]), x(row.range[1])) : nothing}
        <rect class=${row.tone} x=${percent(start)} y=${row.range ? 5 : 2} height=${row.range ? 8 : 14} rx="2"
          width=${percent(Math.max(length, row.to === row.from ? 0 : kHairWidth))}></rect>
      </svg>
      ${row.note ? html`<span class="bar-note">${row.note}</span>` : nothing}
    </div>`;
  })}</div>`;
}
