import { html, nothing, type TemplateResult } from "lit";
import { sameValue } from "../../state/plan/same_value.ts";
import { yearIndex } from "../../state/readings.ts";
import { planInShort } from "../answer/answer.ts";
import { driverFigures } from "../drivers/drivers.ts";
import { futuresFigure } from "../futures/futures.ts";
import { luckFigure } from "../luck/luck.ts";
import { measuringFigure } from "../measuring/measuring.ts";
import { otherResults } from "../other_results/other_results.ts";
import { part } from "../part/part.ts";
import { channelFigure, funnelFigure, marketFigure, sectorFigure, waterfallFigure } from "../part_charts/part_charts.ts";
import { programmeFigure } from "../programme_results/programme_results.ts";
import { jobsFigure, publicMoneyFigure } from "../public_money/public_money.ts";
import { targetFigures } from "../target/target.ts";
import { sellerFigure } from "../sellers/sellers.ts";
import { resultsView, type ResultsView, type LaterView } from "../view.ts";
import { pathsFigure } from "../paths/paths.ts";

function otherFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { title, table, note } = otherResults(view);
  const positive = state.result.probability.positive[yearIndex(state.result, state.year)] ?? 0;
  const size = positive === 1 ? "all" : positive > 0.99 ? "most" : positive >= 0.005 ? "some" : positive > 0 ? "few" : "none";
  const count = Math.round(positive * 100);
  return html`<section class="chart" aria-labelledby="more-title">
    <h3 id="more-title">${title}</h3>
    <p class="finding figures">${text.charts.more.finding({ size, count })}</p>
    <div class="plain-table figures">${table}</div>
    <p class="note">${note}</p>
  </section>`;
}

/** Charts that answer one question, in the order in which they stand. */
const kGroups = {
  doubt: [futuresFigure, luckFigure],
  parts: [waterfallFigure, funnelFigure, sectorFigure, marketFigure, channelFigure, pathsFigure, programmeFigure],
  target: [targetFigures, measuringFigure],
  drivers: [driverFigures],
  people: [sellerFigure, jobsFigure, publicMoneyFigure, otherFigure],
} as const satisfies Readonly<Record<string, readonly ((view: ResultsView) => TemplateResult)[]>>;
type GroupName = keyof typeof kGroups;

function group(view: ResultsView, name: GroupName): TemplateResult {
  const id = `group-${name}`;
  return html`<section class="result-group" ?data-busy=${view.state.isComputing} aria-labelledby=${id}>
    <h2 class="group-title" id=${id}>${view.text.charts.groups[name]}</h2>
    <div class="charts">${kGroups[name].map((figure) => part(view, figure))}</div>
  </section>`;
}

/** That what is here answers another plan than the one that is set, where nothing newer is on its way. */
function earlierNote({ state, text }: ResultsView): TemplateResult | typeof nothing {
  if (!state.refusal || sameValue(state.answered, state.plan)) return nothing;
  return html`<p class="notice stale">${text.charts.earlier({ plan: planInShort(text, state.answered) })}</p>`;
}

/** All results below the first screen. */
export function results(shown: LaterView): TemplateResult | typeof nothing {
  const view = resultsView(shown);
  if (!view) return nothing;
  const names = Object.keys(kGroups) as GroupName[];
  return html`${part(view, earlierNote)}${names.map((name) => part(view, group, name))}`;
}
