import type { Check, Measure, ModelStamp, OutputName, SellerFact, SellerSales, SpreadPart, Unit } from "../engine/types.ts";

/** The middle and the ends of the ranges of one figure, US$ or a count. */
export interface Spread {
  readonly mean: number;
  readonly p05: number;
  readonly p25: number;
  readonly p50: number;
  readonly p75: number;
  readonly p95: number;
}

/** Figures by year, in the order of the result's years. */
export interface SpreadSeries {
  readonly mean: readonly number[];
  readonly quantiles: Readonly<Record<"p05" | "p25" | "p50" | "p75" | "p95", readonly number[]>>;
}

/** The outputs that the page shows. */
export const shownOutputs = [
  "exportsAdditional",
  "exportsWith",
  "exportsWithout",
  "grossAdditional",
  "foreignExchange",
  "valueAdded",
  "tax",
  "cost",
  "fiscalNet",
  "jobs",
] as const satisfies readonly OutputName[];
export type ShownOutput = (typeof shownOutputs)[number];

/** Parts of the headline figure by id. */
export type ShownParts = Readonly<Record<string, { readonly exportsAdditional: SpreadSeries }>>;

/** What the first screen reads of a result. */
export interface HeadlineResult {
  readonly model: ModelStamp;
  readonly years: readonly number[];
  readonly outputs: Readonly<Record<"exportsAdditional", SpreadSeries & { readonly unit: Unit }>>;
  readonly funnel: readonly {
    readonly id: string;
    readonly mean: number;
    readonly quantiles: Readonly<Record<"p05" | "p95", number>>;
  }[];
  /** Shares of the futures, by year. */
  readonly probability: Readonly<Record<"poolLimits" | "aboveEcommerceCeiling", readonly number[]>>;
  readonly checks: readonly Check[];
}

/** What the whole page reads of a result; every result of the engine is one. */
export interface ShownResult extends HeadlineResult {
  readonly outputs: Readonly<Record<ShownOutput, SpreadSeries & { readonly unit: Unit }>>;
  readonly bySector: ShownParts;
  readonly byChannel: ShownParts;
  readonly byMarket: ShownParts;
  readonly waterfall: readonly {
    readonly id: string;
    readonly kind: "total" | "step";
    readonly mean: readonly number[];
  }[];
  readonly sellers: Readonly<Record<SellerFact, { readonly quantiles: Readonly<Record<"p05" | "p50" | "p95", number>> }>>;
  readonly sellerSales: Readonly<Record<SellerSales, SpreadSeries>>;
  /** What measures add in tax on trade at home, with less without; never part of the headline. */
  readonly domestic: Readonly<Record<"retailTax" | "courierTax", SpreadSeries>>;
  readonly luck: { readonly cv: SpreadSeries };
  /** Where the spread of the headline comes from, by year: shares that sum to 1. */
  readonly spread: Readonly<Record<SpreadPart, readonly number[]>>;
  /** By year, the headline at 0, 1, ... 100 per cent of the futures. */
  readonly percentiles: readonly (readonly number[])[];
  readonly measures: readonly Measure[];
  /** What the onboarding drive and each measure add to the average headline by year, US$. */
  readonly contributions: {
    readonly onboarding: readonly number[];
    readonly measures: readonly (readonly number[])[];
  };
  readonly probability: Readonly<
    Record<"positive" | "exportTarget" | "poolLimits" | "aboveEcommerceCeiling", readonly number[]>
  >;
}

/** Whether a result has what the page shows below its first screen. */
export function isWhole(result: HeadlineResult): result is ShownResult {
  return "waterfall" in result;
}

/** A part of a total, by the id it has in the pack. */
export interface Part extends Spread {
  readonly id: string;
}

/** One bar of the way from gross sales to value added: an average in US$. */
export interface WaterfallStep {
  readonly id: string;
  readonly isTotal: boolean;
  readonly value: number;
}

/** Of 100 who register, how many are still there at one stage. */
export interface FunnelStage {
  readonly id: string;
  readonly mean: number;
  readonly p05: number;
  readonly p95: number;
}

/** The sides that the headline figure is split by. */
export type Side = "bySector" | "byChannel" | "byMarket";

/** `series` in the year at `index`. */
export function spreadAt(series: SpreadSeries, index: number): Spread {
  const { mean, quantiles } = series;
  return {
    mean: mean[index] ?? 0,
    p05: quantiles.p05[index] ?? 0,
    p25: quantiles.p25[index] ?? 0,
    p50: quantiles.p50[index] ?? 0,
    p75: quantiles.p75[index] ?? 0,
    p95: quantiles.p95[index] ?? 0,
  };
}

/** Position of fiscal year `year` in the result, or of the last year when it is not there. */
export function yearIndex(result: Pick<HeadlineResult, "years">, year: number): number {
  const index = result.years.indexOf(year);
  return index >= 0 ? index : result.years.length - 1;
}

/** Extra export earnings in the year at `index`: the headline, US$. */
export function headlineAt(result: HeadlineResult, index: number): Spread {
  return spreadAt(result.outputs.exportsAdditional, index);
}

/** Extra export earnings split by one side, in the pack's order. */
export function partsAt(result: ShownResult, side: Side, index: number): Part[] {
  return Object.entries(result[side]).map(([id, part]) => ({
    id,
    ...spreadAt(part.exportsAdditional, index),
  }));
}

/** The waterfall in the year at `index`. */
export function waterfallAt(result: ShownResult, index: number): WaterfallStep[] {
  return result.waterfall.map(({ id, kind, mean }) => ({
    id,
    isTotal: kind === "total",
    value: mean[index] ?? 0,
  }));
}

/** Where the spread of the headline comes from in one year. */
export interface Doubt {
  /** Parts of the whole variance; all are 0 where nothing varies, else they sum to 1. */
  readonly parts: Readonly<Record<SpreadPart, number>>;
  /** Standard deviation of the headline through luck against its size, at the middle of the draws. */
  readonly variation: number;
}

/** Where the spread of the headline comes from in the year at `index`. */
export function doubtAt({ spread, luck }: ShownResult, index: number): Doubt {
  const { parameters, shocks, luck: lucky } = spread;
  return {
    parts: { parameters: parameters[index] ?? 0, shocks: shocks[index] ?? 0, luck: lucky[index] ?? 0 },
    variation: luck.cv.quantiles.p50[index] ?? 0,
  };
}

/** The headline in the year at `index` at 0, 1, ... 100 per cent of the futures. */
export function percentilesAt(result: ShownResult, index: number): readonly number[] {
  return result.percentiles[index] ?? [];
}

/** Quantiles (i + 1/2) / 50 out of those at whole per cents: every second of them. */
export function dotsOf(percentiles: readonly number[]): number[] {
  return percentiles.filter((_, percent) => percent % 2 === 1);
}

/**
 * The share of the futures, 0 to 1, that reach `amount`: between whole per cents, in proportion. Of the first and the
 * last hundredth only the ends are known, and a few of these futures lie far out: there it is half a hundredth.
 */
export function shareReaching(percentiles: readonly number[], amount: number): number {
  const last = percentiles.length - 1;
  const [lowest = 0, highest = 0] = [percentiles[0], percentiles[last]];
  if (amount <= lowest) return 1;
  if (amount > highest) return 0;
  const above = percentiles.findIndex((value) => value >= amount);
  const [from = 0, to = 0] = [percentiles[above - 1], percentiles[above]];
  const isEnd = above === last || (above === 1 && amount < to);
  return 1 - (above - 1 + (isEnd ? 0.5 : (amount - from) / (to - from))) / last;
}

/** The funnel of those who register because of the programme. */
export function funnelOf(result: HeadlineResult): FunnelStage[] {
  return result.funnel.map(({ id, mean, quantiles }) => ({
    id,
    mean,
    p05: quantiles.p05,
    p95: quantiles.p95,
  }));
}
