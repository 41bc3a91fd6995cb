import type { Pack } from "../../engine/types.ts";
import { positionOf } from "../slider_scale.ts";
import type { Plan } from "./plan.ts";
import { planField } from "./plan_fields.ts";

/** Which way a slider moves: to larger values or to smaller ones. */
export type Direction = 1 | -1;

/** Positions ever further from `middle`, of two as near the one in `direction` first; `middle` itself first or third. */
function* positionsAround(middle: number, direction: Direction, isMiddleFirst: boolean, furthest: number): Generator<number, void> {
  if (isMiddleFirst) yield middle;
  for (let distance = 1; distance <= furthest; ++distance) {
    yield middle + distance * direction;
    yield middle - distance * direction;
    if (distance === 1 && !isMiddleFirst) yield middle;
  }
}

/** One of each in turn, for as long as all have one. */
function* inTurn<T>(iterators: readonly Iterator<T, void>[]): Generator<T, void> {
  while (true) {
    for (const iterator of iterators) {
      const next = iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
}

/**
 * The plans to which the slider of a field leads from `plan`, each once: that of the nearest stop first, of two as near
 * the one in `direction`; the place where the slider is comes after the two beside it. Where a pointer is over the
 * slider, at the stop of position `pointedAt`, that one comes before all, and then those nearest to it in turn with those
 * nearest to the slider's place. None where the field has no slider.
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
  const furthest = scale.length - 1;
  const around = [positionsAround(positionOf(scale, value), direction, false, furthest)];
  if (pointedAt !== undefined) around.unshift(positionsAround(pointedAt, direction, true, furthest));
  const seen = new Set<number>();
  for (const position of inTurn(around)) {
    const stop = scale[position];
    if (stop === undefined || seen.has(position)) continue;
    seen.add(position);
    yield control.set(stop);
  }
}
