import { describe, expect, it } from "vitest";
import { compileTexts } from "../../tools/text/catalogue.mjs";
import { catalogueOf } from "./catalogue.ts";
import { inDrawing, isolated, textsOf, type Values } from "./message.ts";
import type { Phrase } from "./phrase.ts";

/** Writes a message as the page does. */
function write(text: string, values: Values = {}, language = "en"): string | Phrase {
  const plurals = new Intl.PluralRules(language);
  const manner = { isRightToLeft: language === "ur", perCent: language === "ur" ? "فیصد" : "%", classOf: (count: number) => plurals.select(count) };
  const made = textsOf(compileTexts({ text }), manner)["text"] as string | Phrase | ((values: Values) => string | Phrase);
  return typeof made === "function" ? made(values) : made;
}

describe("a message", () => {
  it("is its words, or its words with values", () => {
    expect(write("plain")).toBe("plain");
    expect(write("By {year}: {amount}", { year: 2031, amount: "$94m" })).toBe("By 2031: $94m");
  });

  it("takes exact counts before the plural class of its language", () => {
    const text = "{n, plural, =0 {none} one {one} other {{n} of {all}}}";
    expect([0, 1, 2, 1.5].map((n) => write(text, { n, all: 9 }))).toEqual(["none", "one", "2 of 9", "1.5 of 9"]);
    // Russian: 21 takes the class of 1, 3 that of a few.
    const russian = "{n, plural, one {год} few {года} many {лет} other {года}}";
    expect([21, 3, 11].map((n) => write(russian, { n }, "ru"))).toEqual(["год", "года", "лет"]);
  });

  it("selects by words, and has no words for what it does not know", () => {
    const text = "{size, select, few {fewer than 1} some {{count}}}";
    expect(write(text, { size: "few", count: 0 })).toBe("fewer than 1");
    expect(write(text, { size: "some", count: 3 })).toBe("3");
    expect(() => write(text, { size: "toString", count: 3 })).toThrow(/nothing for "toString" as \{size\}/);
    expect(write("{x, select, a {A} other {else}}", { x: "z" })).toBe("else");
  });

  it("marks words that stand out, whatever stands inside one another", () => {
    expect(write("no <strong>extra</strong> cost")).toEqual(["no ", { mark: "strong", words: ["extra"] }, " cost"]);
    const text = "In {y}, <strong>{n, plural, one {<em>one</em> year} other {{n} years}}</strong>.";
    expect(write(text, { y: 2031, n: 1 })).toEqual([
      "In 2031, ",
      { mark: "strong", words: [{ mark: "em", words: ["one"] }, " year"] },
      ".",
    ]);
    expect(write(text, { y: 2031, n: 4 })).toEqual(["In 2031, ", { mark: "strong", words: ["4 years"] }, "."]);
  });

  it("stays a phrase where nothing happens to stand out", () => {
    expect(write("{x, select, a {<em>A</em>} b {B}}", { x: "b" })).toEqual(["B"]);
  });

  it("refuses to be written without a value", () => {
    expect(() => write("By {year}")).toThrow("The text needs a value for {year}.");
  });

  it("keeps figures together between right-to-left words, and only there", () => {
    expect(write("تقریباً {amount} تک", { amount: "−57 %" }, "ur")).toBe("تقریباً \u2066−57 %\u2069 تک");
    expect(write("{year} تک", { year: 2031 }, "ur")).toBe("\u20662031\u2069 تک");
    expect(write("{name} میں", { name: "پاکستان" }, "ur")).toBe("پاکستان میں");
    expect(write("{amount}", { amount: "−57 %" })).toBe("−57 %");
  });

  it("says a percentage in the language's own word", () => {
    expect(write("آج {share} لوگ", { share: "57.5\u00A0%" }, "ur")).toBe("آج \u206657.5\u2069\u00A0فیصد لوگ");
    expect(write("{low} تک", { low: "−1,200\u00A0%" }, "ur")).toBe("\u2066−1,200\u2069\u00A0فیصد تک");
    expect(write("{share} of people", { share: "57\u00A0%" })).toBe("57\u00A0% of people");
    expect(write("{words} تک", { words: "x 5\u00A0%" }, "ur")).toBe("\u2066x 5\u00A0%\u2069 تک");
    expect(isolated(isolated("5"))).toBe("\u20665\u2069");
    expect(inDrawing("\u20662031\u2069: \u2066$5\u2069 تک")).toBe("\u200F\u200E2031\u200E\u200F: \u200F\u200E$5\u200E\u200F تک");
    expect(inDrawing("by 2031")).toBe("by 2031");
  });
});

describe("catalogueOf", () => {
  it("knows its language and direction", () => {
    const texts = compileTexts({ language: { name: "اردو", direction: "rtl", perCent: "فیصد" }, a: "{x}" });
    const urdu = catalogueOf({ tag: "ur", texts });
    expect([urdu.tag, urdu.isRightToLeft, urdu.language.direction]).toEqual(["ur", true, "rtl"]);
  });
});
