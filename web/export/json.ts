import type { RunResult, Scenario } from "../engine/types.ts";

/** What a saved answer holds: the question and the whole result, each as its JSON Schema has it. */
export interface SavedAnswer {
  readonly scenario: Scenario;
  readonly result: RunResult;
}

/** An answer with its question as a JSON file. The scenario has its seed and draws written out. */
export function jsonFile({ scenario, result }: SavedAnswer): Blob {
  const { seed, draws } = result.model;
  const saved: SavedAnswer = { scenario: { ...scenario, seed, draws }, result };
  return new Blob([`${JSON.stringify(saved, undefined, 2)}\n`], { type: "application/json" });
}
