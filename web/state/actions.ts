import type { Reading } from "../engine/types.ts";
import type { NumberWords } from "../text/catalogue.ts";
import type { AnalysisName } from "./analyses.ts";
import type { Copied, RegisterFilter, ResultFormat, SampleFormat, Theme } from "./app_state.ts";
import type { LinkView } from "./link/write_link.ts";
import type { Notice } from "./notices.ts";
import type { AssumptionForm } from "./plan/assumption_drafts.ts";
import type { Plan } from "./plan/plan.ts";
import type { PathShape } from "./plan/edits.ts";
import type { MeasureType } from "./plan/measures.ts";
import type { MixChoice } from "./plan/mix.ts";
import type { ChosenFile } from "./scenario_reading.ts";

/** What a visitor can do to numbers. Fields are named by their ids: see planField; "target" is the amount aimed at. */
export interface FieldActions {
  /** A slider moved to `value`. */
  slide(field: string, value: number): void;
  /** The text of a field changed; nothing is checked yet. */
  type(field: string, text: string): void;
  /** A field was left or Enter pressed: its text becomes the value or is refused in words. */
  commit(field: string): void;
}

/** What a visitor can do to the programme. */
export interface PlanActions {
  choosePath(shape: PathShape): void;
  chooseMix(choice: MixChoice): void;
  /** Sets a ready-made plan by its id and, where it has a target, looks for the sellers that it takes. */
  choosePreset(preset: string): void;
  /** Adds a line of middle size to the roadmap. */
  addMeasure(type: MeasureType): void;
  removeMeasure(index: number): void;
  /** Sets what a line of the roadmap acts on; undefined for all. */
  aimMeasure(index: number, element: string | undefined): void;
  chooseDraws(draws: number): void;
  /** Sets everything back to the pack's defaults. */
  reset(): void;
  /** Brings back the plan that was replaced as a whole; once more, the one after it. */
  undo(): void;
  /** Hides the offer to undo. */
  dismissUndo(): void;
}

/** What a visitor can do to what is assumed about the world. Assumptions are named by their keys. */
export interface WorldActions {
  /** Sets which option of a reading holds. */
  chooseReading(reading: Reading, option: string): void;
  /** Sets the first option of every reading. */
  resetReadings(): void;
  /** Closes a market from the first year on, with the programme and without it. */
  closeMarket(market: string): void;
  /** Takes a closure back. */
  openMarket(index: number): void;
  /** Begins to write an assumption, or goes on in another form. */
  editAssumption(key: string, form: AssumptionForm): void;
  typeAssumption(key: string, field: string, text: string): void;
  /** Makes what is written hold, or says what is wrong with it. */
  commitAssumption(key: string): void;
  /** Stops writing; what held holds. */
  leaveAssumption(key: string): void;
  resetAssumption(key: string): void;
  resetAssumptions(): void;
  /** Sets which assumptions the register shows. */
  filterRegister(filter: Partial<RegisterFilter>): void;
}

/** What a visitor can do with whole plans, files and links. */
export interface SharingActions {
  /** Keeps the plan under a letter to compare with. */
  keepPlan(): void;
  dropKept(letter: string): void;
  /** Makes a kept plan the present one. */
  useKept(letter: string): void;
  /**
   * The address of the calculator as a page of its own with all that is set, or with `plan` in place of the one that is,
   * and with what `shown` names in place of the year and the target that are.
   */
  shareLink(plan?: Plan, shown?: Pick<LinkView, "year" | "target">): string;
  /** Puts a text on the clipboard. */
  copy(what: Copied, text: string): void;
  saveScenario(): void;
  openScenario(file: ChosenFile): void;
  /** Saves the whole answer to the plan as a file. */
  saveResults(format: ResultFormat): void;
  /** Saves the draws behind the answer as a file. */
  saveSamples(format: SampleFormat): void;
  /** Gives up the file of draws that is being made. */
  stopSamples(): void;
  dismissNotice(notice: Notice): void;
}

/** What a visitor can do to what is shown. */
export interface ViewActions {
  showYear(year: number): void;
  showCurrency(currency: "usd" | "local"): void;
  showNumberWords(words: NumberWords): void;
  showTheme(theme: Theme): void;
  /** Folds or unfolds a control on narrow screens. */
  toggle(control: string): void;
  /**
   * Says at which field's slider the visitor is, or that they are at none, and where on it the pointer is, from 0 to 1:
   * what that leads to is then asked ahead.
   */
  attend(field: string | undefined, place?: number): void;
  /** Says whether someone looks at an analysis: only then is it computed. */
  want(analysis: AnalysisName, isWanted: boolean): void;
  /** Asks for an analysis again after a failure. */
  retryAnalysis(analysis: AnalysisName): void;
  /** Loads the engine again after a failure. */
  retry(): void;
}

/** What a visitor can do. */
export interface Actions extends FieldActions, PlanActions, WorldActions, SharingActions, ViewActions {}
