import { hostProperties } from "./host_properties.ts";
import { send, type SetFault } from "./protocol.ts";

/** What the frames are called, by the languages that there are; from the build. */
declare const kFrameTitles: Readonly<Record<string, string>>;

const kInFrame = ["theme", "view", "pack"] as const;
const kLanguage = "en";
/** Read from a name of its own: the bundler takes `new URL(…, import.meta.url)` for a file that it has to find. */
const kScript = import.meta.url;

/** Why the calculator did not take what a page asked for. */
export class CalculatorError extends Error {
  override readonly name = "CalculatorError";
  /** Every fault; at least one. */
  readonly errors: readonly SetFault[];

  constructor(errors: readonly SetFault[]) {
    super(errors.map(({ path, message }) => (path === "" ? message : `${path}: ${message}`)).join(" "));
    this.errors = errors;
  }
}

/** What a page can ask a calculator for: a scenario, or a share link. */
export type Wanted = { readonly scenario: object } | { readonly link: string };

interface Waiting {
  readonly wanted: Wanted;
  resolve(state: unknown): void;
  reject(error: Error): void;
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
  readonly #waiting = new Map<string, Waiting>();
  #sets = 0;
  #isReady = false;

  constructor() {
    super();
    this.#frame.addEventListener("export-potential:ready", () => this.#becomeReady());
    this.#frame.addEventListener("export-potential:state", (event) => this.#settle((event as CustomEvent).detail));
    this.#frame.addEventListener("export-potential:error", (event) => this.#settle((event as CustomEvent).detail));
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
    this.#begin();
    this.append(frame);
  }

  disconnectedCallback(): void {
    this.#isReady = false;
    this.#frame.remove();
    for (const { reject } of this.#waiting.values()) reject(new CalculatorError([{ code: "closed", path: "", message: "The calculator was taken out of the page." }]));
    this.#waiting.clear();
  }

  attributeChangedCallback(name: string, before: string | null, after: string | null): void {
    if (!this.isConnected || before === after) return;
    if (name === "title") this.#frame.title = this.#title();
    else if (name === "scenario" && after !== null && this.#isReady) this.#showScenario();
    else this.#begin();
  }

  /**
   * Lets the calculator show a scenario or the plan of a share link. Resolves to its answer, the data of the message
   * "state"; rejects with a CalculatorError when it is refused, and is not shown then, or a newer one took its place.
   */
  set(wanted: Wanted): Promise<unknown> {
    const id = `set-${++this.#sets}`;
    const answer = new Promise<unknown>((resolve, reject) => this.#waiting.set(id, { wanted, resolve, reject }));
    if (this.#isReady) this.#send(id);
    return answer;
  }

  #language(): string {
    const said = this.closest<HTMLElement>("[lang]")?.lang.toLowerCase().split("-")[0] ?? "";
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

  #begin(): void {
    this.#isReady = false;
    const address = new URL(`../${this.#language()}.html`, kScript);
    for (const name of kInFrame) {
      const value = this.getAttribute(name);
      if (value !== null) address.searchParams.set(name, value);
    }
    for (const [name, value] of hostProperties(this)) address.searchParams.set(name, value);
    const link = this.getAttribute("scenario") ?? "";
    if (link !== "" && this.#json() === undefined) address.hash = link.slice(link.indexOf("#") + 1);
    this.#frame.title = this.#title();
    this.#frame.src = address.href;
  }

  #becomeReady(): void {
    if (this.#isReady) return;
    this.#isReady = true;
    const queued = [...this.#waiting.keys()];
    // What the element begins with is older than what it was asked for meanwhile.
    if (this.#json() !== undefined) this.#showScenario();
    for (const id of queued) this.#send(id);
  }

  /** Shows what the attribute says. Nobody waits for it: what is wrong, the page hears from the frame or as if from it. */
  #showScenario(): void {
    const json = this.#json();
    let wanted: Wanted;
    try {
      wanted = json === undefined ? { link: this.getAttribute("scenario") ?? "" } : { scenario: JSON.parse(json) as object };
    } catch (error) {
      const errors: readonly SetFault[] = [{ code: "json_syntax", path: "/scenario", message: String(error) }];
      this.#frame.dispatchEvent(new CustomEvent("export-potential:error", { detail: { id: "", errors }, bubbles: true }));
      return;
    }
    this.set(wanted).catch(() => undefined);
  }

  #send(id: string): void {
    const waiting = this.#waiting.get(id);
    const { contentWindow } = this.#frame;
    if (waiting && contentWindow) send(contentWindow, "set", { ...waiting.wanted }, id);
  }

  #settle({ id, errors, ...state }: { readonly id: string; readonly errors?: readonly SetFault[] }): void {
    const waiting = this.#waiting.get(id);
    if (!waiting) return;
    this.#waiting.delete(id);
    if (errors) waiting.reject(new CalculatorError(errors));
    else waiting.resolve(state);
  }
}
