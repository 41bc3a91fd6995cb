import { AskedSets, type Wanted } from "./asked_sets.ts";
import { endFrame, serveFrame, tellPage } from "./host_frames.ts";
import { hostProperties } from "./host_properties.ts";
import { send, type Message, type SetFault } from "./protocol.ts";

/** What the frames are called, by the languages that there are; from the build. */
declare const kFrameTitles: Readonly<Record<string, string>>;

const kInFrame = ["theme", "view", "pack"] as const;
const kLanguage = "en";
/** Read from a name of its own: the bundler takes `new URL(…, import.meta.url)` for a file that it has to find. */
const kScript = import.meta.url;

/** What a frame tells, as its events have it. */
interface Told {
  readonly id: string;
  readonly errors?: readonly SetFault[];
}

/** A frame that has loaded something and is not heard within this time is none of the calculator. */
const kStartMs = 60_000;

/** The language of what `element` stands in, also around the shadow roots that it stands in; empty where none is said. */
function languageAround(element: Element): string {
  const said = element.closest<HTMLElement>("[lang]");
  const root = element.getRootNode();
  return said ? said.lang : root instanceof ShadowRoot ? languageAround(root.host) : "";
}

/**
 * `<export-potential-calculator>`: the calculator in a frame of its own, from where this script comes from. Attributes:
 * `lang` (that of the page around it unless given), `scenario` (a share link, its part after "#", or a scenario as JSON),
 * `theme`, `view`, `pack`, `title`. A change of `scenario` keeps the frame; of another, it begins anew. The custom
 * properties `--export-potential-accent`, `-background` and `-font` are read whenever a frame begins.
 */
export class CalculatorElement extends HTMLElement {
  static readonly observedAttributes = ["lang", "scenario", "title", ...kInFrame];

  readonly #frame = document.createElement("iframe");
  readonly #sets = new AskedSets((data, id) => this.#send("set", data, id));
  #start: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    const frame = this.#frame;
    frame.addEventListener("load", () => this.#awaitStart());
    frame.addEventListener("export-potential:ready", () => this.#becomeReady());
    for (const type of ["state", "error"]) {
      frame.addEventListener(`export-potential:${type}`, (event) => this.#hear((event as CustomEvent<Told>).detail));
    }
  }

  connectedCallback(): void {
    const frame = this.#frame;
    const { style } = frame;
    frame.dataset["exportPotential"] = "";
    frame.loading = "lazy";
    frame.allow = "clipboard-write";
    frame.referrerPolicy = "strict-origin-when-cross-origin";
    // With both of these a page of the same origin could take its own sandbox away.
    const own = new URL(kScript).origin === location.origin ? "" : " allow-same-origin";
    frame.setAttribute("sandbox", `allow-scripts allow-downloads allow-modals allow-popups${own}`);
    frame.width = "100%";
    // Until it has said how high its content is.
    frame.height = this.getAttribute("view") === "headline" ? "320" : "900";
    Object.assign(style, { display: "block", border: "0" });
    serveFrame(frame);
    this.#begin();
  }

  disconnectedCallback(): void {
    this.#end();
    endFrame(this.#frame);
    this.#sets.refuse([{ code: "closed", path: "", message: "The calculator was taken out of the page." }]);
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    // There is nothing to change before the frame is there, which may be later than the element is in the page.
    if (!this.#frame.isConnected || before === after) return;
    if (name === "title") this.#frame.title = this.#title();
    else if (name === "scenario" && (after ?? "") !== "" && this.#sets.isHeard) this.#showScenario();
    else this.#begin();
  }

  /**
   * Lets the calculator show a scenario or the plan of a share link. Resolves to its answer, the data of the message
   * "state"; rejects with a CalculatorError when it is refused, and is not shown then, or a newer one took its place.
   */
  set(wanted: Wanted): Promise<unknown> {
    return this.#sets.ask(wanted);
  }

  #language(): string {
    const said = languageAround(this).toLowerCase().split("-")[0] ?? "";
    return Object.hasOwn(kFrameTitles, said) ? said : kLanguage;
  }

  #title(): string {
    return this.getAttribute("title") ?? kFrameTitles[this.#language()] ?? "";
  }

  /** The scenario as JSON, where it is not a link. */
  #json(): string | undefined {
    const scenario = this.getAttribute("scenario")?.trim();
    return scenario?.startsWith("{") ? scenario : undefined;
  }

  /** Shows what the attributes say in a new window. One that is there could stay as it is, and would not say that it is ready. */
  #begin(): void {
    this.#end();
    this.#sets.restart();
    const address = new URL(`../${this.#language()}.html`, kScript);
    for (const name of kInFrame) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    for (const [name, value] of hostProperties(this)) address.searchParams.set(name, value);
    const json = this.#json();
    const link = this.getAttribute("scenario") ?? "";
    // The frame begins with it: told later, it would come after the answer to another plan.
    address.hash = json === undefined ? link.slice(link.indexOf("#") + 1) : String(new URLSearchParams({ scenario: json }));
    this.#frame.title = this.#title();
    this.#frame.src = address.href;
    this.append(this.#frame);
  }

  #end(): void {
    clearTimeout(this.#start);
    this.#frame.remove();
  }

  /** The frame has loaded something: the calculator, or what a browser shows in its place. */
  #awaitStart(): void {
    if (this.#sets.isRefused) return;
    clearTimeout(this.#start);
    this.#start = setTimeout(() => {
      const errors: readonly SetFault[] = [{ code: "not_started", path: "", message: "The calculator did not start in its frame." }];
      this.#sets.refuse(errors);
      tellPage(this.#frame, "error", { id: "", errors });
    }, kStartMs);
    // The calculator that was heard is gone, or says so again.
    if (this.#sets.isHeard) this.#send("ready", {}, "");
  }

  /** The calculator hears: for the first time, or once more, as when the visitor has changed its language. */
  #becomeReady(): void {
    clearTimeout(this.#start);
    this.#sets.open();
  }

  #hear(told: Told): void {
    const { id, errors } = told;
    if (id !== "") this.#sets.settle(told);
    // It will not become ready.
    else if (errors && !this.#sets.isHeard) this.#sets.refuse(errors);
  }

  /** Shows what the attribute says, read by the frame as it stands there. Nobody waits for it: what is wrong, the page hears from the frame. */
  #showScenario(): void {
    const json = this.#json();
    this.set(json === undefined ? { link: this.getAttribute("scenario") ?? "" } : { scenario: json }).catch(() => undefined);
  }

  #send(type: "set" | "ready", data: Message["data"], id: string): void {
    const { contentWindow } = this.#frame;
    if (contentWindow) send(contentWindow, type, data, id);
  }
}
