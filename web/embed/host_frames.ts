import { readMessage, send, type MessageType } from "./protocol.ts";

/** Frames of the calculator in a page, as the page's author marks them. */
const kFrames = "iframe[data-export-potential]";
/** Heights in CSS pixels that a frame may ask for. */
const kHeights = { least: 40, most: 40_000 };

/** Frames that say so themselves: in a shadow root nobody finds them. */
const shownFrames = new Set<HTMLIFrameElement>();

const framesIn = (page: ParentNode): readonly HTMLIFrameElement[] => [...page.querySelectorAll<HTMLIFrameElement>(kFrames)];

/** Whether a message from the window of `frame` also comes from where its address says; a sandboxed frame has no origin. */
function isFrom(frame: HTMLIFrameElement, origin: string): boolean {
  return origin === "null" || origin === new URL(frame.src, location.href).origin;
}

/** Makes a frame as high as its content, its own borders not counted. */
function fit(frame: HTMLIFrameElement, height: unknown): void {
  if (typeof height !== "number" || !(height >= kHeights.least && height <= kHeights.most)) return;
  const borders = getComputedStyle(frame).boxSizing === "border-box" ? frame.offsetHeight - frame.clientHeight : 0;
  frame.style.height = `${Math.ceil(height) + borders}px`;
}

/** Serves a frame of the calculator wherever in the page it stands, until that is ended. */
export function serveFrame(frame: HTMLIFrameElement): void {
  shownFrames.add(frame);
}

/** Ends that for a frame which is taken out of the page. */
export function endFrame(frame: HTMLIFrameElement): void {
  shownFrames.delete(frame);
}

/** Tells the page something as an event of the frame, heard also around shadow roots that it stands in. */
export function tellPage(frame: HTMLIFrameElement, type: MessageType, detail: Readonly<Record<string, unknown>>): void {
  frame.dispatchEvent(new CustomEvent(`export-potential:${type}`, { detail, bubbles: true, composed: true }));
}

/** Does what a frame of the page asks for and passes on to the page what it tells, as events of the frame's element. */
function hear({ source, origin, data: received }: MessageEvent): void {
  const heard = readMessage(received);
  if (heard === undefined) return;
  const frame = [...shownFrames, ...framesIn(document)].find(({ contentWindow }) => contentWindow !== null && contentWindow === source);
  if (frame === undefined || !isFrom(frame, origin)) return;
  const { type, id, data } = heard;
  if (type === "height") fit(frame, data["height"]);
  tellPage(frame, type, { id, ...data });
}

/** Serves all frames of the calculator in this page that are in no shadow root, those to come included. */
export function serveFrames(): void {
  addEventListener("message", hear);
  // Those that were ready before this script say so again.
  for (const { contentWindow } of framesIn(document)) if (contentWindow) send(contentWindow, "ready", {});
}
