import type { ComparedOutput, Estimate, EvppiResult, GoalResult, SobolResult, TornadoResult } from "../../web/engine/analysis_types.ts";
import type { Analyses, AnalysisQuestion, AskedPlan, PlanComparison } from "../../web/state/analyses.ts";
import type { Plan } from "../../web/state/plan/plan.ts";
import { scenarioOf } from "../../web/state/plan/scenario.ts";
import { mockPack } from "./mock_pack.ts";

/** Answers of analyses of the mock pack's plan, made up but plausible. */

const kModel = { version: "1.0", pack: "zz", packVersion: "2026.1.0", seed: 1, draws: 4096 };
const kHeader = { schema: 1, model: kModel, output: "exportsAdditional", unit: "US$", year: 2029 } as const;

const estimate = (value: number): Estimate => ({ value, standardError: 0.01 });

/** Shares of the doubt; `first` is that of the largest. */
export const mockSobol = (first: number): SobolResult => ({
  ...kHeader,
  method: "sobol",
  logScale: { rSquared: estimate(0.95) },
  inputs: [
    { name: "act", first: estimate(first - 0.1), total: estimate(first), logShare: estimate(first) },
    { name: "takeup.light", first: estimate(-0.002), total: estimate(0.2), logShare: estimate(0.1) },
  ],
});

/** One assumption that raises the answer, and one that lowers it. */
export const kTornado: TornadoResult = {
  ...kHeader,
  method: "tornado",
  central: 50e6,
  median: 60e6,
  inputs: [
    { name: "act", low: 20e6, high: 90e6, at: { low: 0.1, high: 0.5 }, elasticity: 0.94 },
    { name: "takeup.light", low: 55e6, high: 45e6, at: { low: 0.2, high: 0.3 }, elasticity: null },
  ],
};

/** What knowing is worth; `first` is the worth of the most useful assumption, US$ a year. */
export const mockEvppi = (first: number): EvppiResult => ({
  ...kHeader,
  method: "evppi",
  threshold: 100e6,
  probabilityAbove: 0.25,
  evpi: estimate(8e6),
  inputs: [
    { name: "act", evppi: estimate(first) },
    { name: "takeup.light", evppi: estimate(-1) },
  ],
});

/** A target of which one chance is within reach and one is not. */
export const kGoal: GoalResult = {
  ...kHeader,
  year: 2030,
  method: "goal",
  target: 150e6,
  scenario: { newSellers: 100_000, probability: 0.25, interval: [0.2, 0.3] },
  goals: [
    { probability: 0.5, highestProbability: 0.7, reachable: true, newSellers: 180_000 },
    { probability: 0.8, highestProbability: 0.7, reachable: false },
  ],
};

/**
 * A plan that is compared: its middle in 2029 and what it has more than the first, US$, in what part of the futures, and
 * the ends of the difference where they are not half and double its middle.
 */
export type ComparedFigures = readonly [middle: number, difference: number, higher: number, ends?: readonly [low: number, high: number]];

/** The same in both years, but for a tenth in the first. */
function output([middle, difference, higher, ends]: ComparedFigures): ComparedOutput {
  const years = (value: number): number[] => [value / 10, value];
  const quantiles = (value: number, [one, other]: readonly [number, number] = [value / 2, value * 2]): ComparedOutput["quantiles"] => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    return {
      p05: years(low),
      p10: years(low),
      p25: years(low),
      p50: years(value),
      p75: years(value),
      p90: years(high),
      p95: years(high),
    };
  };
  return {
    unit: "US$",
    mean: years(middle),
    quantiles: quantiles(middle),
    difference: { mean: years(difference), quantiles: quantiles(difference, ends) },
    higher: [higher, higher],
  };
}

/** Plans in 2028 and 2029 against the first of them. */
export const mockComparison = (...figures: ComparedFigures[]): PlanComparison => ({
  schema: 1,
  model: kModel,
  method: "comparison",
  years: [2028, 2029],
  scenarios: figures.map((figure) => ({ outputs: { exportsAdditional: output(figure), cost: output([5e6, 0, 0]) } })),
});

/** What is asked of a plan, and of kept ones against which it is held. */
export function mockQuestion(plan: Plan, kept: readonly Plan[] = []): AnalysisQuestion {
  const asked = (one: Plan): AskedPlan => ({ plan: one, scenario: scenarioOf(mockPack, one) });
  return { ...asked(plan), year: 2030, target: 150e6, kept: kept.map(asked) };
}

const kDone = { isStale: false, isRunning: false, progress: 1, problem: "" };

/** All analyses done; three plans compared. */
export const kAnalyses: Analyses = {
  sobol: { ...kDone, answer: mockSobol(0.7) },
  tornado: { ...kDone, answer: kTornado },
  evppi: { ...kDone, answer: mockEvppi(2e6) },
  goal: { ...kDone, answer: kGoal },
  compare: { ...kDone, answer: mockComparison([40e6, 0, 0], [64e6, 22e6, 0.86], [30e6, -9e6, 0.001]) },
};
