import type { TemplateResult } from "lit";
import { bars, type Tone } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import { spreadAt, yearIndex, type ShownOutput } from "../../state/readings.ts";
import { formatInUnit, formatMoney, formatMoneyShort, formatNumber, moneyUnit, roundSignificant } from "../../text/format.ts";
import { chartFigure } from "../figure/figure.ts";
import { spreadBar } from "../figure/spread_bar.ts";
import { displayOf, nothingWords, type ResultsView } from "../view.ts";
import { homeTaxSentence } from "./home_taxes.ts";

const kRows: readonly { readonly id: ShownOutput & ("tax" | "cost" | "fiscalNet"); readonly tone: Tone }[] = [
  { id: "tax", tone: "main" },
  { id: "cost", tone: "loss" },
  { id: "fiscalNet", tone: "quiet" },
];

/** Tax and cost that differ by less than this part of the larger are about equal. */
const kEqual = 0.1;

/** Which is larger in the year shown, the tax on the proceeds or the public cost; or that the tax falls. */
export function publicMoneySentence(view: ResultsView): string {
  const { text, state } = view;
  const { outputs } = state.result;
  const index = yearIndex(state.result, state.year);
  const middle = (name: "tax" | "cost" | "fiscalNet"): number => spreadAt(outputs[name], index).p50;
  const [tax, cost, net] = [middle("tax"), middle("cost"), middle("fiscalNet")];
  const isEqual = Math.abs(net) <= kEqual * Math.max(tax, cost);
  const size = tax < 0 ? (cost > 0 ? "loss" : "lossOnly") : isEqual ? "equal" : net < 0 ? "less" : "more";
  const [amount, taxLess, spent] = [net, tax, cost].map((usd) => formatMoney(Math.abs(usd), displayOf(view))) as [string, string, string];
  return text.charts.publicMoney.finding({ size, amount, tax: taxLess, cost: spent });
}

/** What the plan brings the treasury and costs it in the year shown. */
export function publicMoneyFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.publicMoney;
  const display = displayOf(view);
  const index = yearIndex(state.result, state.year);
  const rows = kRows.map(({ id, tone }) => ({ id, tone, ...spreadAt(state.result.outputs[id], index) }));
  const largest = Math.max(0, ...rows.flatMap(({ p05, p95 }) => [Math.abs(p05), Math.abs(p95)]));
  const largestMiddle = Math.max(...rows.map(({ p50 }) => Math.abs(p50)));
  // The word that the largest middle is labelled with: an axis, which this chart has not, would take one from two of it on.
  const unit = moneyUnit(2 * largestMiddle || largest, display);
  const money = (usd: number): string => formatMoneyShort(usd, display);
  return chartFigure(text, {
    id: "public-money",
    title: charts.titled({ title: charts.inYear({ title: words.title, year: state.year }), unit: unit.name }),
    finding: [largest === 0 ? nothingWords(view) : publicMoneySentence(view), ...homeTaxSentence(view)].join(" "),
    drawing: rowList(
      bars(
        rows.map(({ id, tone, p05, p50, p95 }) =>
          spreadBar(text, { label: charts.more.rows[id], value: p50, range: [p05, p95], tone }, money),
        ),
      ),
    ),
    note: `${words.note} ${words.middles}`,
    table: {
      columns: [charts.aYear({ unit: unit.name }), charts.low, charts.middle, charts.high],
      rows: rows.map(({ id, p05, p50, p95 }) => [
        charts.more.rows[id],
        ...[p05, p50, p95].map((usd) => formatInUnit(usd, unit)),
      ]),
    },
  });
}

/** Up to so many jobs, those of a middle future may be less than one. */
const kFewJobs = 10;

/** Jobs that the plan supports, year by year. */
export function jobsFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.jobs;
  const { years, outputs } = state.result;
  const rows = years.map((year, index) => ({ year, ...spreadAt(outputs.jobs, index) }));
  const { p05, p50, p95 } = spreadAt(outputs.jobs, yearIndex(state.result, state.year));
  const inDigits = (count: number, digits: number): string => formatNumber(roundSignificant(count, digits));
  const jobs = (count: number): string => inDigits(count, 2);
  const size = p50 < 0 ? "less" : p05 < 0 ? "mixed" : "more";
  return chartFigure(text, {
    id: "jobs",
    title: words.title,
    finding:
      p05 === 0 && p95 === 0
        ? nothingWords(view)
        : Math.max(-p05, p95) < kFewJobs && Math.abs(p50) < 1
          ? words.fewerThanOne({ year: state.year })
          : words.finding({ size, year: state.year, middle: jobs(Math.abs(p50)), low: jobs(p05), high: jobs(p95) }),
    drawing: rowList(
      bars(
        rows.map((row) => {
          const tone = row.year === state.year ? "main" : "quiet";
          return spreadBar(text, { label: String(row.year), value: row.p50, range: [row.p05, row.p95], tone }, jobs);
        }),
      ),
    ),
    note: words.note,
    table: {
      columns: [charts.year, charts.low, charts.middle, charts.high],
      rows: rows.map((row) => [String(row.year), ...[row.p05, row.p50, row.p95].map((count) => inDigits(count, 3))]),
    },
  });
}
