import { describe, expect, it } from "vitest";
import { matches } from "./search.ts";

const figure = { text: "Goods exports  32\u00A0billion  Pakistan Bureau of Statistics", grade: "A*" };

describe("matches", () => {
  it.each<[string, string, boolean]>([
    ["", "", true],
    ["exports bureau", "", true],
    ["BUREAU goods", "", true],
    ["32 billion", "", true],
    ["exports imports", "", false],
    ["", "A*", true],
    ["", "A", false],
    ["exports", "D", false],
  ])("%j of grade %j: %s", (words, grade, found) => {
    expect(matches(figure, words, grade)).toBe(found);
  });

  it("looks through vowel signs and marks of direction", () => {
    expect(matches({ text: "افراطِ زر \u2066FY25\u2069", grade: "D" }, "افراط fy25", "")).toBe(true);
  });
});
