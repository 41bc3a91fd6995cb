import { roundSignificant } from "../text/format.ts";
import { shownOutputs, type HeadlineResult, type ShownParts, type ShownResult, type SpreadSeries } from "./readings.ts";

/** Significant digits of a compact figure, at least. */
const kDigits = 5;
/** Those that any number has. */
const kAllDigits = 17;
/** A compact figure is farther from where rounding turns than arithmetic in units moves it. */
const kMargin = 1e-12;

/** What the page may make of a figure: it in one, two and three digits, and whether it rounds to nothing before its first digit. */
function readings(value: number): string {
  const size = Math.abs(value);
  const [, halfUp = ""] = (2 * size).toExponential().split("e");
  return [...[1, 2, 3].map((digits) => size.toPrecision(digits)), halfUp].join();
}

/**
 * `exact` in the fewest digits, from five up, that up to three digits are rounded from as from itself, as it is and times
 * `perUsd`: five digits can be the tie that it is just below.
 */
export function compactFigure(exact: number, perUsd: number): number {
  const isRead = (compact: number): boolean =>
    [1, perUsd].every((rate) =>
      [1 - kMargin, 1 + kMargin].every((beside) => readings(compact * rate * beside) === readings(exact * rate)),
    );
  for (let digits = kDigits; digits < kAllDigits; ++digits) {
    const compact = roundSignificant(exact, digits);
    if (compact === exact || isRead(compact)) return compact;
  }
  return exact;
}

/** How figures are made compact whose amounts are also shown in a currency with `perUsd` units to the US$. */
function compacting(perUsd: number) {
  const rounded = (values: readonly number[]): number[] => values.map((value) => compactFigure(value, perUsd));
  const series = ({ mean, quantiles: { p05, p25, p50, p75, p95 } }: SpreadSeries): SpreadSeries => ({
    mean: rounded(mean),
    quantiles: {
      p05: rounded(p05),
      p25: rounded(p25),
      p50: rounded(p50),
      p75: rounded(p75),
      p95: rounded(p95),
    },
  });
  const parts = (of: ShownParts): ShownParts =>
    Object.fromEntries(Object.entries(of).map(([id, part]) => [id, { exportsAdditional: series(part.exportsAdditional) }]));
  const sellerFact = ({ quantiles }: ShownResult["sellers"]["topShare1"]): ShownResult["sellers"]["topShare1"] => {
    const [p05 = 0, p50 = 0, p95 = 0] = rounded([quantiles.p05, quantiles.p50, quantiles.p95]);
    return { quantiles: { p05, p50, p95 } };
  };
  return { rounded, series, parts, sellerFact };
}

/**
 * What the first screen shows of `result`, in few digits, of which three are those of `result` in US$ and in the currency
 * with `perUsd` units to the US$.
 */
export function compactHeadline({ model, years, outputs, funnel, probability, checks }: HeadlineResult, perUsd: number): HeadlineResult {
  const { exportsAdditional } = outputs;
  const { rounded, series } = compacting(perUsd);
  return {
    model,
    years,
    outputs: { exportsAdditional: { unit: exportsAdditional.unit, ...series(exportsAdditional) } },
    funnel: funnel.map(({ id, mean, quantiles: { p05, p95 } }) => {
      const [middle = 0, low = 0, high = 0] = rounded([mean, p05, p95]);
      return { id, mean: middle, quantiles: { p05: low, p95: high } };
    }),
    probability: {
      poolLimits: rounded(probability.poolLimits),
      aboveEcommerceCeiling: rounded(probability.aboveEcommerceCeiling),
    },
    checks,
  };
}

/** What the page shows of `result`, as `compactHeadline` does: a small part of its size. */
export function compactResult(result: ShownResult, perUsd: number): ShownResult {
  const { outputs, waterfall, sellers, sellerSales, domestic, luck, spread, probability, contributions } = result;
  const headline = compactHeadline(result, perUsd);
  const { rounded, series, parts, sellerFact } = compacting(perUsd);
  const kept = shownOutputs.map((name) => [name, { unit: outputs[name].unit, ...series(outputs[name]) }]);
  return {
    ...headline,
    outputs: Object.fromEntries(kept) as ShownResult["outputs"],
    bySector: parts(result.bySector),
    byChannel: parts(result.byChannel),
    byMarket: parts(result.byMarket),
    waterfall: waterfall.map(({ id, kind, mean }) => ({ id, kind, mean: rounded(mean) })),
    sellerSales: {
      mean: series(sellerSales.mean),
      median: series(sellerSales.median),
      top1: series(sellerSales.top1),
    },
    sellers: {
      topShare1: sellerFact(sellers.topShare1),
      topShare10: sellerFact(sellers.topShare10),
      medianOverMean: sellerFact(sellers.medianOverMean),
    },
    domestic: { retailTax: series(domestic.retailTax), courierTax: series(domestic.courierTax) },
    luck: { cv: series(luck.cv) },
    spread: {
      parameters: rounded(spread.parameters),
      shocks: rounded(spread.shocks),
      luck: rounded(spread.luck),
    },
    percentiles: result.percentiles.map(rounded),
    measures: result.measures,
    contributions: {
      onboarding: rounded(contributions.onboarding),
      measures: contributions.measures.map(rounded),
    },
    probability: {
      ...headline.probability,
      positive: rounded(probability.positive),
      exportTarget: rounded(probability.exportTarget),
    },
  };
}
