import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { en } from "../../tests/web/english.ts";
import { mockPack } from "../../tests/web/mock_pack.ts";
import {
  formatInUnit,
  formatMoney,
  formatMoneyRange,
  formatMoneyShort,
  formatNumber,
  formatPercent,
  formatShare,
  formatSignificant,
  formatTabular,
  moneyUnit,
  roundSignificant,
} from "./format.ts";
import { unmarked, ur } from "../../tests/web/urdu.ts";
import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { catalogueOf } from "./catalogue.ts";
import { dollarDisplay, localDisplay } from "./currency.ts";
import { formatMoneyColumn } from "./money_column.ts";
import { formatMoneyTabular, formatPercentTabular } from "./table_figures.ts";

const { currency } = mockPack;
const kDollars = dollarDisplay(en);
const kRupees = localDisplay(en, {
  ...mockPack,
  currency: { ...currency, code: "PKR", perUsd: { ...currency.perUsd, value: 283.76 } },
});
const plain = (text: string): string => text.replaceAll("\u00A0", " ").replaceAll("\u2060", "");

describe("formatNumber", () => {
  const written = (value: number, decimals: number, minDecimals: number): string =>
    new Intl.NumberFormat("en", {
      maximumFractionDigits: decimals,
      minimumFractionDigits: minDecimals,
      signDisplay: "negative",
    })
      .format(value)
      .replace("-", "\u2212");

  it("writes what Intl.NumberFormat writes", () => {
    const size = fc.oneof(
      fc.double(),
      // Figures as they are shown, and the ties between two roundings.
      fc.tuple(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: -9, max: 9 })).map(([n, e]) => Number(`${n}e${e}`)),
      fc.tuple(fc.integer({ min: 0, max: 2e6 }), fc.integer({ min: 0, max: 5 })).map(([n, e]) => Number(`${n}5e-${e}`)),
      fc.constantFrom(0, -0, 0.5, 1.005, 999.5, 999_999.95, 1e21, 1e-7, 5e-324, Number.MAX_VALUE, Infinity, -Infinity),
    );
    const places = fc.integer({ min: 0, max: 12 }).chain((most) => fc.tuple(fc.constant(most), fc.integer({ min: 0, max: most })));
    fc.assert(
      fc.property(size, places, (value, [decimals, minDecimals]) => {
        expect(formatNumber(value, decimals, minDecimals)).toBe(written(value, decimals, minDecimals));
      }),
      { numRuns: 5000 },
    );
  });
});

describe("formatMoney", () => {
  it.each<[number, string]>([
    [94_312_555, "$94 million"],
    [1_240_000, "$1.2 million"],
    [999_600, "$1 million"],
    [994_000, "$990,000"],
    [94_312, "$94,000"],
    [940, "$940"],
    [9.44, "$9.4"],
    [0, "$0"],
    [-0, "$0"],
    [-118_000_000, "−$120 million"],
    [3_250_000_000, "$3.3 billion"],
    [1.2e12, "$1.2 trillion"],
    [Number.NaN, "$0"],
  ])("says %d as %s", (usd, text) => {
    expect(plain(formatMoney(usd, kDollars))).toBe(text);
  });

  it("converts at the pack's rate", () => {
    expect(plain(formatMoney(94_000_000, kRupees))).toBe("Rs 27 billion");
    expect(plain(formatMoney(-1000, kRupees))).toBe("−Rs 280,000");
  });
});

describe("formatMoneyShort", () => {
  it.each<[number, string]>([
    [94_312_555, "$94m"],
    [-118_000_000, "−$120m"],
    [94_312, "$94k"],
    [940, "$940"],
    [1_250_000_000, "$1.3bn"],
    [0, "$0"],
    // No zeros that a sentence would not have.
    [58_000_000, "$58m"],
    [1_000_000, "$1m"],
  ])("says %d as %s", (usd, text) => {
    expect(plain(formatMoneyShort(usd, kDollars))).toBe(text);
  });
});

describe("formatMoneyRange", () => {
  it.each<[number, number, string, string]>([
    [17e6, 240e6, "$17 million", "$240 million"],
    [900_000, 12e6, "$900,000", "$12 million"],
    [17e6, 1.24e9, "$17 million", "$1.2 billion"],
    [-4e6, 20e6, "−$4 million", "$20 million"],
    [-9e6, -2e6, "−$9 million", "−$2 million"],
    [0, 12e6, "$0", "$12 million"],
    [2000, 9000, "$2,000", "$9,000"],
  ])("says %d to %d", (low, high, first, second) => {
    expect(formatMoneyRange(low, high, kDollars).map(plain)).toEqual([first, second]);
  });

  it("says a word of size once where the currency stands behind it", () => {
    const said = (low: number, high: number): string[] => formatMoneyRange(low, high, dollarDisplay(ur)).map((end) => unmarked(plain(end)));
    expect(said(9e6, 330e6)).toEqual(["9", "330 ملین ڈالر"]);
    expect(said(-120e6, -2.5e6)).toEqual(["−120", "−2.5 ملین ڈالر"]);
    expect(said(900_000, 12e6)).toEqual(["900,000 ڈالر", "12 ملین ڈالر"]);
    // From a loss to a gain each end says its own: "−4" before it could be read as four dollars.
    expect(said(-4e6, 20e6)).toEqual(["−4 ملین ڈالر", "20 ملین ڈالر"]);
  });
});

describe("numbers", () => {
  it("groups thousands and keeps the minus of what is not zero", () => {
    expect(formatNumber(100_000)).toBe("100,000");
    expect(formatNumber(-1234.56, 1)).toBe("−1,234.6");
    expect(formatNumber(-0.2)).toBe("0");
  });

  it("shows as many significant digits as are asked for", () => {
    expect(formatSignificant(94.1234, 3)).toBe("94.1");
    expect(formatSignificant(1236.4, 3)).toBe("1,240");
    expect(formatSignificant(0.03124, 3)).toBe("0.0312");
    expect(formatSignificant(9, 2)).toBe("9");
    expect(formatSignificant(0, 3)).toBe("0");
  });

  it("shows shares as percentages", () => {
    expect(plain(formatPercent(0.57))).toBe("57 %");
    expect(plain(formatPercent(0.5734))).toBe("57.3 %");
    expect(plain(formatPercent(1 / 3, 0))).toBe("33 %");
  });

  it("shows shares in two digits, with decimals only where they are small", () => {
    const shares = [0.344, 0.0344, 0.0103, 0.00444, 0.000444, 0.0000444, -0.0344, 0];
    expect(shares.map((share) => plain(formatShare(share)))).toEqual(["34 %", "3 %", "1 %", "0.4 %", "0.04 %", "0.004 %", "−3 %", "0 %"]);
  });

  it("rounds what is not finite to 0", () => {
    expect(roundSignificant(Number.POSITIVE_INFINITY, 2)).toBe(0);
    expect(roundSignificant(0.0123456, 2)).toBe(0.012);
  });
});

describe("moneyUnit", () => {
  it("takes the power of a thousand of the largest amount", () => {
    expect(moneyUnit(240e6, kDollars)).toEqual({ usd: 1e6, name: "US$ million", short: "m" });
    expect(moneyUnit(1.2e9, kDollars)).toEqual({ usd: 1e6, name: "US$ million", short: "m" });
    expect(moneyUnit(2.4e9, kDollars)).toEqual({ usd: 1e9, name: "US$ billion", short: "bn" });
    expect(moneyUnit(900, kDollars)).toEqual({ usd: 1, name: "US$", short: "" });
    expect(moneyUnit(0, kDollars)).toEqual({ usd: 1, name: "US$", short: "" });
    expect(moneyUnit(240e6, kRupees).name).toBe("Rs billion");
  });
});

/** U+2060, word joiner: where nothing stands for it, a line may end between a minus and a "$" (UAX #14: PR ÷ PR). */
describe("a loss", () => {
  it("keeps its minus at the end of a line", () => {
    expect(formatMoney(-290e6, kDollars)).toBe("\u2212\u2060$290\u00A0million");
    expect(formatMoneyShort(-2.07e6, kDollars)).toBe("\u2212\u2060$2.1m");
    expect(formatMoneyTabular(-2.07e6, kDollars)).toBe("\u2212\u2060$2.07m");
    expect(formatMoneyColumn([-2.07e6], kDollars)).toEqual(["\u2212\u2060$2.07m"]);
    expect(formatMoneyShort(-2.07e6, kRupees)).toBe("\u2212\u2060Rs\u00A0590m");
  });

  it("has no joiner where nothing stands between sign and figure, nor a gain", () => {
    const rupees = localDisplay(ur, { ...mockPack, currency: { ...currency, code: "PKR" } });
    expect(unmarked(formatMoneyTabular(-2.07e6, rupees))).toBe("\u2212518\u00A0ملین\u00A0روپے");
    expect(formatMoney(290e6, kDollars)).toBe("$290\u00A0million");
    expect(formatMoneyShort(290e6, kDollars)).toBe("$290m");
  });
});

describe("figures in a table", () => {
  it.each<[number, string]>([
    [1.3, "1.30"],
    [5.734, "5.73"],
    [9, "9.00"],
    [58, "58.0"],
    [58.7, "58.7"],
    [9.996, "10.0"],
    [100, "100"],
    [1236.4, "1,240"],
    [0.03, "0.0300"],
    [-0.45, "−0.450"],
    [0, "0"],
    [-0, "0"],
    // What arithmetic leaves of nothing.
    [1e-15, "0"],
  ])("are of three digits: %d is %s", (value, text) => {
    expect(formatTabular(value)).toBe(text);
  });

  it.each<[number, string]>([
    [94_312_555, "$94.3m"],
    [58_000_000, "$58.0m"],
    [-118_400_000, "−$118m"],
    [999_600_000, "$1.00bn"],
    [490_000, "$490k"],
    [4300, "$4.30k"],
    [940, "$940"],
    [9, "$9.00"],
    [0, "$0"],
  ])("are of three digits with their currency: %d is %s", (usd, text) => {
    expect(plain(formatMoneyTabular(usd, kDollars))).toBe(text);
  });

  it.each<[number, string]>([
    [0.45, "45.0 %"],
    [0.0834, "8.3 %"],
    [1, "100.0 %"],
    [0, "0 %"],
  ])("are per cents to one decimal: %d is %s", (share, text) => {
    expect(plain(formatPercentTabular(share))).toBe(text);
  });

  it("are in the unit of the head", () => {
    expect(formatInUnit(9e6, moneyUnit(58e6, kDollars))).toBe("9.00");
    expect(formatInUnit(0, moneyUnit(58e6, kDollars))).toBe("0");
  });
});

describe("a currency behind its figures", () => {
  const rupees = localDisplay(ur, { ...mockPack, currency: { ...mockPack.currency, code: "PKR" } });
  const said = (text: string): string => plain(unmarked(text));

  it("is said in labels in the words of the language", () => {
    // At 250 to the dollar.
    const labels = [94_312_555, -118_000_000, 94_312, 2, 0].map((usd) => said(formatMoneyShort(usd, rupees)));
    expect(labels).toEqual(["24 ارب روپے", "−30 ارب روپے", "24 ملین روپے", "500 روپے", "0"]);
    expect(formatMoneyColumn([94_300_000, -6_480_000], rupees).map(said)).toEqual(["23.6 ارب روپے", "−1.6 ارب روپے"]);
    expect(said(formatMoney(94_312_555, rupees))).toBe("24 ارب روپے");
    expect(said(moneyUnit(94e6, rupees).name)).toBe("ارب روپے");
  });
});

/** 1 lakh = 100,000; 1 crore = 100 lakh; 1 arab = 100 crore; 1 kharab = 100 arab. */
describe("lakh, crore, arab", () => {
  const english = dollarDisplay({ ...en, numberWords: "lakh" });
  const urdu = dollarDisplay({ ...catalogueOf(compileCatalogue("ur")), numberWords: "lakh" });
  const said = (text: string): string => plain(text).replaceAll(/[\u2066\u2069]/g, "");

  it.each<[number, string, string, string]>([
    [94_312, "$94,000", "$94k", "94,000 ڈالر"],
    [99_600, "$1 lakh", "$1 lakh", "1 لاکھ ڈالر"],
    [940_000, "$9.4 lakh", "$9.4 lakh", "9.4 لاکھ ڈالر"],
    [9_960_000, "$1 crore", "$1 cr", "1 کروڑ ڈالر"],
    [58_200_000, "$5.8 crore", "$5.8 cr", "5.8 کروڑ ڈالر"],
    [-330_000_000, "−$33 crore", "−$33 cr", "−33 کروڑ ڈالر"],
    [1_250_000_000, "$1.3 arab", "$1.3 arab", "1.3 ارب ڈالر"],
    [32_106_000_000, "$32 arab", "$32 arab", "32 ارب ڈالر"],
    [1.2e12, "$12 kharab", "$12 kharab", "12 کھرب ڈالر"],
  ])("says %d", (usd, sentence, label, inUrdu) => {
    expect(said(formatMoney(usd, english))).toBe(sentence);
    expect(said(formatMoneyShort(usd, english))).toBe(label);
    expect(said(formatMoney(usd, urdu))).toBe(inUrdu);
  });

  it("draws axes in the word that leaves figures readable", () => {
    expect(moneyUnit(240e6, english)).toEqual({ usd: 1e7, name: "US$ crore", short: " cr" });
    expect(moneyUnit(240e6, urdu)).toEqual({ usd: 1e7, name: "کروڑ امریکی ڈالر", short: " کروڑ" });
    expect(moneyUnit(2.4e9, english)).toEqual({ usd: 1e9, name: "US$ arab", short: " arab" });
  });
});
