import type { Pack } from "../engine/types.ts";
import type { WorldActions } from "./actions.ts";
import type { AppState } from "./app_state.ts";
import { openDraft, readDraft, type AssumptionDraft } from "./plan/assumption_drafts.ts";
import { assumptionName, withAssumption } from "./plan/assumptions.ts";
import type { Plan } from "./plan/plan.ts";
import type { Store } from "./store.ts";

/** What a visitor can do while an assumption is being written. */
export type WritingActions = Pick<WorldActions, "editAssumption" | "typeAssumption" | "commitAssumption" | "leaveAssumption">;

/** Keeps assumptions that are being written in `store`, and reads them; `change` hears what plan they make of its plan. */
export function writingActions(pack: Pack, store: Store<AppState>, change: (plan: Plan) => void): WritingActions {
  const setDraft = (key: string, draft: AssumptionDraft | undefined): void => {
    const { [key]: _, ...others } = store.get().assumptionDrafts;
    store.update({ assumptionDrafts: draft ? { ...others, [key]: draft } : others });
  };
  return {
    editAssumption: (key, form) => {
      const name = assumptionName(key, pack);
      if (name) setDraft(key, openDraft(name, form, store.get().plan, pack));
    },
    typeAssumption: (key, field, text) => {
      const draft = store.get().assumptionDrafts[key];
      if (draft) setDraft(key, { form: draft.form, texts: { ...draft.texts, [field]: text } });
    },
    commitAssumption: (key) => {
      const { plan, assumptionDrafts } = store.get();
      const draft = assumptionDrafts[key];
      const name = assumptionName(key, pack);
      if (!draft || !name) return;
      const read = readDraft(draft, name, plan, pack);
      if ("problem" in read) {
        setDraft(key, { ...draft, problem: read.problem });
        return;
      }
      setDraft(key, undefined);
      change(withAssumption(plan, name, read.dist, pack));
    },
    leaveAssumption: (key) => setDraft(key, undefined),
  };
}
