import { html, nothing, type TemplateResult } from "lit";
import type { Plan } from "../../state/plan/plan.ts";
import { yearIndex } from "../../state/readings.ts";
import { planInShort } from "../answer/answer.ts";
import { driverFigures } from "../drivers/drivers.ts";
import { futuresFigure } from "../futures/futures.ts";
import { luckFigure } from "../luck/luck.ts";
import { measuringFigure } from "../measuring/measuring.ts";
import { otherResults } from "../other_results/other_results.ts";
import { channelFigure, funnelFigure, marketFigure, sectorFigure, waterfallFigure } from "../part_charts/part_charts.ts";
import { programmeFigure } from "../programme_results/programme_results.ts";
import { jobsFigure, publicMoneyFigure } from "../public_money/public_money.ts";
import { targetFigures } from "../target/target.ts";
import { sellerFigure } from "../sellers/sellers.ts";
import { resultsView, type ResultsView, type LaterView } from "../view.ts";
import { pathsFigure } from "../paths/paths.ts";

function otherFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { title, table } = otherResults(view);
  const positive = state.result.probability.positive[yearIndex(state.result, state.year)] ?? 0;
  const size = positive === 1 ? "all" : positive > 0.99 ? "most" : "some";
  const count = Math.round(positive * 100);
  return html`<section class="chart" aria-labelledby="more-title">
    <h3 id="more-title">${title}</h3>
    <p class="finding figures">${text.charts.more.finding({ size, count })}</p>
    <div class="plain-table figures">${table}</div>
  </section>`;
}

/** Charts that answer one question. */
function group({ state }: ResultsView, id: string, title: string, charts: readonly TemplateResult[]): TemplateResult {
  return html`<section class="result-group" ?data-busy=${state.isComputing} aria-labelledby=${`group-${id}`}>
    <h2 class="group-title" id=${`group-${id}`}>${title}</h2>
    <div class="charts">${charts}</div>
  </section>`;
}

/** That what is here answers another plan than the first screen, where nothing newer is on its way. */
function earlierNote({ state, text }: ResultsView, headline: Plan): TemplateResult | typeof nothing {
  if (state.refusal === "" || state.answered === headline) return nothing;
  return html`<p class="notice stale">${text.charts.earlier({ plan: planInShort(text, state.answered) })}</p>`;
}

/** All results below the first screen. */
export function results(shown: LaterView): TemplateResult | typeof nothing {
  const view = resultsView(shown);
  if (!view) return nothing;
  const { groups } = view.text.charts;
  return html`
    ${earlierNote(view, shown.state.answered)}
    ${group(view, "doubt", groups.doubt, [futuresFigure(view), luckFigure(view)])}
    ${group(view, "parts", groups.parts, [
      waterfallFigure(view),
      funnelFigure(view),
      sectorFigure(view),
      marketFigure(view),
      channelFigure(view),
      pathsFigure(view),
      programmeFigure(view),
    ])}
    ${group(view, "target", groups.target, [targetFigures(view), measuringFigure(view)])}
    ${group(view, "drivers", groups.drivers, [driverFigures(view)])}
    ${group(view, "people", groups.people, [
      sellerFigure(view),
      jobsFigure(view),
      publicMoneyFigure(view),
      otherFigure(view),
    ])}`;
}
