import { formatNumber, formatPercent } from "../text/format.ts";
import { numberWithDot, parseDollars, parseNumber } from "../text/parse_number.ts";
import type { MeasureFault } from "./plan/measures.ts";

/** An allowed range, both ends included. */
export interface Limits {
  readonly min: number;
  readonly max: number;
}

/** What is wrong with what stands in a number field. */
export type FieldProblem =
  | "notNumber"
  | "notWhole"
  | "outOfRange"
  /** Its dot may begin a fraction or stand between thousands. */
  | "unclear";

/** How a number field reads its text. */
export interface FieldRule extends Limits {
  /** Whether only whole numbers are allowed. */
  readonly isWhole: boolean;
  /** Whether the text is in per cent while the value is a share. */
  readonly isPercent: boolean;
  /** Whether it is a year, which has no commas. */
  readonly isYear?: boolean;
  /** Whether it is an amount of US$ a year, whose text may say so. */
  readonly isDollars?: boolean;
}

/** What a field says: a value within its rule, or what is wrong. Nothing is clamped. */
export type FieldReading =
  | { readonly value: number; readonly problem?: undefined }
  | { readonly problem: FieldProblem; readonly value?: undefined };

/** Text being typed, and what was wrong with it when the visitor left the field. */
export interface Draft {
  readonly text: string;
  readonly problem?: FieldProblem;
  /** What the number would do to the roadmap, where that and not the number itself is not allowed. */
  readonly fault?: MeasureFault;
}

const kDecimals = 2;

/** Reads `text` by `rule`. */
export function readField(text: string, rule: FieldRule): FieldReading {
  const number = rule.isDollars ? parseDollars(text) : parseNumber(text, rule.isPercent);
  if (number === undefined) return { problem: "notNumber" };
  const whole = rule.isWhole ? numberWithDot(text) : undefined;
  if (whole !== undefined && whole >= rule.min && whole <= rule.max) return { problem: "unclear" };
  const value = rule.isPercent ? Number((number / 100).toPrecision(12)) : number;
  if (value < rule.min || value > rule.max) return { problem: "outOfRange" };
  if (rule.isWhole && !Number.isInteger(value)) return { problem: "notWhole" };
  return { value };
}

/** What stands in the field for `value`. */
export function fieldText(value: number, rule: FieldRule): string {
  if (rule.isYear) return String(value);
  return rule.isPercent ? formatPercent(value, kDecimals) : formatNumber(value, kDecimals);
}
