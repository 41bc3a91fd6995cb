import { describe, expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import type { Measure } from "../../engine/types.ts";
import type { AppState } from "../../state/app_state.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import type { ShownResult, SpreadSeries } from "../../state/readings.ts";
import type { WholeCatalogue } from "../../text/catalogue.ts";
import { fanFigure } from "./fan.ts";

/** A result whose middle runs through `middle` in 2027 to 2030; the mock plan ends in 2029. */
function resultWith(middle: readonly number[]): ShownResult {
  const result = mockResult(100e6);
  const { exportsAdditional } = result.outputs;
  const series: SpreadSeries = {
    ...exportsAdditional,
    quantiles: { ...exportsAdditional.quantiles, p50: middle },
  };
  return { ...result, outputs: { ...result.outputs, exportsAdditional: { ...series, unit: "US$" } } };
}

function words(result: ShownResult, change: Partial<AppState> = {}): string {
  return wordsOf(fanFigure(mockView({ ...change, result })));
}

describe("fanFigure", () => {
  it("says that the answer shrinks after the plan, where it does", () => {
    expect(words(resultWith([20e6, 40e6, 60e6, 36e6]))).toContain("Later, sellers leave: about $36 million in 2030.");
    expect(words(resultWith([20e6, 40e6, 60e6, 59e6]))).not.toContain("Later");
    expect(words(resultWith([20e6, 40e6, 60e6, 70e6]))).not.toContain("Later");
    expect(words(resultWith([0, 0, 0, 0]))).not.toContain("Later");
    expect(words(resultWith([20e6, 40e6, 60e6, 36e6]), { year: 2030 })).not.toContain("Later");
    expect(words(resultWith([20e6, 40e6, 60e6, 36e6]), { year: 2028 })).not.toContain("Later");
    // Where a market is closed, that may be why.
    const closed = { ...defaultPlan(mockPack), closures: [{ market: "us", from: 2030 }] };
    expect(words(resultWith([20e6, 40e6, 60e6, 36e6]), { answered: closed })).not.toContain("Later");
  });

  it("says that measures end where one does after the year shown and before the last", () => {
    const said = (from: number, to: number | undefined, text: WholeCatalogue = en): string => {
      const measure: Measure = { type: "logistics", from, ...(to !== undefined && { to }), days: -5 };
      const answered = { ...defaultPlan(mockPack), measures: [measure] };
      return wordsOf(fanFigure(mockView({ result: resultWith([20e6, 40e6, 60e6, 36e6]), answered }, { text })));
    };
    expect(said(2027, 2029)).toContain("Later, measures of the plan end and sellers leave: about $36 million in 2030.");
    expect(unmarked(said(2027, 2029, ur))).toContain(
      "بعد میں منصوبے کے کچھ اقدامات ختم ہوتے ہیں اور فروخت کنندگان کم ہوتے جاتے ہیں: 2030 میں تقریباً 36 ملین ڈالر۔",
    );
    // It goes on, for as long as there are years, or has ended before.
    for (const to of [undefined, 2030, 2028]) {
      expect(said(2027, to)).toContain("Later, sellers leave: about $36 million in 2030.");
    }
  });

  it("marks the year shown with its middle, and the last year beside the plot", () => {
    const text = words(resultWith([20e6, 40e6, 60e6, 36e6]));
    expect(text).toContain("2029: $60m");
    expect(text).toContain("middle in 2030: $36m");
    expect(words(resultWith([20e6, 40e6, 60e6, 36e6]), { year: 2030 })).not.toContain("2029: $");
  });

  it("keeps signs at their figures in a drawing from the right without isolates, which WebKit passes over there", () => {
    const view = mockView({ result: resultWith([20e6, 40e6, 60e6, 36e6]) }, { text: ur });
    const drawn = [...markupOf(fanFigure(view)).matchAll(/<text [^>]*>([^<]*)/g)].map(([, text]) => text).join("|");
    expect(drawn).toContain("\u200E$36");
    expect(drawn).toContain("\u200F\u200E2029\u200E\u200F: \u200F\u200E$60");
    expect(drawn).not.toMatch(/[\u2066-\u2069]/);
  });

  it("leaves the words beside the bands out where there is no room", () => {
    const text = words(resultWith([20e6, 40e6, 60e6, 36e6]), { widths: { fan: 288 } });
    expect(text).not.toContain("half lie between $");
    expect(text).toContain("The figures beside the bands are those of 2030.");
  });
});
