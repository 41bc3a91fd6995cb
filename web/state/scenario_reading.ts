import { EngineError, messageOf, type EngineFault } from "../engine/errors.ts";
import type { Pack, Scenario } from "../engine/types.ts";
import { planOf, type Plan } from "./plan/plan.ts";

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
  evaluate(scenario: Scenario | string): Promise<unknown>;
}

/** What a file says: a plan, or what is wrong with it. */
export type FileReading =
  | { readonly plan: Plan; readonly faults?: undefined }
  | { readonly faults: readonly EngineFault[]; readonly plan?: undefined };

/** A scenario as text, and its place in the file as a JSON Pointer. */
interface Found {
  readonly text: string;
  readonly place: "" | "/scenario";
}

/** What in a file is to be the scenario: all of it, or the question of an answer that was saved as JSON. */
function scenarioIn(text: string): Found {
  try {
    const { schema, scenario } = Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
    const isAnswer = schema === undefined && typeof scenario === "object" && scenario !== null;
    if (isAnswer) return { text: JSON.stringify(scenario), place: "/scenario" };
  } catch {
    // The engine says what is wrong with it, and where.
  }
  return { text, place: "" };
}

/** What the engine has against `text` as a scenario. */
async function faultsIn(text: string, engine: CheckingEngine): Promise<readonly EngineFault[]> {
  try {
    await engine.evaluate(text);
    return [];
  } catch (error) {
    if (error instanceof EngineError) return error.errors;
    throw error;
  }
}

/** What is wrong with the scenario that was found in the file `text`, with places in the file. */
async function faultsInFile({ text: scenario, place }: Found, text: string, engine: CheckingEngine): Promise<readonly EngineFault[]> {
  const faults = await faultsIn(scenario, engine);
  if (place === "") return faults;
  // JSON.parse kept one of the keys that stand twice: only the engine, of the whole file, tells that there are two.
  const twice = (await faultsIn(text, engine)).filter(({ code }) => code === "duplicate_key");
  return [...twice, ...faults.map((fault) => ({ ...fault, path: place + fault.path }))];
}

/** As readScenarioFile says. */
export async function readScenario(file: ChosenFile, pack: Pack, engine: Promise<CheckingEngine>): Promise<FileReading> {
  if (file.size > kMostBytes) {
    const message = `The file has ${file.size} bytes; at most ${kMostBytes} are allowed.`;
    return { faults: [{ code: "too_large", path: "", message }] };
  }
  try {
    const text = await file.text();
    const found = scenarioIn(text);
    const faults = await faultsInFile(found, text, await engine);
    return faults.length > 0 ? { faults } : { plan: planOf(pack, JSON.parse(found.text) as Scenario) };
  } catch (error) {
    if (error instanceof EngineError) return { faults: error.errors };
    return { faults: [{ code: "internal", path: "", message: messageOf(error) }] };
  }
}
