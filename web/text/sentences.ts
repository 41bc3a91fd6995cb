import type { WhyNothing } from "../state/plan/closures.ts";
import type { Spread } from "../state/readings.ts";
import type { Catalogue } from "./catalogue.ts";
import {
  formatMoney,
  formatMoneyRange,
  formatMoneyShort,
  roundSignificant,
  type MoneyDisplay,
} from "./format.ts";
import type { Phrase } from "./phrase.ts";

function isNothing({ p05, p50, p95 }: Spread): boolean {
  return [p05, p50, p95].every((value) => roundSignificant(value, 2) === 0);
}

/** The answer in one sentence or two: the middle of the futures and the range of 18 in 20, or `why` it is nothing. */
export function headlineSentence(
  text: Catalogue,
  spread: Spread,
  year: number,
  display: MoneyDisplay,
  why: WhyNothing,
): Phrase {
  if (isNothing(spread)) return text.answer.headlineNothing({ year, why });
  const [low, high] = formatMoneyRange(spread.p05, spread.p95, display);
  if (spread.p50 < 0) {
    return text.answer.headlineLess({ year, amount: formatMoney(-spread.p50, display), low, high });
  }
  return text.answer.headline({ year, amount: formatMoney(spread.p50, display), low, high });
}

/** The answer in one line, for the bar that stays in sight while a control moves. */
export function headlineBar(
  text: Catalogue,
  spread: Spread,
  year: number,
  display: MoneyDisplay,
): Phrase {
  const [low, amount, high] = [spread.p05, spread.p50, spread.p95].map((amount) =>
    formatMoneyShort(amount, display),
  ) as [string, string, string];
  return text.answer.bar({ year, amount, low, high });
}

/** What texts say of a count of 100 people: a whole number, or that there are few where it would round to none. */
export function amongHundred(count: number): { readonly size: "few" | "some"; readonly count: number } {
  return { size: count > 0 && count < 0.5 ? "few" : "some", count: Math.round(count) };
}

/** A count of 100 people: a whole number, or words where it would round to none. */
export function ofHundred(text: Catalogue, count: number): string {
  return text.figures.ofHundred(amongHundred(count));
}

/** A share of the futures as a count of 20: a whole number, or words where it would round to none or to all. */
export function ofTwenty(text: Catalogue, share: number): string {
  const isNearlyAll = share < 1 && share * 20 >= 19.5;
  return isNearlyAll ? text.figures.ofHundred({ size: "most", count: 19 }) : ofHundred(text, share * 20);
}
