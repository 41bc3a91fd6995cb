import { describe, expect, it } from "vitest";
import { mockResult, mockSeries } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { jobsFigure, publicMoneyFigure } from "./public_money.ts";

function words(tax: number, cost: number): string {
  const result = mockResult(100e6);
  const money = (amount: number): (typeof result.outputs)["tax"] => ({ unit: "US$", ...mockSeries(amount) });
  const outputs = { ...result.outputs, tax: money(tax), cost: money(cost), fiscalNet: money(tax - cost) };
  return wordsOf(publicMoneyFigure(mockView({ result: { ...result, outputs }, year: 2030 })));
}

describe("publicMoneyFigure", () => {
  it("says which is larger, the tax or the cost", () => {
    expect(words(30e6, 10e6)).toContain("the tax on the proceeds exceeds the public cost by $20 million in this year.");
    expect(words(10e6, 30e6)).toContain("the public cost exceeds the tax on the proceeds by $20 million in this year.");
    expect(words(10e6, 10.5e6)).toContain("the tax on the proceeds is about as large as the public cost in this year.");
    expect(words(0, 0)).toContain("This plan adds nothing, so there is nothing to show.");
  });

  it("says that middles of differences are not differences of middles, as the two paths do", () => {
    expect(words(30e6, 10e6)).toContain("Tax less public cost is taken in each future: the middle of differences is not the difference of two middles.");
  });

  it("has the unit of the middles that it labels, where a range goes far beyond them", () => {
    // Middles of 690 and 710 thousand with ends up to three times as high, as the mock has them: 2.13 million.
    expect(words(690e3, 710e3)).toContain("Public money, 2030, US$ thousand a year");
    expect(words(690e3, 710e3)).toContain("Tax on the proceeds 138 690 2,070");
    // Labelled "$1.2m".
    expect(words(1.2e6, 510e3)).toContain("Public money, 2030, US$ million a year");
    expect(words(0, 0)).toContain("Public money, 2030, US$ a year");
  });

  it("says what measures on trade at home bring in, also where they are all that the plan does", () => {
    const answered = { ...defaultPlan(mockPack), measures: [{ type: "digitalRetailTax", from: 2027, rate: 0.05 } as const] };
    const said = wordsOf(publicMoneyFigure(mockView({ result: mockResult(0), year: 2030, answered })));
    expect(said).toContain("so there is nothing to show. In 2030 the measures on trade at home add about $40 million to the tax on online sales there");
    expect(words(30e6, 10e6)).not.toContain("trade at home");
  });
});

describe("publicMoneyFigure of a plan that lowers the tax", () => {
  it("says by how much, and that the cost comes on top", () => {
    const falls = "In the middle of the futures the tax on the proceeds falls by $160,000 in this year; ";
    expect(words(-160e3, 0)).toContain(`${falls}there is no public cost.`);
    expect(words(-160e3, 50e3)).toContain(`${falls}the public cost of $50,000 comes on top.`);
    expect(words(-160e3, 0)).not.toContain("exceeds");
  });
});

describe("jobsFigure", () => {
  it("has nothing to say of no jobs", () => {
    const result = mockResult(0);
    const outputs = { ...result.outputs, jobs: { unit: "jobs" as const, ...mockSeries(0) } };
    const said = wordsOf(jobsFigure(mockView({ result: { ...result, outputs }, year: 2030 })));
    expect(said).toContain("This plan adds nothing, so there is nothing to show.");
    expect(said).not.toContain("between 0 and 0");
  });

  it("says lost jobs as fewer", () => {
    const said = (jobs: ReturnType<typeof mockSeries>): string => {
      const result = mockResult(-1e6);
      return wordsOf(jobsFigure(mockView({ result: { ...result, outputs: { ...result.outputs, jobs: { unit: "jobs", ...jobs } } }, year: 2030 })));
    };
    const lost = mockSeries(-280);
    const quantiles = { ...lost.quantiles, p05: lost.quantiles.p95, p95: lost.quantiles.p05 };
    expect(said({ ...lost, quantiles })).toContain(
      "In 2030 about 280 fewer jobs could be supported; in 18 of 20 futures the change is between −840 and −56.",
    );
    expect(said({ ...lost, quantiles: { ...quantiles, p50: [0, 0, 0, 30], p95: [0, 0, 0, 90] } })).toContain(
      "In 2030 about 30 more jobs could be supported; in 18 of 20 futures the change is between −840 and 90.",
    );
  });

  it("does not count parts of one job", () => {
    const outputs = { ...mockResult(1000).outputs, jobs: { unit: "jobs" as const, ...mockSeries(0.3) } };
    const said = (jobs: number): string =>
      wordsOf(jobsFigure(mockView({ result: { ...mockResult(1000), outputs: { ...outputs, jobs: { unit: "jobs", ...mockSeries(jobs) } } }, year: 2030 })));
    expect(said(0.9)).toContain("In 2030 it makes a difference of less than one job in the middle of the futures.");
    expect(said(0.9)).not.toContain("about 0 jobs");
    expect(said(1)).toContain("In 2030 about 1 jobs could be supported");
  });

  it("counts jobs in two digits with their range, and in three in its table", () => {
    const result = mockResult(100e6);
    const outputs = { ...result.outputs, jobs: { unit: "jobs" as const, ...mockSeries(8765) } };
    const said = wordsOf(jobsFigure(mockView({ result: { ...result, outputs }, year: 2030 })));
    expect(said).toContain("In 2030 about 8,800 jobs could be supported; in 18 of 20 futures between 1,800 and 26,000.");
    expect(said).toContain("2030 1,750 8,770 26,300");
  });
});
