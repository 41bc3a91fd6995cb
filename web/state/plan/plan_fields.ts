import type { Pack } from "../../engine/types.ts";
import type { FieldRule, Limits } from "../fields.ts";
import { evenScale, logLikeScale, type SliderScale } from "../slider_scale.ts";
import { closureYears, withClosureYear } from "./closures.ts";
import {
  internetUseOf,
  planLimits,
  trainingShareOf,
  withInternetUse,
  withNumber,
  withTableYear,
  withTrainingShare,
  withYears,
  type PlanNumber,
} from "./edits.ts";
import { amountIn, amountsOf, measureYears } from "./measures.ts";
import { sharesBy, splitOf, withChannelShare, withSectorShare, withSplit } from "./mix.ts";
import type { Plan } from "./plan.ts";

/** A number of a plan that a field sets, and a slider where there are stops for one. */
export interface PlanField {
  readonly rule: FieldRule;
  readonly scale?: SliderScale;
  readonly value: number;
  /** The plan with another value, which must be within the rule. */
  set(value: number): Plan;
}

/** The identifiers of fields that there are several of. */
export const fieldId = {
  /** Registrations of one year of a path by year, counted from 0. */
  tableYear: (year: number): string => `table:${year}`,
  sector: (sector: string): string => `sector:${sector}`,
  channel: (channel: string): string => `channel:${channel}`,
  /** Part of a sector's sellers who use a channel. */
  split: (sector: string, channel: string): string => `split:${sector}/${channel}`,
  /** The first or the last year of a closure, counted from 0. */
  closure: (index: number, year: "from" | "to"): string => `closure:${index}:${year}`,
  /** A number of a line of the roadmap, counted from 0: an amount, "from" or "to". */
  measure: (index: number, name: string): string => `measure:${index}:${name}`,
} as const;

/** Whether a field is about the mix of the new sellers. */
export function isMixField(id: string): boolean {
  return /^(?:sector|channel|split):/.test(id);
}

/** Whether a field is about the roadmap. */
export function isMeasureField(id: string): boolean {
  return id.startsWith("measure:");
}

/** Whether a field is about the path by year. */
export function isPathField(id: string): boolean {
  return id.startsWith("table:");
}

/** Whether a field is about the closures of markets. */
export function isClosureField(id: string): boolean {
  return id.startsWith("closure:");
}

const kPlanNumbers: readonly PlanNumber[] = ["newSellers", "years", "startYear", "horizon", "seed"];
/** Where the slider ends; the field goes on to what the model allows. */
const kSellersSlider = 1_000_000;
const kSellersScale = logLikeScale(kSellersSlider);
const kShares: Limits = { min: 0, max: 1 };
const kShareScale = evenScale(kShares, 0.01);

const whole = (limits: Limits): FieldRule => ({ ...limits, isWhole: true, isPercent: false });
const year = (limits: Limits): FieldRule => ({ ...whole(limits), isYear: true });
const percent = (limits: Limits): FieldRule => ({ ...limits, isWhole: false, isPercent: true });

function isPlanNumber(id: string): id is PlanNumber {
  return (kPlanNumbers as readonly string[]).includes(id);
}

function numberField(name: PlanNumber, plan: Plan, pack: Pack): PlanField {
  const limits = planLimits(plan, pack)[name];
  const scale = name === "newSellers" ? kSellersScale : name === "seed" ? undefined : evenScale(limits, 1);
  return {
    rule: name === "startYear" ? year(limits) : whole(limits),
    ...(scale && { scale }),
    value: plan[name],
    set: (value) => (name === "years" ? withYears(plan, value, pack) : withNumber(plan, name, value)),
  };
}

function shareField(value: number, set: (share: number) => Plan): PlanField {
  return { rule: percent(kShares), scale: kShareScale, value, set };
}

function internetField(plan: Plan, pack: Pack): PlanField {
  const limits = { min: pack.baseline.internetUse.value, max: 1 };
  return {
    rule: percent(limits),
    scale: evenScale(limits, 0.01),
    value: internetUseOf(plan, pack),
    set: (value) => withInternetUse(plan, value, pack),
  };
}

function tableField(year: number, plan: Plan, pack: Pack): PlanField | undefined {
  const value = typeof plan.path === "string" ? undefined : plan.path[year];
  if (value === undefined) return undefined;
  // All years together stay within what a programme may have.
  const max = planLimits(plan, pack).newSellers.max - plan.newSellers + value;
  return { rule: whole({ min: 0, max }), value, set: (next) => withTableYear(plan, year, next) };
}

/** `plan` with part of one line of its roadmap replaced. */
function withLineFact(plan: Plan, index: number, fact: Readonly<Record<string, number>>): Plan {
  const old = plan.measures[index];
  return old ? { ...plan, measures: plan.measures.with(index, { ...old, ...fact }) } : plan;
}

function measureField(index: number, name: string, plan: Plan, pack: Pack): PlanField | undefined {
  const measure = plan.measures[index];
  if (!measure) return undefined;
  const set = (value: number): Plan => withLineFact(plan, index, { [name]: value });
  const years = measureYears(plan, pack);
  if (name === "from") return { rule: year(years), value: measure.from, set };
  if (name === "to") return { rule: year(years), value: measure.to ?? years.max, set };
  const amount = amountsOf(measure.type, pack).find((one) => one.name === name);
  return amount && { rule: amount.rule, value: amountIn(measure, amount), set };
}

function closureField(index: number, name: string, plan: Plan, pack: Pack): PlanField | undefined {
  const closure = plan.closures[index];
  if (!closure || (name !== "from" && name !== "to")) return undefined;
  const { min, max } = closureYears(plan, pack);
  const { from, to = max } = closure;
  return {
    rule: year(name === "from" ? { min, max: to } : { min: from, max }),
    value: name === "from" ? from : to,
    set: (value) => withClosureYear(plan, index, name, value, pack),
  };
}

/** The field of `plan` with that identifier; undefined where the plan has no such number. */
export function planField(id: string, plan: Plan, pack: Pack): PlanField | undefined {
  if (isPlanNumber(id)) return numberField(id, plan, pack);
  if (id === "trainingShare") {
    return shareField(trainingShareOf(plan, pack), (share) => withTrainingShare(plan, share, pack));
  }
  if (id === "internetUse") return internetField(plan, pack);
  const [kind = "", first = "", second = ""] = id.split(/[:/]/);
  switch (kind) {
    case "table":
      return tableField(Number(first), plan, pack);
    case "sector":
    case "channel": {
      const share = sharesBy(kind, plan.mix, pack)[first];
      const withPart = kind === "sector" ? withSectorShare : withChannelShare;
      return share === undefined
        ? undefined
        : shareField(share, (next) => ({ ...plan, mix: withPart(plan.mix, first, next, pack) }));
    }
    case "split": {
      const part = splitOf(plan.mix, first, pack)[second];
      return part === undefined
        ? undefined
        : shareField(part, (next) => ({ ...plan, mix: withSplit(plan.mix, first, second, next, pack) }));
    }
    case "closure":
      return closureField(Number(first), second, plan, pack);
    case "measure":
      return measureField(Number(first), second, plan, pack);
    default:
      return undefined;
  }
}
