import type { Assumptions, Dist, Pack, Parameter } from "../../engine/types.ts";
import type { Limits } from "../fields.ts";
import { chosenOption } from "../source_readings.ts";
import { certainValue, distributionFault, type DistributionFault } from "./distributions.ts";
import type { Plan } from "./plan.ts";
import { sameValue } from "./same_value.ts";

/** One distribution of the model: that of a parameter, or of one of its elements. */
export interface AssumptionName {
  /** "act" or "w.b2c", as a scenario names it. */
  readonly key: string;
  readonly symbol: string;
  readonly element?: string;
}

/** The parts of a key; undefined where the pack has no such parameter or element. */
export function assumptionName(key: string, pack: Pack): AssumptionName | undefined {
  const dot = key.indexOf(".");
  const symbol = dot < 0 ? key : key.slice(0, dot);
  const parameter = parameterOf(symbol, pack);
  if (!parameter) return undefined;
  if (dot < 0) return { key, symbol };
  const element = key.slice(dot + 1);
  return "by" in parameter && Object.hasOwn(parameter.values, element) ? { key, symbol, element } : undefined;
}

function parameterOf(symbol: string, pack: Pack): Parameter | undefined {
  return Object.hasOwn(pack.parameters, symbol) ? pack.parameters[symbol] : undefined;
}

/** Every distribution of the model, in the pack's order. */
export function assumptionNames(pack: Pack): AssumptionName[] {
  return Object.entries(pack.parameters).flatMap(([symbol, parameter]): AssumptionName[] =>
    "by" in parameter
      ? Object.keys(parameter.values).map((element) => ({ key: `${symbol}.${element}`, symbol, element }))
      : [{ key: symbol, symbol }],
  );
}

/** The values that a parameter may have. */
export function rangeOf({ symbol }: Pick<AssumptionName, "symbol">, pack: Pack): Limits {
  const [min, max] = parameterOf(symbol, pack)?.range ?? [-Infinity, Infinity];
  return { min, max };
}

/** What `assumptions` says of a distribution: an element goes before its parameter, wherever they stand. */
function saidOf({ key, symbol }: AssumptionName, assumptions: Assumptions): Dist | undefined {
  return assumptions[key] ?? assumptions[symbol];
}

/** The distribution that holds where the plan assumes nothing of its own: the chosen reading's or the pack's. */
export function givenDistribution(name: AssumptionName, plan: Plan, pack: Pack): Dist {
  for (const reading of (pack.readings ?? []).toReversed()) {
    const said = saidOf(name, chosenOption(reading, plan.readings).assumptions);
    if (said !== undefined) return said;
  }
  const parameter = parameterOf(name.symbol, pack);
  if (!parameter) return 0;
  return "by" in parameter ? (parameter.values[name.element ?? ""] ?? 0) : parameter.value;
}

/** The distribution that holds in the plan. */
export function heldDistribution(name: AssumptionName, plan: Plan, pack: Pack): Dist {
  return saidOf(name, plan.assumptions) ?? givenDistribution(name, plan, pack);
}

/** Whether the plan assumes something else than the pack and the chosen readings. */
export function isChanged(name: AssumptionName, plan: Plan, pack: Pack): boolean {
  const said = saidOf(name, plan.assumptions);
  return said !== undefined && !sameValue(said, givenDistribution(name, plan, pack));
}

/** The distributions that the plan changes, in the pack's order. */
export function changedAssumptions(plan: Plan, pack: Pack): AssumptionName[] {
  return assumptionNames(pack).filter((name) => isChanged(name, plan, pack));
}

/**
 * What the plan assumes, with one said for a whole parameter said of each of its elements, so
 * that each can be changed alone.
 */
function byElement(plan: Plan, pack: Pack): Record<string, Dist> {
  const said: Record<string, Dist> = {};
  for (const name of assumptionNames(pack)) {
    const dist = saidOf(name, plan.assumptions);
    if (dist !== undefined) said[name.key] = dist;
  }
  return said;
}

/** `plan` with a distribution of its own for one that is named; the one given is no change and is left out. */
export function withAssumption(plan: Plan, name: AssumptionName, dist: Dist, pack: Pack): Plan {
  if (sameValue(dist, givenDistribution(name, plan, pack))) return withoutAssumption(plan, name, pack);
  return { ...plan, assumptions: { ...byElement(plan, pack), [name.key]: dist } };
}

/** `plan` with what is given for one that is named. */
export function withoutAssumption(plan: Plan, name: AssumptionName, pack: Pack): Plan {
  const { [name.key]: _, ...others } = byElement(plan, pack);
  return { ...plan, assumptions: others };
}

/** Symbols whose lower end, 0, and whose upper end, 1, the model leaves out as a certain value. */
const kAboveZero: ReadonlySet<string> = new Set(["p", "r1", "r2_gain", "m", "sigma", "T", "h"]);
const kBelowOne: ReadonlySet<string> = new Set(["r1", "r2_gain", "x"]);

/** What is wrong with a distribution of the one that is named. */
export function assumptionFault(name: AssumptionName, dist: Dist, pack: Pack): DistributionFault | undefined {
  const limits = rangeOf(name, pack);
  const fault = distributionFault(dist, limits);
  if (fault) return fault;
  const certain = certainValue(dist);
  const isAtEnd =
    (certain === 0 && kAboveZero.has(name.symbol)) || (certain === 1 && kBelowOne.has(name.symbol));
  return isAtEnd ? { kind: "outOfRange", field: "value", limits, isOpen: true } : undefined;
}
