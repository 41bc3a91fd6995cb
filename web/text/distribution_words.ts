import type { Dist } from "../engine/types.ts";
import { centralRange } from "../state/density.ts";
import type { Limits } from "../state/fields.ts";
import { certainValue } from "../state/plan/distributions.ts";
import type { LaterCatalogue } from "./catalogue.ts";
import { dollarDisplay } from "./currency.ts";
import { formatMoneyShort, formatNumber, formatPercent, formatSignificant, roundSignificant } from "./format.ts";

/** A value of a parameter with its unit, as the pack names it. */
export function valueInUnit(text: LaterCatalogue, value: number, unit: string): string {
  const { units } = text;
  const money = (): string => formatMoneyShort(value, dollarDisplay(text));
  switch (unit) {
    case "share":
      return formatPercent(value);
    case "share a year":
      return units.shareAYear({ percent: formatPercent(value) });
    case "share per day":
      return units.sharePerDay({ percent: formatPercent(value) });
    case "US$":
      return money();
    case "US$ a year":
      return units.dollarsAYear({ amount: money() });
    case "US$ per seller":
      return units.dollarsPerSeller({ amount: money() });
    case "years":
      return units.years({ count: roundSignificant(value, 2), figure: formatSignificant(value, 2) });
    case "jobs per US$ m":
      return units.jobs({ count: formatSignificant(value, 2) });
    default:
      // What amounts are converted with, so in all its digits.
      if (unit.endsWith(" per US$")) return formatNumber(value, 12);
      return Math.abs(value) >= 1000 ? formatNumber(value) : formatSignificant(value, 3);
  }
}

/** Units that are one kind of figure counted by something: what the figure alone is in. */
const kFigureUnits: Readonly<Record<string, string>> = {
  "share a year": "share",
  "share per day": "share",
  "US$ a year": "US$",
  "US$ per seller": "US$",
};
/** Units whose figures stand alone where the unit is said beside them. */
const kCounts: ReadonlySet<string> = new Set(["years", "jobs per US$ m"]);

/** A value as {@link valueInUnit} says it, without what it is counted by, for beside one that says it. */
export function figureInUnit(text: LaterCatalogue, value: number, unit: string): string {
  return kCounts.has(unit) ? formatSignificant(value, 2) : valueInUnit(text, value, kFigureUnits[unit] ?? unit);
}

/**
 * A distribution of a parameter that has this range as a sentence fragment:
 * "most likely 6 %, from 2 % to 15 %; 18 of 20 from 3.1 % to 11.2 %".
 */
export function distributionWords(text: LaterCatalogue, dist: Dist, unit: string, range: Limits): string {
  const { distributions } = text;
  const say = (value: number): string => valueInUnit(text, value, unit);
  const certain = certainValue(dist);
  if (certain !== undefined) return distributions.fixed({ value: say(certain) });
  const { low, middle, high } = centralRange(dist, range);
  const central = { low: say(low), high: say(high) };
  if (typeof dist === "object" && "mode" in dist) {
    return distributions.mostLikely({ mode: say(dist.mode), min: say(dist.min), max: say(dist.max), ...central });
  }
  if (typeof dist === "object" && dist.dist === "uniform") {
    return distributions.anywhere({ min: say(dist.min), max: say(dist.max), ...central });
  }
  return distributions.central({ middle: say(middle), ...central });
}
