import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { phrase } from "./phrase.ts";

describe("phrase", () => {
  it("sets in bold and in italics what stands out, also one in the other", () => {
    const shown = phrase(["By 2029 ", { mark: "strong", words: ["about ", { mark: "em", words: ["$94"] }, " m"] }, " more."]);
    expect(markupOf(shown)).toBe("By 2029 <strong>about <em>$94</em> m</strong> more.");
  });

  it("shows words as they are, whatever stands in them", () => {
    expect(markupOf(phrase(["<b>1 & 2</b>"]))).toBe("&lt;b&gt;1 &amp; 2&lt;/b&gt;");
  });
});
