import type { Reading } from "../engine/types.ts";
import type { Path } from "./inputs.ts";
import type { MixChoice } from "./mix.ts";
import type { PlanName } from "./plans.ts";

/** What a visitor can do. Fields are named by their ids. */
export interface Actions {
  /** A slider moved to `value`. */
  slide(field: string, value: number): void;
  /** The text of a field changed; nothing is checked yet. */
  type(field: string, text: string): void;
  /** A field was left or Enter pressed: its text becomes the value or is refused in words. */
  commit(field: string): void;
  choosePath(path: Path): void;
  chooseMix(choice: Exclude<MixChoice, "own">): void;
  /** Sets a ready-made plan. What is assumed where the sources disagree stays. */
  choosePlan(plan: PlanName): void;
  /** Sets which option of a reading holds. */
  chooseReading(reading: Reading, option: string): void;
  /** Sets the first option of every reading. */
  resetReadings(): void;
  /** Sets everything back to the pack's defaults. */
  reset(): void;
  showYear(year: number): void;
  showCurrency(currency: "usd" | "local"): void;
  /** Folds or unfolds a control on narrow screens. */
  toggle(control: string): void;
  /** Loads the engine again after a failure. */
  retry(): void;
}
