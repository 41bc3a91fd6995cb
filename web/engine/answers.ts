import { EngineError, engineError, type EngineFault } from "./errors.ts";
import type { Overrides } from "./protocol.ts";

/** What the core answered; throws the faults if it found any. */
export function parseAnswer<T>(answer: string): T {
  const value = JSON.parse(answer) as T & { errors?: readonly EngineFault[] };
  const [first, ...rest] = value.errors ?? [];
  if (first) throw new EngineError([first, ...rest]);
  return value;
}

/** Throws the faults that the core found, if any: it answers "" otherwise. */
export function refuse(faults: string): void {
  if (faults !== "") parseAnswer(faults);
}

/**
 * What `prepare` makes of a scenario (JSON), or of a list of which the first speaks for all, with
 * values in place of its own.
 */
export function prepared<T>(
  scenario: string,
  overrides: Overrides,
  prepare: (text: string) => T,
): T {
  const plain = prepare(scenario);
  if (Object.keys(overrides).length === 0) return plain;
  // The text was accepted, so objects have no duplicate keys.
  const given = JSON.parse(scenario) as object;
  const changed = (one: object) => ({ ...one, ...overrides });
  const [first, ...others] = Array.isArray(given) ? (given as object[]) : [];
  return prepare(JSON.stringify(first ? [changed(first), ...others] : changed(given)));
}

export function noMemory(what: string): EngineError {
  return engineError("no_memory", `${what} do not fit into this device's memory.`, {
    path: "/draws",
  });
}
