import { svg, type SVGTemplateResult } from "lit";
import { endLabels, kLineHeight, labelRoom } from "./end_labels.ts";
import { linear, linePath, type Point } from "./scale.ts";
import { figuresRoom, tickTexts, valueAxis, valueAxisLine } from "./value_axis.ts";

/** How many of 100 futures reach each amount, and how many the target. */
export interface ExceedanceCurve {
  /** Quantiles (i + 1/2) / n of the figure in the unit of the axis, rising. */
  readonly values: readonly number[];
  readonly target: { readonly value: number; readonly share: number; readonly words: readonly string[] };
  /** CSS pixels. */
  readonly width: number;
}

/** Height in CSS pixels of the drawing. */
const kCurveHeight = 250;

const kTop = 16;
const kBottom = 34;
const kSide = 28;
/** Labels stand a little off the end that they belong to: this much of that is not needed at the axis. */
const kFromAxis = 12;
const kDotRadius = 5;
/** Between the curve, or the dot on it, and words. */
const kClear = 5;
const kShares = { min: 0, max: 100, ticks: [0, 25, 50, 75, 100] };

/** The share of futures, 0 to 1, that reach each of `values`, from all at `low` on, as far as a target that some reach. */
function curve(values: readonly number[], low: number, target: ExceedanceCurve["target"]): [number, number][] {
  const count = values.length;
  const inside = values.map((value, index): [number, number] => [value, 1 - (index + 0.5) / count]);
  const isBeyond = target.share > 0 && target.value > (values.at(-1) ?? Infinity);
  return [[low, 1], ...inside, ...(isBeyond ? [[target.value, target.share] as [number, number]] : [])];
}

/** The height of the falling curve through `points` at `x`, that of its ends beyond them. */
function heightAt(points: readonly Point[], x: number): number {
  const next = points.findIndex(([at]) => at >= x);
  const [afterX, afterY] = points.at(next) ?? [x, 0];
  const [beforeX, beforeY] = points[next - 1] ?? [afterX, afterY];
  return linear([beforeX, afterX], [beforeY, afterY], true)(x);
}

/**
 * The centre of words `size` high from x `left` to `right`, near `point` and off the curve: right of a point of a
 * falling curve there is room above it, left of it below. Undefined where there is not enough.
 */
function clearOfCurve(
  points: readonly Point[],
  [x, y]: Point,
  [left, right]: readonly [number, number],
  size: number,
  bottom: number,
): number | undefined {
  const half = size / 2 + kClear;
  const isAtDot = left < x + kDotRadius + kClear && right > x - kDotRadius - kClear;
  const highest = Math.min(heightAt(points, left), isAtDot ? y - kDotRadius : Infinity);
  // The lines from the point to the axes lie left of it and below it.
  const lowest = Math.max(heightAt(points, right), isAtDot ? y + kDotRadius : left < x ? y : 0);
  const rooms = [
    [half, highest - half],
    [lowest + half, bottom - half],
  ] as const;
  const places = rooms.flatMap(([least, most]) => (least <= most ? Math.max(least, Math.min(y, most)) : []));
  return places.toSorted((a, b) => Math.abs(a - y) - Math.abs(b - y))[0];
}

/** The falling curve of how many futures reach an amount, with the target on it. */
export function exceedanceCurve({ values, target, width }: ExceedanceCurve): SVGTemplateResult {
  const finite = values.filter(Number.isFinite);
  const label = { lines: target.words, tone: "plain" as const };
  const start = figuresRoom(kShares);
  const bottom = kCurveHeight - kBottom;
  const axis = valueAxis([...finite, target.value], [start, width - kSide]);
  const y = linear([kShares.min, kShares.max], [bottom, kTop]);
  const points = curve(finite, axis.axis.min, target).map(
    ([value, share]): Point => [axis.x(value), y(100 * share)],
  );
  const [atX, atY] = [axis.x(target.value), y(100 * target.share)];
  const room = labelRoom([label]);
  // Beside the point where words fit, else before it or at the far end, but never over the figures of the axis. The
  // room behind the axis is for letters that a reader spaces out.
  const end = width - kSide;
  const ends = [atX + room > end ? atX - room : atX, end - room].map((at) => Math.max(start - kFromAxis, at));
  const size = kLineHeight * target.words.length;
  const centers = ends.map((at) => clearOfCurve(points, [atX, atY], [at + kFromAxis, at + room], size, bottom));
  const place = centers.findIndex((center) => center !== undefined);
  const figures = tickTexts(kShares);
  const words = endLabels({ end: ends.at(Math.max(0, place)) ?? start, bottom }, [{ ...label, y: centers[place] ?? atY }]);
  return svg`<svg width=${width} height=${kCurveHeight} viewBox=${`0 0 ${width} ${kCurveHeight}`}
      aria-hidden="true" focusable="false">
    <g class="grid">${kShares.ticks.slice(1).map(
      (share) => svg`<line class="line" x1=${start} x2=${width - kSide} y1=${y(share)} y2=${y(share)}></line>`,
    )}</g>
    <g class="ticks">${kShares.ticks.map(
      (share, index) => svg`<text x=${start - 10} y=${y(share)} dy="0.35em" text-anchor="end">${figures[index]}</text>`,
    )}</g>
    ${valueAxisLine(axis, bottom)}
    <path class="median" d=${linePath(points)}></path>
    <line class="mark plain" x1=${atX} x2=${atX} y1=${atY} y2=${bottom}></line>
    <line class="mark plain" x1=${start} x2=${atX} y1=${atY} y2=${atY}></line>
    <circle class="dot" cx=${atX} cy=${atY} r=${kDotRadius}></circle>
    ${words}
  </svg>`;
}
