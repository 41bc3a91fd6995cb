import type { Pack } from "../../engine/types.ts";
import { assumptionName, rangeOf, withAssumption, withoutAssumption, type AssumptionName } from "./assumptions.ts";
import type { Plan } from "./plan.ts";

/** What goods and parcels are charged at a border: at the upper end of their ranges, hardly anything is sold. */
const kCharges = ["tau", "tau_parcel"];

function chargesOf(market: string, pack: Pack): AssumptionName[] {
  return kCharges.flatMap((symbol) => assumptionName(`${symbol}.${market}`, pack) ?? []);
}

/** Whether a market is closed in `plan`, with the programme and without it: its charges are the highest that are allowed. */
export function isClosed(market: string, plan: Plan, pack: Pack): boolean {
  const charges = chargesOf(market, pack);
  return (
    charges.length > 0 && charges.every((name) => plan.assumptions[name.key] === rangeOf(name, pack).max)
  );
}

/** `plan` with a market closed, or with the charges that are given there. */
export function withClosure(plan: Plan, market: string, isToClose: boolean, pack: Pack): Plan {
  return chargesOf(market, pack).reduce(
    (next, name) =>
      isToClose
        ? withAssumption(next, name, rangeOf(name, pack).max, pack)
        : withoutAssumption(next, name, pack),
    plan,
  );
}
