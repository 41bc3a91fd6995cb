import { html, type TemplateResult } from "lit";
import { disagreements } from "../disagreements/disagreements.ts";
import { part } from "../part/part.ts";
import { register } from "../register/register.ts";
import { salesReadings } from "../sales_readings/sales_readings.ts";
import type { LaterView } from "../view.ts";

/** What to know before reading the list. */
interface Warning {
  readonly title: string;
  readonly text: string;
}

/** All assumptions of the pack in use: what they are, how wide, how well founded, from where. */
export function assumptionList(view: LaterView): TemplateResult {
  const words = view.text.assumptions;
  const ofPacks: Readonly<Record<string, Warning>> = words.packWarnings;
  const warnings = [ofPacks[view.pack.id], ...Object.values(words.warnings)].filter((warning) => warning !== undefined);
  return html`
    <h3 class="warnings-title">${words.warningsTitle}</h3>
    <ul class="warnings">${warnings.map(({ title, text }) => html`<li><strong>${title}</strong> ${text}</li>`)}</ul>
    ${part(view, salesReadings)}
    ${part(view, disagreements)}
    ${part(view, register)}`;
}
