import { html, type TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import { spans } from "../../charts/spans.ts";
import type { SobolResult, TornadoResult } from "../../engine/analysis_types.ts";
import { formatInUnit, formatMoneyRange, formatMoneyShort, formatShare, formatTabular, moneyUnit } from "../../text/format.ts";
import { formatPercentTabular } from "../../text/table_figures.ts";
import { analysisPlace } from "../analysis_place/analysis_place.ts";
import { chartFigure } from "../figure/figure.ts";
import { displayOf, nothingWords, type ResultsView, type LaterView } from "../view.ts";
import { factorName } from "./factor_name.ts";

const kMostSpans = 10;
const kMostShares = 6;
/** From this share of the spread on, one assumption alone is most of the doubt. */
const kMost = 0.5;

/** How far an assumption alone moves the answer, in a sentence. */
function movesWords(view: LaterView, { name, low, high }: TornadoResult["inputs"][number]): string {
  const [from, to] = formatMoneyRange(Math.min(low, high), Math.max(low, high), displayOf(view));
  return view.text.charts.drivers.tornadoFinding({ name: factorName(view, name), low: from, high: to });
}

/** The answer with one assumption at a time at its low and its high end. */
function tornado(view: LaterView, { inputs, central, year }: TornadoResult): TemplateResult {
  const { text } = view;
  const { charts } = text;
  const words = charts.drivers;
  const display = displayOf(view);
  const shown = inputs.slice(0, kMostSpans).filter(({ low, high }) => low !== high || central !== 0);
  const unit = moneyUnit(Math.max(0, ...shown.map(({ low, high }) => Math.max(Math.abs(low), Math.abs(high)))), display);
  const money = (usd: number): string => formatMoneyShort(usd, display);
  const [first] = shown;
  const finding = first ? movesWords(view, first) : nothingWords(view, year, view.state.analyses.tornado.question?.plan);
  return chartFigure(text, {
    id: "tornado",
    title: charts.titled({ title: charts.inYear({ title: words.tornadoTitle, year }), unit: unit.name }),
    finding,
    drawing: rowList(
      spans(
        shown.map(({ name, low, high }) => ({
          label: factorName(view, name),
          value: charts.range({ low: money(Math.min(low, high)), high: money(Math.max(low, high)) }),
          low,
          high,
        })),
        central,
        words.central({ amount: money(central) }),
      ),
    ),
    note: words.tornadoNote,
    table: {
      columns: [words.assumption, words.lowEnd, words.highEnd, words.elasticity],
      rows: inputs.map(({ name, low, high, elasticity }) => [
        factorName(view, name),
        formatInUnit(low, unit),
        formatInUnit(high, unit),
        elasticity === null ? words.noElasticity : formatTabular(elasticity),
      ]),
    },
  });
}

/** Parts of the doubt by assumption. */
function shares(view: LaterView, { inputs, year }: SobolResult): TemplateResult {
  const { text } = view;
  const { charts } = text;
  const words = charts.drivers;
  const doubt = inputs.reduce((sum, { total }) => sum + Math.abs(total.value), 0);
  const shown = doubt === 0 ? [] : inputs.slice(0, kMostShares);
  const [first, second] = shown.map(({ name, total }) => ({
    name: factorName(view, name),
    share: formatShare(total.value),
    isMost: total.value >= kMost,
  }));
  const said = first?.isMost === true ? words.mostFrom : words.largestFrom;
  const finding = first && second
    ? said({ first: first.name, firstShare: first.share, second: second.name, secondShare: second.share })
    : nothingWords(view, year, view.state.analyses.sobol.question?.plan);
  return chartFigure(text, {
    id: "sobol",
    title: charts.inYear({ title: words.sobolTitle, year }),
    finding,
    drawing: rowList(
      bars(
        shown.map(({ name, total, first: alone }) => ({
          label: factorName(view, name),
          value: formatShare(Math.max(0, total.value)),
          note: words.alone({ share: formatShare(Math.max(0, alone.value)) }),
          from: 0,
          to: Math.max(0, total.value),
          tone: "main",
        })),
      ),
    ),
    note: words.sobolNote,
    table: {
      columns: [words.assumption, words.aloneColumn, words.totalColumn],
      rows: inputs.map(({ name, first: alone, total }) => [
        factorName(view, name),
        formatPercentTabular(Math.max(0, alone.value)),
        formatPercentTabular(Math.max(0, total.value)),
      ]),
    },
  });
}

/** What matters most: parts of the doubt, and the answer at both ends of each assumption. */
export function driverFigures(view: ResultsView): TemplateResult {
  const { drivers: words } = view.text.charts;
  return html`${analysisPlace(view, { name: "sobol", title: words.sobolTitle, show: (answer) => shares(view, answer) })}
    ${analysisPlace(view, { name: "tornado", title: words.tornadoTitle, show: (answer) => tornado(view, answer) })}`;
}
