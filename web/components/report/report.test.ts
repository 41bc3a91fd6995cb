import { describe, expect, it } from "vitest";
import { en } from "../../../tests/web/english.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import type { Pack } from "../../engine/types.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { staticHtml } from "../../page/static_html.ts";
import { kNoActions } from "../../page/static_page.ts";
import { report } from "./report.ts";

const kPlan = defaultPlan(mockPack);

function words(plan: Plan = kPlan, year = 2030, exportTarget: number[] = [0, 0.01, 0.5, 1], pack: Pack = mockPack): string {
  const result = mockResult(100e6);
  const probability = { ...result.probability, exportTarget };
  const shown = { ...result, probability };
  return wordsOf(report(mockView({ result: shown, whole: { result: shown, answered: plan }, answered: plan, year, target: 150e6 }, { pack }), "2026-11-28"));
}

/** What the report says of the pack's plan, with something else in the state and the actions of the page. */
function markup(change: Parameters<typeof mockView>[0] = {}, actions = kNoActions): string {
  const result = mockResult(100e6);
  return staticHtml(report(mockView({ result, whole: { result, answered: kPlan }, year: 2030, target: 150e6, ...change }, { actions }), "2026-11-28"));
}

const textOf = (html: string): string => html.replace(/<[^>]*>/g, " ").replaceAll("\u00A0", " ").replace(/\s+/g, " ").trim();
const headings = (html: string): string[] => [...html.matchAll(/<h[123][^>]*>(.*?)<\/h[123]>/gs)].map(([, words = ""]) => textOf(words));
/** The rows of the plan, as its name and its words. */
const planRowsIn = (html: string): string[] => {
  const [, list = ""] = /<section class="report-plan">.*?<dl>(.*?)<\/dl>/s.exec(html) ?? [];
  return [...list.matchAll(/<dt>(.*?)<\/dt><dd>(.*?)<\/dd>/gs)].map(([, name = "", words = ""]) => `${textOf(name)}: ${textOf(words)}`);
};

describe("report", () => {
  it("goes from the answer and what it is cited by over the plan and the results to assumptions and sources", () => {
    const html = markup();
    expect(headings(html)).toEqual([
      "What could more online sellers earn Zedland in exports?",
      "Extra export earnings, US$ million a year",
      "The plan",
      "Extra export earnings, US$ million a year",
      "Other results, 2030",
      "From sales to earnings, 2030: average of all futures, US$ million",
      "By way of selling, 2030: average of all futures, US$ million",
      "By sector, 2030: average of all futures, US$ million",
      "By market, 2030: average of all futures, US$ million",
      "Of 100 who register",
      "Why it is so uncertain, 2030",
      "What would reach a target?",
      "What this number is not",
      "The assumptions of this plan",
      "Sources of the data",
    ]);
    const text = textOf(html);
    expect(text).toContain("By 2030, there could be about $100 million more export earnings a year. In 18 of 20 futures it is $20 million to $300 million .");
    expect(text).toContain("Of 100 who register, about 25 make an export sale and 5 still sell after three years.");
    expect(text).toContain("1 in 20 below 1 in 4 below Middle 1 in 4 above 1 in 20 above 2027 5.00 15.0 25.0 40.0 75.0 2028 10.0 30.0 50.0 80.0 150 2029 15.0 45.0 75.0 120 225 2030 20.0 60.0 100 160 300 Other");
    expect(text).toContain("Public cost $100m $20.0m to $300m");
    expect(text).toContain(
      "to 300,000,000 Tax less public cost is taken in each future: the middle of differences is not the difference of two middles. " +
        "In the middle of the futures the tax on the proceeds exceeds the public cost by $100 million in this year.",
    );
    expect(text).toContain("after three years. Model 1.0, data Zedland 2026.1.0, seed 1, 16,384 futures. Printed 28 November 2026. This plan:");
    expect(text).toContain("Sources of the data Yearbook , Office, 2025");
    // What they are stands with the figures, so that no page break parts the two.
    expect(html).toMatch(/<div class="report-charts">\s*<p>The bars below are averages/);
  });

  it("is found where the short page says that its button is", () => {
    for (const text of [en, ur]) expect(text.report.short).toContain(text.sharing.title);
  });

  it("has the plan that is answered, line by line, and its link", () => {
    expect(planRowsIn(markup())).toEqual([
      "New sellers to bring on: 100,000",
      "Over how many years: 3, from fiscal year 2027",
      "How they arrive: Evenly",
      "What they sell: Apparel 60 %, Home textiles 20 %, Food 20 %",
      "By way of selling: Wholesale 50 %, Consumer 50 %",
      "Everything else: as given in the data; the table of assumptions has the values",
    ]);
    const answered: Plan = {
      ...kPlan,
      newSellers: 6000,
      path: [1000, 2000, 3000],
      measures: [
        { type: "training", tier: "light", from: 2027, to: 2028, share: 0.5 },
        { type: "logistics", from: 2028, days: -5, cost: 2e6 },
      ],
      closures: [{ market: "us", from: 2029 }],
      readings: { sales: "low" },
      assumptions: { "takeup.light": 0.4 },
    };
    const shareLink = (plan?: Plan): string => `https://example.org/#v=1&newSellers=${plan?.newSellers}`;
    const html = markup({ whole: { result: mockResult(100e6), answered } }, { ...kNoActions, shareLink });
    expect(planRowsIn(html)).toEqual([
      "New sellers to bring on: 6,000",
      "Over how many years: 3, from fiscal year 2027",
      "How they arrive: 1,000, 2,000, 3,000",
      "What they sell: Apparel 60 %, Home textiles 20 %, Food 20 %",
      "By way of selling: Wholesale 50 %, Consumer 50 %",
      "Training: 2027 to 2028, Light training, Part who are offered it: 50 %, Further cost, US$ a year: 0",
      "Delivery time: 2028 to 2030, Days per delivery: −5, Cost, US$ a year: 2,000,000",
      "Markets that close: 2029 to 2030, United States",
      "How many sell: Few",
      "Take-up, Light training: 40 %, fixed",
      "Everything else: as given in the data; the table of assumptions has the values",
    ]);
    expect(textOf(html)).toContain("This plan: https://example.org/#v=1&amp;newSellers=6000");
  });

  it("is of the newest whole answer, not of a newer headline", () => {
    const newer = { result: mockResult(7e6), answered: { ...kPlan, newSellers: 7 } };
    const text = textOf(markup(newer));
    expect(text).toContain("there could be about $100 million more");
    expect(text).toContain("New sellers to bring on 100,000");
    const alone = markup({ ...newer, whole: undefined });
    expect(textOf(alone)).toContain("there could be about $7 million more");
    expect(textOf(alone)).toContain("New sellers to bring on 7 ");
    // Of a headline alone there are no other results.
    expect(headings(alone)).toHaveLength(7);
    expect(headings(alone)).not.toContain("Other results, 2030");
  });

  it("says where it is of an older plan than the one that is set", () => {
    const refusal = { message: "It does not fit" };
    expect(textOf(markup({ refusal }))).toContain(refusal.message);
    expect(markup({ refusal })).toContain('class="notice stale"');
    expect(markup()).not.toContain("stale");
  });

  it("holds the answer against the official target by its own year", () => {
    const text = words();
    expect(text).toContain("It is 59,000,000 % of the gap between those exports and the government’s target of $400 for 2029, which is $370 at the prices of 2025.");
    expect(text).toContain("Those exports and what the plan adds in 2029 together reach that target in 50 of 100 futures.");
  });

  it("says how many futures reach the visitor's own amount", () => {
    expect(words()).toContain("The plan adds $150 million a year or more by 2030 in 25 of 100 futures.");
  });

  it("says what taxes at home bring in where the plan changes them", () => {
    const taxed: Plan = { ...kPlan, measures: [{ type: "digitalRetailTax", from: 2027, rate: 0.05 }] };
    expect(words(taxed)).toContain(
      "In 2030 the measures on trade at home add about $40 million to the tax on online sales there (18 of 20 futures: $8 million to $120 million)" +
        " and take about $8 million from the sales tax on parcels from abroad (−$1.6 million to −$24 million).",
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

  it("has the assumptions in two tables with a head each, of about as many lines", () => {
    const [, first = "", second = ""] = staticHtml(report(mockView(), "2026-11-28")).split('class="report-tables"')[1]?.split("<table>") ?? [];
    const lines = [first, second].map((part) => part.split("</tbody>").length - 1);
    expect([first, second].map((part) => part.includes('<th scope="col">Assumption</th>'))).toEqual([true, true]);
    expect(Math.abs((lines[0] ?? 0) - (lines[1] ?? 0))).toBeLessThanOrEqual(1);
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
