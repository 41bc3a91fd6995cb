import { html, nothing } from "lit";
import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { Replacement } from "../../state/notices.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { undoOffer } from "./undo_offer.ts";

const plan = defaultPlan(mockPack);
const replaced = (by: Replacement, isUndone = false): Parameters<typeof mockView>[0] => ({ replaced: { by, plan, isUndone } });
const words = (change: Parameters<typeof mockView>[0], kinds: readonly Replacement[]): string =>
  wordsOf(html`${undoOffer(mockView(change), kinds)}`);

describe("undoOffer", () => {
  it("says what took the place of the plan, and offers it back", () => {
    expect(words(replaced("reset"), ["reset"])).toBe("Everything is back to the defaults. Bring my plan back Hide");
    expect(words(replaced("kept"), ["reset", "kept"])).toBe(
      "The plan that you kept took the place of the one before. Bring my plan back Hide",
    );
    expect(words(replaced("reset", true), ["reset"])).toBe("Your plan is back. Do it again Hide");
  });

  it("is not there for what was done elsewhere, or where nothing was", () => {
    expect(undoOffer(mockView(replaced("file")), ["reset", "kept"])).toBe(nothing);
    expect(undoOffer(mockView(), ["reset"])).toBe(nothing);
  });

  it("undoes, and goes away when asked to", () => {
    const { actions, calls } = writtenActions();
    const offer = html`${undoOffer(mockView(replaced("reset"), { actions }), ["reset"])}`;
    hear(offer, "click", "Bring my plan back");
    hear(offer, "click", "Hide");
    expect(calls).toEqual([["undo"], ["dismissUndo"]]);
  });
});
