import { html, type TemplateResult } from "lit";
import { heldParameters } from "../../state/source_readings.ts";
import { disagreements } from "../disagreements/disagreements.ts";
import { salesReadings } from "../sales_readings/sales_readings.ts";
import type { View } from "../view.ts";

/** What to know before reading the list. */
interface Warning {
  readonly title: string;
  readonly text: string;
}

/** All assumptions of the pack in use: what they are, how wide, how well founded, from where. */
export function assumptions(view: View): TemplateResult {
  const { text, pack } = view;
  const words = text.assumptions;
  const parameters = Object.values(heldParameters(pack, view.state.plan.readings));
  const judged = parameters.filter(({ parameter }) => parameter.grade === "D").length;
  const ofPacks: Readonly<Record<string, Warning>> = words.packWarnings;
  const warnings = [ofPacks[pack.id], ...Object.values(words.warnings)].filter((warning) => warning !== undefined);
  return html`<section class="assumptions" id="assumptions" aria-labelledby="assumptions-title" data-asks>
    <div class="assumptions-intro">
      <div>
        <h2 id="assumptions-title">${words.title}</h2>
        <p>${words.intro({ count: parameters.length, judged })}</p>
      </div>
      <div>
        <h3>${words.warningsTitle}</h3>
        <ul class="warnings">${warnings.map(({ title, text: detail }) => html`<li><strong>${title}</strong> ${detail}</li>`)}</ul>
      </div>
    </div>
    ${salesReadings(view)}
    ${disagreements(view)}
    ${view.register(view)}
  </section>`;
}
