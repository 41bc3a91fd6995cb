import { describe, expect, it } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import { compactHeadline, compactResult } from "./compact_result.ts";

/** `value` with every number in it rounded to five significant digits, as a table of logarithms has it. */
function toFiveDigits(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toExponential(4));
  if (Array.isArray(value)) return value.map(toFiveDigits);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toFiveDigits(part)]));
}

describe("a compact result", () => {
  // 123,456.78: five digits are 123,460.
  const result = mockResult(123_456.78);

  it("has five digits of the headline", () => {
    expect(compactHeadline(result).outputs.exportsAdditional.quantiles.p50.at(-1)).toBe(123_460);
    expect(compactHeadline(result).outputs.exportsAdditional.mean.at(-1)).toBe(148_150);
  });

  it("has every figure that the page shows in its place", () => {
    const { model, years, ...figures } = result;
    const { model: stamp, years: kept, ...compact } = compactResult(result);
    expect([stamp, kept]).toEqual([model, years]);
    expect(compact).toEqual(toFiveDigits(figures));
  });
});
