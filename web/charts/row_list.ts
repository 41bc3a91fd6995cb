import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { directionOf } from "../text/message.ts";

/** One line of a chart made of rows: what it is, its figure, a drawing as wide as there is room. */
export interface Row {
  readonly label: string;
  /** The figure at its end, and a quieter one under it. */
  readonly value: string;
  readonly note?: string;
  /** Whether the label names a total. */
  readonly isTotal?: boolean;
  /** Marks with their horizontal positions in per cent of the width. */
  readonly plot: SVGTemplateResult;
  /** Of the drawing, in CSS pixels. */
  readonly height: number;
}

/** A chart made of rows that share one horizontal scale. */
export interface RowChart {
  readonly rows: readonly Row[];
  /** Labels of the scale under the last row. */
  readonly foot?: { readonly plot: SVGTemplateResult; readonly height: number };
  /** Whether the scale is time, which runs from the left in every language. */
  readonly isTimeline?: boolean;
}

/** A share of 100 as an SVG length, to a hundredth. */
export const percent = (value: number): string => `${Math.round(value * 100) / 100}%`;

function drawing(name: string, height: number, plot: SVGTemplateResult): TemplateResult {
  return html`<svg class=${name} width="100%" height=${height} aria-hidden="true" focusable="false">${plot}</svg>`;
}

/** A figure with its words. The letters of a currency may stand first and say nothing of the direction: "Rs 870 ملین". */
function figure(words: string): TemplateResult {
  return html`<bdi dir=${directionOf(words)}>${words}</bdi>`;
}

/**
 * The rows as text with drawings between. As these are in per cent they need no measuring, labels
 * keep their size and wrap, and the page reads well before any program runs.
 */
export function rowList({ rows, foot, isTimeline = false }: RowChart): TemplateResult {
  const hasNotes = rows.some(({ note }) => note !== undefined);
  const name = isTimeline ? "bar-plot timeline" : "bar-plot";
  return html`<div class=${hasNotes ? "bars noted" : "bars"}>
    ${rows.map(
      ({ label, value, note, isTotal = false, height, plot }) => html`<div class=${isTotal ? "bar total" : "bar"}>
      <span class="bar-label">${label}</span>
      <span class="bar-value">${figure(value)}</span>
      ${drawing(name, height, plot)}
      ${note === undefined ? nothing : html`<span class="bar-note">${figure(note)}</span>`}
    </div>`,
    )}
    ${foot ? html`<div class="bar bar-scale">${drawing(name, foot.height, foot.plot)}</div>` : nothing}
  </div>`;
}

/** A rectangle from one position to another, in per cent, at least a hair wide unless it is nothing. */
export function block(
  name: string,
  [from, to]: readonly [number, number],
  y: number,
  height: number,
): SVGTemplateResult {
  const kHair = 0.4;
  const width = from === to ? 0 : Math.max(kHair, Math.abs(to - from));
  return svg`<rect class=${name} x=${percent(Math.min(from, to))} y=${y} width=${percent(width)}
    height=${height} rx="2"></rect>`;
}

/** A line through the height of a row, at a position in per cent. */
export function rule(name: string, at: number, height: number): SVGTemplateResult {
  return svg`<line class=${name} x1=${percent(at)} x2=${percent(at)} y1="0" y2=${height}></line>`;
}
