import type { Pack } from "../engine/types.ts";
import type { Actions } from "./actions.ts";
import type { AppState } from "./app_state.ts";
import { readField } from "./fields.ts";
import { defaultInputs, type Inputs, type NumberInput } from "./inputs.ts";
import { sharesOf, withShare } from "./mix.ts";
import { kShareControl, kSharePrefix, numberControls, type NumberControl } from "./number_controls.ts";
import { planInputs } from "./plans.ts";
import type { ShownResult } from "./readings.ts";
import { Runner, type RunEngine } from "./runner.ts";
import { buildScenario } from "./scenario.ts";
import { withOption } from "./source_readings.ts";
import type { Store } from "./store.ts";

/** What a controller needs from around it. */
export interface ControllerOptions {
  /** Loads the engine; rejects when it cannot be had. */
  loadEngine(signal: AbortSignal): Promise<RunEngine>;
  /** What `state` says to screen readers: the answer, or why it is still an old one. */
  announce(state: AppState): string;
}

const kPreviewDraws = 4096;
const kSettleMs = 250;
const kFadeAfterMs = 150;
const kAnnounceAfterMs = 600;
const kMovingMs = 1500;
const kSlowAfterMs = 15_000;

function isNumberInput(field: string, controls: Record<NumberInput, NumberControl>): field is NumberInput {
  return field in controls;
}

/** Turns what a visitor does into state, and state into questions for the engine. */
export class Controller {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #options: ControllerOptions;
  readonly #controls: Record<NumberInput, NumberControl>;
  #runner: Runner<Inputs> | undefined;
  #loading: AbortController | undefined;
  #fade: ReturnType<typeof setTimeout> | undefined;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #moving: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;

  /** What a visitor can do, for the page's event listeners. */
  readonly actions: Actions = {
    slide: (field, value) => this.#slide(field, value),
    type: (field, text) => this.#setDraft(field, { text }),
    commit: (field) => this.#commit(field),
    choosePath: (path) => this.#change({ path }),
    chooseMix: (choice) => {
      this.#dropDrafts((field) => field.startsWith(kSharePrefix));
      this.#change({ mixChoice: choice, sectorShares: sharesOf(choice, this.#pack) });
    },
    choosePlan: (plan) => {
      this.#dropDrafts(() => true);
      this.#change({ ...planInputs(plan, this.#pack), readings: this.#store.get().inputs.readings });
    },
    chooseReading: (reading, option) =>
      this.#change({ readings: withOption(this.#store.get().inputs.readings, reading, option) }),
    resetReadings: () => this.#change({ readings: {} }),
    reset: () => {
      this.#dropDrafts(() => true);
      this.#change(defaultInputs(this.#pack));
    },
    showYear: (year) => {
      this.#store.update({ year });
      this.#announceLater();
    },
    showCurrency: (currency) => {
      this.#store.update({ currency });
      this.#announceLater();
    },
    toggle: (control) => {
      const unfolded = new Set(this.#store.get().unfolded);
      if (!unfolded.delete(control)) unfolded.add(control);
      this.#store.update({ unfolded });
    },
    retry: () => void this.load(),
  };

  constructor(pack: Pack, store: Store<AppState>, options: ControllerOptions) {
    this.#pack = pack;
    this.#store = store;
    this.#options = options;
    this.#controls = numberControls(pack);
  }

  /** Loads the engine and asks what was set meanwhile. Never rejects: the state says what failed. */
  async load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#store.update({ engine: { kind: "loading" } });
    const slow = setTimeout(() => this.#store.update({ engine: { kind: "slow" } }), kSlowAfterMs);
    try {
      const engine = await this.#options.loadEngine(loading.signal);
      if (loading.signal.aborted) return;
      this.#runner = new Runner<Inputs>(
        engine,
        {
          onResult: (result, inputs) => this.#show(result, inputs),
          onError: (error) => this.#refuse(error),
        },
        { previewDraws: kPreviewDraws, fullDraws: this.#pack.defaults.draws, settleMs: kSettleMs },
      );
      this.#store.update({ engine: { kind: "ready" } });
      const { inputs, answered } = this.#store.get();
      if (inputs !== answered) this.#ask(inputs);
    } catch (error) {
      if (loading.signal.aborted) return;
      const message = error instanceof Error ? error.message : String(error);
      this.#stopFading();
      this.#store.update({ engine: { kind: "failed", message }, isComputing: false });
    } finally {
      clearTimeout(slow);
    }
  }

  #controlOf(field: string): NumberControl {
    return isNumberInput(field, this.#controls) ? this.#controls[field] : kShareControl;
  }

  #setDraft(field: string, draft: AppState["drafts"][string] | undefined): void {
    const { [field]: _, ...others } = this.#store.get().drafts;
    this.#store.update({ drafts: draft ? { ...others, [field]: draft } : others });
  }

  #dropDrafts(which: (field: string) => boolean): void {
    const { drafts } = this.#store.get();
    const kept = Object.entries(drafts).filter(([field]) => !which(field));
    if (kept.length < Object.keys(drafts).length) {
      this.#store.update({ drafts: Object.fromEntries(kept) });
    }
  }

  #slide(field: string, value: number): void {
    this.#setDraft(field, undefined);
    this.#store.update({ isMoving: true });
    clearTimeout(this.#moving);
    this.#moving = setTimeout(() => this.#store.update({ isMoving: false }), kMovingMs);
    this.#setValue(field, value);
  }

  #commit(field: string): void {
    const text = this.#store.get().drafts[field]?.text;
    if (text === undefined) return;
    const reading = readField(text, this.#controlOf(field).rule);
    if (reading.problem !== undefined) {
      this.#setDraft(field, { text, problem: reading.problem });
      this.#changedAt = Date.now();
      this.#announceLater();
      return;
    }
    this.#setDraft(field, undefined);
    this.#setValue(field, reading.value);
  }

  #setValue(field: string, value: number): void {
    if (field.startsWith(kSharePrefix)) {
      const sector = field.slice(kSharePrefix.length);
      const { sectorShares } = this.#store.get().inputs;
      this.#change({ mixChoice: "own", sectorShares: withShare(sectorShares, sector, value) });
    } else {
      this.#change({ [field]: value });
    }
  }

  #change(patch: Partial<Inputs>): void {
    const inputs = { ...this.#store.get().inputs, ...patch };
    this.#store.update({ inputs, refusal: "" });
    this.#changedAt = Date.now();
    clearTimeout(this.#quiet);
    this.#ask(inputs);
  }

  #ask(inputs: Inputs): void {
    if (this.#store.get().engine.kind === "failed") return;
    this.#fade ??= setTimeout(() => this.#store.update({ isComputing: true }), kFadeAfterMs);
    this.#runner?.request({ scenario: buildScenario(this.#pack, inputs), tag: inputs });
  }

  #show(result: ShownResult, inputs: Inputs): void {
    this.#stopFading();
    this.#store.update({ result, answered: inputs, isComputing: false, refusal: "" });
    if (this.#store.get().inputs === inputs) {
      this.#announceLater();
    } else {
      this.#fade = setTimeout(() => this.#store.update({ isComputing: true }), kFadeAfterMs);
    }
  }

  #refuse(error: unknown): void {
    this.#stopFading();
    const refusal = error instanceof Error ? error.message : String(error);
    this.#store.update({ isComputing: false, refusal });
    this.#announceLater();
  }

  #stopFading(): void {
    clearTimeout(this.#fade);
    this.#fade = undefined;
  }

  #announceLater(): void {
    clearTimeout(this.#quiet);
    const rest = Math.max(0, this.#changedAt + kAnnounceAfterMs - Date.now());
    this.#quiet = setTimeout(() => {
      const state = this.#store.get();
      this.#store.update({ announcement: this.#options.announce(state) });
    }, rest);
  }
}
