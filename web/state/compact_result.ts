import { roundSignificant } from "../text/format.ts";
import { shownOutputs, type HeadlineResult, type ShownParts, type ShownResult, type SpreadSeries } from "./readings.ts";

const kDigits = 5;

const rounded = (values: readonly number[]): number[] =>
  values.map((value) => roundSignificant(value, kDigits));

function series({ mean, quantiles }: SpreadSeries): SpreadSeries {
  const { p05, p25, p50, p75, p95 } = quantiles;
  return {
    mean: rounded(mean),
    quantiles: {
      p05: rounded(p05),
      p25: rounded(p25),
      p50: rounded(p50),
      p75: rounded(p75),
      p95: rounded(p95),
    },
  };
}

function parts(of: ShownParts): ShownParts {
  return Object.fromEntries(
    Object.entries(of).map(([id, part]) => [id, { exportsAdditional: series(part.exportsAdditional) }]),
  );
}

/** What the first screen shows of `result`, to five significant digits. */
export function compactHeadline({ model, years, outputs, funnel, probability, checks }: HeadlineResult): HeadlineResult {
  const { exportsAdditional } = outputs;
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

function sellerFact({ quantiles }: ShownResult["sellers"]["topShare1"]): ShownResult["sellers"]["topShare1"] {
  const [p05 = 0, p50 = 0, p95 = 0] = rounded([quantiles.p05, quantiles.p50, quantiles.p95]);
  return { quantiles: { p05, p50, p95 } };
}

/** What the page shows of `result`, to five significant digits: a small part of its size. */
export function compactResult(result: ShownResult): ShownResult {
  const { outputs, waterfall, sellers, sellerSales, domestic, luck, spread, probability, contributions } = result;
  const headline = compactHeadline(result);
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
