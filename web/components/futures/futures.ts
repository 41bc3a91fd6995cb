import { html, type TemplateResult } from "lit";
import { kNarrow } from "../../charts/plot.ts";
import { quantileDots } from "../../charts/quantile_dots.ts";
import { largestOf } from "../../charts/scale.ts";
import { dotsOf, percentilesAt, yearIndex } from "../../state/readings.ts";
import { formatInUnit, formatMoney, formatMoneyShort, moneyUnit } from "../../text/format.ts";
import { chartFigure } from "../figure/figure.ts";
import { displayOf, nothingWords, plotWidth, type ResultsView } from "../view.ts";

/** Of 20 futures, in how many the figure is above the rows of the table. */
const kRows = [19, 18, 16, 15, 10, 5, 4, 2, 1];
const kLikely = 16;
const kUnlikely = 4;

/** Fifty futures as dots, with what 16 and what 4 of 20 are above. */
export function futuresFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.futures;
  const display = displayOf(view);
  const percentiles = percentilesAt(state.result, yearIndex(state.result, state.year));
  const above = (futures: number): number => percentiles[100 - 5 * futures] ?? 0;
  const dots = dotsOf(percentiles);
  const largest = largestOf(dots);
  const unit = moneyUnit(largest, display);
  const likely = above(kLikely);
  const width = plotWidth(view, "futures");
  const mark = width < kNarrow ? words.likelyNarrow : words.likely;
  const unlikely = above(kUnlikely);
  const isLoss = likely < 0 && unlikely < 0;
  const said = (amount: number): string => formatMoney(isLoss ? -amount : amount, display);
  const finding = isLoss ? words.findingLess : words.finding;
  const isNothing = largest === 0;
  return chartFigure(text, {
    id: "futures",
    title: charts.titled({ title: charts.inYear({ title: words.title, year: state.year }), unit: unit.name }),
    finding:
      isNothing
        ? nothingWords(view)
        : finding({ likely: said(likely), unlikely: said(unlikely) }),
    drawing: html`${quantileDots({
      values: dots.map((dot) => dot / unit.usd),
      target: likely / unit.usd,
      marks: [
        ...(isNothing
          ? []
          : [{ value: likely / unit.usd, words: mark({ amount: formatMoneyShort(likely, display) }), tone: "plain" } as const]),
        { value: above(10) / unit.usd, words: words.middle({ amount: formatMoneyShort(above(10), display) }), tone: "main" },
      ],
      width,
    })}`,
    isMeasured: true,
    isWide: true,
    note: words.note,
    table: {
      columns: [words.futures, charts.aYear({ unit: unit.name })],
      rows: kRows.map((futures) => [words.ofTwenty({ count: futures }), formatInUnit(above(futures), unit)]),
    },
  });
}
