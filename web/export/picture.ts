/** Charts as pictures that stand alone: what style sheets say is written into the drawing itself. */

const kSvg = "http://www.w3.org/2000/svg";

/** Properties that style sheets give to drawings and that have an attribute of the same name. */
const kPresentation = [
  "fill",
  "fill-opacity",
  "fill-rule",
  "font-family",
  "font-size",
  "font-style",
  "font-weight",
  "letter-spacing",
  "opacity",
  "paint-order",
  "stroke",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "stroke-width",
  "text-anchor",
  "unicode-bidi",
  "visibility",
] as const;

/** Attributes that mean nothing outside the page. */
const kPageOnly = /^(?:class|style|id|role|tabindex|focusable|aria-.*|data-.*)$/;

/** A font to be carried inside the picture. */
export interface PictureFont {
  readonly family: string;
  /** A WOFF2 file, base64. */
  readonly base64: string;
}

/** Words around a chart, and how they look. */
export interface PictureFrame {
  readonly title: string;
  /** What the data say, under the title. */
  readonly finding?: string;
  /** Under the chart: sources, versions, address. One paragraph each. */
  readonly notes: readonly string[];
  readonly language: string;
  readonly direction: "ltr" | "rtl";
  /** Set before the fonts of the page where given. */
  readonly font?: PictureFont;
}

/** A picture as the text of an SVG file, and its size in CSS pixels. */
export interface Picture {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

const kMargin = 24;
const kGap = 14;
const kUnderTitle = 4;
const kTitle = { size: 19, weight: 700, line: 1.3 };
const kFinding = { size: 15, weight: 400, line: 1.5 };
const kNote = { size: 13, weight: 400, line: 1.5 };
type Face = typeof kTitle;

/** Room between lines that scripts with tall letters need. */
const kRightToLeftLine = 1.7;

function element(name: string, attributes: Readonly<Record<string, string | number>>, text?: string): SVGElement {
  const made = document.createElementNS(kSvg, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  return made;
}

/** Writes into `copy` what style sheets say of `shown`, and the same for all that is in them. */
function carryStyle(shown: Element, copy: Element, inherited: ReadonlyMap<string, string>): void {
  const style = getComputedStyle(shown);
  if (style.display === "none") {
    copy.remove();
    return;
  }
  for (const name of copy.getAttributeNames()) if (kPageOnly.test(name)) copy.removeAttribute(name);
  const own = new Map<string, string>();
  for (const property of kPresentation) {
    const value = style.getPropertyValue(property);
    own.set(property, value);
    if (value !== "" && value !== inherited.get(property)) copy.setAttribute(property, value);
    else copy.removeAttribute(property);
  }
  const children = Array.from(copy.children);
  Array.from(shown.children).forEach((child, index) => {
    const childCopy = children[index];
    if (childCopy) carryStyle(child, childCopy, notInheritedReset(own));
  });
}

/** What children start from: the parent's values, but for those that do not pass down. */
function notInheritedReset(own: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  return new Map([...own, ["opacity", "1"], ["unicode-bidi", "normal"]]);
}

/** `text` in lines that are at most `width` pixels long as `measure` has it; a word alone may be longer. */
export function wrapWords(text: string, width: number, measure: (line: string) => number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/[ \n\t]+/).filter((part) => part !== "")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (line !== "" && measure(longer) > width) {
      lines.push(line);
      line = word;
    } else {
      line = longer;
    }
  }
  return line === "" ? lines : [...lines, line];
}

/** Sets paragraphs one under the other. */
class Setter {
  private readonly canvas = document.createElement("canvas").getContext("2d");
  private readonly frame: PictureFrame;
  private readonly family: string;
  private readonly width: number;
  readonly drawn: SVGElement[] = [];
  /** Where the next thing begins. */
  y = kMargin;

  constructor(frame: PictureFrame, family: string, width: number) {
    this.frame = frame;
    this.family = family;
    this.width = width;
  }

  set(text: string, face: Face, color: string): void {
    const isRightToLeft = this.frame.direction === "rtl";
    const height = face.size * (isRightToLeft ? kRightToLeftLine : face.line);
    if (this.canvas) this.canvas.font = `${face.weight} ${face.size}px ${this.family}`;
    const measure = (line: string): number => this.canvas?.measureText(line).width ?? 0;
    const lines = wrapWords(text, this.width - 2 * kMargin, measure);
    const block = element("text", {
      fill: color,
      "font-family": this.family,
      "font-size": face.size,
      "font-weight": face.weight,
      direction: this.frame.direction,
      "text-anchor": "start",
    });
    for (const [index, line] of lines.entries()) {
      const y = this.y + height * index + face.size;
      block.append(element("tspan", { x: isRightToLeft ? this.width - kMargin : kMargin, y }, line));
    }
    this.y += height * lines.length;
    this.drawn.push(block);
  }
}

function fontFace({ family, base64 }: PictureFont): string {
  return `@font-face{font-family:"${family}";src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
}

/**
 * The chart that `chart` shows at this moment, as a picture of its own with title, finding and
 * notes, in the colours of the page. Transforms that only a style sheet says are not carried over.
 */
export function chartPicture(chart: SVGSVGElement, frame: PictureFrame): Picture {
  const page = getComputedStyle(document.documentElement);
  const { fontFamily, color: ink } = getComputedStyle(document.body);
  const family = frame.font ? `"${frame.font.family}", ${fontFamily}` : fontFamily;
  const background = page.getPropertyValue("--bg").trim() || "#fff";
  const muted = page.getPropertyValue("--muted").trim() || ink;
  const { width: chartWidth, height: chartHeight } = chart.getBoundingClientRect();
  const width = Math.ceil(chartWidth) + 2 * kMargin;

  const setter = new Setter(frame, family, width);
  setter.set(frame.title, kTitle, ink);
  if (frame.finding !== undefined) {
    setter.y += kUnderTitle;
    setter.set(frame.finding, kFinding, muted);
  }
  const copy = chart.cloneNode(true) as SVGSVGElement;
  carryStyle(chart, copy, new Map());
  setter.y += kGap;
  const place = { x: kMargin, y: setter.y, width: Math.ceil(chartWidth), height: Math.ceil(chartHeight) };
  for (const [key, value] of Object.entries(place)) copy.setAttribute(key, String(value));
  copy.setAttribute("direction", "ltr");
  if (frame.font) {
    for (const part of [copy, ...copy.querySelectorAll("[font-family]")]) part.setAttribute("font-family", family);
  }
  setter.y += place.height + kGap;
  for (const note of frame.notes) setter.set(note, kNote, muted);
  const height = Math.ceil(setter.y + kMargin);

  const root = element("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    lang: frame.language,
  });
  root.append(
    element("title", {}, frame.title),
    element("desc", {}, [frame.finding ?? "", ...frame.notes].join(" ").trim()),
    ...(frame.font ? [element("style", {}, fontFace(frame.font))] : []),
    element("rect", { width, height, fill: background }),
    ...setter.drawn,
    copy,
  );
  return { svg: new XMLSerializer().serializeToString(root), width, height };
}

/** A picture as an SVG file. */
export function svgFile({ svg }: Picture): Blob {
  return new Blob([svg], { type: "image/svg+xml" });
}

/** Pixels of a PNG for each CSS pixel, so that it is sharp in print. */
const kScale = 2;

/** A picture as a PNG file. Rejects where the browser cannot draw it. */
export async function pngFile({ svg, width, height }: Picture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = kScale * width;
  canvas.height = kScale * height;
  const context = canvas.getContext("2d");
  if (!context) throw new Error("This browser has no canvas to draw on.");
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((file) => (file ? resolve(file) : reject(new Error("The picture is too large to be drawn."))), "image/png");
  });
}

/** A font file as base64, to be carried inside pictures. */
export async function fontBase64(address: URL): Promise<string> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address.href}: the server answered ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
