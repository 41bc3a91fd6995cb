import { html } from "lit";
import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { en } from "../../../tests/web/english.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { answer, checks, staleWords } from "./answer.ts";

const plan = defaultPlan(mockPack);
const said = (answered: Plan): string => wordsOf(answer(mockView({ answered })));

describe("answer", () => {
  it("says of whom the funnel is where the plan trains some", () => {
    const untrained = "These counts leave out this plan’s training.";
    expect(said(plan)).not.toContain(untrained);
    expect(said({ ...plan, measures: [{ type: "training", tier: "light", from: 2027, share: 0 }] })).not.toContain(untrained);
    expect(said({ ...plan, measures: [{ type: "training", tier: "light", from: 2027, share: 0.1 }] })).toContain(
      `still sell after three years. ${untrained}`,
    );
  });

  it("says no “about” where fewer than one of a hundred sell", () => {
    const shown = mockResult(96e6);
    const result = { ...shown, funnel: shown.funnel.map((stage) => (stage.id === "registered" ? stage : { ...stage, mean: 0.3 })) };
    const sentence = "Of 100 who register, fewer than 1 make an export sale and fewer than 1 still sell after three years.";
    expect(wordsOf(answer(mockView({ result })))).toContain(sentence);
    expect(unmarked(wordsOf(answer(mockView({ result }, { text: ur }))))).toContain("ہر 100 میں سے 1 سے بھی کم کوئی برآمدی فروخت کرتے ہیں");
  });

  it("names closed markets as the reason and counts no sellers then", () => {
    const closed = { ...plan, closures: mockPack.markets.map(({ id }) => ({ market: id, from: 2029 })) };
    const result = mockResult(0);
    const during = (year: number): string => wordsOf(answer(mockView({ answered: closed, result, year })));
    expect(during(2029)).toContain("By 2029, no extra export earnings : every market is closed in that year.");
    expect(during(2029)).not.toContain("Of 100 who register");
    expect(during(2029)).not.toContain("The middle is about ZED 0");
    expect(during(2028)).toContain("no extra export earnings : this plan does not change them.");
    expect(during(2028)).toContain("Of 100 who register");
  });

  it("says of how many futures it is so far until it is of all, unless that failed", () => {
    const first = mockResult(96e6);
    const preview = { ...first, model: { ...first.model, draws: 4096 } };
    expect(wordsOf(answer(mockView({ result: preview })))).toContain("4,096 of 16,384 futures so far");
    for (const settled of [{ result: first }, { result: preview, refusal: { message: "No memory." } }]) {
      expect(wordsOf(answer(mockView(settled)))).not.toContain("so far");
    }
  });

  it("says of what the engine refuses whose answer is still there", () => {
    const view = mockView({ refusal: { message: "newSellers must be from 0 to 10000000, not -1" } });
    expect(wordsOf(answer(view))).toContain(
      "The calculator did not accept this plan: newSellers must be from 0 to 10000000, not -1. " +
        "This is still the answer for your last valid plan: 100,000 new sellers over 3 years.",
    );
    expect(wordsOf(answer(view))).not.toContain("Try again");
  });

  it("offers to try again where it was no fault of the plan that there is no answer", () => {
    const { actions, calls } = writtenActions();
    const lost = { message: "A worker ended by itself: out of memory", fault: "worker_failed" } as const;
    const shown = answer(mockView({ refusal: lost }, { actions }));
    const kSaid = "The browser ended the calculation. The answer shown is for 100,000 new sellers over 3 years.";
    expect(wordsOf(shown)).toContain(`${kSaid} Try again Technical details A worker ended by itself: out of memory`);
    expect(wordsOf(shown)).not.toContain("did not accept");
    hear(shown, "click", "Try again");
    expect(calls).toEqual([["retry"]]);
    expect(staleWords(en, mockView({ refusal: lost }).state).replaceAll("\u00A0", " ")).toBe(kSaid);
    // What the page says in another language is no detail.
    const inUrdu = answer(mockView({ refusal: { ...lost, message: ur.notices.codes.worker_failed } }, { text: ur }));
    expect(wordsOf(inUrdu)).toContain("براؤزر نے حساب روک دیا۔");
    expect(wordsOf(inUrdu)).not.toContain(ur.engine.details);
  });

  it("says in what amounts are shown and at which rate, where that is not dollars", () => {
    expect(wordsOf(answer(mockView()))).toContain("The middle is about ZED 18 billion at ZED 250 to the dollar.");
    expect(wordsOf(answer(mockView({ currency: "local" })))).toContain(
      "Amounts are shown in ZED, converted at ZED 250 to the dollar. The middle is about $72 million.",
    );
  });

  it("warns where the plan goes on after the calculation ends", () => {
    // From 2027 on, over ten years the last is 2036.
    const warned = (years: number, horizon: number): string => wordsOf(html`${checks(mockView({ answered: { ...plan, years, horizon } }))}`);
    expect(warned(10, 10)).not.toContain("goes on");
    expect(warned(11, 10)).toContain(
      "Before you quote this figure: The plan goes on bringing sellers on until 2037, but the calculation ends with 2036: those who are to come after that are not in it.",
    );
  });

  it("warns where luck, which the range is without, moves the answer as much as all else", () => {
    const said = (luck: number, change: Partial<Plan> = {}): string => {
      const spread = { parameters: [0, 0, 0, 1 - luck], shocks: [0, 0, 0, 0], luck: [0, 0, 0, luck] };
      const answered = { ...plan, ...change };
      const whole = { result: { ...mockResult(100e6), spread }, answered };
      return wordsOf(html`${checks(mockView({ answered, whole, year: 2030 }))}`);
    };
    const kWarning = "So few join that luck decides as much as all that is not known: which of them succeed is not in this range.";
    expect(said(0.36)).toContain(kWarning);
    expect(said(0.34)).not.toContain(kWarning);
    const ofBefore = { result: mockResult(100e6), answered: plan };
    expect(wordsOf(html`${checks(mockView({ answered: { ...plan, newSellers: 3 }, whole: ofBefore }))}`)).not.toContain(kWarning);
  });

  it("says how many assumptions the visitor has changed", () => {
    expect(said(plan)).not.toContain("that you changed");
    const [name = "dw"] = Object.keys(mockPack.parameters);
    expect(said({ ...plan, assumptions: { [name]: 0.123 } })).toContain(
      "It rests on one assumption that you changed. See the assumptions",
    );
  });
});
