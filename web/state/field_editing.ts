import type { Pack } from "../engine/types.ts";
import type { FieldActions } from "./actions.ts";
import type { AppState } from "./app_state.ts";
import { fieldText, readField, type Draft, type FieldRule } from "./fields.ts";
import { kTargets } from "./link/read_link.ts";
import { roadmapFault } from "./plan/measures.ts";
import type { Plan } from "./plan/plan.ts";
import { planField, type PlanField } from "./plan/plan_fields.ts";
import { sameValue } from "./plan/same_value.ts";
import type { Store } from "./store.ts";

/** Who hears what fields say. */
export interface FieldEvents {
  /** The plan is to become this one; what other fields refused is then to be read again. */
  change(plan: Plan): void;
  /** The visitor aims at another amount, US$ a year. */
  aim(target: number): void;
  /** What stood in a field was read and changes nothing: it is not allowed, as the state says, or it was so already. */
  unchanged(): void;
}

/** The field of the amount that the visitor aims at. */
export const kTargetField = "target";
/** How that field is read. */
export const kTargetRule: FieldRule = { ...kTargets, isWhole: false, isPercent: false, isDollars: true };

const kMovingMs = 1500;

/** Reads what stands in number fields and where sliders are. */
export class FieldEditing {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #events: FieldEvents;
  #moving: ReturnType<typeof setTimeout> | undefined;

  readonly actions: FieldActions = {
    slide: (field, value) => this.#slide(field, value),
    type: (field, text) => this.#setDraft(field, { text }),
    commit: (field) => this.#commit(field),
  };

  constructor(pack: Pack, store: Store<AppState>, events: FieldEvents) {
    this.#pack = pack;
    this.#store = store;
    this.#events = events;
  }

  /** Forgets the text that stands in fields and is no value yet. */
  drop(which: (field: string) => boolean): void {
    const { drafts } = this.#store.get();
    const kept = Object.entries(drafts).filter(([field]) => !which(field));
    if (kept.length < Object.keys(drafts).length) {
      this.#store.update({ drafts: Object.fromEntries(kept) });
    }
  }

  /** The plan has changed: what a field refused may be allowed now. */
  rereadRefused(): void {
    for (const [field, { problem }] of Object.entries(this.#store.get().drafts)) {
      if (problem !== undefined) this.#commit(field);
    }
  }

  #setDraft(field: string, draft: Draft | undefined): void {
    const { drafts } = this.#store.get();
    if (draft === undefined && !Object.hasOwn(drafts, field)) return;
    const { [field]: _, ...others } = drafts;
    this.#store.update({ drafts: draft ? { ...others, [field]: draft } : others });
  }

  #slide(field: string, value: number): void {
    this.#store.update({ isMoving: true });
    clearTimeout(this.#moving);
    this.#moving = setTimeout(() => this.#store.update({ isMoving: false }), kMovingMs);
    this.#setValue(field, value);
  }

  // A browser tells of a change only where the text differs from what it took for one before, which may have been
  // refused: so a field is read whenever it is left, and perhaps more than once.
  #commit(field: string): void {
    const text = this.#store.get().drafts[field]?.text;
    if (text === undefined) return;
    const found = this.#found(field);
    // The text of a value is rounded: read again, it would set another one.
    if (!found || text === fieldText(found.value, found.rule)) {
      this.#setDraft(field, undefined);
      this.#events.unchanged();
      return;
    }
    const reading = readField(text, found.rule);
    if (reading.problem === undefined) this.#setValue(field, reading.value, text);
    else this.#refuse(field, { text, problem: reading.problem });
  }

  #found(field: string): Pick<PlanField, "rule" | "value"> | undefined {
    const { plan, target } = this.#store.get();
    return field === kTargetField ? { rule: kTargetRule, value: target } : planField(field, plan, this.#pack);
  }

  #setValue(field: string, value: number, text?: string): void {
    if (field === kTargetField) {
      this.#setDraft(field, undefined);
      this.#events.aim(value);
      return;
    }
    const { plan } = this.#store.get();
    const found = planField(field, plan, this.#pack);
    if (!found) return;
    const next = found.set(value);
    const fault = roadmapFault(next, this.#pack)?.fault;
    if (fault) {
      this.#refuse(field, { text: text ?? fieldText(value, found.rule), problem: "outOfRange", fault });
      return;
    }
    this.#setDraft(field, undefined);
    this.#events.change(next);
  }

  #refuse(field: string, draft: Draft): void {
    if (sameValue(this.#store.get().drafts[field], draft)) return;
    this.#setDraft(field, draft);
    this.#events.unchanged();
  }
}
