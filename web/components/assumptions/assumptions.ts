import { html, type TemplateResult } from "lit";
import { assumptionNames } from "../../state/plan/assumptions.ts";
import { heldParameters } from "../../state/source_readings.ts";
import { later } from "../later/later.ts";
import { part } from "../part/part.ts";
import { toPage, type View } from "../view.ts";

/** What the assumptions of the pack are, in short, and the place of all of them. */
export function assumptions(view: View): TemplateResult {
  const { text, pack } = view;
  const words = text.assumptions;
  const evidence = toPage(view, "evidence");
  const parameters = Object.values(heldParameters(pack, view.state.plan.readings));
  const judged = parameters.filter(({ parameter }) => parameter.grade === "D").length;
  return html`<section class="assumptions" id="assumptions" aria-labelledby="assumptions-title" data-asks>
    <h2 id="assumptions-title">${words.title}</h2>
    <p class="assumptions-intro">${words.intro({ count: parameters.length, values: assumptionNames(pack).length, judged })}
      <a href=${evidence.href} target=${evidence.target}>${words.evidence}</a></p>
    ${later(view, "assumptions", (module, whole) => part(whole, module.assumptionList), "disagreements")}
  </section>`;
}
