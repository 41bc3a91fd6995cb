import { describe, expect, it } from "vitest";
import { compileCatalogue } from "../../../tools/text/catalogue.mjs";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { ResultsView } from "../view.ts";
import { staticHtml } from "../../page/static_html.ts";
import type { AssumptionDraft } from "../../state/plan/assumption_drafts.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { catalogueOf, type WholeCatalogue } from "../../text/catalogue.ts";
import { register } from "./register.ts";

const plan = { ...defaultPlan(mockPack), assumptions: { "takeup.light": 0.5 } };
const none = { query: "", grade: "", isChangedOnly: false } as const;
const words = (state: Partial<ResultsView["state"]>): string => wordsOf(register(mockView(state)));

/** The headings of the entries that are shown. */
function entries(state: Partial<ResultsView["state"]>): string[] {
  return [...staticHtml(register(mockView(state))).matchAll(/<h4>(.*?)<\/h4>/g)].map(([, label]) => label ?? "");
}

describe("register", () => {
  it("lists everything that the pack says, with its grade, sources and date", () => {
    // 2 parameters, 10 figures, the mix, 2 lists of registrations, 2 tables of shares.
    expect(entries({})).toHaveLength(17);
    expect(words({})).toContain("First sale official figure about 50 %; 18 of 20 from 13.5 % to 86.5 % Change Yearbook , Office, 2025 Set January 2026");
    expect(words({})).toContain("Only what I changed (none of 2 values yet)");
  });

  it("leads from a judgement without a source to those of its other readings", () => {
    expect(words({})).toContain("A judgement. No source. Sources of its other readings: Yearbook , Office, 2025 Set January 2026");
    // The other reading of first sales has none.
    const low = { ...plan, readings: { sales: "low" } };
    expect(words({ plan: low })).toContain("A guess. No source. Set January 2026");
    expect(words({}).match(/other readings/g)).toHaveLength(1);
  });

  it("speaks the language of the view, whichever it spoke before", () => {
    const urdu = catalogueOf(compileCatalogue("ur")) as WholeCatalogue;
    const view = mockView();
    expect(wordsOf(register(view))).toContain("Search the assumptions");
    expect(wordsOf(register({ ...view, text: urdu }))).toContain("مفروضات میں تلاش کریں");
    // Figures alone and in lists keep their signs on their side.
    const markup = staticHtml(register({ ...view, text: urdu }));
    expect(markup).toContain('<p class="values">\u206657\u00A0%\u2069</p>');
    expect(markup).toContain("<div><dt>ملبوسات</dt><dd>\u2066100\u00A0%\u2069</dd></div>");
  });

  it("shows what the visitor changed beside what is given, with a way back", () => {
    expect(words({ plan })).toContain("50 %, fixed given: most likely 24 %, from 20 % to 30 %; 18 of 20 from 21.4 % to 27.5 % Change Set back");
    expect(words({ plan })).toContain("Only what I changed (1 of 2 values) Set all back");
    expect(words({})).not.toContain("given:");
  });

  it("finds by all words, by grade and by what was changed", () => {
    expect(entries({ registerFilter: { ...none, query: "light TAKE" } })).toEqual(["Take-up"]);
    expect(entries({ registerFilter: { ...none, query: "judgement" } })).toEqual(["Take-up"]);
    expect(entries({ registerFilter: { ...none, grade: "D" } })).toEqual(["Take-up"]);
    expect(entries({ plan, registerFilter: { ...none, isChangedOnly: true } })).toEqual(["Take-up"]);
    expect(entries({ registerFilter: { ...none, isChangedOnly: true } })).toEqual([]);
    expect(words({ registerFilter: { ...none, query: "horse" } })).toContain("0 of 17 entries shown: assumptions, what moves together, the starting point");
  });

  it("is edited in place, with what is wrong said at the field", () => {
    const draft = (change: Partial<AssumptionDraft>): Partial<ResultsView["state"]> => ({
      assumptionDrafts: { act: { form: "interval", texts: { low: "40", high: "30" }, ...change } },
    });
    const problem = (change: AssumptionDraft["problem"]): string => words(draft({ ...(change && { problem: change }) }));
    expect(words(draft({}))).toContain("From To Allowed: 0 % to 100 %. Use this Leave it as it is");
    expect(problem({ kind: "wrongOrder", order: ["low", "high"] })).toContain("These must rise, one after the other: From, To.");
    // What is allowed is said once.
    expect(problem({ kind: "notNumber", field: "low" })).toContain("“From” needs a number. Allowed: 0 % to 100 %. Use this");
    expect(problem({ kind: "outOfRange", field: "low", limits: { min: 0, max: 1 }, isOpen: false })).toContain("“From” must be from 0 % to 100 %. Use this");
    expect(problem({ kind: "outOfRange", field: "alpha", limits: { min: 0.5, max: 1e4 }, isOpen: false })).toContain("“Alpha” must be from 0.5 to 10,000.");
    expect(problem({ kind: "noRoom", limits: { min: 0, max: 1 } })).toContain("No distribution has this range");
    const markup = staticHtml(register(mockView(draft({ problem: { kind: "wrongOrder", order: ["low", "high"] } }))));
    expect(markup.match(/aria-invalid="true" aria-describedby="assume-act-problem assume-act-allowed"/g)).toHaveLength(2);
    const unitless = staticHtml(register(mockView(draft({ form: "beta", texts: { alpha: "", beta: "2" }, problem: { kind: "notNumber", field: "alpha" } }))));
    // What is allowed is in the unit of the assumption, which a shape has not.
    expect(unitless.match(/aria-describedby="assume-act-problem"/g)).toHaveLength(2);
    expect(markup.match(/inputmode="decimal"/g)).toHaveLength(2);
    // Only the whole keyboard of a phone is sure to have a minus sign.
    const { act } = mockPack.parameters;
    const signed = { ...mockPack, parameters: { ...mockPack.parameters, act: { ...act, range: [-1, 1] } } } as typeof mockPack;
    expect(staticHtml(register(mockView(draft({}), { pack: signed }))).match(/inputmode="text"/g)).toHaveLength(2);
  });
});
