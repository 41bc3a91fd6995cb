import { describe, expect, it } from "vitest";
import { kTornado, mockQuestion, mockSobol } from "../../../tests/web/mock_answers.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import { noAnalyses } from "../../state/analyses.ts";
import { driverFigures } from "./drivers.ts";
import { factorName } from "./factor_name.ts";

function words(first: number, parts: Parameters<typeof mockView>[1] = {}): string {
  const done = { isStale: false, isRunning: false, progress: 1, problem: "" };
  const analyses = {
    ...noAnalyses,
    sobol: { ...done, answer: mockSobol(first) },
    tornado: { ...done, answer: kTornado },
  };
  return wordsOf(driverFigures(mockView({ analyses }, parts)));
}

describe("driverFigures", () => {
  it("say in words where the doubt comes from", () => {
    expect(words(0.7)).toContain(
      "Most of the doubt comes from one assumption: “First sale” has a part in 70 % of it. The next largest part, 20 %, comes from “Take-up, Light training”.",
    );
    expect(words(0.4)).toContain(
      "No single assumption makes most of the doubt. The largest are “First sale” (40 %) and “Take-up, Light training” (20 %).",
    );
  });

  it("say how far one assumption moves the answer, whichever of its ends is the higher", () => {
    expect(words(0.7)).toContain(
      "With all other assumptions at their middle, “First sale” alone moves the figure from $20 million to $90 million. In the answer all vary at once, so its middle and range are others.",
    );
    expect(unmarked(words(0.7, { text: ur }))).toContain("صرف ”پہلی فروخت“ بدلنے سے یہ رقم 20 سے 90 ملین ڈالر تک جاتی ہے۔");
    expect(words(0.7)).toContain("Take-up, Light training $45m to $55m");
    expect(words(0.7)).toContain("all at their middle: $50m");
    expect(words(0.7)).toContain("First sale 20.0 90.0 0.940");
    expect(words(0.7)).toContain("Take-up, Light training 55.0 45.0 –");
    expect(words(0.7)).toContain("1 % more in every future moves their middle by, %");
    expect(words(0.7)).toContain("With all at their middle what comes out is not the middle of the futures, because effects multiply.");
    expect(words(0.7)).toContain("a dash stands where the assumption can be below zero or the answer is not above it.");
  });

  it("say why an earlier plan adds nothing, whatever the present one does", () => {
    const view = mockView();
    const plan = { ...view.state.plan, closures: [{ market: "us", from: 2029 }] };
    const old = { isStale: true, isRunning: false, progress: 1, problem: "", question: mockQuestion(plan) };
    const analyses = {
      ...noAnalyses,
      sobol: { ...old, answer: { ...mockSobol(0), inputs: [] } },
      tornado: { ...old, answer: { ...kTornado, central: 0, inputs: [] } },
    };
    const said = wordsOf(driverFigures(mockView({ analyses, year: 2027 })));
    expect(said.match(/In 2029 every market is closed, so there is nothing to show\./g)).toHaveLength(2);
    expect(said).not.toContain("This plan adds nothing");
  });

  it("never show less than nothing of a share", () => {
    expect(words(0.7)).toContain("alone 0 %");
    expect(words(0.7)).toContain("Take-up, Light training 0 % 20.0 %");
    expect(words(0.7)).toContain("All are estimates; one below zero is shown as 0 %.");
    expect(words(0.7)).not.toContain("−0.2 %");
  });
});

describe("factorName", () => {
  it("names parameters, correlated ones together, and interruptions", () => {
    const view = mockView();
    expect(factorName(view, "act")).toBe("First sale");
    expect(factorName(view, "act + takeup.light")).toBe("First sale and Take-up, Light training taken together");
    expect(factorName(view, "interruptions")).toBe("When access to a market is interrupted");
    expect(factorName(view, "unheard-of")).toBe("unheard-of");
  });
});
