import type { Pack } from "../../engine/types.ts";
import { positionOf } from "../slider_scale.ts";
import type { Plan } from "./plan.ts";
import { planField } from "./plan_fields.ts";

/** Which way a slider moves: to larger values or to smaller ones. */
export type Direction = 1 | -1;

/**
 * The plans to which the slider of a field leads from `plan`: that of the nearest stop first, of two as near the one
 * in `direction`; the place where the slider is comes after the two beside it. Where `pointedAt` is given, the position
 * of a stop, they are those nearest to it, itself first. None where the field has no slider.
 */
export function* plansAround(
  field: string,
  plan: Plan,
  pack: Pack,
  direction: Direction,
  pointedAt?: number,
): Generator<Plan, void> {
  const control = planField(field, plan, pack);
  if (!control?.scale) return;
  const { scale, value } = control;
  const middle = pointedAt ?? positionOf(scale, value);
  const first = pointedAt === undefined ? [1, -1, 0] : [0, 1, -1];
  for (let distance = 1; distance < scale.length; ++distance) {
    for (const side of distance === 1 ? first : [1, -1]) {
      const stop = scale[middle + side * distance * direction];
      if (stop === undefined) continue;
      yield control.set(stop);
    }
  }
}
