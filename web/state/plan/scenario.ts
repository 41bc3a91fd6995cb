import type { Pack, Scenario } from "../../engine/types.ts";
import { defaultPlan, type Plan } from "./plan.ts";
import { sameValue } from "./same_value.ts";

/** The parts of `plan` that are not as in `defaults`. */
function changed<Key extends keyof Plan>(plan: Plan, defaults: Plan, keys: readonly Key[]): Partial<Pick<Plan, Key>> {
  const parts: Partial<Pick<Plan, Key>> = {};
  for (const key of keys) if (!sameValue(plan[key], defaults[key])) parts[key] = plan[key];
  return parts;
}

/** Size, length and path of the programme. A path by year says all three. */
function programme(plan: Plan, defaults: Plan): NonNullable<Scenario["onboarding"]> {
  if (typeof plan.path !== "string") return changed(plan, defaults, ["path"]);
  const given = changed(plan, defaults, ["newSellers", "years", "path"]);
  // With a path by year in the pack, what else is left out would be taken from there.
  return typeof defaults.path === "string"
    ? given
    : { newSellers: plan.newSellers, years: plan.years, path: plan.path };
}

/** The question that `plan` is for the engine: the pack's id and what differs from the pack's defaults. */
export function scenarioOf(pack: Pack, plan: Plan): Scenario {
  const defaults = defaultPlan(pack);
  const onboarding = { ...programme(plan, defaults), ...changed(plan, defaults, ["mix"]) };
  return {
    schema: 1,
    pack: pack.id,
    ...changed(plan, defaults, ["seed", "draws", "startYear", "horizon"]),
    ...(Object.keys(onboarding).length > 0 && { onboarding }),
    ...changed(plan, defaults, ["measures", "closures", "targets", "sampling", "readings", "assumptions"]),
  };
}

/** The text of a scenario file. Saved files and the text to copy are the same. */
export function scenarioText(pack: Pack, plan: Plan): string {
  return `${JSON.stringify(scenarioOf(pack, plan), undefined, 2)}\n`;
}
