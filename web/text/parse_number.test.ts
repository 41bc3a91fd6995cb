import { describe, expect, it } from "vitest";
import { numberWithDot, parseDollars, parseNumber } from "./parse_number.ts";

describe("numberWithDot", () => {
  it("reads three digits behind a dot as thousands, and nothing else", () => {
    expect(["250.000", " 1.250 ", "۲۵۰٫۰۰۰", "-5.000"].map(numberWithDot)).toEqual([250_000, 1250, 250_000, -5000]);
    expect(["250", "0.250", "250.00", "250.0000", "1250.000", "1.250.000", "2.500 million"].map(numberWithDot)).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });
});

describe("parseNumber", () => {
  it.each<[string, number]>([
    ["100000", 100_000],
    [" 100,000 ", 100_000],
    ["1,00,000", 100_000],
    ["12,34,567", 1_234_567],
    ["100 000", 100_000],
    ["100\u00A0000", 100_000],
    ["100\u202F000", 100_000],
    ["100'000", 100_000],
    ["100k", 100_000],
    ["100 K", 100_000],
    ["1 lakh", 100_000],
    ["2.5 lakh", 250_000],
    ["1.5 crore", 15_000_000],
    ["2.5 million", 2_500_000],
    ["2.3m", 2_300_000],
    // 8.03 times a million is 8029999.999999999 in binary.
    ["8.03 million", 8_030_000],
    ["1 arab", 1e9],
    ["1e5", 100_000],
    ["۱٬۲۰۰", 1200],
    ["١٬٢٠٠٫٥", 1200.5],
    ["۱ لاکھ", 100_000],
    ["۲٫۵ کروڑ", 25_000_000],
    ["۳ کھرب", 3e11],
    ["１００", 100],
    ["-5", -5],
    ["\u22125", -5],
    ["+5", 5],
    ["0", 0],
    ["007", 7],
    ["1234567890123457", 1_234_567_890_123_457],
    ["9,007,199,254,740,991", 9_007_199_254_740_991],
    // The double that is nearest to it.
    ["9007199254740993", 9_007_199_254_740_992],
    ["0.1234567890123456", 0.1234567890123456],
    ["9007199.254740991 arab", 9_007_199_254_740_991],
    ["2.5e3 lakh", 250_000_000],
    // Marks that are not seen (general category Cf): of embedding, joining and no width.
    ["\u202A100,000\u202C", 100_000],
    ["\uFEFF100\u200B000\u2060", 100_000],
    ["۱\u200C لاکھ", 100_000],
    // As Arabic keyboards write kaf and yeh.
    ["5 لا\u0643ھ", 500_000],
    ["۲ مل\u064Aن", 2_000_000],
    ["۲ بل\u0649ن", 2e9],
    ["۳ \u0643روڑ", 3e7],
    // As they write heh, and each of Urdu's two for the other.
    ["۵ \u0647زار", 5000],
    ["۵ لا\u06A9\u0647", 500_000],
    ["۵ \u0643\u0647رب", 5e11],
    ["۵ \u06BEزار", 5000],
    ["۵ لاک\u06C1", 500_000],
    // With marks of vowels.
    ["۲ ملی\u064Eن", 2_000_000],
    ["۲ ا\u064Eر\u064Eب", 2e9],
  ])("reads %j as %d", (text, value) => {
    expect(parseNumber(text)).toBe(value);
  });

  it.each<[number, string]>([
    [1e3, "k thousand hazar hazaar ہزار"],
    [1e5, "lakh lakhs lac lacs لاکھ"],
    [1e6, "m mn million ملین"],
    [1e7, "cr crore crores karor کروڑ کڑوڑ"],
    [1e9, "b bn billion arab ارب بلین"],
    [1e11, "kharab کھرب"],
    [1e12, "tn trillion ٹریلین"],
  ])("takes one of the size %d to be it: %s", (size, words) => {
    for (const word of words.split(" ")) expect([word, parseNumber(`1 ${word}`), parseNumber(`3${word}`)]).toEqual([word, size, 3 * size]);
  });

  it.each<[string, number]>([
    ["57 %", 57],
    ["57.3%", 57.3],
    [" 57 % ", 57],
    ["57", 57],
    ["۵۷٪", 57],
    ["۵۷ فیصد", 57],
    ["57 ف\u064Aصد", 57],
    ["57 فی صد", 57],
    ["۵۷ فی\u00A0صد", 57],
    ["۵۷ فی\u200Cصد", 57],
  ])("reads %j as %d per cent", (text, value) => {
    expect(parseNumber(text, true)).toBe(value);
  });

  it.each(["50%", "50 %", "۵۷٪", "۵۷ فیصد"])("reads nothing from %j where it is no share", (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it.each(["", " ", "abc", "2,5", "12,34", "1,0000", "123,45,678", "12 34", "1.2.3", "Rs 100", "5 dozen", ".", "1e", "Infinity", "NaN", "0x10", "--5", "5-"])(
    "reads nothing from %j",
    (text) => {
      expect(parseNumber(text)).toBeUndefined();
    },
  );
});

describe("parseDollars", () => {
  // As the page writes amounts, in labels and in sentences, with what they are counted by.
  it.each<[string, number]>([
    ["$2 billion", 2e9],
    ["$500 a year", 500],
    ["$2m a year", 2e6],
    ["\u2066$12k\u2069", 12_000],
    ["\u2212500", -500],
    ["\u20661\u2069 ارب ڈالر سالانہ", 1e9],
    ["$94 ملین سالانہ", 94e6],
    ["US$12,000", 12_000],
    ["US$ 12,000", 12_000],
    ["200,000 dollars", 200_000],
    ["1 Dollar", 1],
    ["5 million dollars a year", 5e6],
    ["12,000 ڈالر", 12_000],
    ["1 lakh", 100_000],
  ])("reads %j as %d", (text, value) => {
    expect(parseDollars(text)).toBe(value);
  });

  it("takes an amount for what it is counted by, and no other", () => {
    const bySeller = ["a seller", "فی فروخت کنندہ"];
    expect(["$20 a seller", "$20 فی فروخت کنندہ", "$20"].map((text) => parseDollars(text, bySeller))).toEqual([20, 20, 20]);
    expect(parseDollars("$20 a year", bySeller)).toBeUndefined();
    expect(parseDollars("$20 a seller")).toBeUndefined();
  });

  it.each(["Rs 100", "100 روپے", "Rs 100 a year", "$Rs 100", "\u20AC5", "$", "dollars", "a year", "5 %"])("reads nothing from %j", (text) => {
    expect(parseDollars(text)).toBeUndefined();
  });

  it("is for amounts of dollars alone", () => {
    expect(["$5", "5 dollars", "5 a year"].map((text) => parseNumber(text))).toEqual([undefined, undefined, undefined]);
  });
});
