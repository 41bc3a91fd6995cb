import type { Pack } from "../engine/types.ts";
import type { Actions } from "./actions.ts";
import type { AppState } from "./app_state.ts";
import type { AssumptionDraft, AssumptionForm } from "./plan/assumption_drafts.ts";
import { assumptionName, withAssumption, withoutAssumption } from "./plan/assumptions.ts";
import type { Plan } from "./plan/plan.ts";
import type { Store } from "./store.ts";

/** What a visitor can do about one assumption. */
export type AssumptionActions = Pick<
  Actions,
  "editAssumption" | "typeAssumption" | "commitAssumption" | "leaveAssumption" | "resetAssumption"
>;

/** Keeps assumptions that are being written, and reads them. */
export class AssumptionEditing {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #change: (plan: Plan) => void;

  readonly actions: AssumptionActions = {
    editAssumption: (key, form) => void this.#edit(key, form),
    typeAssumption: (key, field, text) => {
      const draft = this.#store.get().assumptionDrafts[key];
      if (draft) this.#setDraft(key, { form: draft.form, texts: { ...draft.texts, [field]: text } });
    },
    commitAssumption: (key) => void this.#commit(key),
    leaveAssumption: (key) => this.#setDraft(key, undefined),
    resetAssumption: (key) => {
      const name = assumptionName(key, this.#pack);
      this.#setDraft(key, undefined);
      if (name) this.#change(withoutAssumption(this.#store.get().plan, name, this.#pack));
    },
  };

  /** `change` hears which plan that of the store is to become. */
  constructor(pack: Pack, store: Store<AppState>, change: (plan: Plan) => void) {
    this.#pack = pack;
    this.#store = store;
    this.#change = change;
  }

  #setDraft(key: string, draft: AssumptionDraft | undefined): void {
    const { [key]: _, ...others } = this.#store.get().assumptionDrafts;
    this.#store.update({ assumptionDrafts: draft ? { ...others, [key]: draft } : others });
  }

  // What turns ranges into distributions is loaded by the first who writes one.
  async #edit(key: string, form: AssumptionForm): Promise<void> {
    const name = assumptionName(key, this.#pack);
    if (!name) return;
    const { openDraft } = await import("./plan/assumption_drafts.ts");
    this.#setDraft(key, openDraft(name, form, this.#store.get().plan, this.#pack));
  }

  async #commit(key: string): Promise<void> {
    const { readDraft } = await import("./plan/assumption_drafts.ts");
    const { plan, assumptionDrafts } = this.#store.get();
    const draft = assumptionDrafts[key];
    const name = assumptionName(key, this.#pack);
    if (!draft || !name) return;
    const read = readDraft(draft, name, plan, this.#pack);
    if ("problem" in read) {
      this.#setDraft(key, { ...draft, problem: read.problem });
      return;
    }
    this.#setDraft(key, undefined);
    this.#change(withAssumption(plan, name, read.dist, this.#pack));
  }
}
