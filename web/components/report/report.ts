import { html, nothing, type TemplateResult } from "lit";
import { headlineAt, spreadAt, yearIndex } from "../../state/readings.ts";
import { dateInWords } from "../../text/dates.ts";
import { formatInUnit, formatNumber, moneyUnit } from "../../text/format.ts";
import { headlineSentence } from "../../text/sentences.ts";
import { converted, denominators, staleWords } from "../answer/answer.ts";
import { fanFigure } from "../fan/fan.ts";
import { dataTable } from "../figure/figure.ts";
import { limits } from "../limits/limits.ts";
import { otherResults } from "../other_results/other_results.ts";
import { channelFigure, funnelFigure, marketFigure, sectorFigure, waterfallFigure } from "../part_charts/part_charts.ts";
import { phrase } from "../phrase/phrase.ts";
import { luckFigure } from "../luck/luck.ts";
import { displayOf, resultsView, say, whyNothing, type ResultsView, type LaterView } from "../view.ts";
import { homeTaxSentence } from "../public_money/home_taxes.ts";
import { publicMoneySentence } from "../public_money/public_money.ts";
import { proportionSentences, reachingSentence } from "../target/target_sentences.ts";
import { originOf } from "../sources/sources.ts";
import { assumptionTable } from "./assumption_table.ts";
import { planRows } from "./plan_rows.ts";

/** Width of the widest chart in CSS pixels: an A4 page less its margins. */
const kChartWidth = 680;
/** So many rows a plan has at most that has room on the first page beside the answer and what it is year by year. */
const kShortPlan = 8;

function answer(view: LaterView): TemplateResult {
  const { pack, state, text } = view;
  const headline = headlineAt(state.result, yearIndex(state.result, state.year));
  const stale = staleWords(text, state);
  return html`<h1>${text.site.question({ country: say(view, pack.label) })}</h1>
    ${stale === "" ? "" : html`<p class="notice stale">${stale}</p>`}
    <p class="report-answer">${phrase(headlineSentence(text, headline, state.year, displayOf(view), whyNothing(view)))}</p>
    <p>${text.answer.scope({ country: say(view, pack.label), baseYear: pack.baseYear })}
      ${denominators(view)}
      ${state.currency === "local" ? converted(view, headline.p50) : ""}</p>`;
}

function plan(view: LaterView): TemplateResult {
  const { report } = view.text;
  return html`<section class="report-plan">
    <h2>${report.plan}</h2>
    <dl>${planRows(view).map(([name, words]) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>
  </section>`;
}

function byYear(view: LaterView): TemplateResult {
  const { state, text } = view;
  const { charts } = text;
  const { years, outputs } = state.result;
  const series = outputs.exportsAdditional;
  const unit = moneyUnit(Math.max(0, ...series.quantiles.p95.map(Math.abs)), displayOf(view));
  const title = charts.titled({ title: charts.fan.title, unit: unit.name });
  const rows = years.map((year, index) => {
    const { p05, p25, p50, p75, p95 } = spreadAt(series, index);
    return [String(year), ...[p05, p25, p50, p75, p95].map((usd) => formatInUnit(usd, unit))];
  });
  return html`<section>
    <h2>${title}</h2>
    ${dataTable(text, title, {
      columns: [charts.year, charts.low, charts.lowHalf, charts.middle, charts.highHalf, charts.high],
      rows,
    })}
  </section>`;
}

function others(view: ResultsView): TemplateResult {
  const { title, table, note } = otherResults(view);
  return html`<section><h2>${title}</h2>${table}
    ${[note, publicMoneySentence(view), ...homeTaxSentence(view)].map((sentence) => html`<p>${sentence}</p>`)}</section>`;
}

/** The answer against goods exports, the official target and the visitor's own amount. */
function targets(view: ResultsView): TemplateResult {
  const sentences = [...proportionSentences(view), reachingSentence(view)];
  return html`<section>
    <h2>${view.text.charts.groups.target}</h2>
    <ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
  </section>`;
}

function parts(view: ResultsView): TemplateResult {
  return html`<div class="report-charts">
      <p>${view.text.report.partsNote}</p>
      <div>${waterfallFigure(view)} ${channelFigure(view)}</div>
      <div>${sectorFigure(view)} ${marketFigure(view)}</div>
      <div>${funnelFigure(view)} ${luckFigure(view)}</div>
    </div>`;
}

function sources(view: LaterView): TemplateResult {
  const { report } = view.text;
  return html`<section class="report-sources">
    <h2>${report.sources}</h2>
    <ul>${Object.values(view.pack.sources).map(
      (source) => html`<li lang="en" dir="ltr"><a href=${source.url}>${source.title}</a>${originOf(source)}</li>`,
    )}</ul>
  </section>`;
}

function origin(view: LaterView, date: string): TemplateResult {
  const { actions, pack, state, text } = view;
  const { version, packVersion, seed, draws } = state.result.model;
  return html`<section class="report-origin">
    <p>${text.limits.version({
      model: version,
      pack: say(view, pack.label),
      packVersion,
      seed,
      draws: formatNumber(draws),
    })} ${text.report.printed({ date: dateInWords(text, date) })}</p>
    <p>${text.report.link} <bdi dir="ltr">${actions.shareLink(state.answered)}</bdi></p>
  </section>`;
}

/**
 * The answer as a report of two to four pages of A4: what it is cited by, the plan, the results, the assumptions, the sources. All of it is of
 * one answer: the newest whole one, where there is one. `date` is that of today as in 2026-11-28.
 */
export function report(page: LaterView, date: string): TemplateResult {
  const { state } = page;
  const wide: LaterView = { ...page, state: { ...state, widths: { ...state.widths, fan: kChartWidth }, isLow: false } };
  const whole = resultsView(wide);
  const view = whole ?? wide;
  // Then the results, the assumptions and the sources have a page each; else they follow one another.
  const isShort = planRows(view).length <= kShortPlan;
  const ownPage = (content: TemplateResult): TemplateResult => html`<div class=${isShort ? "report-page" : nothing}>${content}</div>`;
  return html`<main class="report">
    <p class="report-name">${view.text.site.name}</p>
    ${answer(view)}
    ${origin(view, date)}
    ${fanFigure(view)}
    ${plan(view)}
    <div class="report-pair">${byYear(view)}${whole ? others(whole) : nothing}</div>
    ${whole ? ownPage(parts(whole)) : nothing}
    <div class="report-pair">${whole ? targets(whole) : nothing}${limits(view)}</div>
    ${ownPage(assumptionTable(view))}
    ${ownPage(sources(view))}
  </main>`;
}
