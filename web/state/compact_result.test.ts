import * as fc from "fast-check";
import { html } from "lit";
import { describe, expect, it } from "vitest";
import { read } from "../../tests/web/built_engine.ts";
import { en } from "../../tests/web/english.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../tests/web/mock_view.ts";
import { report } from "../components/report/report.ts";
import { results } from "../components/results/results.ts";
import type { ResultsView } from "../components/view.ts";
import type { Pack, RunResult } from "../engine/types.ts";
import { pageView } from "../page/page_view.ts";
import { compactFigure, compactHeadline, compactResult } from "./compact_result.ts";
import type { HeadlineResult, ShownResult } from "./readings.ts";

const pack = JSON.parse(read("public/packs/pk.json")) as Pack;
/** What the native program computed. */
const result = JSON.parse(read("build/generated/default-result.json")) as RunResult;
const perUsd = pack.currency.perUsd.value;

/** The figures of `compact` beside those at the same place in `exact`. */
function pairsOf(compact: unknown, exact: unknown): [number, number][] {
  if (typeof compact === "number") return [[compact, exact as number]];
  if (typeof compact !== "object" || compact === null) return [];
  return Object.entries(compact).flatMap(([key, value]) => pairsOf(value, (exact as Record<string, unknown>)[key]));
}

/** The decimal digits of a figure rounded half up to `digits` of them, times a power of ten: rounding as by hand, on its digits. */
function byHand(value: number, digits: number): number {
  const [mantissa = "", exponent = "0"] = Math.abs(value).toExponential().split("e");
  const all = mantissa.replace(".", "").padEnd(20, "0");
  const up = (all[digits] ?? "0") >= "5" ? 1n : 0n;
  const kept = String(BigInt(`1${all.slice(0, digits)}`) + up);
  return Number(`${value < 0 ? "-" : ""}${BigInt(kept) - 10n ** BigInt(digits)}e${exponent}`);
}

describe("a compact figure", () => {
  it.each<[number, number]>([
    // Five digits would be 8,665,000, which in three is no longer 8.67 of a million.
    [8_665_016, 8_665_020],
    [-8_665_016, -8_665_020],
    // 731,500 would be 732 thousand.
    [731_499.6, 731_499.6],
    [731_499.61234, 731_499.6],
    // 450,000 would be 500,000 in one digit, 1,250,000 would be 1.3 million in two.
    [449_999.7, 449_999.7],
    [1_249_996, 1_249_996],
    [94_312_555, 94_313_000],
    [0.123456, 0.12346],
    // Half of a thousand would round up to one, and 499.9996 does not; nothing turns at a thousand.
    [499.9996, 499.9996],
    [999.9996, 1000],
    [0, 0],
  ])("of %d is %d", (exact, compact) => {
    expect(compactFigure(exact, 1)).toBe(compact);
  });

  it("of a tie is the tie", () => {
    for (const tie of [0.5, 12.5, 0.125, 8_665_000, 1_250_000, -2.345]) expect(compactFigure(tie, 1)).toBe(tie);
  });

  it("rounds to the same in the country's currency", () => {
    // 30,536.42... US$ at 283.76; five digits, 30,536, are Rs 8,664,895.
    const exact = 8_665_016 / perUsd;
    expect(byHand(exact * perUsd, 3)).toBe(867e6);
    expect(byHand(compactFigure(exact, perUsd) * perUsd, 3)).toBe(867e6);
  });

  it("rounds in up to three digits to what the exact one rounds to, whatever it is", () => {
    const size = fc.oneof(
      fc.double({ min: 1e-6, max: 1e12, noNaN: true }),
      // Beside a tie.
      fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 9 }))
        .map(([kept, beside, power]) => Number(`${kept * 1e7 + 5e6 + beside}e${power - 7}`)),
    );
    fc.assert(
      fc.property(size, fc.constantFrom(1, perUsd), (exact, rate) => {
        const compact = compactFigure(exact, rate);
        for (const digits of [1, 2, 3]) {
          expect(byHand(compact, digits)).toBe(byHand(exact, digits));
          if (rate === 1) continue;
          expect((compact * rate).toPrecision(digits)).toBe((exact * rate).toPrecision(digits));
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe("the compact result of the country's own plan", () => {
  const compact = compactResult(result, perUsd);

  it.each([1, 2, 3])("rounds each figure to %i digits as the exact one rounds", (digits) => {
    const pairs = pairsOf(compact, result);
    expect(pairs.length).toBeGreaterThan(2500);
    for (const [short, exact] of pairs) {
      expect(byHand(short, digits)).toBe(byHand(exact, digits));
      expect((short * perUsd).toPrecision(digits)).toBe((exact * perUsd).toPrecision(digits));
    }
  });

  it("takes about as much room as five digits of each", () => {
    const fiveDigits = JSON.stringify(compact, (_, value: unknown) => (typeof value === "number" ? Number(value.toPrecision(5)) : value));
    expect(JSON.stringify(compact).length).toBeLessThan(1.01 * fiveDigits.length);
  });

  it.each(result.years)("says on the page what the exact one says, in %i", (year) => {
    const headline = { ...result, ...compactHeadline(result, perUsd) };
    for (const currency of ["usd", "local"] as const) {
      for (const text of currency === "usd" ? [en] : [en, { ...en, numberWords: "lakh" as const }]) {
        const view = (of: ShownResult | HeadlineResult): ResultsView => mockView({ year, currency, result: of as ShownResult }, { pack, text });
        const below = (of: ShownResult): string => wordsOf(html`${results(view(of))}${report(view(of), "2026-11-28")}`);
        const atFirst = (of: HeadlineResult): string => wordsOf(html`${pageView(view(of))}`);
        expect(below(compact)).toBe(below(result));
        expect(atFirst(headline)).toBe(atFirst(result));
      }
    }
  });
});

/** `value` with every number in it rounded to five significant digits, as a table of logarithms has it. */
function toFiveDigits(value: unknown): unknown {
  if (typeof value === "number") return Number(value.toExponential(4));
  if (Array.isArray(value)) return value.map(toFiveDigits);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, toFiveDigits(part)]));
}

describe("a compact result of figures far from ties", () => {
  // 123,456.78: five digits are 123,460.
  const result = mockResult(123_456.78);

  it("has five digits of the headline", () => {
    expect(compactHeadline(result, 1).outputs.exportsAdditional.quantiles.p50.at(-1)).toBe(123_460);
    expect(compactHeadline(result, 1).outputs.exportsAdditional.mean.at(-1)).toBe(148_150);
  });

  it("has every figure that the page shows in its place", () => {
    const { model, years, ...figures } = result;
    const { model: stamp, years: kept, ...compact } = compactResult(result, 1);
    expect([stamp, kept]).toEqual([model, years]);
    // A few have more digits, as five would be a tie.
    expect(toFiveDigits(compact)).toEqual(toFiveDigits(figures));
  });
});
