import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { Pack } from "../../engine/types.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { staticHtml } from "../../page/static_html.ts";
import { report } from "./report.ts";

const kPlan = defaultPlan(mockPack);

function words(plan: Plan = kPlan, year = 2030, exportTarget: number[] = [0, 0.01, 0.5, 1], pack: Pack = mockPack): string {
  const result = mockResult(100e6);
  const probability = { ...result.probability, exportTarget };
  const shown = { ...result, probability };
  return wordsOf(report(mockView({ result: shown, whole: { result: shown, answered: plan }, answered: plan, year, target: 150e6 }, { pack }), "2026-11-28"));
}

describe("report", () => {
  it("holds the answer against the official target by its own year", () => {
    const text = words();
    expect(text).toContain("It is 50,000,000 % of the gap between those exports and the government’s target of $400 for 2029.");
    expect(text).toContain("Those exports and what the plan adds in 2029 together reach that target in 10 of 20 futures.");
  });

  it("says how many futures reach the visitor's own amount", () => {
    expect(words()).toContain("The plan adds $150 million a year or more by 2030 in 5 of 20 futures.");
  });

  it("says what taxes at home bring in where the plan changes them", () => {
    const taxed: Plan = { ...kPlan, measures: [{ type: "digitalRetailTax", from: 2027, rate: 0.05 }] };
    expect(words(taxed)).toContain(
      "In 2030 the measures on trade at home add about $40 million to the tax on online sales there (18 of 20 futures: $8 to $120 million)" +
        " and about −$8 million to the sales tax on parcels from abroad (−$1.6 to −$24 million).",
    );
    expect(words()).not.toContain("trade at home add");
    const trained: Plan = { ...kPlan, measures: [{ type: "training", tier: "light", from: 2027, to: 2028, share: 0.5 }] };
    expect(words(trained)).not.toContain("trade at home add");
  });

  it("lists every assumption with its middle, its range and its grade", () => {
    const text = words();
    expect(text).toContain("Assumption Middle 18 of 20 futures Grade");
    // Beta(2, 2) is below 13.5 % in 1 of 20 draws; the points of PERT(0.2, 0.24, 0.3) are those of Beta(2.6, 3.4).
    expect(text).toContain("First sale 50 % 13.5 % to 86.5 % A");
    expect(text).toContain("Take-up 24.3 % 21.4 % to 27.5 % D");
  });

  it("shows what the plan holds instead, and whose it is", () => {
    const own: Plan = { ...kPlan, assumptions: { act: 0.4 } };
    expect(words(own)).toContain("First sale 40 % fixed own");
    const chosen: Plan = { ...kPlan, readings: { sales: "low" } };
    expect(words(chosen)).toContain("First sale 10 % fixed D");
    const marked = (plan: Plan): boolean =>
      staticHtml(report(mockView({ whole: { result: mockResult(100e6), answered: plan } }), "2026-11-28")).includes('class="whole other"');
    expect([kPlan, own, chosen].map(marked)).toEqual([false, true, true]);
  });

  it("says values once that several elements share, and others apart", () => {
    const tiers = ["light", "deep", "link"].map((id) => ({ id, label: { en: `Tier ${id}` } }));
    const takeup = { ...mockPack.parameters["takeup"], values: { light: 0, deep: 0.5, link: 0 } } as Pack["parameters"][string];
    const pack = { ...mockPack, tiers, parameters: { ...mockPack.parameters, takeup } };
    expect(words(kPlan, 2030, [0, 0, 0, 0], pack)).toContain("Take-up Tier light, Tier link 0 % fixed D Tier deep 50 % fixed D");
  });
});
