import { beforeFigure, formatNumber, formatTabular, kNbsp, moneyParts, type MoneyDisplay } from "./format.ts";

/** Significant digits of a table. */
const kDigits = 3;

/** An amount in a table with its currency and size, as `formatTabular` writes it: "$58.0m", "−$1.20bn", "$0". */
export function formatMoneyTabular(usd: number, display: MoneyDisplay): string {
  const { amount, figure, magnitude } = moneyParts(usd, display, kDigits);
  return `${display.set(`${beforeFigure(amount, display.shortPrefix)}${formatTabular(figure)}`)}${magnitude.short}`;
}

/** A share in a table as a percentage with one decimal, so that columns line up: "45.0 %"; "0 %" only of none. */
export function formatPercentTabular(share: number): string {
  return `${formatNumber(share * 100, 1, share === 0 ? 0 : 1)}${kNbsp}%`;
}
