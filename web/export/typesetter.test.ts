import { describe, expect, it } from "vitest";
import { wrapWords } from "./typesetter.ts";

const inLetters = (line: string): number => line.length;

describe("wrapWords", () => {
  it("fills lines up to the width and never breaks a word or a figure from its unit", () => {
    expect(wrapWords("By 2031, about $60\u00A0million more a year", 18, inLetters)).toEqual([
      "By 2031, about",
      "$60\u00A0million more a",
      "year",
    ]);
    expect(wrapWords("incomprehensibilities are long", 5, inLetters)).toEqual(["incomprehensibilities", "are", "long"]);
  });

  it("takes a line that fits exactly, and nothing for nothing", () => {
    expect(wrapWords("ab cd", 5, inLetters)).toEqual(["ab cd"]);
    expect(wrapWords("  ", 5, inLetters)).toEqual([]);
  });
});
