import type { Pack } from "../engine/types.ts";
import type { Draft } from "./fields.ts";
import { defaultInputs, programmeEnd, type Inputs } from "./inputs.ts";
import type { ShownResult } from "./readings.ts";

/** How far the engine has come. */
export type EngineStatus =
  | { readonly kind: "loading" }
  | { readonly kind: "slow" }
  | { readonly kind: "ready" }
  | { readonly kind: "failed"; readonly message: string };

/** Everything the page shows. */
export interface AppState {
  readonly inputs: Inputs;
  /** Text in number fields that is not a value yet, by field id. */
  readonly drafts: Readonly<Record<string, Draft>>;
  /** Fiscal year shown. */
  readonly year: number;
  /** Whether amounts are shown in US$ or in the country's currency. */
  readonly currency: "usd" | "local";
  readonly result: ShownResult;
  /** The inputs that `result` answers. */
  readonly answered: Inputs;
  /** Whether the figures shown have been waiting to be replaced for a while. */
  readonly isComputing: boolean;
  /** Whether a control is being moved. */
  readonly isMoving: boolean;
  readonly engine: EngineStatus;
  /** What the engine said against the last question, or empty. */
  readonly refusal: string;
  /** The sentence last given to screen readers. */
  readonly announcement: string;
  /** Controls unfolded on narrow screens. */
  readonly unfolded: ReadonlySet<string>;
  /** Width in CSS pixels of each chart that is drawn to measure, by id. */
  readonly widths: Readonly<Record<string, number>>;
}

/** The state of the first paint: the pack's plan, its result, the last year of the plan. */
export function initialState(pack: Pack, result: ShownResult): AppState {
  const inputs = defaultInputs(pack);
  return {
    inputs,
    drafts: {},
    year: programmeEnd(pack, inputs),
    currency: "usd",
    result,
    answered: inputs,
    isComputing: false,
    isMoving: false,
    engine: { kind: "loading" },
    refusal: "",
    announcement: "",
    unfolded: new Set(),
    widths: {},
  };
}

/** The fields whose text is refused, in no order. */
export function refusedFields(state: AppState): string[] {
  return Object.entries(state.drafts)
    .filter(([, draft]) => draft.problem !== undefined)
    .map(([id]) => id);
}
