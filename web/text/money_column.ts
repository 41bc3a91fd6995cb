import { beforeFigure, formatMoneyShort, formatNumber, moneyUnit, type MoneyDisplay } from "./format.ts";

/** A label that rounding would change by more than this part of its amount is rounded by itself. */
const kMostChange = 0.25;
/** Less than this of the shown currency is nothing. */
const kNothing = 0.5;

/**
 * Labels for amounts that add up: all in one unit with as many decimals as give the largest three
 * digits, so that a reader who adds them comes out right but for the last digit. What is too small for
 * these decimals has a label of its own, so that only nothing is labelled "$0".
 */
export function formatMoneyColumn(usd: readonly number[], display: MoneyDisplay): string[] {
  const largest = Math.max(0, ...usd.map(Math.abs).filter(Number.isFinite));
  const unit = moneyUnit(largest, display);
  const top = largest / unit.usd;
  const decimals = top === 0 || top >= 100 ? 0 : top >= 10 ? 1 : 2;
  const step = unit.usd / 10 ** decimals;
  return usd.map((amount) => {
    const size = Math.abs(amount);
    if (!(size * display.perUsd >= kNothing)) return display.set(`${display.shortPrefix}0`);
    const change = Math.abs(Math.round(size / step) * step - size);
    if (change > kMostChange * size) return formatMoneyShort(amount, display);
    const figure = formatNumber(size / unit.usd, decimals, decimals);
    return `${display.set(`${beforeFigure(amount, display.shortPrefix)}${figure}`)}${unit.short}`;
  });
}
