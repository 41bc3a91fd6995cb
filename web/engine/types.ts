import type { Dist } from "./distribution.ts";

export type { Dist } from "./distribution.ts";

/** Text in several languages; English is always there. Keys are language tags. */
export interface Text {
  readonly en: string;
  readonly [language: string]: string;
}

/** How well a value is founded: A best, D an assumption. */
export type Grade = "A" | "A*" | "B" | "C" | "D";

/** Where a value comes from. */
export interface Provenance {
  /** Keys of the pack's `sources`; empty only with grade D. */
  readonly sources: readonly string[];
  readonly grade: Grade;
  readonly note?: Text;
  /** When the value was set, "YYYY-MM". */
  readonly date: string;
}

/** A known number with its unit and origin. */
export interface Figure extends Provenance {
  readonly value: number;
  readonly unit: string;
  readonly label: Text;
}

/** Sets of the pack that a parameter may have one value for each element of. */
export type IndexKind = "channel" | "sector" | "market" | "tier" | "pool";

interface ParameterFacts extends Provenance {
  readonly label: Text;
  readonly unit: string;
  /** Smallest and largest value that make sense for this country. */
  readonly range: readonly [number, number];
}

/** One parameter of the model: one distribution, or one for each element of a set. */
export type Parameter =
  | (ParameterFacts & { readonly value: Dist })
  | (ParameterFacts & { readonly by: IndexKind; readonly values: Readonly<Record<string, Dist>> });

/** An element of a set of the pack. */
export interface Named {
  /** Lower-case letters, digits and hyphens. */
  readonly id: string;
  readonly label: Text;
}

/** Shares by identifier; they sum to 1. */
export type Shares = Readonly<Record<string, number>>;

/** How new sellers arrive. */
export interface Onboarding {
  /** Registrations over the whole programme, 0 to 10,000,000. */
  readonly newSellers: number;
  /** Length of the programme in years from the start year on, 1 to 15. */
  readonly years: number;
  /** Shape over the years, or the registrations of each year, which then fix the two above. */
  readonly path: "linear" | "logistic" | "bass" | readonly number[];
  /** Share of each "sector/channel". */
  readonly mix: Shares;
}

interface MeasureYears {
  /** First fiscal year, by its ending year. */
  readonly from: number;
  /** Last fiscal year; the last of the run when left out. */
  readonly to?: number;
  /** Public cost in US$ a year. */
  readonly cost?: number;
}

/** One dated line of a roadmap. */
export type Measure = MeasureYears &
  (
    | { readonly type: "training"; readonly tier: string; readonly share: number }
    | { readonly type: "connectivity"; readonly internetUse: number }
    | { readonly type: "logistics"; readonly days: number }
    | {
        readonly type: "marketAccess";
        readonly market: string;
        readonly tariff?: number;
        readonly access?: number;
      }
    | { readonly type: "digitalRetailTax"; readonly rate: number }
    /** Without a channel, all of them. */
    | { readonly type: "feeSupport"; readonly channel?: string; readonly points: number }
    | { readonly type: "courierSalesTax"; readonly rate: number }
    | { readonly type: "dutyFreeThreshold"; readonly above: number }
  );

/** Nothing can be sold to a market in these fiscal years, with the programme and without it. */
export interface Closure {
  readonly market: string;
  /** First fiscal year, by its ending year. */
  readonly from: number;
  /** Last fiscal year; the last of the run when left out. */
  readonly to?: number;
}

/** Distributions by symbol ("w") or by symbol and element ("w.b2c"). */
export type Assumptions = Readonly<Record<string, Dist>>;

/** Dependence between two uncertain values, each named as in `Assumptions`. */
export interface Correlation extends Provenance {
  readonly a: string;
  readonly b: string;
  /** Spearman's rank correlation, -0.99 to 0.99. */
  readonly spearman: number;
}

/** One answer to a reading: what it assumes in the place of the pack's parameters. */
export interface ReadingOption extends Named, Provenance {
  readonly assumptions: Assumptions;
}

/** A question on which the sources disagree. */
export interface Reading extends Named {
  /** The first is the default and says what the pack's parameters say. */
  readonly options: readonly [ReadingOption, ReadingOption, ...ReadingOption[]];
}

/** A country pack, schema 1: everything that a scenario can leave out. */
export interface Pack {
  readonly schema: 1;
  readonly id: string;
  readonly version: string;
  readonly label: Text;
  /** Last fiscal year with data, by its ending year. */
  readonly baseYear: number;
  readonly currency: {
    readonly code: string;
    readonly perUsd: Figure;
    readonly usdInflation: Figure;
  };
  readonly sources: Readonly<
    Record<
      string,
      {
        readonly title: string;
        readonly publisher: string;
        readonly url: string;
        readonly date: string;
      }
    >
  >;
  readonly sectors: readonly (Named & { readonly exports: Figure })[];
  readonly channels: readonly (Named & { readonly shipment: "freight" | "parcel" })[];
  readonly markets: readonly Named[];
  readonly tiers: readonly Named[];
  readonly pool: readonly (Named & { readonly establishments: Figure })[];
  readonly baseline: {
    readonly goodsExports: Figure;
    readonly exportTarget: Figure & { readonly year: number };
    readonly internetUse: Figure;
    readonly ecommerceCeiling: Figure;
    readonly logisticsDays: Provenance & { readonly min: number; readonly max: number };
    readonly registrations: Readonly<
      Record<string, Provenance & { readonly firstYear: number; readonly perYear: readonly number[] }>
    >;
    readonly sectorShares: Readonly<Record<string, Provenance & { readonly shares: Shares }>>;
    readonly marketShares: Readonly<Record<string, Provenance & { readonly shares: Shares }>>;
  };
  readonly defaults: {
    readonly startYear: number;
    readonly horizon: number;
    readonly draws: number;
    readonly seed: number;
    readonly onboarding: Onboarding & Provenance;
    readonly measures: readonly Measure[];
  };
  /** By symbol. */
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly correlations?: readonly Correlation[];
  readonly readings?: readonly Reading[];
}

/** A question: only what differs from the pack's defaults, schema 1. */
export interface Scenario {
  readonly schema: 1;
  /** Identifier of the pack it is meant for. */
  readonly pack: string;
  /** 0 to 2^53 - 1. */
  readonly seed?: number;
  /** A power of two from 256 to 1,048,576. */
  readonly draws?: number;
  /** First reported fiscal year, by its ending year. */
  readonly startYear?: number;
  /** Reported years, 3 to 15. */
  readonly horizon?: number;
  readonly onboarding?: Partial<Onboarding>;
  readonly measures?: readonly Measure[];
  readonly closures?: readonly Closure[];
  /** Amounts of additional exports, US$ a year: how probable is each? At most 8. */
  readonly targets?: readonly number[];
  /** Scrambled Sobol points when left out, or independent draws of a counter-based generator. */
  readonly sampling?: "sobol" | "counter";
  /** Option chosen by reading; the first where a reading is left out. */
  readonly readings?: Readonly<Record<string, string>>;
  /** These go before what the readings assume. */
  readonly assumptions?: Assumptions;
}

/** The quantities reported for every year. Money is real US$ of the base year. */
export type OutputName =
  | "registrationsWith"
  | "registrationsWithout"
  | "activeWith"
  | "activeWithout"
  | "grossWith"
  | "grossWithout"
  | "grossAdditional"
  | "exportsWith"
  | "exportsWithout"
  | "exportsAdditional"
  | "foreignExchange"
  | "valueAdded"
  | "jobs"
  | "tax"
  | "cost"
  | "fiscalNet";

/** Outputs that are also reported by sector, channel and market. */
export type PartName = "grossAdditional" | "exportsAdditional";

/** Unit of an output. */
export type Unit = "sellers" | "US$" | "jobs" | "share";

/** Names of the reported quantiles; "p05" is the value that 5 % of the draws stay below. */
export type QuantileName = "p05" | "p10" | "p25" | "p50" | "p75" | "p90" | "p95";

/** Mean and quantiles over the draws, one number for each year. */
export interface Series {
  readonly unit: Unit;
  readonly mean: readonly number[];
  readonly quantiles: Readonly<Record<QuantileName, readonly number[]>>;
}

/** Mean and quantiles over the draws of something without a year. */
export interface Spread {
  readonly mean: number;
  readonly quantiles: Readonly<Record<QuantileName, number>>;
}

/** One value for each year. */
export interface Values {
  readonly unit: Unit;
  readonly values: readonly number[];
}

/** Stages of 100 who register with the programme. */
export type FunnelStage = "registered" | "active" | "after1" | "after3" | "after5";

/** Steps from the programme's sales to what stays in the country. */
export type WaterfallStep =
  | "programmeSales"
  | "deadweight"
  | "crowding"
  | "displacement"
  | "wedge"
  | "exportsAdditional"
  | "importedInputs"
  | "valueAdded";

/** How sales are spread over sellers: shares of the largest 1 % and 10 %, median over mean. */
export type SellerFact = "topShare1" | "topShare10" | "medianOverMean";

/** Gross sales a year of sellers active on the with-path: all on average, the middle one, the one whom 1 % exceed. */
export type SellerSales = "mean" | "median" | "top1";

/** What measures change at home, with less without; beside the export result. */
export type DomesticOutput = "retailTax" | "courierTax" | "domesticSales";

/** Not knowing the parameters, interrupted markets, and which sellers happen to do well. */
export type SpreadPart = "parameters" | "shocks" | "luck";

/** What a reader should know before quoting a result. */
export interface Check {
  readonly code: string;
  readonly message: string;
}

/** What produced a result; together with the scenario it gives the same numbers again. */
export interface ModelStamp {
  readonly version: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly seed: number;
  readonly draws: number;
}

/** By sector, channel or market. */
type Parts<T> = Readonly<Record<string, Readonly<Record<PartName, T>>>>;

/** The result of a run, schema 1. */
export interface RunResult {
  readonly schema: 1;
  readonly model: ModelStamp;
  /** Fiscal years by their ending years; every yearly list follows them. */
  readonly years: readonly number[];
  readonly outputs: Readonly<Record<OutputName, Series>>;
  readonly bySector: Parts<Series>;
  readonly byChannel: Parts<Series>;
  readonly byMarket: Parts<Series>;
  readonly funnel: readonly (Spread & { readonly id: FunnelStage })[];
  readonly waterfall: readonly {
    readonly id: WaterfallStep;
    readonly kind: "total" | "step";
    readonly mean: readonly number[];
  }[];
  readonly sellers: Readonly<Record<SellerFact, Spread>>;
  readonly sellerSales: Readonly<Record<SellerSales, Series>>;
  readonly domestic: Readonly<Record<DomesticOutput, Series>>;
  /** Which sellers happen to do well, which no draw contains. */
  readonly luck: {
    /** Coefficient of variation of the headline through luck alone. */
    readonly cv: Series;
    /** Part of the headline's total variance that is luck, by year. */
    readonly share: readonly number[];
  };
  /** Where the headline's spread comes from, by year: parts of its total variance, summing to 1. */
  readonly spread: Readonly<Record<SpreadPart, readonly number[]>>;
  /** By year, fifty values of the headline of equal probability: quantiles (i + 1/2) / 50. */
  readonly dots: readonly (readonly number[])[];
  /** By year, the headline's quantiles at 0, 1, ... 100 per cent. */
  readonly percentiles: readonly (readonly number[])[];
  /** The roadmap with everything that was left out filled in. */
  readonly measures: readonly Measure[];
  /**
   * What the onboarding drive and each measure of the roadmap add to the mean headline by year, US$:
   * Shapley values, which sum to it.
   */
  readonly contributions: {
    readonly onboarding: readonly number[];
    readonly measures: readonly (readonly number[])[];
  };
  /** Shares of the draws, by year. */
  readonly probability: Readonly<
    Record<"positive" | "aboveEcommerceCeiling" | "poolLimits" | "exportTarget", readonly number[]>
  > & {
    /** Of reaching the amounts that the scenario asks about, in its order. */
    readonly targets: readonly {
      /** US$ a year. */
      readonly amount: number;
      readonly probability: readonly number[];
    }[];
  };
  readonly standardError: {
    readonly exportsAdditional: { readonly mean: readonly number[]; readonly p50: readonly number[] };
  };
  readonly checks: readonly Check[];
}

/** What a first answer needs of {@link RunResult}, with the same numbers; `checks` lacks those of sectors. */
export interface HeadlineRunResult
  extends Pick<RunResult, "schema" | "model" | "years" | "funnel" | "checks"> {
  readonly outputs: Pick<RunResult["outputs"], "exportsAdditional">;
  readonly probability: Pick<RunResult["probability"], "poolLimits" | "aboveEcommerceCeiling">;
}

/** One evaluation with every parameter at its central value, schema 1. */
export interface EvaluateResult {
  readonly schema: 1;
  readonly model: ModelStamp;
  readonly years: readonly number[];
  readonly outputs: Readonly<Record<OutputName, Values>>;
  readonly bySector: Parts<Values>;
  readonly byChannel: Parts<Values>;
  readonly byMarket: Parts<Values>;
  readonly funnel: readonly { readonly id: FunnelStage; readonly value: number }[];
  readonly waterfall: readonly {
    readonly id: WaterfallStep;
    readonly kind: "total" | "step";
    readonly values: readonly number[];
  }[];
  readonly sellers: Readonly<Record<SellerFact, number>>;
  readonly sellerSales: Readonly<Record<SellerSales, Values>>;
  readonly domestic: Readonly<Record<DomesticOutput, Values>>;
  readonly luck: { readonly cv: Values };
  readonly checks: readonly Check[];
}
