import { engineError, messageOf } from "./errors.ts";

/** Stands for a number that JSON does not have until the text is there; with control characters, as no name has them. */
const kMark = "\u0007not finite\u0007";
/** What JSON readers take for a number, and the core for one that is not finite. */
const kOverflow = "1e999";

/**
 * Turns data into JSON; a string is taken as JSON already. NaN and the infinities become a number too large for any
 * reader, so that who reads it can say where they stand. Throws an EngineError.
 */
export function jsonOf(data: unknown): string {
  if (typeof data === "string") return data;
  let text: string | undefined;
  try {
    text = JSON.stringify(data);
    // JSON has null in their place.
    if (text?.includes("null")) {
      const marked = JSON.stringify(data, (_, value: unknown) => (typeof value === "number" && !Number.isFinite(value) ? kMark : value));
      text = marked.replaceAll(JSON.stringify(kMark), kOverflow);
    }
  } catch (cause) {
    throw engineError("wrong_type", `Only plain data is allowed: ${messageOf(cause)}`, { cause });
  }
  if (text === undefined) throw engineError("wrong_type", "An object is required.");
  return text;
}
