import { describe, expect, it } from "vitest";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { pathsFigure } from "./paths.ts";

describe("pathsFigure", () => {
  it("says why its two middles do not differ by the answer", () => {
    expect(wordsOf(pathsFigure(mockView()))).toContain("The gap between the lines is not the answer: sales that only move from other exports are still in it");
    expect(wordsOf(pathsFigure(mockView({}, { text: ur })))).toContain("لکیروں کا درمیانی فاصلہ جواب نہیں");
  });
});
