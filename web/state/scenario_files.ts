import type { Pack, Scenario } from "../engine/types.ts";
import type { Plan } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";
import type { CheckingEngine, ChosenFile, FileReading } from "./scenario_reading.ts";

/**
 * Reads a file with a scenario for `pack`, alone or with its answer as that is saved. The engine decides what a scenario
 * is. What reads it is loaded by the first who opens a file. Never rejects.
 */
export async function readScenarioFile(file: ChosenFile, pack: Pack, engine: Promise<CheckingEngine>): Promise<FileReading> {
  try {
    const { readScenario } = await import("./scenario_reading.ts");
    return await readScenario(file, pack, engine);
  } catch {
    return { faults: [{ code: "network", path: "", message: "" }] };
  }
}

/** The name under which a scenario is saved: "pk-100000-sellers.json". */
export function scenarioFileName(pack: Pack, plan: Plan): string {
  return `${pack.id}-${Math.round(plan.newSellers)}-sellers.json`;
}

/** What is needed to get the same numbers again. */
export interface Reproduction {
  readonly scenario: Scenario;
  readonly modelVersion: string;
  readonly packVersion: string;
  readonly seed: number;
  readonly draws: number;
  /** Commands in a clone of the repository, and with the program. They print the result that the page shows. */
  readonly commands: readonly [inClone: string, withProgram: string];
}

/** How to reproduce the answer to `plan` that version `modelVersion` of the model gave. */
export function reproductionOf(pack: Pack, plan: Plan, modelVersion: string): Reproduction {
  const scenario = scenarioOf(pack, plan);
  return {
    scenario,
    modelVersion,
    packVersion: pack.version,
    seed: plan.seed,
    draws: plan.draws,
    commands: [
      `echo '${JSON.stringify(scenario)}' | npm run -s cli -- run -`,
      `export-potential run ${scenarioFileName(pack, plan)}`,
    ],
  };
}
