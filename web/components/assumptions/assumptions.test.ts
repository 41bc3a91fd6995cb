import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import type { Pack } from "../../engine/types.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { assumptionList } from "./assumption_list.ts";
import { assumptions } from "./assumptions.ts";

describe("assumptions", () => {
  it("counts them, and the judgements among them, as the chosen readings have it", () => {
    // Of act and takeup the second is a judgement; the lower reading of sales makes one of the first.
    expect(wordsOf(assumptions(mockView()))).toMatch(
      /^Where the assumptions come from 2 assumptions, with 2 values in all, stand behind the calculator\. 1 of the assumptions are judgements/,
    );
    const plan = { ...defaultPlan(mockPack), readings: { sales: "low" } };
    expect(wordsOf(assumptions(mockView({ plan })))).toContain("2 of the assumptions are judgements");
  });

  it("counts assumptions and their values apart, as the list below them does", () => {
    const { act } = mockPack.parameters;
    if (!act) throw new Error("The mock pack has no first sales.");
    const byChannel = { label: act.label, unit: act.unit, range: act.range, sources: [], grade: "D", date: "2026-01", by: "channel", values: { b2b: 0.2, b2c: 0.3 } } as const;
    const pack: Pack = { ...mockPack, parameters: { ...mockPack.parameters, r1: byChannel } };
    const view = mockView({}, { pack });
    expect(wordsOf(assumptions(view))).toContain("3 assumptions, with 4 values in all, stand behind the calculator. 2 of the assumptions are judgements");
    expect(unmarked(wordsOf(assumptions({ ...view, text: ur })))).toContain("3 مفروضات ہیں، جن کی کل 4 قدریں ہیں۔ ان مفروضات میں سے 2 اندازے ہیں");
  });

  it("leads to the evidence, and keeps a place to which links to the readings lead", () => {
    const markup = markupOf(assumptions(mockView()));
    expect(markup).toContain('<a href="evidence.html">See every figure with its source.</a>');
    expect(markup).toContain('<div class="later waiting" id="disagreements" data-part="assumptions">');
    expect(markup).toContain('aria-labelledby="assumptions-title" data-asks> <h2 id="assumptions-title">');
  });

  it("has the whole list once that has come, and its anchor only there", () => {
    const modules = { assumptions: { assumptionList } };
    const markup = markupOf(assumptions(mockView({}, { later: { modules, problems: {}, retry: () => undefined } })));
    expect(markup).toContain('<div class="later" data-part="assumptions">');
    expect(markup.match(/id="disagreements"/g)).toHaveLength(1);
  });
});

describe("assumptionList", () => {
  const titlesOf = (view: ReturnType<typeof mockView>): (string | undefined)[] =>
    [...markupOf(assumptionList(view)).matchAll(/<li><strong>([^<]*)<\/strong>/g)].map(([, title]) => title);

  it("begins with what to know before reading it, first what is so of the country alone", () => {
    const kAlways = ["Gross sales are not export earnings.", "Registered, active and surviving are three numbers."];
    expect(titlesOf(mockView())).toEqual(kAlways);
    expect(titlesOf(mockView({}, { pack: { ...mockPack, id: "pk" } }))).toEqual(["Products are not sellers.", ...kAlways]);
    expect(wordsOf(assumptionList(mockView()))).toMatch(/^Read these first /);
  });

  it("has headings without a gap: the warnings, the disagreements, the register", () => {
    const levels = [...markupOf(assumptionList(mockView())).matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(3);
    expect(levels.every((level, index) => level <= (levels[index - 1] ?? level) + 1)).toBe(true);
  });
});
