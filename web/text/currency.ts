import type { Pack } from "../engine/types.ts";
import { formatNumber, kNbsp, type MoneyDisplay } from "./format.ts";

/** Signs by currency code where people write one; other currencies are written by their code. */
const kSigns: Readonly<Record<string, string>> = { PKR: "Rs" };

/** Amounts in the currency of the pack's country, at the pack's rate. */
export function localDisplay(pack: Pack): MoneyDisplay {
  const unit = kSigns[pack.currency.code] ?? pack.currency.code;
  return { prefix: `${unit}${kNbsp}`, unit, perUsd: pack.currency.perUsd.value };
}

/** The pack's rate in figures: "Rs 283.76". */
export function rateText(pack: Pack): string {
  return `${localDisplay(pack).prefix}${formatNumber(pack.currency.perUsd.value, 2)}`;
}
