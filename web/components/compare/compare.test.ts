import { describe, expect, it } from "vitest";
import { mockComparison as answer, mockQuestion } from "../../../tests/web/mock_answers.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { ResultsView } from "../view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { noAnalyses, type PlanComparison } from "../../state/analyses.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { compare } from "./compare.ts";

const base = defaultPlan(mockPack);
const sellers = (newSellers: number): Plan => ({ ...base, newSellers });
/** The comparison of plans, the present one last. */
const compared = (of: PlanComparison, plans: readonly Plan[], isStale = false): Partial<ResultsView["state"]> => {
  const question = mockQuestion(plans.at(-1) ?? base, plans.slice(0, -1));
  return { analyses: { ...noAnalyses, compare: { isStale, isRunning: false, progress: 0, problem: "", answer: of, question } } };
};
const words = (state: Partial<ResultsView["state"]>): string => wordsOf(compare(mockView(state)));

const kept = [
  { letter: "A", preset: "", plan: sellers(5000) },
  { letter: "B", preset: "", plan: sellers(9000) },
];

const all = [sellers(5000), sellers(9000), base];

describe("compare", () => {
  it("offers to keep the plan, unless it is kept or there is no room", () => {
    expect(words({})).toContain("Keep this plan to compare");
    expect(staticHtml(compare(mockView({})))).not.toContain("disabled");
    expect(words({ kept, plan: sellers(9000) })).toContain("This plan is kept.");
    expect(words({ kept: [...kept, { letter: "C", preset: "", plan: sellers(1) }] })).toContain("Three plans are kept");
    expect(words({ kept: kept.slice(0, 1), plan: sellers(5000) })).toContain("Change the plan above");
  });

  it("puts the plans side by side against the first, in the year shown", () => {
    const said = words({ kept, year: 2029, ...compared(answer([50e6, 0, 0], [62e6, 12e6, 0.86], [20e6, -30e6, 0.001]), all) });
    expect(said).toContain("Extra export earnings a year, 2029");
    expect(said).toContain("A: 5,000 new sellers over 3 years $50m $25m to $100m");
    expect(said).toContain("This plan: 100,000 new sellers over 3 years $20m");
    expect(said).toContain("B earns more than A in 17 of 20 futures ; in the middle about $12 million a year more, in 18 of 20 between $6 million and $24 million.");
    // The middle of the second plan and its difference from the first, each between half and double.
    expect(said).toContain("31,000,000 62,000,000 124,000,000 6,000,000 12,000,000 24,000,000 5,000,000");
    // Not quite all of them.
    expect(said).toContain("This plan earns less than A in 19 of 20 futures ; in the middle about $30 million a year less, in 18 of 20 between $15 million and $60 million.");
    expect(words({ kept, year: 2028, ...compared(answer([50e6, 0, 0], [62e6, 12e6, 1], [5, 0, 0]), all) })).toContain(
      "B earns more than A in 20 of 20 futures ; in the middle about $1.2 million a year more, in 18 of 20 between $600,000 and $2.4 million.",
    );
  });

  it("says of differences that are more in some futures and less in others which they are", () => {
    const said = (middle: number, ends: readonly [number, number]): string =>
      words({ kept, year: 2029, ...compared(answer([50e6, 0, 0], [50e6, middle, 0.6, ends], [50e6, 0, 0]), all) });
    expect(said(7e6, [-34e6, 130e6])).toContain("about $7 million a year more, in 18 of 20 from $34 million less to $130 million more.");
    expect(said(-7e6, [-130e6, 34e6])).toContain("about $7 million a year less, in 18 of 20 from $34 million more to $130 million less.");
  });

  it("says that plans without a common year cannot be compared, and does not offer to try again", () => {
    const plan = { ...sellers(5000), startYear: 2040 };
    const problem = { isStale: true, isRunning: false, progress: 0, problem: "No common year." };
    const said = words({ kept, plan, analyses: { ...noAnalyses, compare: { ...noAnalyses.compare, ...problem } } });
    expect(said).toContain("These plans cannot be compared: there is no fiscal year that all of them report.");
    expect(said).not.toContain("Try again");
    expect(words({ kept, plan: { ...plan, startYear: base.startYear + base.horizon - 1 } })).not.toContain("cannot be compared");
    expect(words({ kept, plan: { ...plan, startYear: base.startYear + base.horizon } })).toContain("cannot be compared");
  });

  it("says where the figures of a plan differ from its own answer", () => {
    const said = (change: Partial<Plan>): string => {
      const plan = { ...sellers(1), ...change };
      const of = answer([50e6, 0, 0], [62e6, 12e6, 0.86], [20e6, -30e6, 0.1]);
      return words({ kept, plan, ...compared(of, [...all.slice(0, 2), plan]) });
    };
    expect(said({})).not.toContain("drawn with the seed");
    for (const change of [{ seed: 42 }, { draws: 512 }]) expect(said(change)).toContain("All are drawn with the seed and the number of futures of the first");
  });

  it("tells plans of one size apart by what they do and rest on", () => {
    const { onboarding } = mockPack.defaults;
    const training = { type: "training", tier: "light", from: 2027, share: 0.6 } as const;
    const internet = { type: "connectivity", from: 2027, internetUse: 0.7 } as const;
    const label = (change: Partial<Plan>): string =>
      /A: (.*?) Use/.exec(words({ kept: [{ letter: "A", preset: "", plan: { ...base, ...change } }], plan: sellers(1) }))?.[1] ?? "";
    const size = `${onboarding.newSellers.toLocaleString("en")} new sellers over 3 years`;
    expect(label({ years: 2 })).toBe("100,000 new sellers over 2 years");
    expect(label({ measures: [training] })).toBe(`${size}, Training (60 %)`);
    expect(label({ measures: [{ ...training, share: 0.1 }, internet] })).toBe(`${size}, Training (10 %), Internet access (70 %)`);
    expect(label({ measures: [{ ...training, from: 2028 }, { ...internet, to: 2028 }] })).toBe(
      `${size}, Training (60 %, from 2028), Internet access (70 %, until 2028)`,
    );
    expect(label({ measures: [{ ...training, from: 2028, to: 2029 }] })).toBe(`${size}, Training (60 %, 2028 to 2029)`);
    expect(label({ measures: [training, training, internet] })).toBe(`${size}, 3 measures`);
    expect(label({ closures: [{ market: "us", from: 2028 }], path: "logistic" })).toBe(`${size}, In an S-curve, 1 market closed`);
    expect(label({ startYear: 2028, readings: { sales: "low" }, assumptions: { act: 0.3 } })).toBe(
      `${size}, from fiscal year 2028, 1 other reading of the sources, 1 assumption changed`,
    );
  });

  it("calls a preset by its name, and says only what else it rests on", () => {
    const preset = { id: "big", label: { en: "Big" }, story: { en: "" }, sources: [], scenario: { schema: 1, pack: "zz", assumptions: { act: 0.3 } } } as const;
    const said = (assumptions: Plan["assumptions"]): string => {
      const plan = { ...base, measures: [{ type: "training", tier: "light", from: 2027, share: 0.6 } as const], assumptions };
      return wordsOf(compare(mockView({ kept: [{ letter: "A", preset: "big", plan }] }, { presets: [preset] })));
    };
    expect(said({ act: 0.3 })).toContain("A: Big Use");
    expect(said({ act: 0.3, "takeup.light": 0.28 })).toContain("A: Big, 1 assumption changed Use");
  });

  it("calls a plan that is set and kept by its letter", () => {
    const said = words({ kept, plan: sellers(5000), ...compared(answer([62e6, 0, 0], [62e6, 0, 0]), [sellers(9000), sellers(5000)]) });
    expect(said).toContain("A and B earn the same.");
    expect(said).toContain("A: 5,000 new sellers over 3 years is set now Remove");
  });

  it("draws no conclusions from old figures, and says why there are none", () => {
    const old = compared(answer([50e6, 0, 0], [62e6, 12e6, 0.86], [20e6, -30e6, 0.1]), all, true);
    expect(words({ kept, ...old })).not.toContain("earns more");
    expect(words({ kept, ...old })).toContain("Comparing the plans");
    const failed = { ...noAnalyses, compare: { isStale: true, isRunning: false, progress: 0, problem: "No memory." } };
    expect(words({ kept, analyses: failed })).toContain("The plans could not be compared: No memory. Try again");
  });

  it("has old figures beside the plans that they are of, also where others are compared by now", () => {
    const of = answer([50e6, 0, 0], [62e6, 12e6, 0.86]);
    const rows = (state: Partial<ResultsView["state"]>): string =>
      (/Extra export earnings a year, 2029(?<rows>.*?)Bars are/.exec(words({ year: 2029, ...state }))?.groups?.["rows"] ?? "").trim();
    // Each takes the place of the other where the first is used.
    const used = rows({ kept, plan: sellers(5000), ...compared(of, [sellers(5000), sellers(9000)], true) });
    expect(used).toBe("A: 5,000 new sellers over 3 years $50m $25m to $100m B: 9,000 new sellers over 3 years $62m $31m to $120m");
    // Neither kept nor present any more: it is not called so.
    for (const some of [kept, kept.slice(1)]) {
      const said = rows({ kept: some, plan: sellers(10), ...compared(of, [sellers(7000), base], true) });
      expect(said).toBe("7,000 new sellers over 3 years $50m $25m to $100m 100,000 new sellers over 3 years $62m $31m to $120m");
    }
    const seeded = compared(of, [sellers(5000), { ...base, seed: 7 }], true);
    expect(rows({ kept, ...seeded })).toContain("This plan: 100,000 new sellers over 3 years $62m");
  });
});
