import type { Check, ModelStamp, OutputName, SellerSales, Unit } from "../engine/types.ts";

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

/** What the page reads of a result; every result of the engine is one. */
export interface ShownResult {
  readonly model: ModelStamp;
  readonly years: readonly number[];
  readonly outputs: Readonly<Record<ShownOutput, SpreadSeries & { readonly unit: Unit }>>;
  readonly bySector: ShownParts;
  readonly byChannel: ShownParts;
  readonly byMarket: ShownParts;
  readonly funnel: readonly {
    readonly id: string;
    readonly mean: number;
    readonly quantiles: Readonly<Record<"p05" | "p95", number>>;
  }[];
  readonly waterfall: readonly {
    readonly id: string;
    readonly kind: "total" | "step";
    readonly mean: readonly number[];
  }[];
  readonly sellerSales: Readonly<Record<SellerSales, SpreadSeries>>;
  readonly luck: { readonly cv: SpreadSeries; readonly share: readonly number[] };
  readonly probability: { readonly positive: readonly number[] };
  readonly checks: readonly Check[];
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
export function yearIndex(result: ShownResult, year: number): number {
  const index = result.years.indexOf(year);
  return index >= 0 ? index : result.years.length - 1;
}

/** Extra export earnings in the year at `index`: the headline, US$. */
export function headlineAt(result: ShownResult, index: number): Spread {
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

/** Seller luck in one year. */
export interface Luck {
  /** Part of the whole variance of the headline, 0..1. */
  readonly share: number;
  /** Standard deviation of the headline against its size, were every assumption known. */
  readonly variation: number;
}

/** Seller luck in the year at `index`, at the middle of the draws. */
export function luckAt({ luck }: ShownResult, index: number): Luck {
  return { share: luck.share[index] ?? 0, variation: luck.cv.quantiles.p50[index] ?? 0 };
}

/** The funnel of those who register because of the programme. */
export function funnelOf(result: ShownResult): FunnelStage[] {
  return result.funnel.map(({ id, mean, quantiles }) => ({
    id,
    mean,
    p05: quantiles.p05,
    p95: quantiles.p95,
  }));
}
