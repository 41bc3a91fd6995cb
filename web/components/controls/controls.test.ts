import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { furtherControls, lastControls, mainControl } from "./controls.ts";

const plan = defaultPlan(mockPack);

describe("mainControl", () => {
  it("asks for the number of sellers, which the slider says in words", () => {
    expect(wordsOf(mainControl(mockView()))).toBe("New sellers to bring on people or firms who open an export account");
    const markup = markupOf(mainControl(mockView({ plan: { ...plan, newSellers: 1 } })));
    expect(markup).toContain('aria-valuetext="1 new seller"');
    expect(markupOf(mainControl(mockView()))).toMatch(/aria-valuetext="100,000 new sellers"/);
    expect(markupOf(mainControl(mockView()))).toMatch(/id="newSellers"[^>]* value="100,000"/);
  });
});

describe("furtherControls", () => {
  const lines = (view: ReturnType<typeof mockView>): string[] =>
    [...markupOf(furtherControls(view)).matchAll(/<span class="fold-label">([^<]*)<\/span> <span class="fold-value">([^<]*)/g)].map(
      ([, label, value]) => `${label}: ${value}`,
    );

  it("has the other numbers and the path, each with what is set", () => {
    expect(lines(mockView())).toEqual([
      "Over how many years: 3",
      "Offered light training: 0 %",
      "Internet use, by 2029: 57 %",
      "How they arrive: Evenly",
    ]);
    const measures = [
      { type: "training", tier: "light", from: 2027, to: 2029, share: 0.4 },
      { type: "connectivity", from: 2027, internetUse: 0.7 },
    ] as const;
    expect(lines(mockView({ plan: { ...plan, years: 2, measures } })).slice(0, 3)).toEqual([
      "Over how many years: 2",
      "Offered light training: 40 %",
      "Internet use, by 2028: 70 %",
    ]);
  });

  it("says what the numbers are measured against", () => {
    const words = wordsOf(furtherControls(mockView()));
    expect(words).toContain("from fiscal year 2027");
    // The most likely take-up of the mock pack: 0.24.
    expect(words).toContain("an online course; about 24 % of those offered it take it");
    expect(words).toContain("Internet use: 57 % today");
  });

  it("opens the one whose number is refused", () => {
    const drafts = { years: { text: "x", problem: "notNumber" } } as const;
    const markup = markupOf(furtherControls(mockView({ drafts })));
    expect(markup).toContain('aria-expanded="true" aria-controls="control-years-body"');
    expect(markup).toContain('aria-expanded="false" aria-controls="control-trainingShare-body"');
  });
});

describe("lastControls", () => {
  const kReset = "Back to the defaults";

  it("leads back to the defaults once something was set, also right after that", () => {
    expect(wordsOf(lastControls(mockView()))).not.toContain(kReset);
    expect(wordsOf(lastControls(mockView({ plan: { ...plan, newSellers: 5 } })))).toContain(kReset);
    const replaced = { by: "reset", plan: { ...plan, newSellers: 5 }, isUndone: false } as const;
    expect(wordsOf(lastControls(mockView({ replaced })))).toContain(`${kReset} Everything is back to the defaults. Bring my plan back`);
  });

  it("resets when asked to", () => {
    const { actions, calls } = writtenActions();
    hear(lastControls(mockView({ plan: { ...plan, newSellers: 5 } }, { actions })), "click", kReset);
    expect(calls).toEqual([["reset"]]);
  });
});
