import { html, nothing } from "lit";
import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { disagreements } from "./disagreements.ts";

const changed = { plan: { ...defaultPlan(mockPack), readings: { sales: "low" } } };
const shown = (...given: Parameters<typeof mockView>): ReturnType<typeof html> => html`${disagreements(mockView(...given))}`;
const chosenIn = (markup: string): string[] =>
  [...markup.matchAll(/<input type="radio" name="([\w-]+)" value="(\w+)"[^>]* checked/g)].map(([, name, value]) => `${name} ${value}`);

describe("disagreements", () => {
  it("asks each question under what it changes, with the origin of every answer", () => {
    expect(wordsOf(shown())).toMatch(/^Where the sources disagree 2 questions, all as in the default /);
    expect(wordsOf(shown())).toContain(
      "These change the answer How many sell Many official figure Yearbook , Office, 2025 Few judgement A guess. How many take training",
    );
    expect(markupOf(shown())).toContain('name="reading-sales" value="low" aria-describedby="reading-sales-low-note"');
    expect(markupOf(shown())).toContain('<p id="reading-sales-low-note">A guess.</p>');
  });

  it("chooses the first of each, unless the plan says otherwise, which it counts", () => {
    expect(chosenIn(markupOf(shown()))).toEqual(["reading-sales high", "reading-training few"]);
    expect(chosenIn(markupOf(shown(changed)))).toEqual(["reading-sales low", "reading-training few"]);
    expect(wordsOf(shown(changed))).toMatch(/^Where the sources disagree 1 of 2 differs from the default /);
  });

  it("keeps the answer in sight", () => {
    // In 2029, three quarters of the last year's 96: 72 in the middle, from 14.4 to 216.
    expect(wordsOf(shown())).toMatch(/The answer with these readings: 2029: \$72m a year \(\$14m to \$220m\)$/);
    expect(markupOf(shown({ isComputing: true }))).toContain('<div class="reading-outcome" data-busy>');
  });

  it("tells which reading was chosen, and leads back only from another than the default", () => {
    const { actions, calls } = writtenActions();
    hear(shown({}, { actions }), "change", 'value="low"');
    hear(shown(changed, { actions }), "click", "Back to the default readings");
    expect(calls).toEqual([["chooseReading", mockPack.readings?.[0], "low"], ["resetReadings"]]);
    expect(wordsOf(shown())).not.toContain("Back to the default readings");
  });

  it("can be set only once the program runs", () => {
    expect(markupOf(shown({}, { isStatic: true })).match(/<fieldset class="choice" disabled>/g)).toHaveLength(2);
    expect(markupOf(shown())).not.toContain("disabled");
  });

  it("is not there for packs whose sources agree, and speaks the language of the page", () => {
    expect(disagreements(mockView({}, { pack: { ...mockPack, readings: [] } }))).toBe(nothing);
    expect(wordsOf(shown({}, { text: ur }))).toContain("کتنے بیچتے ہیں بہت");
  });
});
