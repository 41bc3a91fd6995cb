import type { FirstData } from "../state/first_data.ts";
import { kEmbedPage, siteFromFrame } from "../text/languages.ts";
import type { CompiledCatalogue } from "../text/message.ts";
import { startCalculator } from "../page/calculator.ts";
import { kLinkSigns } from "../page/link_signs.ts";
import type { Beginning } from "./beginning.ts";
import { FrameTalk } from "./frame_side.ts";
import { framedView } from "./framed_view.ts";
import { readMessage, send, type SetFault } from "./protocol.ts";
import { readQuery } from "./query.ts";

type Host = Pick<Window, "postMessage">;

/** What a frame begins with whose address says nothing. */
const kNothingAsked: Beginning = { faults: [], isRefused: false, madeWith: undefined };

/** The page around a frame that is shown in a tab of its own. */
const kNobody: Host = { postMessage: () => undefined };

/** The same page in another language, as this frame shows it. */
function keepQuery({ target }: Event): void {
  const link = (target as Element).closest<HTMLAnchorElement>("a[hreflang]");
  if (link) link.search = location.search;
}

/** Hears what the page around this frame says, and nobody else. */
function onHost(host: Host, hear: (received: unknown) => void): void {
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
function refuseAll(host: Host, errors: readonly SetFault[]): void {
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
  const host = window === window.parent ? kNobody : window.parent;
  const content = document.documentElement;
  // By the first script, which has the frame look as the address says.
  const style = JSON.parse(content.dataset["refused"] ?? "[]") as readonly SetFault[];
  const { search } = location;
  // An anchor asks for no plan.
  const hash = document.querySelector(":target") ? "" : location.hash;
  if (pack !== data.pack.id) {
    const fault: SetFault = { code: "unknown_name", path: "/pack", message: `There is no pack "${pack}" here; there is ${data.pack.id}.` };
    refuseAll(host, [fault, ...style]);
    return;
  }
  // Where it does not come, neither does the calculator: it would answer what nobody asked.
  const reading = search + hash === "" ? undefined : await import("./beginning.ts");
  const mounted = await startCalculator(catalogue, data, {
    name: kEmbedPage,
    page: framedView,
    framedFrom: siteFromFrame(content.lang),
    theme,
  });
  const { controller, store, sentence, text, loadPart } = mounted;
  const showRefused = (faults: readonly SetFault[]): void => {
    // It has the words.
    loadPart("sharing");
    store.update({ notices: [...store.get().notices, { kind: "planFaults", faults }] });
  };
  const refused = [...style, ...(reading?.queryFaults(search) ?? [])];
  const beginning = reading?.readBeginning(hash, data.pack, store.get().result.model.version) ?? kNothingAsked;
  const talk = new FrameTalk({ controller, store, sentence, pack: data.pack, language: text.tag, refused, beginning, host, showRefused });
  onHost(host, (received) => void talk.hear(received));
  onHeight((height) => talk.tellHeight(height));
  // The answer that stands there is none to the plan that is being read.
  if (beginning.scenario !== undefined) content.dataset["busy"] = "";
  await talk.begin();
  delete content.dataset["busy"];
}
