import { withItsStyle } from "./carried_style.ts";
import { svgElement, type Face, type Typesetter } from "./typesetter.ts";

/** Width in CSS pixels for which rows are set anew, whatever the window: the text of an A4 page. */
const kWidth = 680;
/** Between labels and the figures at their end. */
const kColumnGap = 16;
const kRowGap = 12;
const kUnderLabel = 2;
const kLine = 1.35;

/** Attributes of drawings that are horizontal and may be in per cent. */
const kHorizontal = ["x", "x1", "x2", "width"] as const;

/** Words of a row as they look on the page. */
interface Words {
  readonly text: string;
  readonly face: Face;
  readonly color: string;
}

/** A row as it stands on the page; the scale under the rows has no words. */
interface ShownRow {
  readonly label?: Words | undefined;
  readonly value?: Words | undefined;
  readonly note?: Words | undefined;
  readonly plot: SVGSVGElement;
}

function wordsOf(row: Element, selector: string): Words | undefined {
  const shown = row.querySelector(selector);
  const text = shown?.textContent.trim() ?? "";
  if (!shown || text === "") return undefined;
  const { fontSize, fontWeight, color } = getComputedStyle(shown);
  return { text, face: { size: parseFloat(fontSize), weight: Number(fontWeight), line: kLine }, color };
}

function rowsIn(list: Element): ShownRow[] {
  return Array.from(list.children).flatMap((row) => {
    const plot = row.querySelector("svg");
    if (!plot) return [];
    const [label, value, note] = [".bar-label", ".bar-value", ".bar-note"].map((part) => wordsOf(row, part));
    return [{ label, value, note, plot }];
  });
}

/** `length` in CSS pixels, where 100 % are `width`. */
function inPixels(length: string, width: number): number {
  const value = parseFloat(length);
  return length.endsWith("%") ? (value / 100) * width : value;
}

/** To a hundredth of a pixel. */
const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Gives every mark of a drawing its place in pixels, counted from the other side where it `isMirrored`. */
function place(drawing: SVGElement, width: number, isMirrored: boolean): void {
  for (const mark of drawing.querySelectorAll("*")) {
    // What stands in a drawing within this one moves with it.
    if (mark.parentElement?.closest("svg") !== drawing) continue;
    const at = new Map<string, number>();
    for (const name of kHorizontal) {
      const length = mark.getAttribute(name);
      if (length !== null) at.set(name, inPixels(length, width));
    }
    if (isMirrored) {
      // A rectangle begins at its other edge; lines and texts only change sides.
      const size = at.get("width") ?? 0;
      for (const name of ["x", "x1", "x2"]) {
        const position = at.get(name);
        if (position !== undefined) at.set(name, width - position - size);
      }
    }
    for (const [name, value] of at) mark.setAttribute(name, String(rounded(value)));
  }
}

/** The marks of a row in a group whose upper edge is at `y` and whose side of the page is at `x`. */
function marks(plot: SVGSVGElement, setter: Typesetter, [x, y, width]: readonly [number, number, number]): SVGElement {
  const copy = withItsStyle(plot, setter.family);
  // Time runs from the left in every language; all other scales from the side where reading begins.
  const isMirrored = setter.isRightToLeft && !plot.classList.contains("timeline");
  place(copy, width, isMirrored);
  const group = svgElement("g", { transform: `translate(${x} ${y})`, direction: isMirrored ? "rtl" : "ltr" });
  for (const name of copy.getAttributeNames()) {
    if (!/^(?:width|height|xmlns)/.test(name)) group.setAttribute(name, copy.getAttribute(name) ?? "");
  }
  group.append(...copy.childNodes);
  return group;
}

/** Rows set for a picture. */
export interface RowPicture {
  /** In CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly SVGElement[];
}

/**
 * The chart made of rows whose list stands on the page as `list`, set anew in one width: label and
 * figure, under them the marks, beside these the note. From the right where the language begins there.
 */
export function rowPicture(list: Element, setter: Typesetter): RowPicture {
  const rows = rowsIn(list);
  const widthOf = (words?: Words): number => (words ? setter.widthOf(words.text, words.face) : 0);
  const values = Math.max(0, ...rows.map(({ value }) => widthOf(value)));
  const notes = Math.max(0, ...rows.map(({ note }) => widthOf(note)));
  const figures = Math.ceil(Math.max(values, notes)) + kColumnGap;
  const labelWidth = kWidth - figures;
  const plotWidth = notes > 0 ? labelWidth : kWidth;
  const { isRightToLeft } = setter;
  const [start, end] = isRightToLeft ? [kWidth, 0] : [0, kWidth];
  const plotStart = isRightToLeft ? kWidth - plotWidth : 0;

  const drawn: SVGElement[] = [];
  let y = 0;
  for (const { label, value, note, plot } of rows) {
    if (label) {
      const lines = setter.wrap(label.text, labelWidth, label.face);
      const height = setter.lineHeight(label.face);
      drawn.push(setter.lines(lines, label.face, { x: start, y, color: label.color }));
      y += height * lines.length;
      if (value) {
        drawn.push(setter.lines([value.text], value.face, { x: end, y: y - height, isEnd: true, color: value.color }));
      }
      y += kUnderLabel;
    }
    const plotHeight = Number(plot.getAttribute("height") ?? 0);
    drawn.push(marks(plot, setter, [plotStart, y, plotWidth]));
    if (note) {
      // Small figures are about three quarters of their size high: this centres them on the marks.
      const top = y + (plotHeight - note.face.size) / 2 - note.face.size / 8;
      drawn.push(setter.lines([note.text], note.face, { x: end, y: top, isEnd: true, color: note.color }));
    }
    y += plotHeight + kRowGap;
  }
  return { width: kWidth, height: Math.max(0, y - kRowGap), drawn };
}
