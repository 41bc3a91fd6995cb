import { EngineError, messageOf, type EngineFault } from "../engine/errors.ts";
import type { Pack, Scenario } from "../engine/types.ts";
import { planOf, type Plan } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";

/** The largest scenario file that is read: what the model allows. */
const kMostBytes = 1024 * 1024;

/** A file that a visitor chose. */
export interface ChosenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  text(): Promise<string>;
}

/** The part of the engine that checks scenarios: it evaluates one once, or rejects with every fault. */
export interface CheckingEngine {
  evaluate(scenario: string): Promise<unknown>;
}

/** What a file says: a plan, or what is wrong with it. */
export type FileReading =
  | { readonly plan: Plan; readonly faults?: undefined }
  | { readonly faults: readonly EngineFault[]; readonly plan?: undefined };

/** Reads a scenario file for `pack`. The engine decides what a scenario is. Never rejects. */
export async function readScenarioFile(
  file: ChosenFile,
  pack: Pack,
  engine: Promise<CheckingEngine>,
): Promise<FileReading> {
  if (file.size > kMostBytes) {
    const message = `The file has ${file.size} bytes; at most ${kMostBytes} are allowed.`;
    return { faults: [{ code: "too_large", path: "", message }] };
  }
  try {
    const text = await file.text();
    await (await engine).evaluate(text);
    return { plan: planOf(pack, JSON.parse(text) as Scenario) };
  } catch (error) {
    if (error instanceof EngineError) return { faults: error.errors };
    return { faults: [{ code: "internal", path: "", message: messageOf(error) }] };
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
