import { describe, expect, it } from "vitest";
import type { Dist } from "../engine/types.ts";
import { middleOf } from "../state/middle_of.ts";
import { distributionWith } from "../state/plan/interval.ts";
import type { WhyNothing } from "../state/plan/closures.ts";
import type { Spread } from "../state/readings.ts";
import { compileCatalogue } from "../../tools/text/catalogue.mjs";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { dollarDisplay, localDisplay, rateText } from "./currency.ts";
import { distributionWords, valueInUnit } from "./distribution_words.ts";
import { formatPercent } from "./format.ts";
import { unmarked, ur } from "../../tests/web/urdu.ts";
import { en } from "../../tests/web/english.ts";
import { plainText } from "./phrase.ts";
import { headlineBar, headlineSentence, ofHundred } from "./sentences.ts";

const spread = (p05: number, p50: number, p95: number): Spread => ({
  mean: p50,
  p05,
  p25: p05,
  p50,
  p75: p95,
  p95,
});
const plain = (text: string): string => text.replaceAll("\u00A0", " ").replaceAll("\u2060", "");
const say = (value: Spread, display = dollarDisplay(en), why: WhyNothing = "other"): string =>
  plain(plainText(headlineSentence(en, value, 2036, display, why)));

describe("the headline", () => {
  it("says the middle and the range", () => {
    expect(say(spread(17e6, 94e6, 240e6))).toBe(
      "By 2036, there could be about $94 million more export earnings a year. In 18 of 20 futures it is $17 million to $240 million.",
    );
  });

  it("says a loss as less", () => {
    expect(say(spread(-9e6, -3e6, 2e6))).toBe(
      "By 2036, there could be about $3 million less in export earnings a year. In 18 of 20 futures the change is between −$9 million and $2 million.",
    );
  });

  it("says nothing as nothing", () => {
    const none = spread(0, 0, 0);
    expect(say(none)).toBe("By 2036, no extra export earnings: this plan does not change them.");
    expect(say(none, dollarDisplay(en), "closed")).toBe("By 2036, no extra export earnings: every market is closed in that year.");
    expect(unmarked(plainText(headlineSentence(ur, none, 2036, dollarDisplay(ur), "closed")))).toContain("کوئی اضافہ نہیں: 2036 میں ہر منڈی بند ہے۔");
  });

  it("speaks the country's currency", () => {
    expect(say(spread(17e6, 94e6, 240e6), localDisplay(en, mockPack))).toBe(
      "By 2036, there could be about ZED 24 billion more export earnings a year. In 18 of 20 futures it is ZED 4.3 billion to ZED 60 billion.",
    );
    expect(plain(rateText(en, mockPack))).toBe("ZED 250");
  });

  it("fits into one line", () => {
    const line = plainText(headlineBar(en, spread(17e6, 94e6, 240e6), 2036, dollarDisplay(en)));
    expect(plain(line)).toBe("2036: $94m a year ($17m to $240m)");
  });
});

describe("the English texts", () => {
  it("promise nothing: what could be is never said to be what will be", () => {
    expect(JSON.stringify(compileCatalogue("en").texts).match(/[^"]*\b[Ww]ill\b[^"]*/g)).toBeNull();
  });
});

describe("counts", () => {
  it("take the plural of their language", () => {
    expect(plain(en.figures.years({ count: 1 }))).toBe("1 year");
    expect(plain(en.figures.years({ count: 5 }))).toBe("5 years");
    expect(en.figures.sellers({ count: 1, figure: "1" })).toBe("1 new seller");
    expect(en.figures.sellers({ count: 100_000, figure: "100,000" })).toBe("100,000 new sellers");
  });

  it("never round a few down to none", () => {
    expect([25.2, 0.3, 0].map((count) => ofHundred(en, count))).toEqual(["25", "fewer than 1", "0"]);
  });
});

describe("distributions", () => {
  const unit = { min: 0, max: 1 };
  const words = (dist: Dist, unitName: string, range = { min: 0, max: Infinity }): string =>
    plain(distributionWords(en, dist, unitName, range));

  it("are said in words, with the range of 18 of 20", () => {
    // Quantiles of SciPy 1.10.
    expect(words({ dist: "pert", min: 0.1, mode: 0.25, max: 0.45 }, "share")).toBe(
      "most likely 25 %, from 10 % to 45 %; 18 of 20 from 15.4 % to 37 %",
    );
    expect(words({ dist: "uniform", min: 1, max: 3 }, "years")).toBe(
      "anywhere from 1 year to 3 years; 18 of 20 from 1.1 years to 2.9 years",
    );
    expect(words(0.01, "share")).toBe("1 %, fixed");
    expect(words({ dist: "pert", min: 0.01, mode: 0.01, max: 0.01 }, "share")).toBe("1 %, fixed");
    expect(words({ dist: "lognormal", p05: 12_000, p95: 200_000 }, "US$ a year")).toBe(
      "about $49k a year; 18 of 20 from $12k a year to $200k a year",
    );
    expect(words({ dist: "lognormal", mean: 0.3, sigma: 1 }, "share", unit)).toBe(
      "about 17.2 %; 18 of 20 from 3.4 % to 68.7 %",
    );
  });

  it.each<[string, Dist]>([
    ["PERT", { dist: "pert", min: 0.2, mode: 0.4, max: 0.7 }],
    ["triangle", { dist: "triangular", min: 0, mode: 0.2, max: 1 }],
    ["uniform", { dist: "uniform", min: 0, max: 1 }],
    ["beta", { dist: "beta", alpha: 3.5, beta: 10.5 }],
    ["normal", { dist: "normal", mean: 0.3, sd: 0.1, min: 0, max: 1 }],
    ["lognormal", { dist: "lognormal", mean: 0.3, sigma: 1 }],
  ])("give back the range of 18 of 20 that a visitor wrote: %s", (_, like) => {
    for (const [low, high] of [[0.2, 0.6], [0.123, 0.456], [0.301, 0.399]] as const) {
      const dist = distributionWith({ low, high }, like, unit);
      const [from, to] = [low, high].map((end) => plain(formatPercent(end)));
      expect(dist && words(dist, "share", unit)).toContain(`18 of 20 from ${from} to ${to}`);
    }
  });

  it("have a middle", () => {
    expect(middleOf({ dist: "triangular", min: 0, mode: 0.2, max: 1 }, unit)).toBe(0.2);
    expect(middleOf({ dist: "beta", alpha: 2, beta: 2 }, unit)).toBeCloseTo(0.5, 3);
    expect(middleOf({ dist: "normal", mean: 2.2, sd: 0.2, min: 0, max: 5 }, unit)).toBeCloseTo(2.2, 3);
    expect(middleOf({ dist: "lognormal", mean: 1, sigma: 1 }, { min: 0, max: Infinity })).toBeCloseTo(Math.exp(-0.5), 2);
    expect(middleOf({ dist: "lognormal", mean: 0.3, sigma: 1 }, unit)).toBeCloseTo(0.17215, 3);
  });

  it("carry the unit of the pack", () => {
    expect(plain(valueInUnit(en, 14, "jobs per US$ m"))).toBe("14 per US$ million");
    expect(plain(valueInUnit(en, 696_558, "establishments"))).toBe("696,558");
    expect(plain(valueInUnit(en, 283.76, "PKR per US$"))).toBe("283.76");
    expect(plain(valueInUnit(en, 0.30675, "KWD per US$"))).toBe("0.30675");
    expect(plain(valueInUnit(en, 0.0143, "share per day"))).toBe("1.4 % a day");
  });
});
