import type { Dist, Measure, Pack, Parameter, Reading, ReadingOption } from "../engine/types.ts";

/** Option chosen by reading; the first where a reading is left out. */
export type ChosenReadings = Readonly<Record<string, string>>;

/** What a reading can change: the headline, only what follows from it, or only trade at home. */
export type Reach = "earnings" | "after" | "home";

const kReaches: readonly Reach[] = ["earnings", "after", "home"];

/** Symbols that no equation up to the headline holds. */
const kAfterEarnings = new Set(["rho", "v", "jobs_per_m", "t_x", "c_R", "c_T"]);
/** Symbols that only measures about online trade at home bring in. */
const kAtHome = new Set(["t_d", "xi", "V_dom", "growth_dom", "compliance", "t_g", "V_inb", "growth_inb", "above", "eps_in", "chi"]);
const kHomeMeasures = new Set(["digitalRetailTax", "courierSalesTax", "dutyFreeThreshold"]);

/** Whether a measure is about online trade at home, which is counted beside the export earnings. */
export function actsAtHome({ type }: Measure): boolean {
  return kHomeMeasures.has(type);
}

/** The option that holds for `reading`. */
export function chosenOption({ id, options }: Reading, chosen: ChosenReadings): ReadingOption {
  return options.find((option) => option.id === chosen[id]) ?? options[0];
}

/** `chosen` with another option of one reading. */
export function withOption(chosen: ChosenReadings, { id, options }: Reading, option: string): ChosenReadings {
  const { [id]: _, ...others } = chosen;
  return option === options[0].id ? others : { ...others, [id]: option };
}

/** The readings of `pack` for which another option than the first holds. */
export function changedReadings(pack: Pack, chosen: ChosenReadings): Reading[] {
  return (pack.readings ?? []).filter((reading) => chosenOption(reading, chosen) !== reading.options[0]);
}

const symbolOf = (key: string): string => key.split(".")[0] ?? key;

/** What `reading` can change of the results of plans with the pack's own measures about trade at home. */
export function reachOf(pack: Pack, { options }: Reading): Reach {
  const symbols = options.flatMap(({ assumptions }) => Object.keys(assumptions).map(symbolOf));
  const isAtHome =
    symbols.every((symbol) => kAtHome.has(symbol)) &&
    !pack.defaults.measures.some(actsAtHome);
  if (isAtHome) return "home";
  return symbols.every((symbol) => kAfterEarnings.has(symbol)) ? "after" : "earnings";
}

/** The readings of `pack` by what they can change, without what none changes. */
export function readingsByReach(pack: Pack): { readonly reach: Reach; readonly readings: readonly Reading[] }[] {
  return kReaches
    .map((reach) => ({
      reach,
      readings: (pack.readings ?? []).filter((reading) => reachOf(pack, reading) === reach),
    }))
    .filter(({ readings }) => readings.length > 0);
}

/** A parameter with the distribution of one element, or of all, replaced. */
function replaced(parameter: Parameter, element: string | undefined, dist: Dist): Parameter {
  if (!("by" in parameter)) return { ...parameter, value: dist };
  const values = Object.entries(parameter.values).map(([id, old]): [string, Dist] => [
    id,
    element === undefined || element === id ? dist : old,
  ]);
  return { ...parameter, values: Object.fromEntries(values) };
}

/** A parameter as it holds, and whether a chosen reading says so instead of the pack. */
export interface HeldParameter {
  readonly parameter: Parameter;
  readonly isChosen: boolean;
}

/**
 * The parameters of `pack` as they hold with `chosen`, by symbol. One that a reading replaces as a
 * whole has the reading's sources, grade and note.
 */
export function heldParameters(pack: Pack, chosen: ChosenReadings): Record<string, HeldParameter> {
  const held: Record<string, HeldParameter> = {};
  for (const [symbol, parameter] of Object.entries(pack.parameters)) {
    held[symbol] = { parameter, isChosen: false };
  }
  for (const reading of changedReadings(pack, chosen)) {
    const { assumptions, sources, grade, date, note } = chosenOption(reading, chosen);
    for (const [key, dist] of Object.entries(assumptions)) {
      const [symbol = key, element] = key.split(".");
      const before = held[symbol]?.parameter;
      if (before === undefined) continue;
      const { note: oldNote, ...facts } = replaced(before, element, dist);
      const kept = oldNote === undefined ? {} : { note: oldNote };
      const origin = element === undefined ? { sources, grade, date, ...(note && { note }) } : kept;
      held[symbol] = { parameter: { ...facts, ...origin }, isChosen: true };
    }
  }
  return held;
}
