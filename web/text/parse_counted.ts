import { parseNumber, toAscii, withoutEnd } from "./parse_number.ts";

/** The number that {@link parseNumber} reads in `text`, also with one of `by`, what such numbers are counted by, behind it. */
export function parseCounted(text: string, by: readonly string[], isPercent = false): number | undefined {
  const said = toAscii(text).replace(/\s/g, " ").trim().toLowerCase();
  return parseNumber(withoutEnd(said, by), isPercent);
}
