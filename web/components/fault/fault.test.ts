import { describe, expect, it } from "vitest";
import { hear } from "../../../tests/web/controls_of.ts";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { fault } from "./fault.ts";

const view = mockView();

describe("fault", () => {
  it("says what is the matter, what follows, and how to try again", () => {
    let tries = 0;
    const shown = fault(view, "It broke.", { consequence: "Nothing moves.", message: "no <memory>", retry: () => (tries += 1) });
    expect(wordsOf(shown)).toBe("It broke. Nothing moves. Try again Technical details no &lt;memory&gt;");
    expect(markupOf(shown)).toContain('role="alert"');
    hear(shown, "click", "Try again");
    expect(tries).toBe(1);
  });

  it("offers neither to try again nor details where there are none", () => {
    expect(wordsOf(fault(view, "It broke.", {}))).toBe("It broke.");
    expect(markupOf(fault(view, "It broke.", {}))).not.toMatch(/<button|<details/);
  });

  it("leaves what a browser says in English, from the left, in pages of other languages", () => {
    const shown = markupOf(fault(mockView({}, { text: ur }), "خرابی", { message: "Failed to fetch" }));
    expect(shown).toContain('<p class="small" lang="en" dir="ltr">Failed to fetch</p>');
  });
});
