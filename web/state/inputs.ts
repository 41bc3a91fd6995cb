import type { Pack } from "../engine/types.ts";
import { packShares, type MixChoice, type SectorShares } from "./mix.ts";
import type { ChosenReadings } from "./source_readings.ts";

/** How the new sellers arrive over the years. */
export type Path = "linear" | "logistic" | "bass";

/** What the visitor sets. Shares are 0..1. */
export interface Inputs {
  /** Sellers who register because of the programme, over all its years. */
  readonly newSellers: number;
  /** Length of the programme in fiscal years. */
  readonly years: number;
  readonly path: Path;
  /** Share of the new sellers who are offered light training. */
  readonly trainingShare: number;
  /** Share of people who use the internet in the programme's last year. */
  readonly internetUse: number;
  readonly mixChoice: MixChoice;
  readonly sectorShares: SectorShares;
  /** What holds where the sources disagree. */
  readonly readings: ChosenReadings;
}

/** The inputs that are one number. */
export type NumberInput = "newSellers" | "years" | "trainingShare" | "internetUse";

/** An allowed range, both ends included. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

const kMostSellers = 1_000_000;
const kMostYears = 10;

/** The allowed range of each number in `pack`. */
export function limitsOf(pack: Pack): Record<NumberInput, Limits> {
  return {
    newSellers: { min: 0, max: kMostSellers },
    years: { min: 1, max: Math.min(kMostYears, pack.defaults.horizon) },
    trainingShare: { min: 0, max: 1 },
    internetUse: { min: pack.baseline.internetUse.value, max: 1 },
  };
}

/** The training tier that the page offers: "light" where the pack has it, else its first. */
export function offeredTier(pack: Pack): string | undefined {
  return (pack.tiers.find(({ id }) => id === "light") ?? pack.tiers[0])?.id;
}

/** The pack's own plan. */
export function defaultInputs(pack: Pack): Inputs {
  const { onboarding, measures } = pack.defaults;
  const tier = offeredTier(pack);
  let trainingShare = 0;
  let internetUse = pack.baseline.internetUse.value;
  for (const measure of measures) {
    if (measure.type === "training" && measure.tier === tier) trainingShare = measure.share;
    if (measure.type === "connectivity") internetUse = measure.internetUse;
  }
  return {
    newSellers: onboarding.newSellers,
    years: onboarding.years,
    path: onboarding.path === "logistic" || onboarding.path === "bass" ? onboarding.path : "linear",
    trainingShare,
    internetUse,
    mixChoice: "pack",
    sectorShares: packShares(pack),
    readings: {},
  };
}

/** The last fiscal year of the programme. */
export function programmeEnd(pack: Pack, inputs: Inputs): number {
  return pack.defaults.startYear + inputs.years - 1;
}

/** The fiscal years of the result. */
export function resultYears(pack: Pack): number[] {
  const { startYear, horizon } = pack.defaults;
  return Array.from({ length: horizon }, (_, index) => startYear + index);
}

/** Whether two sets of inputs ask for the same plan, whatever is assumed about the world. */
export function samePlan(a: Inputs, b: Inputs): boolean {
  return (
    a.newSellers === b.newSellers &&
    a.years === b.years &&
    a.path === b.path &&
    a.trainingShare === b.trainingShare &&
    a.internetUse === b.internetUse &&
    Object.keys({ ...a.sectorShares, ...b.sectorShares }).every(
      (id) => a.sectorShares[id] === b.sectorShares[id],
    )
  );
}
