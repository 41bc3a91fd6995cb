import type { FirstData } from "../state/first_data.ts";
import { kEmbedPage, siteFromFrame } from "../text/languages.ts";
import type { CompiledCatalogue } from "../text/message.ts";
import { startCalculator } from "../page/calculator.ts";
import { kLinkSigns } from "../page/link_signs.ts";
import { FrameTalk } from "./frame_side.ts";
import { framedView } from "./framed_view.ts";
import { readMessage, send, type SetFault } from "./protocol.ts";
import { readQuery } from "./query.ts";

/** The same page in another language, as this frame shows it. */
function keepQuery({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>("a[hreflang]");
  if (link) link.search = location.search;
}

/** Hears what the page around this frame says, and nobody else. */
function onHost(host: Window, hear: (received: unknown) => void): void {
  addEventListener("message", ({ source, data }) => {
    if (source === host) hear(data);
  });
}

/** Calls `told` with the height of this page in CSS pixels, now and whenever it is another. */
function onHeight(told: (height: number) => void): void {
  const content = document.documentElement;
  new ResizeObserver(() => told(content.getBoundingClientRect().height)).observe(content);
}

/** Says to the page around this frame why there is no calculator, now and whenever it asks for something. */
function refuseAll(host: Window, errors: readonly SetFault[]): void {
  const refuse = (id?: string): void => send(host, "error", { errors }, id);
  onHost(host, (received) => {
    const heard = readMessage(received);
    if (heard) refuse(heard.id);
  });
  onHeight((height) => send(host, "height", { height: Math.ceil(height) }));
  refuse();
}

/** Takes the calculator in a frame over, in the language of `catalogue`, and talks with the page around it. */
export async function start(catalogue: CompiledCatalogue, data: FirstData): Promise<void> {
  for (const sign of kLinkSigns) addEventListener(sign, keepQuery, { capture: true });
  const { theme, pack = data.pack.id } = readQuery(location.search);
  const host = window === window.parent ? undefined : window.parent;
  const content = document.documentElement;
  // By the first script, which has the frame look as the address says.
  const refused = JSON.parse(content.dataset["refused"] ?? "[]") as readonly SetFault[];
  if (pack !== data.pack.id) {
    const fault: SetFault = { code: "unknown_name", path: "/pack", message: `There is no pack "${pack}" here; there is ${data.pack.id}.` };
    if (host) refuseAll(host, [fault, ...refused]);
    return;
  }
  const mounted = await startCalculator(catalogue, data, {
    name: kEmbedPage,
    page: framedView,
    framedFrom: siteFromFrame(content.lang),
    theme,
  });
  if (!host) return;
  const { controller, store, sentence, text } = mounted;
  const talk = new FrameTalk({ controller, store, sentence, pack: data.pack, language: text.tag, refused, host });
  onHost(host, (received) => void talk.hear(received));
  onHeight((height) => talk.tellHeight(height));
  talk.greet();
}
