import { describe, expect, it } from "vitest";
import { kGoal } from "../../../tests/web/mock_answers.ts";
import { en } from "../../../tests/web/english.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import { staticHtml } from "../../page/static_html.ts";
import { noAnalyses } from "../../state/analyses.ts";
import type { ResultsView } from "../view.ts";
import { targetFigures } from "./target.ts";

// The mock's futures lie evenly between 0 and $200 million in 2030.
const words = (change: Partial<ResultsView["state"]>): string =>
  wordsOf(targetFigures(mockView({ result: mockResult(100e6), year: 2030, ...change })));

describe("targetFigures", () => {
  it("says how many futures reach the amount", () => {
    expect(words({ target: 150e6 })).toContain("The plan adds $150 million a year or more by 2030 in 25 of 100 futures.");
    expect(words({ target: 199e6 })).toContain("by 2030 in fewer than 1 of 100 futures.");
    expect(words({ target: 199e6 })).toContain("$200m or more: fewer than 1 of 100 futures");
    expect(words({ target: 1e6 })).toContain("$1m or more: more than 99 of 100 futures");
    expect(words({ target: 150e6 })).toContain("$150m or more: 25 of 100 futures");
    expect(words({ target: 201e6 })).toContain("by 2030 in none of the futures drawn.");
    expect(words({ target: 1e6 })).toContain("by 2030 in more than 99 of 100 futures.");
  });

  it("holds the answer against goods exports and the official target", () => {
    // The mock country exports goods for $200 and aims at $400, 400 / 1.02^4 = 369.54 in dollars of the base year: the
    // middle, $100 million, is 500,000 times the one and 589,838 times what is missing to the other.
    const text = words({});
    expect(text).toContain("About $100 million a year is 50,000,000 % of the goods exports of 2025 ($200).");
    expect(text).toContain("It is 59,000,000 % of the gap between those exports and the government’s target of $400 for 2029, which is $370 at the prices of 2025.");
    expect(text).toContain("Those exports and what the plan adds in 2029 together reach that target in none of the futures drawn.");
    // The share of the target's own year, the third, and not that of the year shown.
    const result = mockResult(100e6);
    const probability = { ...result.probability, exportTarget: [0, 0, 0.5, 1] };
    expect(words({ result: { ...result, probability } })).toContain("adds in 2029 together reach that target in 50 of 100 futures.");
  });

  it("takes the target, which is in dollars of its year, to dollars of the base year", () => {
    // 60 / 1.025^4 = 54.357 billion, 22.251 billion above 32.106 billion: $2 billion is 8.99 % of that.
    const { baseline, currency } = mockPack;
    const pack = {
      ...mockPack,
      currency: { ...currency, usdInflation: { ...currency.usdInflation, value: 0.025 } },
      baseline: {
        ...baseline,
        goodsExports: { ...baseline.goodsExports, value: 32.106e9 },
        exportTarget: { ...baseline.exportTarget, value: 60e9, year: 2029 },
      },
    };
    const state = { result: mockResult(2e9), year: 2030 };
    expect(wordsOf(targetFigures(mockView(state, { pack })))).toContain(
      "It is 9 % of the gap between those exports and the government’s target of $60 billion for 2029, which is $54 billion at the prices of 2025.",
    );
    expect(unmarked(wordsOf(targetFigures(mockView(state, { pack, text: ur }))))).toContain(
      "حکومت کے 2029 کے ہدف 60 ارب ڈالر (2025 کی قیمتوں پر 54 ارب ڈالر) کے درمیان فرق کا 9 فیصد ہے",
    );
  });

  it("says a small part of them in one digit, and not as none", () => {
    // $100 of exports worth $250,000: 0.04 %.
    expect(words({ result: mockResult(0.08) })).toContain("About $0.08 a year is 0.04 % of the goods exports of 2025 ($200).");
    expect(words({ result: mockResult(0.00008) })).toContain("is 0.00004 % of the goods exports");
  });

  it("says a loss against them without a minus", () => {
    const text = words({ result: mockResult(-100e6) });
    expect(text).toContain("About $100 million a year less is 50,000,000 % of the goods exports of 2025 ($200).");
    expect(text).toContain("government’s target of $400 for 2029, which is $370 at the prices of 2025, and widens that gap. Those exports");
    expect(text).not.toContain("−50,000,000 %");
  });

  it("takes dollars, and says so where amounts are shown in another currency", () => {
    expect(words({ target: 150e6 })).toContain("US$ a year extra export earnings in the year shown: $150 million");
    expect(words({ target: 150e6, currency: "local" })).toContain(
      "US$ a year to be written in US$; that is ZED 38 billion of extra export earnings in the year shown",
    );
  });

  it("says how many sellers it takes, and what is out of reach", () => {
    const analyses = { ...noAnalyses, goal: { ...noAnalyses.goal, isStale: false, answer: kGoal } };
    const text = words({ analyses, target: 150e6 });
    expect(text).toContain("The aim is $150 million a year by 2030, with everything else in the plan as it is. For an even chance");
    expect(text).toContain("For an even chance, about 180,000 new sellers.");
    expect(text).toContain(
      "For a chance of 4 in 5, no number of sellers is enough: at best the amount is reached in 70 of 100 futures.",
    );
    const one = { ...kGoal, goals: [{ probability: 0.5, highestProbability: 0.7, reachable: true, newSellers: 1 } as const] };
    expect(words({ analyses: { ...analyses, goal: { ...analyses.goal, answer: one } } })).toContain("For an even chance, about 1 new seller.");
    expect(text).toContain("Chance: 50 % 180,000 Chance: 80 % out of reach Table, download How many sellers would it take?");
    // Saved by itself, the table says what it takes them for.
    expect(text).toContain("Chance New sellers for $150 million a year by 2030");
  });

  it("does not let a number above all businesses there are be taken for so many of them", () => {
    const goals = kGoal.goals.map((one) => ({ ...one, reachable: true, newSellers: one.probability === 0.5 ? 180_000 : 5_922_273 }) as const);
    const analyses = { ...noAnalyses, goal: { ...noAnalyses.goal, isStale: false, answer: { ...kGoal, goals } } };
    const [kind] = mockPack.pool;
    const said = (value: number, text = en): string => {
      const pool = kind ? [kind, { ...kind, establishments: { ...kind.establishments, value: value - kind.establishments.value } }] : [];
      return unmarked(wordsOf(targetFigures(mockView({ result: mockResult(100e6), year: 2030, analyses }, { text, pack: { ...mockPack, pool } }))));
    };
    expect(said(3_584_558)).toContain(
      "For a chance of 4 in 5, about 5,920,000 new sellers. There are only 3,580,000 businesses in all: a larger plan brings sellers on earlier, not more of them.",
    );
    expect(said(3_584_558, ur)).toContain(
      "تقریباً 5,920,000 نئے فروخت کنندگان۔ کل کاروبار صرف 3,580,000 ہیں؛ اس سے بڑا منصوبہ فروخت کنندگان کو پہلے لاتا ہے، زیادہ تعداد میں نہیں۔",
    );
    expect(said(5_922_273)).not.toContain("businesses in all");
  });

  it("says no more of a small chance than that it is small", () => {
    const answer = { ...kGoal, goals: kGoal.goals.map(({ probability }) => ({ probability, highestProbability: 0.009, reachable: false as const })) };
    const analyses = { ...noAnalyses, goal: { ...noAnalyses.goal, isStale: false, answer } };
    expect(words({ analyses, target: 150e6 })).toContain("No number of sellers gives an even chance, let alone one of 4 in 5: at best the amount is reached in fewer than 1 of 100 futures.");
  });

  it("offers the sellers that it takes as files, as every chart", () => {
    const analyses = { ...noAnalyses, goal: { ...noAnalyses.goal, isStale: false, answer: kGoal } };
    const page = staticHtml(targetFigures(mockView({ result: mockResult(100e6), year: 2030, analyses })));
    expect(page.match(/aria-label="(?:CSV|SVG|PNG): How many sellers would it take\?"/g)).toEqual(
      ["CSV", "SVG", "PNG"].map((format) => `aria-label="${format}: How many sellers would it take?"`),
    );
    expect(page).toContain('id="goal-plot"');
  });
});
