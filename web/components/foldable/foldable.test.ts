import { html } from "lit";
import { describe, expect, it } from "vitest";
import { hear, writtenActions } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { foldable } from "./foldable.ts";

const control = { id: "path", label: "How they arrive", summary: "Evenly" };
const body = html`<p>All of it.</p>`;

describe("foldable", () => {
  it("says in a line what is set, and is tied to what it folds", () => {
    const shown = foldable(mockView(), control, body);
    expect(wordsOf(shown)).toBe("How they arrive Evenly All of it.");
    expect(markupOf(shown)).toContain('aria-expanded="false" aria-controls="path-body"');
    expect(markupOf(shown)).toContain('<div class="control-body" id="path-body"><p>All of it.</p></div>');
  });

  it("keeps the sign of a figure on its side among words from the right", () => {
    const shown = foldable(mockView({}, { text: ur }), { ...control, summary: "57\u00A0%" }, body);
    expect(markupOf(shown)).toContain('<span class="fold-value">\u206657 %\u2069</span>');
  });

  it("is open once it was unfolded, and while something in it needs attention", () => {
    const isOpen = (unfolded: string[], isHeldOpen: boolean): boolean => {
      const markup = markupOf(foldable(mockView({ unfolded: new Set(unfolded) }), { ...control, isHeldOpen }, body));
      const isSaid = markup.includes('aria-expanded="true"');
      expect(markup.includes('class="control foldable open"')).toBe(isSaid);
      return isSaid;
    };
    expect(isOpen(["path"], false)).toBe(true);
    expect(isOpen([], true)).toBe(true);
    expect(isOpen(["mix"], false)).toBe(false);
  });

  it("folds and unfolds by its own name", () => {
    const { actions, calls } = writtenActions();
    hear(foldable(mockView({}, { actions }), control, body), "click", 'aria-controls="path-body"');
    expect(calls).toEqual([["toggle", "path"]]);
  });
});
