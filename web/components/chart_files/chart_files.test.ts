import { describe, expect, it } from "vitest";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView } from "../../../tests/web/mock_view.ts";
import { kNoActions } from "../../page/static_page.ts";
import { cellOf, chartFacts, scopeOf } from "./chart_files.ts";

describe("chartFacts", () => {
  /** A chart below the first screen, or of it. */
  const chart = (isBelow: boolean): Element =>
    ({ closest: (selector: string) => (isBelow && selector === "[data-part=results]" ? {} : null) }) as unknown as Element;

  it("are of the answer that the chart shows, which below the first screen may be to an earlier plan", () => {
    const { state } = mockView();
    const later = { ...state.answered, newSellers: 250_000 };
    const whole = { result: mockResult(1), answered: state.answered };
    const actions = { ...kNoActions, shareLink: (plan = later): string => `#${plan.newSellers}` };
    const view = mockView({ answered: later, whole, currency: "local" }, { actions });
    expect(chartFacts(chart(false), view)).toMatchObject({
      plan: ["zz", 250_000, "sellers"],
      notes: [expect.any(String), "#250000"],
      scope: expect.stringMatching(/real dollars of 2025\. Amounts are shown in ZED/),
    });
    expect(chartFacts(chart(true), view)).toMatchObject({ plan: ["zz", 100_000, "sellers"], notes: [expect.any(String), "#100000"] });
  });
});

describe("scopeOf", () => {
  it("says of amounts what they are, and nothing of what is counted or shared out", () => {
    const saving = { scope: "Additional.", amounts: "Dollars." };
    expect(["fan", "comparison", "paths", "sellers", "jobs", "funnel", "luck"].map((chart) => scopeOf(chart, saving))).toEqual([
      ["Additional."], ["Additional."], ["Dollars."], ["Dollars."], [], [], [],
    ]);
  });
});

describe("cellOf", () => {
  it("makes numbers of what tables show as numbers, and leaves words", () => {
    expect(["2031", "1,240", "\u22123.5", "\u20661,234,567.8\u2069", " 0 "].map(cellOf)).toEqual([
      2031, 1240, -3.5, 1_234_567.8, 0,
    ]);
    expect(["$94m", "12 of 20", "57\u00A0%", "1,2", "", "\u2212"].map(cellOf)).toEqual([
      "$94m", "12 of 20", "57\u00A0%", "1,2", "", "\u2212",
    ]);
  });
});
