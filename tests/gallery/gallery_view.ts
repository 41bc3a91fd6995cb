import { kNothingLater } from "../../web/components/later/later.ts";
import type { ResultsView } from "../../web/components/view.ts";
import type { Measure } from "../../web/engine/types.ts";
import { kNoActions } from "../../web/page/static_page.ts";
import { initialState } from "../../web/state/app_state.ts";
import { defaultPlan, type Plan } from "../../web/state/plan/plan.ts";
import type { Preset } from "../../web/state/presets.ts";
import type { ShownResult } from "../../web/state/readings.ts";
import type { LaterCatalogue } from "../../web/text/catalogue.ts";
import { kAnalyses } from "../web/mock_answers.ts";
import { mockPack } from "../web/mock_pack.ts";
import { mockResult, mockSeries } from "../web/mock_result.ts";

const kMeasures: readonly Measure[] = [
  { type: "training", tier: "light", from: 2027, to: 2029, share: 0.4, cost: 2e6 },
  { type: "logistics", from: 2028, days: -5 },
];

export const kPresets: readonly Preset[] = [
  {
    id: "food",
    label: { en: "Food first", ur: "پہلے خوراک" },
    story: { en: "All new sellers sell food.", ur: "سب نئے فروخت کنندہ خوراک بیچیں۔" },
    sources: ["office"],
    scenario: { schema: 1, pack: "zz", onboarding: { mix: { "food/b2c": 1 } } },
  },
  {
    id: "faster",
    label: { en: "Faster deliveries", ur: "تیز تر ترسیل" },
    story: { en: "Goods arrive five days earlier.", ur: "سامان پانچ دن پہلے پہنچے۔" },
    sources: [],
    scenario: { schema: 1, pack: "zz", measures: [{ type: "logistics", from: 2027, days: -5 }] },
  },
];

/** The mock pack's plan with a roadmap of two lines. */
export const kPlan: Plan = { ...defaultPlan(mockPack), measures: kMeasures };

function shownResult(): ShownResult {
  const result = mockResult(96e6);
  const fading = result.years.map((_, index) => 4e6 * (index + 1) * (index === 0 ? -0.4 : 1));
  const { mean, quantiles } = mockSeries(-2e6);
  const { p05, p25, p50, p75, p95 } = quantiles;
  const loss = { mean, quantiles: { p05: p95, p25: p75, p50, p75: p25, p95: p05 } };
  return {
    ...result,
    outputs: {
      ...result.outputs,
      exportsWithout: { unit: "US$", ...mockSeries(310e6) },
      exportsWith: { unit: "US$", ...mockSeries(406e6) },
      cost: { unit: "US$", ...mockSeries(9e6) },
      tax: { unit: "US$", ...mockSeries(7e6) },
      fiscalNet: { unit: "US$", ...loss },
      jobs: { unit: "jobs", ...mockSeries(5200) },
    },
    measures: kMeasures,
    contributions: { onboarding: mockSeries(80e6).mean, measures: [mockSeries(12e6).mean, fading] },
    spread: {
      parameters: result.years.map(() => 0.81),
      shocks: result.years.map(() => 0.07),
      luck: result.years.map(() => 0.12),
    },
  };
}

/** A view of the mock pack's plan in the language of `text`, everything there and done; `plotWidth` is that of measured charts. */
export function galleryView(text: LaterCatalogue, plotWidth: number): ResultsView {
  const state = initialState(mockPack, shownResult());
  const widths = Object.fromEntries(["fan", "futures", "paths", "target"].map((chart) => [chart, plotWidth]));
  return {
    pack: mockPack,
    presets: kPresets,
    state: {
      ...state,
      plan: kPlan,
      answered: kPlan,
      whole: { result: state.result, answered: kPlan },
      target: 150e6,
      engine: { kind: "ready" },
      analyses: kAnalyses,
      ...(plotWidth > 0 && { widths }),
    },
    text,
    languages: [
      { tag: "en", name: "English", href: "#en", isCurrent: text.tag === "en" },
      { tag: "ur", name: "اردو", href: "#ur", isCurrent: text.tag === "ur" },
    ],
    actions: { ...kNoActions, shareLink: () => "https://calculator.example/#v=1&sellers=5000" },
    later: kNothingLater,
    isStatic: false,
  };
}
