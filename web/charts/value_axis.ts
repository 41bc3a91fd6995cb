import { svg, type SVGTemplateResult } from "lit";
import { formatNumber } from "../text/format.ts";
import { axisFor, linear, type Axis, type Scale } from "./scale.ts";

const kPixelsPerFigure = 8.6;
const kTickRoom = 80;
const kFewest = 2;

/** The figures of an axis, all with as many decimals as the longest needs. */
export function tickTexts(axis: Axis): string[] {
  const decimals = Math.max(...axis.ticks.map((tick) => String(tick).split(".")[1]?.length ?? 0));
  return axis.ticks.map((tick) => (tick === 0 ? "0" : formatNumber(tick, decimals, decimals)));
}

/** Room in CSS pixels that the figures of an axis need beside it. */
export function figuresRoom(axis: Axis): number {
  return Math.ceil(Math.max(...tickTexts(axis).map(({ length }) => length)) * kPixelsPerFigure) + 12;
}

/** A horizontal axis of figures. */
export interface ValueAxis {
  readonly x: Scale;
  readonly axis: Axis;
}

/** An axis from zero over all of `values` between two positions, with as many ticks as have room. */
export function valueAxis(values: readonly number[], [start, end]: readonly [number, number]): ValueAxis {
  const count = Math.max(kFewest, Math.floor((end - start) / kTickRoom));
  const axis = axisFor(values, count);
  return { axis, x: linear([axis.min, axis.max], [start, end]) };
}

/** The line of a horizontal axis at `y` with its figures below. */
export function valueAxisLine({ x, axis }: ValueAxis, y: number): SVGTemplateResult {
  const figures = tickTexts(axis);
  const [start, end] = [x(axis.min), x(axis.max)];
  return svg`<g class="grid"><line class="zero" x1=${start} x2=${end} y1=${y} y2=${y}></line></g>
    <g class="ticks">${axis.ticks.map(
      (tick, index) => svg`<text x=${x(tick)} y=${y + 24} text-anchor="middle">${figures[index]}</text>`,
    )}</g>`;
}
