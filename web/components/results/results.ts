import { html, nothing, type TemplateResult } from "lit";
import { yearIndex } from "../../state/readings.ts";
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
function group(id: string, title: string, charts: readonly TemplateResult[]): TemplateResult {
  return html`<section class="result-group" aria-labelledby=${`group-${id}`}>
    <h2 class="group-title" id=${`group-${id}`}>${title}</h2>
    <div class="charts">${charts}</div>
  </section>`;
}

/** All results below the first screen. */
export function results(shown: LaterView): TemplateResult | typeof nothing {
  const view = resultsView(shown);
  if (!view) return nothing;
  const { groups } = view.text.charts;
  return html`
    ${group("doubt", groups.doubt, [futuresFigure(view), luckFigure(view)])}
    ${group("parts", groups.parts, [
      waterfallFigure(view),
      funnelFigure(view),
      sectorFigure(view),
      marketFigure(view),
      channelFigure(view),
      pathsFigure(view),
      programmeFigure(view),
    ])}
    ${group("target", groups.target, [targetFigures(view), measuringFigure(view)])}
    ${group("drivers", groups.drivers, [driverFigures(view)])}
    ${group("people", groups.people, [
      sellerFigure(view),
      jobsFigure(view),
      publicMoneyFigure(view),
      otherFigure(view),
    ])}`;
}
