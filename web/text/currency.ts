import type { Pack } from "../engine/types.ts";
import type { Catalogue } from "./catalogue.ts";
import { formatNumber, kNbsp, type Magnitude, type MoneyDisplay } from "./format.ts";
import { setIn } from "./message.ts";

/** How a currency is written in a language. */
type CurrencyWords = Pick<MoneyDisplay, "prefix" | "suffix" | "shortPrefix" | "unit">;

/** The powers of ten that have a word, in the words of a language and the system that is chosen, and one. */
function magnitudesOf({ figures, numberWords }: Catalogue, { shortPrefix, suffix }: CurrencyWords): Magnitude[] {
  const { magnitudes, short } = figures;
  // A currency that has nothing to stand before a figure stands behind it, in labels as in sentences.
  const behind = shortPrefix === "" ? suffix : "";
  const named = (divisor: number, name: keyof typeof magnitudes): Magnitude => ({
    divisor,
    word: magnitudes[name],
    short: `${short[name]}${behind}`,
  });
  const larger =
    numberWords === "lakh"
      ? [named(1e11, "kharab"), named(1e9, "arab"), named(1e7, "crore"), named(1e5, "lakh")]
      : [named(1e12, "trillion"), named(1e9, "billion"), named(1e6, "million")];
  return [...larger, named(1e3, "thousand"), { divisor: 1, word: "", short: behind }];
}

function displayIn(text: Catalogue, words: CurrencyWords, perUsd: number): MoneyDisplay {
  return {
    ...words,
    perUsd,
    magnitudes: magnitudesOf(text, words),
    unitIn: (magnitude) => text.figures.unitOf({ unit: words.unit, magnitude }),
    set: (figure) => setIn(text, figure),
  };
}

/** Amounts in US$. */
export function dollarDisplay(text: Catalogue): MoneyDisplay {
  return displayIn(text, text.figures.dollars, 1);
}

/** Amounts in the currency of the pack's country, at the pack's rate; one without words goes by its code. */
export function localDisplay(text: Catalogue, { currency }: Pack): MoneyDisplay {
  const { code, perUsd } = currency;
  const known: Readonly<Record<string, CurrencyWords>> = text.figures.currencies;
  const prefix = `${code}${kNbsp}`;
  return displayIn(text, known[code] ?? { prefix, suffix: "", shortPrefix: prefix, unit: code }, perUsd.value);
}

/** The pack's rate in figures: "Rs 283.76". */
export function rateText(text: Catalogue, pack: Pack): string {
  const { prefix, suffix, set } = localDisplay(text, pack);
  return `${set(`${prefix}${formatNumber(pack.currency.perUsd.value, 2)}`)}${suffix}`;
}
