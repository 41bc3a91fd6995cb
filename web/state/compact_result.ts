import { roundSignificant } from "../text/format.ts";
import { shownOutputs, type ShownParts, type ShownResult, type SpreadSeries } from "./readings.ts";

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

/** What the page shows of `result`, to five significant digits: a small part of its size. */
export function compactResult(result: ShownResult): ShownResult {
  const { model, years, outputs, funnel, waterfall, sellerSales, luck, probability, checks } = result;
  const kept = shownOutputs.map((name) => [name, { unit: outputs[name].unit, ...series(outputs[name]) }]);
  return {
    model,
    years,
    outputs: Object.fromEntries(kept) as ShownResult["outputs"],
    bySector: parts(result.bySector),
    byChannel: parts(result.byChannel),
    byMarket: parts(result.byMarket),
    funnel: funnel.map(({ id, mean, quantiles: { p05, p95 } }) => ({ id, mean, quantiles: { p05, p95 } })),
    waterfall: waterfall.map(({ id, kind, mean }) => ({ id, kind, mean: rounded(mean) })),
    sellerSales: {
      mean: series(sellerSales.mean),
      median: series(sellerSales.median),
      top1: series(sellerSales.top1),
    },
    luck: { cv: series(luck.cv), share: rounded(luck.share) },
    probability: { positive: rounded(probability.positive) },
    checks,
  };
}
