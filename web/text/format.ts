/**
 * Figures as words. Two significant digits in sentences and labels, three, zeros among them, in tables; minus is
 * U+2212; a figure and its unit never part at a line end. Nothing here rounds for computing.
 */

/** U+2212, which lines up with figures and which screen readers read as "minus". */
export const kMinus = "\u2212";
/** No-break space. */
export const kNbsp = "\u00A0";
/** Between a minus and a "$": a line may end between these two. */
const kJoiner = "\u2060";

/** A power of ten that has a word, with its words. */
export interface Magnitude {
  readonly divisor: number;
  /** In sentences: "million". Thousands are written out in sentences. */
  readonly word: string;
  /** What stands behind a figure in a label, with its own space where it needs one: "m", " ارب روپے". */
  readonly short: string;
}

/** How amounts of US$ are shown. */
export interface MoneyDisplay {
  /** What stands before the figure in a sentence, with its own space where it needs one: "$" or "Rs ". */
  readonly prefix: string;
  /** What stands after the figure and its word in a sentence, with its own space: " ڈالر". */
  readonly suffix: string;
  /** What stands before the figure in a label: "$"; empty where the currency stands behind it. */
  readonly shortPrefix: string;
  /** Name of the unit in titles and tables: "US$" or "Rs". */
  readonly unit: string;
  /** Units of the shown currency per US$; 1 for US$. */
  readonly perUsd: number;
  /** The words for powers of ten, the largest first: another system of number words is another list. */
  readonly magnitudes: readonly Magnitude[];
  /** Name of the unit in a magnitude: "US$ million". */
  unitIn(word: string): string;
  /** A figure with its sign and prefix as it stands among the words of the language. */
  set(figure: string): string;
}

const kOnes: Magnitude = { divisor: 1, word: "", short: "" };
/** Up to here sentences write figures out. */
const kWrittenOut = 1e3;

/** `value` rounded to `digits` significant digits; 0 for 0 and for what is not finite. */
export function roundSignificant(value: number, digits: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  return Number(value.toPrecision(digits));
}

/** The largest of `magnitudes` not above `value` in size. */
function magnitudeOf(value: number, magnitudes: readonly Magnitude[]): Magnitude {
  const size = Math.abs(value);
  return magnitudes.find(({ divisor }) => size >= divisor) ?? kOnes;
}

/** The decimal digits of `size` >= 0 times 10 to the power of `decimals`, rounded half up. */
function scaledDigits(size: number, decimals: number): string {
  const [mantissa = "0", exponent = "0"] = size.toExponential().split("e");
  const digits = mantissa.replace(".", "");
  const kept = Number(exponent) + 1 + decimals;
  if (kept >= digits.length) return digits.padEnd(kept, "0");
  if (kept < 0) return "0";
  const isUp = (digits[kept] ?? "0") >= "5";
  return String(BigInt(digits.slice(0, kept) || "0") + (isUp ? 1n : 0n));
}

function digitsOf(size: number, decimals: number, minDecimals: number): string {
  const scaled = scaledDigits(size, decimals).padStart(decimals + 1, "0");
  const whole = scaled.slice(0, scaled.length - decimals).replace(/\B(?=(?:\d{3})+$)/g, ",");
  const part = scaled.slice(scaled.length - decimals);
  const least = part.slice(0, minDecimals);
  const rest = part.slice(minDecimals).replace(/0+$/, "");
  return least + rest === "" ? whole : `${whole}.${least}${rest}`;
}

/**
 * A number with commas between thousands, at most `decimals` decimals and at least `minDecimals`, as Intl.NumberFormat
 * writes it in English. That takes a browser 26 ms for the first figure, and a phone as long as it takes to draw a
 * quarter of the page.
 */
export function formatNumber(value: number, decimals = 0, minDecimals = 0): string {
  if (Number.isNaN(value)) return "NaN";
  const text = Number.isFinite(value) ? digitsOf(Math.abs(value), decimals, minDecimals) : "∞";
  const isZero = !/[1-9∞]/.test(text);
  return value < 0 && !isZero ? `${kMinus}${text}` : text;
}

/** A number of at most `digits` significant digits with commas: 94.1, 1,240, 0.0312. */
export function formatSignificant(value: number, digits: number): string {
  return formatNumber(roundSignificant(value, digits), 12);
}

/** A share as a percentage: 0.573 gives "57.3 %". At most `decimals` decimals. */
export function formatPercent(share: number, decimals = 1): string {
  return `${formatNumber(share * 100, decimals)}${kNbsp}%`;
}

/** A share in two significant digits, with a decimal only below a hundredth: "34 %", "0.4 %"; in one below a thousandth: "0.04 %". */
export function formatShare(share: number): string {
  const size = Math.abs(share);
  return size < 0.001 ? formatPercent(roundSignificant(share, 1), 12) : formatPercent(roundSignificant(share, 2), size < 0.01 ? 1 : 0);
}

/** What stands before the figure of `value`: its sign, which never parts from the currency, and `prefix`. */
export function beforeFigure(value: number, prefix: string): string {
  return value < 0 ? `${kMinus}${prefix && kJoiner}${prefix}` : prefix;
}

interface MoneyParts {
  /** In the shown currency, rounded. */
  readonly amount: number;
  /** The size of the amount in its magnitude. */
  readonly figure: number;
  readonly magnitude: Magnitude;
}

/** An amount of US$ in the shown currency in `digits` significant digits, and the word that it is said with. */
export function moneyParts(usd: number, display: MoneyDisplay, digits = 2): MoneyParts {
  // Rounding first: 999,600 is "1 million", not "1,000 thousand".
  const amount = roundSignificant(usd * display.perUsd, digits);
  const magnitude = magnitudeOf(amount, display.magnitudes);
  return { amount, figure: Math.abs(amount) / magnitude.divisor, magnitude };
}

/** An amount in a sentence, two significant digits: "$94 million", "$94,000", "Rs 26 billion". */
export function formatMoney(usd: number, display: MoneyDisplay): string {
  const { amount, figure, magnitude } = moneyParts(usd, display);
  const before = beforeFigure(amount, display.prefix);
  if (magnitude.divisor <= kWrittenOut) {
    const size = Math.abs(amount);
    const written = formatNumber(size, size < 10 ? 2 : 0);
    return `${display.set(`${before}${written}`)}${display.suffix}`;
  }
  return `${display.set(`${before}${figure}`)}${kNbsp}${magnitude.word}${display.suffix}`;
}

/** An amount in a label, two significant digits: "$94m", "−$1.2bn", "$94k". */
export function formatMoneyShort(usd: number, display: MoneyDisplay): string {
  const { amount, figure, magnitude } = moneyParts(usd, display);
  return `${display.set(`${beforeFigure(amount, display.shortPrefix)}${figure}`)}${magnitude.short}`;
}

/**
 * The two ends of a range in a sentence: ["$17 million", "$240 million"]. A word of size that both share is said once
 * where the currency stands behind it, as in ["17", "240 ملین ڈالر"]: "$17" before it could be read as seventeen dollars.
 */
export function formatMoneyRange(
  lowUsd: number,
  highUsd: number,
  display: MoneyDisplay,
): [string, string] {
  const low = moneyParts(lowUsd, display);
  const high = moneyParts(highUsd, display);
  const saidOnce =
    display.prefix === "" &&
    low.magnitude === high.magnitude &&
    low.magnitude.divisor > kWrittenOut &&
    low.amount < 0 === high.amount < 0;
  return [
    saidOnce ? display.set(`${beforeFigure(low.amount, "")}${low.figure}`) : formatMoney(lowUsd, display),
    formatMoney(highUsd, display),
  ];
}

/** The unit that a chart or table of amounts up to `maxUsd` in size is drawn in. */
export interface MoneyUnit {
  /** US$ per one unit of the axis. */
  readonly usd: number;
  /** "US$ million". */
  readonly name: string;
  /** What stands behind a figure in a label: "m". */
  readonly short: string;
}

/** The unit that keeps the figures of an axis up to `maxUsd` between 2 and 2,000. */
export function moneyUnit(maxUsd: number, display: MoneyDisplay): MoneyUnit {
  const magnitude = magnitudeOf((maxUsd * display.perUsd) / 2, display.magnitudes);
  return {
    usd: magnitude.divisor / display.perUsd,
    name: magnitude.word === "" ? display.unit : display.unitIn(magnitude.word),
    short: magnitude.short,
  };
}

/** A figure of a table that needs more decimals is what arithmetic has left of nothing. */
const kMostDecimals = 12;

/** A number in a table: three significant digits, zeros among them, so that columns line up: "9.00", "58.0", "1,240"; "0". */
export function formatTabular(value: number): string {
  const rounded = roundSignificant(value, 3);
  const decimals = Math.max(0, 2 - Number(rounded.toExponential().split("e")[1]));
  return rounded === 0 || decimals > kMostDecimals ? "0" : formatNumber(rounded, decimals, decimals);
}

/** An amount in a table whose head names the unit, as `formatTabular` writes it. */
export function formatInUnit(usd: number, unit: MoneyUnit): string {
  return formatTabular(usd / unit.usd);
}
