import { engineError, messageOf } from "./errors.ts";

/** Stands for a number that JSON does not have until the text is there; with a control character, as no name has one. */
const kMark = "\u0007NaN";

/**
 * Turns data into JSON; a string is taken as JSON already. NaN and the infinities, in whose place JSON has null, become a
 * number too large for any reader, so that who reads it can say where they stand. Throws an EngineError.
 */
export function jsonOf(data: unknown): string {
  if (typeof data === "string") return data;
  let text: string | undefined;
  try {
    text = JSON.stringify(data, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? kMark : value));
  } catch (cause) {
    throw engineError("wrong_type", `Only plain data is allowed: ${messageOf(cause)}`, { cause });
  }
  if (text === undefined) throw engineError("wrong_type", "An object is required.");
  return text.replaceAll(JSON.stringify(kMark), "1e999");
}
