import { withItsStyle } from "./carried_style.ts";
import { rowPicture } from "./row_picture.ts";
import { svgElement, Typesetter, type Face } from "./typesetter.ts";

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
const kTitle: Face = { size: 19, weight: 700, line: 1.3 };
const kFinding: Face = { size: 15, weight: 400, line: 1.5 };
const kNote: Face = { size: 13, weight: 400, line: 1.5 };

function fontFace({ family, base64 }: PictureFont): string {
  return `@font-face{font-family:"${family}";src:url(data:font/woff2;base64,${base64}) format("woff2")}`;
}

/** A chart on its own: what it draws from (0, 0), in CSS pixels. */
interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly drawn: readonly SVGElement[];
}

function drawingOf(chart: Element, setter: Typesetter): Drawing {
  if (!(chart instanceof SVGSVGElement)) return rowPicture(chart, setter);
  const box = chart.getBoundingClientRect();
  const [width, height] = [Math.ceil(box.width), Math.ceil(box.height)];
  const copy = withItsStyle(chart, setter.family);
  for (const [key, value] of Object.entries({ x: 0, y: 0, width, height })) copy.setAttribute(key, String(value));
  copy.setAttribute("direction", "ltr");
  // As on the page: figures of an axis may reach over the edge.
  copy.setAttribute("overflow", "visible");
  return { width, height, drawn: [copy] };
}

/**
 * The chart that `chart` shows at this moment, as a picture of its own with title, finding and
 * notes, in the colours of the page. `chart` is one drawing, in the width that it has, or a list of
 * rows (see `rowPicture`).
 */
export function chartPicture(chart: Element, frame: PictureFrame): Picture {
  const page = getComputedStyle(document.documentElement);
  const { fontFamily, color: ink } = getComputedStyle(document.body);
  const family = frame.font ? `"${frame.font.family}", ${fontFamily}` : fontFamily;
  const background = page.getPropertyValue("--bg").trim() || "#fff";
  const muted = page.getPropertyValue("--muted").trim() || ink;

  const setter = new Typesetter(family, frame.direction);
  const drawing = drawingOf(chart, setter);
  const width = drawing.width + 2 * kMargin;
  const parts: SVGElement[] = [];
  let y = kMargin;
  const paragraph = (text: string, face: Face, color: string): void => {
    const lines = setter.wrap(text, drawing.width, face);
    const x = setter.isRightToLeft ? width - kMargin : kMargin;
    parts.push(setter.lines(lines, face, { x, y, color }));
    y += setter.lineHeight(face) * lines.length;
  };
  paragraph(frame.title, kTitle, ink);
  if (frame.finding !== undefined) {
    y += kUnderTitle;
    paragraph(frame.finding, kFinding, muted);
  }
  y += kGap;
  const place = svgElement("g", { transform: `translate(${kMargin} ${y})` });
  place.append(...drawing.drawn);
  y += drawing.height + kGap;
  for (const note of frame.notes) paragraph(note, kNote, muted);
  const height = Math.ceil(y + kMargin);

  const root = svgElement("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    lang: frame.language,
  });
  root.append(
    svgElement("title", {}, frame.title),
    svgElement("desc", {}, [frame.finding ?? "", ...frame.notes].join(" ").trim()),
    ...(frame.font ? [svgElement("style", {}, fontFace(frame.font))] : []),
    svgElement("rect", { width, height, fill: background }),
    ...parts,
    place,
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
