import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { gradePill, sources } from "./sources.ts";

describe("sources", () => {
  it("links to each, with who published it and when", () => {
    expect(wordsOf(sources(mockView(), ["office"]))).toBe("Yearbook , Office, 2025");
    expect(markupOf(sources(mockView(), ["office"]))).toContain('<a href="https://example.org/" rel="noreferrer">Yearbook</a>, Office, 2025');
  });

  it("sets them in English, from the left, in pages of other languages", () => {
    expect(markupOf(sources(mockView({}, { text: ur }), ["office"]))).toContain('<li lang="en" dir="ltr">');
  });

  it("says that there is none, and passes over what the pack does not have", () => {
    expect(wordsOf(sources(mockView(), []))).toBe("No source.");
    expect(markupOf(sources(mockView(), ["elsewhere", "office"])).match(/<li/g)).toHaveLength(1);
  });
});

describe("gradePill", () => {
  it("says how well a value is founded, and marks a judgement", () => {
    expect(markupOf(gradePill(mockView(), "A"))).toBe('<p class="grade">official figure</p>');
    expect(markupOf(gradePill(mockView(), "C"))).toBe('<p class="grade">claim by a company or the press</p>');
    expect(markupOf(gradePill(mockView(), "D"))).toBe('<p class="grade judged">judgement</p>');
  });
});
