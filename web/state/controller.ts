import type { Pack } from "../engine/types.ts";
import type { Actions, WorldActions } from "./actions.ts";
import type { AnalysisEngine } from "./analyses.ts";
import { AnalysisDesk } from "./analysis_desk.ts";
import { Answering, type AnsweringEngine } from "./answering.ts";
import type { WritingActions } from "./assumption_editing.ts";
import { firstYear, linkTarget, type AppState, type Copied, type Preferences } from "./app_state.ts";
import { FileSaving, type FileSavingOptions, type SamplingEngine } from "./file_saving.ts";
import { FieldEditing } from "./field_editing.ts";
import { GoalSearcher } from "./goal_search.ts";
import { keptAs } from "./kept_plans.ts";
import { KeptKeeping, type KeptMemory } from "./kept_keeping.ts";
import { LinkKeeper, type Address } from "./link_keeper.ts";
import type { Aim, Replacement } from "./notices.ts";
import { assumptionName, withoutAssumption } from "./plan/assumptions.ts";
import type { AssumptionForm } from "./plan/assumption_drafts.ts";
import { withMeasureElement, withNewMeasure, withPath } from "./plan/edits.ts";
import { kMostClosures, withClosure, withoutClosure } from "./plan/closures.ts";
import { kMostMeasures } from "./plan/measures.ts";
import { readyMix } from "./plan/mix.ts";
import { defaultPlan, type Plan } from "./plan/plan.ts";
import { isClosureField, isMeasureField, isMixField } from "./plan/plan_fields.ts";
import { sameValue } from "./plan/same_value.ts";
import { scenarioOf, scenarioText } from "./plan/scenario.ts";
import { ownPlan, presetOf, withPreset, type Preset, type PresetGoal } from "./presets.ts";
import { readScenarioFile, scenarioFileName } from "./scenario_files.ts";
import type { CheckingEngine, ChosenFile } from "./scenario_reading.ts";
import { withOption } from "./source_readings.ts";
import type { Store } from "./store.ts";
import type { ChangeFile } from "./versions.ts";

/** What the page needs of the engine. */
export type PageEngine = AnsweringEngine & AnalysisEngine & CheckingEngine & SamplingEngine;

/** What a controller needs from around it. */
export interface ControllerOptions extends Pick<FileSavingOptions, "saveResults" | "saveSamples">, KeptMemory {
  readonly presets: readonly Preset[];
  readonly address: Address;
  /** Loads the engine; rejects when it cannot be had. */
  loadEngine(signal: AbortSignal): Promise<PageEngine>;
  /** Fetches what changed between versions. */
  loadChanges(): Promise<ChangeFile>;
  /** What `state` says to screen readers: the answer, or why it is still an old one. */
  announce(state: AppState): string;
  /** Shows what the visitor likes otherwise now and keeps it for the next visit, where the browser allows that. */
  keepPreferences(changed: Partial<Preferences>): void;
  /** Puts a text on the clipboard; false where that is not allowed. */
  copyText(text: string): Promise<boolean>;
  /** Lets the visitor save a text as a file. */
  saveFile(name: string, text: string): void;
}

/** Turns what a visitor does into state, and state into questions for the engine. */
export class Controller {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #options: ControllerOptions;
  readonly #answering: Answering<PageEngine>;
  readonly #analyses: AnalysisDesk;
  readonly #links: LinkKeeper;
  readonly #kept: KeptKeeping;
  readonly #searcher: GoalSearcher;
  readonly #fields: FieldEditing;
  readonly #files: FileSaving;
  /** There once the first assumption is written. */
  #writing: WritingActions | undefined;
  /** The file that was chosen last. */
  #chosen: ChosenFile | undefined;

  /** What a visitor can do, for the page's event listeners. */
  readonly actions: Actions;

  constructor(pack: Pack, store: Store<AppState>, options: ControllerOptions) {
    this.#pack = pack;
    this.#store = store;
    this.#options = options;
    this.#analyses = new AnalysisDesk(pack, store, () => void this.#answering.prepare());
    this.#answering = new Answering(pack, store, {
      loadEngine: (signal) => options.loadEngine(signal),
      announce: (state) => options.announce(state),
      onEngine: (engine) => this.#analyses.start(engine),
    });
    this.#links = new LinkKeeper(pack, store, options.address, () => options.loadChanges());
    this.#kept = new KeptKeeping(pack, store, options, () => this.#analyses.changed());
    this.#searcher = new GoalSearcher((search) => store.update({ search }));
    this.#fields = new FieldEditing(pack, store, {
      change: (plan) => this.#change(plan),
      aim: (target) => this.#aimAt({ ...this.#aim(), target }),
      unchanged: () => this.#answering.leftField(),
    });
    this.#files = new FileSaving(pack, store, {
      whole: () => this.#answering.whole(),
      engine: () => this.#answering.engine,
      link: () => this.#links.shareLink(this.#answering.year),
      saveResults: (format, answer) => options.saveResults(format, answer),
      saveSamples: (format, answer, samples, watch) => options.saveSamples(format, answer, samples, watch),
    });
    this.actions = this.#actions();
  }

  /** Takes over what the address says. The engine comes only if that is another plan than the one of the page as built. */
  start(): void {
    void this.#kept.recall();
    const linked = this.#links.read();
    if (!linked) return;
    const isOther = !sameValue(linked.plan, this.#plan);
    // The answer that is there was never one to this plan.
    if (isOther) this.#store.update({ plan: linked.plan, isComputing: true, isWholeComputing: true });
    this.#showLinked(linked.plan, linked.view);
    if (isOther) this.#answering.ask();
  }

  /** Loads the engine, once: a visitor seems about to ask something. Never rejects: the state says what failed. */
  async prepare(): Promise<void> {
    await this.#answering.prepare();
  }

  /** The engine, as soon as it is there. Rejects where it cannot be had. */
  get engine(): Promise<PageEngine> {
    return this.#answering.engine;
  }

  /**
   * The address has changed by other means than this page: a link was opened in it, or an anchor. Or `hash` is to be shown,
   * which the address follows later: then text that was no value yet goes also where the plan stays.
   */
  followAddress(hash?: string): void {
    const linked = this.#links.read(hash);
    if (!linked) {
      // An anchor took the place of the link.
      this.#links.writeLater(() => this.#answering.year);
      return;
    }
    if (!sameValue(linked.plan, this.#plan)) this.#replace(linked.plan, "link", false, this.#plan, this.#aim());
    else if (hash !== undefined) this.#dropTexts();
    this.#showLinked(linked.plan, linked.view);
    this.#shown();
  }

  /** The visitor may be about to leave the page: its address says all that is set. */
  keepAddress(): void {
    this.#links.writeNow();
  }

  /** The page is shown again as it was left, after others of its tab. */
  comeBack(): void {
    this.#links.rememberAgain();
    void this.#kept.recall();
  }

  get #plan(): Plan {
    return this.#store.get().plan;
  }

  /** Another version of the page is ready, which `takeOver` shows. */
  offerVersion(takeOver: () => void): void {
    const others = this.#store.get().notices.filter(({ kind }) => kind !== "newVersion");
    this.#store.update({ notices: [...others, { kind: "newVersion", takeOver }] });
  }

  #actions(): Actions {
    const pack = this.#pack;
    const store = this.#store;
    return {
      ...this.#fields.actions,
      ...this.#worldActions(),
      ...this.#sharingActions(),
      choosePath: (shape) => {
        this.#fields.drop((field) => /^(?:table:|newSellers$|years$)/.test(field));
        this.#change(withPath(this.#plan, shape, pack));
      },
      chooseMix: (choice) => {
        this.#fields.drop(isMixField);
        this.#change({ ...this.#plan, mix: readyMix(choice, pack) });
      },
      choosePreset: (id) => this.#choosePreset(id),
      addMeasure: (type) => {
        if (this.#plan.measures.length < kMostMeasures) this.#change(withNewMeasure(this.#plan, type, pack));
      },
      removeMeasure: (index) => {
        this.#fields.drop(isMeasureField);
        this.#change({ ...this.#plan, measures: this.#plan.measures.toSpliced(index, 1) });
      },
      aimMeasure: (index, element) => this.#change(withMeasureElement(this.#plan, index, element, pack)),
      chooseDraws: (draws) => this.#change({ ...this.#plan, draws }),
      reset: () => this.#replace(defaultPlan(pack), "reset"),
      undo: () => {
        const { replaced } = store.get();
        if (!replaced) return;
        const { plan, by, isUndone, aim } = replaced;
        this.#replace(plan, by, !isUndone, this.#plan, aim && this.#aim());
        if (aim) this.#aimAt(aim);
      },
      dismissUndo: () => store.update({ replaced: undefined }),
      showYear: (year) => {
        this.#answering.showYear(year);
        this.#shown();
      },
      showCurrency: (currency) => {
        store.update({ currency });
        this.#shown();
      },
      showNumberWords: (numberWords) => this.#prefer({ numberWords }),
      showTheme: (theme) => this.#prefer({ theme }),
      toggle: (control) => {
        const unfolded = new Set(store.get().unfolded);
        if (!unfolded.delete(control)) unfolded.add(control);
        store.update({ unfolded });
      },
      attend: (field, place) => this.#answering.attend(field, place),
      want: (name, isWanted) => this.#analyses.want(name, isWanted),
      retryAnalysis: (name) => this.#analyses.retry(name),
      retry: () => this.#answering.retry(),
    };
  }

  #worldActions(): WorldActions {
    return {
      chooseReading: (reading, option) =>
        this.#change({ ...this.#plan, readings: withOption(this.#plan.readings, reading, option) }),
      resetReadings: () => this.#replace({ ...this.#plan, readings: {} }, "resetReadings"),
      closeMarket: (market) => {
        if (this.#plan.closures.length < kMostClosures) this.#change(withClosure(this.#plan, market));
      },
      openMarket: (index) => {
        this.#fields.drop(isClosureField);
        this.#change(withoutClosure(this.#plan, index));
      },
      editAssumption: (key, form) => void this.#editAssumption(key, form),
      typeAssumption: (key, field, text) => this.#writing?.typeAssumption(key, field, text),
      commitAssumption: (key) => this.#writing?.commitAssumption(key),
      leaveAssumption: (key) => this.#writing?.leaveAssumption(key),
      resetAssumption: (key) => {
        const name = assumptionName(key, this.#pack);
        this.#writing?.leaveAssumption(key);
        if (name) this.#change(withoutAssumption(this.#plan, name, this.#pack));
      },
      resetAssumptions: () => this.#replace({ ...this.#plan, assumptions: {} }, "resetAssumptions"),
      filterRegister: (filter) => {
        const { registerFilter } = this.#store.get();
        this.#store.update({ registerFilter: { ...registerFilter, ...filter } });
      },
    };
  }

  #sharingActions(): Pick<
    Actions,
    | "keepPlan"
    | "dropKept"
    | "useKept"
    | "shareLink"
    | "copy"
    | "saveScenario"
    | "openScenario"
    | "saveResults"
    | "saveSamples"
    | "stopSamples"
    | "dismissNotice"
  > {
    const store = this.#store;
    return {
      keepPlan: () => this.#kept.keep(presetOf(this.#plan, this.#options.presets, this.#pack)?.id ?? ""),
      dropKept: (letter) => this.#kept.drop(letter),
      useKept: (letter) => {
        const kept = store.get().kept.find((one) => one.letter === letter);
        if (kept && keptAs([kept], this.#plan) === undefined) this.#replace(kept.plan, "kept");
      },
      shareLink: (plan, { year = this.#answering.year, target } = {}) => this.#links.shareLink(year, plan, target),
      copy: (what, text) => void this.#copy(what, text),
      saveScenario: () =>
        this.#options.saveFile(
          scenarioFileName(this.#pack, this.#plan),
          scenarioText(this.#pack, this.#plan),
        ),
      openScenario: (file) => void this.#open(file),
      saveResults: (format) => void this.#files.saveResults(format),
      saveSamples: (format) => void this.#files.saveSamples(format),
      stopSamples: () => this.#files.stopSamples(),
      dismissNotice: (notice) => store.update({ notices: store.get().notices.filter((one) => one !== notice) }),
    };
  }

  /** The plan changed. What was found for another is no longer true, and what fields refused may be allowed. */
  #change(plan: Plan): void {
    if (this.#store.get().search.kind !== "none") this.#searcher.stop();
    this.#setPlan(plan);
    this.#fields.rereadRefused();
  }

  #setPlan(plan: Plan): void {
    const { saving, sampling } = this.#store.get();
    this.#store.update({
      plan,
      refusal: undefined,
      copied: undefined,
      saving: saving?.kind === "making" ? saving : undefined,
      sampling: sampling?.kind === "making" ? sampling : undefined,
    });
    this.#answering.ask();
    this.#analyses.changed();
    this.#links.writeLater(() => this.#answering.year);
  }

  /** Another plan takes the place of the whole one; `back` can be brought back, with `aim`. Text that was no value yet goes. */
  #replace(plan: Plan, by: Replacement, isUndone = false, back: Plan | null = this.#plan, aim?: Aim): void {
    const before = this.#plan;
    this.#dropTexts();
    this.#change(plan);
    if (!sameValue(before, plan)) this.#store.update({ replaced: back ? { by, plan: back, isUndone, aim } : undefined });
  }

  #dropTexts(): void {
    this.#fields.drop(() => true);
    this.#store.update({ assumptionDrafts: {} });
  }

  #choosePreset(id: string): void {
    const { presets } = this.#options;
    const preset = presets.find((one) => one.id === id);
    if (!preset) return;
    const plan = withPreset(this.#plan, preset, presets, this.#pack);
    const state = this.#store.get();
    const own = ownPlan(state, presets, this.#pack);
    const aim = (own === state.replaced?.plan && state.replaced?.aim) || (preset.goal && this.#aim());
    this.#replace(plan, "preset", false, own, aim);
    if (!preset.goal) return;
    this.#aimAt(preset.goal);
    void this.#seek(plan, id, preset.goal);
  }

  /** Looks for the sellers that a preset's target needs and sets their number. */
  async #seek(plan: Plan, preset: string, goal: PresetGoal): Promise<void> {
    const scenario = scenarioOf(this.#pack, plan);
    const outcome = await this.#searcher.search(this.#answering.engine, scenario, preset, goal);
    if (outcome?.kind === "found") this.#setPlan({ ...this.#plan, newSellers: outcome.newSellers });
  }

  #aim(): Aim {
    return { year: this.#answering.year, target: this.#store.get().target };
  }

  #aimAt({ year, target }: Aim): void {
    this.#answering.showYear(year);
    this.#store.update({ target });
    this.#shown();
  }

  /** What is shown changed, the plan did not. */
  #shown(): void {
    this.#answering.announceLater();
    this.#analyses.changed();
    this.#links.writeLater(() => this.#answering.year);
  }

  #showLinked(plan: Plan, view: { readonly year?: number; readonly currency?: "local"; readonly target?: number }): void {
    this.#store.update({
      currency: view.currency ?? "usd",
      target: view.target ?? linkTarget(this.#pack),
    });
    this.#answering.showYear(view.year ?? firstYear(plan));
  }

  #prefer(changed: Partial<Preferences>): void {
    this.#store.update(changed);
    this.#options.keepPreferences(changed);
  }

  // What turns ranges into distributions is loaded by the first who writes one.
  async #editAssumption(key: string, form: AssumptionForm): Promise<void> {
    const { writingActions } = await import("./assumption_editing.ts");
    this.#writing ??= writingActions(this.#pack, this.#store, (plan) => this.#change(plan));
    this.#writing.editAssumption(key, form);
  }

  async #copy(what: Copied, text: string): Promise<void> {
    this.#store.update({ copied: { what, isDone: await this.#options.copyText(text) } });
  }

  async #open(file: ChosenFile): Promise<void> {
    this.#chosen = file;
    const { plan, faults } = await readScenarioFile(file, this.#pack, this.#answering.engine);
    if (this.#chosen !== file) return;
    const others = this.#store.get().notices.filter(({ kind }) => kind !== "fileFaults");
    if (plan) {
      this.#store.update({ notices: others });
      this.#replace(plan, "file");
    } else {
      this.#store.update({ notices: [...others, { kind: "fileFaults", name: file.name, faults }] });
    }
  }
}
