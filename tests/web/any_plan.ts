import * as fc from "fast-check";
import type { Closure, Dist, Measure, Pack } from "../../web/engine/types.ts";
import { assumptionFault, assumptionNames, rangeOf, type AssumptionName } from "../../web/state/plan/assumptions.ts";
import {
  amountsOf,
  elementsFor,
  kMeasureTypes,
  measureFault,
  targetOf,
  type MeasureType,
} from "../../web/state/plan/measures.ts";
import { orderedMix, type Mix } from "../../web/state/plan/mix.ts";
import { lastYear, programmeOf, type Path, type Plan } from "../../web/state/plan/plan.ts";

/** Any number between two others, often a round one. */
function numberIn(min: number, max: number): fc.Arbitrary<number> {
  const any = fc.double({ min, max, noNaN: true, noDefaultInfinity: true });
  // -0 is written as 0.
  return fc.oneof(any, any.map((value) => Number(value.toPrecision(2)))).map((value) => Math.min(max, Math.max(min, value)) + 0);
}

function anyMix(pack: Pack): fc.Arbitrary<Mix> {
  const segments = pack.sectors.flatMap((sector) => pack.channels.map((channel) => `${sector.id}/${channel.id}`));
  return fc
    .array(fc.integer({ min: 0, max: 1000 }), { minLength: segments.length, maxLength: segments.length })
    .filter((weights) => weights.some((weight) => weight > 0))
    .map((weights) => {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return orderedMix(Object.fromEntries(segments.map((key, index) => [key, (weights[index] ?? 0) / total])), pack);
    });
}

function anyMeasure(type: MeasureType, first: number, last: number, pack: Pack): fc.Arbitrary<Measure> {
  const target = targetOf(type);
  const amounts = amountsOf(type, pack);
  const ids = target ? elementsFor(target, pack).map(({ id }) => id) : [];
  const facts: Record<string, fc.Arbitrary<unknown>> = {
    from: fc.integer({ min: first, max: last }),
    to: fc.integer({ min: first, max: last }),
    ...(target && { [target.name]: fc.constantFrom(...ids) }),
    ...Object.fromEntries(amounts.map(({ name, rule }) => [name, numberIn(rule.min, rule.max)])),
  };
  const requiredKeys = [
    "from",
    ...(target && !target.isOptional ? [target.name] : []),
    ...amounts.filter(({ usual }) => usual === undefined).map(({ name }) => name),
  ];
  return fc
    .record(facts, { requiredKeys })
    .map((facts) => ({ type, ...facts }) as unknown as Measure)
    .filter((measure) => measure.type !== "marketAccess" || measure.access !== undefined || measure.tariff !== undefined);
}

/** Any distribution, many of them with faults, around a range. */
export function anyDistribution({ min, max }: { min: number; max: number }): fc.Arbitrary<Dist> {
  const value = fc.oneof({ weight: 9, arbitrary: numberIn(min, max) }, { weight: 1, arbitrary: numberIn(min - 1, max + 1) });
  const sorted = (count: number): fc.Arbitrary<number[]> =>
    fc.array(value, { minLength: count, maxLength: count }).map((values) =>
      values.every((one) => one >= min) ? values.sort((a, b) => a - b) : values,
    );
  const shape = numberIn(0.4, 200);
  return fc.oneof(
    value,
    value.map((one): Dist => ({ dist: "fixed", value: one })),
    sorted(2).map(([low = 0, high = 0]): Dist => ({ dist: "uniform", min: low, max: high })),
    ...(["triangular", "pert"] as const).map((dist) =>
      sorted(3).map(([low = 0, mode = 0, high = 0]): Dist => ({ dist, min: low, mode, max: high })),
    ),
    fc.tuple(shape, shape).map(([alpha, beta]): Dist => ({ dist: "beta", alpha, beta })),
    fc.tuple(sorted(3), numberIn(0, 2)).map(([[low = 0, mean = 0, high = 0], sd]): Dist => ({
      dist: "normal",
      mean,
      sd,
      min: low,
      max: high,
    })),
    sorted(4).map(([low = 0, p05 = 0, p95 = 0, high = 0]): Dist => ({ dist: "lognormal", p05, p95, min: low, max: high })),
    sorted(2).map(([p05 = 0, p95 = 0]): Dist => ({ dist: "lognormal", p05, p95 })),
    fc.tuple(value, numberIn(0, 6)).map(([mean, sigma]): Dist => ({ dist: "lognormal", mean, sigma })),
  );
}

/** Distributions of some of the pack's parameters, without faults. */
function anyAssumptions(pack: Pack): fc.Arbitrary<Plan["assumptions"]> {
  const whole = Object.keys(pack.parameters).map((symbol): AssumptionName => ({ key: symbol, symbol }));
  const names = [...new Map([...assumptionNames(pack), ...whole].map((name) => [name.key, name])).values()];
  return fc.uniqueArray(fc.constantFrom(...names), { selector: ({ key }) => key, maxLength: 5 }).chain((chosen) =>
    fc
      .tuple(
        ...chosen.map((name) =>
          anyDistribution(rangeOf(name, pack)).filter((dist) => !assumptionFault(name, dist, pack)),
        ),
      )
      .map((dists) => Object.fromEntries(chosen.map(({ key }, index) => [key, dists[index] ?? 0]))),
  );
}

function anyReadings(pack: Pack): fc.Arbitrary<Plan["readings"]> {
  const choices = (pack.readings ?? []).map(({ id, options }) =>
    fc.constantFrom(...options).map((option) => (option === options[0] ? [] : [[id, option.id]])),
  );
  return fc.tuple(...choices).map((chosen) => Object.fromEntries(chosen.flat()) as Plan["readings"]);
}

function anyPath(): fc.Arbitrary<Path> {
  const table = fc.array(numberIn(0, 600_000), { minLength: 1, maxLength: 15 });
  return fc.oneof(fc.constantFrom<Path>("linear", "logistic", "bass"), table);
}

function anyClosure(first: number, last: number, pack: Pack): fc.Arbitrary<Closure> {
  const market = fc.constantFrom(...pack.markets.map(({ id }) => id));
  const year = fc.integer({ min: first, max: last });
  return fc.tuple(market, year, year, fc.boolean()).map(([market, one, other, isOpenEnded]) => {
    const from = Math.min(one, other);
    return isOpenEnded ? { market, from } : { market, from, to: Math.max(one, other) };
  });
}

/** Any plan that the core takes for `pack`. */
export function anyPlan(pack: Pack): fc.Arbitrary<Plan> {
  return fc
    .record({
      seed: fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }),
      draws: fc.integer({ min: 8, max: 20 }).map((power) => 2 ** power),
      sampling: fc.constantFrom("sobol" as const, "counter" as const),
      startYear: fc.integer({ min: pack.baseYear + 1, max: pack.baseYear + 10 }),
      horizon: fc.integer({ min: 3, max: 15 }),
      newSellers: numberIn(0, 1e7),
      years: fc.integer({ min: 1, max: 15 }),
      path: anyPath(),
      mix: anyMix(pack),
      readings: anyReadings(pack),
      assumptions: anyAssumptions(pack),
      targets: fc.array(numberIn(0.01, 1e15), { maxLength: 8 }),
    })
    .chain(({ path, newSellers, years, ...parts }) => {
      const plan: Plan = { ...parts, ...programmeOf(path, { newSellers, years }), measures: [], closures: [] };
      const lines = fc.constantFrom(...kMeasureTypes).chain((type) => anyMeasure(type, pack.baseYear + 1, lastYear(plan), pack));
      const closures = fc.array(anyClosure(pack.baseYear + 1, lastYear(plan), pack), { maxLength: 3 });
      return fc.tuple(fc.array(lines, { maxLength: 6 }), closures).map(([measures, closures]) => {
        let allowed: Plan = { ...plan, closures };
        for (const measure of measures) {
          const longer = { ...allowed, measures: [...allowed.measures, measure] };
          if (!measureFault(longer, allowed.measures.length, pack)) allowed = longer;
        }
        return allowed;
      });
    });
}
