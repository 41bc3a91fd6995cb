import type { ComparedOutput, Estimate, GoalResult } from "../../web/engine/analysis_types.ts";
import type { Analyses } from "../../web/state/analyses.ts";

/** Answers of analyses of the mock pack's plan, made up but plausible. */

const kHeader = {
  schema: 1,
  model: { version: "1.0", pack: "zz", packVersion: "2026.1.0", seed: 1, draws: 4096 },
  output: "exportsAdditional",
  unit: "US$",
  year: 2029,
} as const;
const kYears = [2027, 2028, 2029, 2030];
const kDone = { isStale: false, isRunning: false, progress: 1, problem: "" };

const estimate = (value: number): Estimate => ({ value, standardError: 0.01 });

/** An output that grows evenly to `middle`, with a range from half to twice as much. */
function compared(middle: number, difference: number, higher: number): ComparedOutput {
  const years = (value: number): number[] => kYears.map((_, index) => (value * (index + 1)) / kYears.length);
  const quantiles = (value: number): ComparedOutput["quantiles"] => ({
    p05: years(value / 2),
    p10: years(value / 1.8),
    p25: years(value / 1.4),
    p50: years(value),
    p75: years(value * 1.4),
    p90: years(value * 1.8),
    p95: years(value * 2),
  });
  return {
    unit: "US$",
    mean: years(middle),
    quantiles: quantiles(middle),
    difference: { mean: years(difference), quantiles: quantiles(difference) },
    higher: kYears.map(() => higher),
  };
}

const kGoals: GoalResult["goals"] = [
  { probability: 0.5, highestProbability: 0.7, reachable: true, newSellers: 180_000 },
  { probability: 0.8, highestProbability: 0.7, reachable: false },
];

/** All analyses done, for a target of 150 million dollars a year and three plans. */
export const kAnalyses: Analyses = {
  sobol: {
    ...kDone,
    answer: {
      ...kHeader,
      method: "sobol",
      inputs: [
        { name: "act", first: estimate(0.58), total: estimate(0.7) },
        { name: "takeup.light", first: estimate(0.12), total: estimate(0.2) },
        { name: "interruptions", first: estimate(0.01), total: estimate(0.04) },
      ],
    },
  },
  tornado: {
    ...kDone,
    answer: {
      ...kHeader,
      method: "tornado",
      central: 50e6,
      median: 60e6,
      inputs: [
        { name: "act", low: 20e6, high: 90e6, at: { low: 0.1, high: 0.5 }, elasticity: 0.94 },
        { name: "takeup.light", low: 55e6, high: 45e6, at: { low: 0.2, high: 0.3 }, elasticity: null },
        { name: "interruptions", low: 40e6, high: 48e6, at: { low: 0, high: 1 }, elasticity: -0.1 },
      ],
    },
  },
  evppi: {
    ...kDone,
    answer: {
      ...kHeader,
      method: "evppi",
      threshold: 150e6,
      probabilityAbove: 0.25,
      evpi: estimate(8e6),
      inputs: [
        { name: "act", evppi: estimate(4.4e6) },
        { name: "takeup.light", evppi: estimate(0.6e6) },
      ],
    },
  },
  goal: {
    ...kDone,
    answer: {
      ...kHeader,
      method: "goal",
      target: 150e6,
      scenario: { newSellers: 100_000, probability: 0.25, interval: [0.2, 0.3] },
      goals: kGoals,
    },
  },
  compare: {
    ...kDone,
    answer: {
      schema: 1,
      model: kHeader.model,
      method: "comparison",
      years: kYears,
      scenarios: [
        { outputs: { exportsAdditional: compared(40e6, 0, 0), cost: compared(5e6, 0, 0) } },
        { outputs: { exportsAdditional: compared(64e6, 22e6, 0.86), cost: compared(9e6, 4e6, 1) } },
        { outputs: { exportsAdditional: compared(30e6, -9e6, 0.001), cost: compared(3e6, -2e6, 0) } },
      ],
    },
  },
};
