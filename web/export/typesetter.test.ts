import { describe, expect, it } from "vitest";
import { wrapWords } from "./typesetter.ts";

const inLetters = (line: string): number => line.length;

describe("wrapWords", () => {
  it("fills lines up to the width and never breaks a figure from its unit", () => {
    expect(wrapWords("By 2031, about $60\u00A0million more a year", 18, inLetters)).toEqual([
      "By 2031, about",
      "$60\u00A0million more a",
      "year",
    ]);
  });

  it("breaks a word that no line holds, as addresses may be", () => {
    expect(wrapWords("see https://a.example/#v=1&years=4 now", 12, inLetters)).toEqual(["see", "https://a.ex", "ample/#v=1&y", "ears=4 now"]);
    expect(wrapWords("abc", 0, inLetters)).toEqual(["a", "b", "c"]);
  });

  it("takes a line that fits exactly, and nothing for nothing", () => {
    expect(wrapWords("ab cd", 5, inLetters)).toEqual(["ab cd"]);
    expect(wrapWords("  ", 5, inLetters)).toEqual([]);
  });
});
