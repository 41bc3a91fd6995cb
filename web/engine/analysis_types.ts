import type { ModelStamp, OutputName, QuantileName, Series, Unit } from "./types.ts";

/** An estimate from draws with the standard error that their number leaves. */
export interface Estimate {
  readonly value: number;
  readonly standardError: number;
}

/** The ways to ask what an output depends on. */
export type SensitivityMethod =
  /** Shares of the output's variance by factor: correlated parameters are one factor. */
  | "sobol"
  /** Shares of the output's variance by parameter, correlations included. */
  | "shapley"
  /** The output with one parameter at a time at its low and its high value. */
  | "tornado"
  /** What it is worth to know a parameter before deciding on the programme. */
  | "evppi";

/** What an analysis is about. */
export interface FocusOptions {
  /** "exportsAdditional" when left out. */
  readonly output?: OutputName | undefined;
  /** A reported fiscal year; the last of the plan, or of the run, when left out. */
  readonly year?: number | undefined;
}

/** Options of one method of sensitivity analysis. */
export interface SensitivityQuestion<Method extends SensitivityMethod = SensitivityMethod>
  extends FocusOptions {
  /** "sobol" when left out. */
  readonly method?: Method | undefined;
  /**
   * For "evppi", and refused beside another method: the programme is worth having where the output is
   * above it, in the unit of the output. The output's median when left out.
   */
  readonly threshold?: number | undefined;
}

/** Options of a search for the registrations that a target needs. */
export interface GoalQuestion extends FocusOptions {
  /** What the output is to reach, in its unit. */
  readonly target: number;
  /** Up to 16 numbers between 0 and 1: how sure one wants to be; 0.5 and 0.8 when left out. */
  readonly probabilities?: readonly number[] | undefined;
}

/** Options of a comparison of scenarios. */
export interface ComparisonQuestion<Name extends OutputName = OutputName> {
  /** The outputs to compare; the headline, "exportsAdditional", when left out. */
  readonly outputs?: readonly Name[] | undefined;
}

/** How the result of every analysis of one output begins, schema 1. */
interface AnalysisHeader<Method extends string> {
  readonly schema: 1;
  /** `draws` may be fewer than the scenario's: more would change no figure that is shown. */
  readonly model: ModelStamp;
  readonly method: Method;
  readonly output: OutputName;
  readonly unit: Unit;
  /** Fiscal year by its ending year. */
  readonly year: number;
}

/** Sobol' indices, the largest total first, and shares of the variance of the output's logarithm. */
export interface SobolResult extends AnalysisHeader<"sobol"> {
  /** The regression that the shares of the logarithm come from. */
  readonly logScale:
    | {
        /** Share of the variance that it explains; below about 0.9 the output is not nearly a product. */
        readonly rSquared: Estimate;
      }
    | {
        readonly rSquared: null;
        /**
         * Why there is none: the output is 0 or less in some draw, it is the same in all, or the
         * draws are too few, or too much alike, to tell the inputs apart.
         */
        readonly reason: "notPositive" | "constant" | "indeterminate";
      };
  readonly inputs: readonly {
    /** A parameter ("psi"), correlated ones ("act + r1") or "interruptions". */
    readonly name: string;
    /** Share of the variance that the factor explains alone. */
    readonly first: Estimate;
    /** Share of the variance that the factor has a part in. */
    readonly total: Estimate;
    /** Share of the variance of the output's logarithm that it explains; null where there is no regression. */
    readonly logShare: Estimate | null;
  }[];
}

/** Shapley effects, the largest first; they sum to 1 unless nothing varies. */
export interface ShapleyResult extends AnalysisHeader<"shapley"> {
  /** Whether the variance is that of the output or of its logarithm. */
  readonly scale: "log" | "linear";
  readonly inputs: readonly { readonly name: string; readonly share: Estimate }[];
}

/** Bars of a tornado chart, the longest first. */
export interface TornadoResult extends AnalysisHeader<"tornado"> {
  /** The output with every parameter at its median. */
  readonly central: number;
  /** The output's median over the draws. */
  readonly median: number;
  readonly inputs: readonly {
    readonly name: string;
    /** The output with the parameter at its 5 % quantile, the others at their medians. */
    readonly low: number;
    /** The same at its 95 % quantile. */
    readonly high: number;
    /** The two quantiles. */
    readonly at: { readonly low: number; readonly high: number };
    /** Per cent by which the output's median rises with 1 % more; null where that means nothing. */
    readonly elasticity: number | null;
  }[];
}

/** Expected values of partial perfect information, the largest first, in the output's unit. */
export interface EvppiResult extends AnalysisHeader<"evppi"> {
  readonly threshold: number;
  /** Probability that the output is at the threshold or above. */
  readonly probabilityAbove: number;
  /** Expected value of perfect information: of knowing everything. */
  readonly evpi: Estimate;
  readonly inputs: readonly { readonly name: string; readonly evppi: Estimate }[];
}

/** Results of sensitivity analyses by method. */
export interface SensitivityResults {
  readonly sobol: SobolResult;
  readonly shapley: ShapleyResult;
  readonly tornado: TornadoResult;
  readonly evppi: EvppiResult;
}

/** The registrations that a target needs. */
export interface GoalResult extends AnalysisHeader<"goal"> {
  readonly target: number;
  /** The scenario's own number of registrations. */
  readonly scenario: {
    readonly newSellers: number;
    /** Probability of reaching the target with it. */
    readonly probability: number;
    /** Between what bounds that probability lies with a confidence of 95 %. */
    readonly interval: readonly [low: number, high: number];
  };
  /** In the order of the probabilities that were asked for. */
  readonly goals: readonly ({
    readonly probability: number;
    /** The highest probability of reaching the target that any number of registrations was found to give. */
    readonly highestProbability: number;
  } & (
    | { readonly reachable: false }
    | {
        readonly reachable: true;
        /** The smallest number of registrations over the programme that does. */
        readonly newSellers: number;
      }
  ))[];
}

/** One output of one of the scenarios that are compared, by year. */
export interface ComparedOutput extends Series {
  /** Of the output less that of the first scenario in the same draw; 0 for the first itself. */
  readonly difference: {
    readonly mean: readonly number[];
    readonly quantiles: Readonly<Record<QuantileName, readonly number[]>>;
  };
  /** Share of the draws in which that difference is above 0. */
  readonly higher: readonly number[];
}

/** Scenarios against the first of them, draw by draw on the same random numbers, schema 1. */
export interface ComparisonResult<Name extends OutputName = OutputName> {
  readonly schema: 1;
  /** Seed and number of draws are the first scenario's; at most 16,384 draws. */
  readonly model: ModelStamp;
  readonly method: "comparison";
  /** The fiscal years that all scenarios report. */
  readonly years: readonly number[];
  /** In the order in which they were given. */
  readonly scenarios: readonly {
    readonly outputs: Readonly<Record<Name, ComparedOutput>>;
  }[];
}
