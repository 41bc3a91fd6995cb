import { shownOutputs, type ShownResult, type SpreadSeries } from "../../web/state/readings.ts";

const kYears = [2027, 2028, 2029, 2030];

/** A series that grows evenly over the years to `last`, with a range from a fifth to three times it. */
export function mockSeries(last: number): SpreadSeries {
  const grow = (factor: number): number[] =>
    kYears.map((_, index) => (factor * last * (index + 1)) / kYears.length);
  return {
    mean: grow(1.2),
    quantiles: { p05: grow(0.2), p25: grow(0.6), p50: grow(1), p75: grow(1.6), p95: grow(3) },
  };
}

/** A result for the mock pack whose headline is `last` US$ in the last year. */
export function mockResult(last: number): ShownResult {
  const outputs = shownOutputs.map((name) => [
    name,
    { unit: name === "jobs" ? "jobs" : "US$", ...mockSeries(last) },
  ]);
  const part = (share: number): { exportsAdditional: SpreadSeries } => ({
    exportsAdditional: mockSeries(last * share),
  });
  const step = (id: string, share: number, isTotal = false): ShownResult["waterfall"][number] => ({
    id,
    kind: isTotal ? "total" : "step",
    mean: kYears.map(() => last * share),
  });
  const fact = (p50: number): ShownResult["sellers"]["topShare1"] => ({
    quantiles: { p05: 0.8 * p50, p50, p95: 1.2 * p50 },
  });
  const stage = (id: string, mean: number): ShownResult["funnel"][number] => ({
    id,
    mean,
    quantiles: { p05: mean / 2, p95: Math.min(100, mean * 2) },
  });
  return {
    model: { version: "1.0", pack: "zz", packVersion: "2026.1.0", seed: 1, draws: 16384 },
    years: kYears,
    outputs: Object.fromEntries(outputs) as ShownResult["outputs"],
    bySector: { apparel: part(0.6), "home-textiles": part(0.3), food: part(0.1) },
    byChannel: { b2b: part(0.7), b2c: part(0.3) },
    byMarket: { us: part(1) },
    funnel: [stage("registered", 100), stage("active", 25.2), stage("after3", 5.1)],
    waterfall: [
      step("programmeSales", 4, true),
      step("deadweight", -2),
      step("wedge", -1),
      step("exportsAdditional", 1, true),
    ],
    sellerSales: { mean: mockSeries(24_000), median: mockSeries(2000), top1: mockSeries(400_000) },
    sellers: { topShare1: fact(0.45), topShare10: fact(0.82), medianOverMean: fact(0.083) },
    domestic: { retailTax: mockSeries(40e6), courierTax: mockSeries(-8e6) },
    luck: { cv: mockSeries(0.2) },
    spread: {
      parameters: kYears.map(() => 0.95),
      shocks: kYears.map(() => 0.01),
      luck: kYears.map(() => 0.04),
    },
    // Evenly from nothing to twice the middle.
    percentiles: kYears.map((_, index) =>
      Array.from({ length: 101 }, (__, percent) => (last * (index + 1) * percent) / (kYears.length * 50)),
    ),
    measures: [],
    contributions: { onboarding: mockSeries(last).mean, measures: [] },
    probability: { positive: [1, 1, 1, 0.999], exportTarget: kYears.map(() => 0), poolLimits: [0, 0, 0, 0.2], aboveEcommerceCeiling: [0, 0, 0, 0] },
    checks: [{ code: "above_pool", message: "There are too few businesses." }],
  };
}

/** The mock's result with other steps from gross sales: US$ in every year, by id. */
export function withSteps(steps: Readonly<Record<string, number>>): ShownResult {
  const totals = new Set(["programmeSales", "exportsAdditional", "valueAdded"]);
  const result = mockResult(100e6);
  const waterfall = Object.entries(steps).map(([id, usd]): ShownResult["waterfall"][number] => ({
    id,
    kind: totals.has(id) ? "total" : "step",
    mean: result.years.map(() => usd),
  }));
  return { ...result, waterfall };
}
