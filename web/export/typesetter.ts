import { inDrawing, setIn } from "../text/message.ts";

const kSvg = "http://www.w3.org/2000/svg";

/** Room between lines that scripts with tall letters need. */
const kRightToLeftLine = 1.7;

/** An element of a drawing. */
export function svgElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  text?: string,
): SVGElement {
  const made = document.createElementNS(kSvg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** How a line of text looks. */
export interface Face {
  /** CSS pixels. */
  readonly size: number;
  readonly weight: number;
  /** Distance of two lines, in sizes. */
  readonly line: number;
}

/** A word in parts that are at most `width` long: an address may be longer than a line. */
function broken(word: string, width: number, measure: (line: string) => number): string[] {
  const parts: string[] = [];
  let rest = Array.from(word);
  while (rest.length > 1 && measure(rest.join("")) > width) {
    let [fits, tooMany] = [1, rest.length];
    while (tooMany - fits > 1) {
      const count = Math.floor((fits + tooMany) / 2);
      if (measure(rest.slice(0, count).join("")) > width) tooMany = count;
      else fits = count;
    }
    parts.push(rest.slice(0, fits).join(""));
    rest = rest.slice(fits);
  }
  return [...parts, rest.join("")];
}

/** `text` in lines that are at most `width` pixels long as `measure` has it. Only a word that is longer than a line is broken. */
export function wrapWords(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (measure(longer) <= width) {
      line = longer;
      continue;
    }
    if (line !== "") lines.push(line);
    const parts = broken(word, width, measure);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? "";
  }
  return line === "" ? lines : [...lines, line];
}

/** Where a line of text begins or ends, and its colour. */
export interface LinePlace {
  readonly x: number;
  /** Of the upper edge of the first line. */
  readonly y: number;
  /** Whether x is where the text ends, in the direction of its language. */
  readonly isEnd?: boolean;
  readonly color: string;
}

/** Sets text in one family and direction. */
export class Typesetter {
  readonly family: string;
  readonly direction: "ltr" | "rtl";
  private readonly canvas = document.createElement("canvas").getContext("2d");

  constructor(family: string, direction: "ltr" | "rtl") {
    this.family = family;
    this.direction = direction;
  }

  get isRightToLeft(): boolean {
    return this.direction === "rtl";
  }

  /** Height of a line in CSS pixels. */
  lineHeight({ size, line }: Face): number {
    return size * (this.isRightToLeft ? Math.max(kRightToLeftLine, line) : line);
  }

  /** Width of a line in CSS pixels. */
  widthOf(text: string, { size, weight }: Face): number {
    if (!this.canvas) return 0;
    this.canvas.font = `${weight} ${size}px ${this.family}`;
    return this.canvas.measureText(text).width;
  }

  wrap(text: string, width: number, face: Face): string[] {
    return wrapWords(text, width, (line) => this.widthOf(line, face));
  }

  /** Lines one under the other, each a text of its own: WebKit garbles those that share one from the right. */
  lines(lines: readonly string[], face: Face, { x, y, isEnd = false, color }: LinePlace): SVGElement {
    const height = this.lineHeight(face);
    const block = svgElement("g", {
      fill: color,
      "font-family": this.family,
      "font-size": face.size,
      "font-weight": face.weight,
    });
    const way = { direction: this.direction, "text-anchor": isEnd ? "end" : "start" };
    // The baseline is a size below the upper edge, whatever the room between lines.
    lines.forEach((line, index) => {
      const words = inDrawing(setIn(this, line));
      block.append(svgElement("text", { x, y: y + height * index + face.size, ...way }, words));
    });
    return block;
  }
}
