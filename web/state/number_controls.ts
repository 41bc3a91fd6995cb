import type { Pack } from "../engine/types.ts";
import { formatNumber, formatPercent } from "../text/format.ts";
import type { FieldRule } from "./fields.ts";
import { limitsOf, type NumberInput } from "./inputs.ts";
import { evenScale, logLikeScale, type SliderScale } from "./slider_scale.ts";

/** A number that is set by a field and a slider. */
export interface NumberControl {
  readonly rule: FieldRule;
  readonly scale: SliderScale;
}

/** The control of each input that is one number. */
export function numberControls(pack: Pack): Record<NumberInput, NumberControl> {
  const limits = limitsOf(pack);
  const count = { isWhole: true, isPercent: false };
  const share = { isWhole: false, isPercent: true };
  return {
    newSellers: {
      rule: { ...limits.newSellers, ...count },
      scale: logLikeScale(limits.newSellers.max),
    },
    years: { rule: { ...limits.years, ...count }, scale: evenScale(limits.years, 1) },
    trainingShare: {
      rule: { ...limits.trainingShare, ...share },
      scale: evenScale(limits.trainingShare, 0.01),
    },
    internetUse: {
      rule: { ...limits.internetUse, ...share },
      scale: evenScale(limits.internetUse, 0.01),
    },
  };
}

/** The control of the share of one sector. */
export const kShareControl: NumberControl = {
  rule: { min: 0, max: 1, isWhole: false, isPercent: true },
  scale: evenScale({ min: 0, max: 1 }, 0.01),
};

/** Field ids of sector shares are this and the sector's id. */
export const kSharePrefix = "share:";

/** What stands in the field for `value`. */
export function fieldText(value: number, rule: FieldRule): string {
  return rule.isPercent ? formatPercent(value) : formatNumber(value, 2);
}
