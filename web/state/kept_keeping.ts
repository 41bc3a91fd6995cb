import type { Pack } from "../engine/types.ts";
import type { AppState } from "./app_state.ts";
import { withKept, withoutKept, type KeptPlan } from "./kept_plans.ts";
import type * as KeptTexts from "./kept_texts.ts";
import type { Store } from "./store.ts";

/** Where the plans kept to compare with outlive the page. */
export interface KeptMemory {
  /** The text that this tab remembers of them; empty for none. Anything may have been put in its place. */
  recallKept(): string;
  /** Lets the tab remember that text, where the browser allows it. */
  rememberKept(text: string): void;
}

/** Keeps plans to compare with for as long as the tab is open. */
export class KeptKeeping {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #memory: KeptMemory;
  readonly #onChange: () => void;
  /** What the tab remembered when this page last read it or let it remember. */
  #known = "";

  /** `onChange` is called when other plans are kept. */
  constructor(pack: Pack, store: Store<AppState>, memory: KeptMemory, onChange: () => void) {
    this.#pack = pack;
    this.#store = store;
    this.#memory = memory;
    this.#onChange = onChange;
  }

  /** Keeps the plan that is set. `preset` is the preset that it is, by identifier, or empty. */
  keep(preset: string): void {
    const { kept, plan } = this.#store.get();
    this.#set(withKept(kept, plan, preset));
  }

  drop(letter: string): void {
    this.#set(withoutKept(this.#store.get().kept, letter));
  }

  /**
   * Takes over what the tab remembers, as another page of it may have changed that, beside what only this page has. Never
   * rejects: who keeps a plan next tries again.
   */
  recall(): Promise<void> {
    return this.#recall().catch(() => undefined);
  }

  // What reads and writes it is loaded by the first who keeps a plan.
  async #recall(): Promise<void> {
    if (this.#memory.recallKept() !== this.#known) this.#takeOver(await import("./kept_texts.ts"));
  }

  #takeOver({ keptAfter }: typeof KeptTexts): void {
    const text = this.#memory.recallKept();
    // Whoever kept a plan meanwhile waited for the same.
    if (text === "" || text === this.#known) return;
    this.#store.update({ kept: keptAfter(this.#store.get().kept, this.#known, text, this.#pack) });
    this.#known = text;
    this.#onChange();
  }

  #set(kept: readonly KeptPlan[]): void {
    this.#store.update({ kept });
    this.#onChange();
    void this.#remember();
  }

  async #remember(): Promise<void> {
    try {
      const texts = await import("./kept_texts.ts");
      this.#takeOver(texts);
      const { kept, result } = this.#store.get();
      this.#memory.rememberKept(texts.keptText(kept, this.#pack, result.model.version));
      // As far as there was room for it.
      this.#known = this.#memory.recallKept();
    } catch {
      // What reads or writes it did not come: what the tab remembers stays until the next change.
    }
  }
}
