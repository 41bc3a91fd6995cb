import type { Pack } from "../../engine/types.ts";
import { positionOf } from "../slider_scale.ts";
import type { Plan } from "./plan.ts";
import { planField } from "./plan_fields.ts";

/** Which way a slider moves: to larger values or to smaller ones. */
export type Direction = 1 | -1;

/**
 * The plans to which the slider of a field leads from `plan`: that of the nearest stop first, of two as near the one
 * in `direction`; the place where the slider is comes after the two beside it. None where the field has no slider.
 */
export function* plansAround(field: string, plan: Plan, pack: Pack, direction: Direction): Generator<Plan, void> {
  const control = planField(field, plan, pack);
  if (!control?.scale) return;
  const { scale, value } = control;
  const place = positionOf(scale, value);
  for (let distance = 1; distance < scale.length; ++distance) {
    const steps = [distance * direction, -distance * direction, ...(distance === 1 ? [0] : [])];
    for (const step of steps) {
      const stop = scale[place + step];
      if (stop === undefined) continue;
      yield control.set(stop);
    }
  }
}
