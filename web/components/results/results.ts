import { html, nothing, type TemplateResult } from "lit";
import { yearIndex } from "../../state/readings.ts";
import { dataTable } from "../figure/figure.ts";
import { driverFigures } from "../drivers/drivers.ts";
import { futuresFigure } from "../futures/futures.ts";
import { luckFigure } from "../luck/luck.ts";
import { measuringFigure } from "../measuring/measuring.ts";
import {
  channelFigure,
  funnelFigure,
  kOtherOutputs,
  marketFigure,
  otherRow,
  sectorFigure,
  waterfallFigure,
} from "../part_charts/part_charts.ts";
import { programmeFigure } from "../programme_results/programme_results.ts";
import { jobsFigure, publicMoneyFigure } from "../public_money/public_money.ts";
import { targetFigures } from "../target/target.ts";
import { sellerFigure } from "../sellers/sellers.ts";
import { resultsView, type ResultsView, type View } from "../view.ts";
import { pathsFigure } from "../paths/paths.ts";

function otherResults(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { more } = text.charts;
  const title = text.charts.inYear({ title: more.title, year: state.year });
  const positive = state.result.probability.positive[yearIndex(state.result, state.year)] ?? 0;
  const size = positive === 1 ? "all" : positive > 0.99 ? "most" : "some";
  const count = Math.round(positive * 100);
  return html`<section class="chart" aria-labelledby="more-title">
    <h2 id="more-title">${title}</h2>
    <p class="finding figures">${more.finding({ size, count })}</p>
    <div class="plain-table figures">${dataTable(text, title, {
      columns: [more.result, text.charts.middle, text.answer.range],
      rows: kOtherOutputs.map((name) => otherRow(view, name)),
    })}</div>
  </section>`;
}

/** All results below the first screen. */
export function results(shown: View): TemplateResult | typeof nothing {
  const view = resultsView(shown);
  if (!view) return nothing;
  return html`<div class="charts">
    ${futuresFigure(view)}
    ${luckFigure(view)}
    ${waterfallFigure(view)}
    ${targetFigures(view)}
    ${measuringFigure(view)}
    ${driverFigures(view)}
    ${pathsFigure(view)}
    ${sectorFigure(view)}
    ${channelFigure(view)}
    ${marketFigure(view)}
    ${funnelFigure(view)}
    ${programmeFigure(view)}
    ${sellerFigure(view)}
    ${jobsFigure(view)}
    ${publicMoneyFigure(view)}
    ${otherResults(view)}
  </div>`;
}
