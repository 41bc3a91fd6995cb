import type { TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { SellerSales } from "../../engine/types.ts";
import { spreadAt, yearIndex } from "../../state/readings.ts";
import { formatMoney, formatMoneyShort, formatShare, formatSignificant, formatTabular } from "../../text/format.ts";
import { chartFigure } from "../figure/figure.ts";
import { displayOf, whyNothing, type ResultsView } from "../view.ts";

const kSellers: readonly SellerSales[] = ["median", "mean", "top1"];

/** What a typical, an average and a very successful seller sell. */
export function sellerFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.sellers;
  const display = displayOf(view);
  const index = yearIndex(state.result, state.year);
  const { sellerSales } = state.result;
  const rows = kSellers.map((id) => ({ id, ...spreadAt(sellerSales[id], index) }));
  const middleOf = (wanted: SellerSales): number => rows.find(({ id }) => id === wanted)?.p50 ?? 0;
  const typical = middleOf("median");
  const money = (usd: number): string => formatMoneyShort(usd, display);
  const finding = words.finding({
    typical: formatMoney(typical, display),
    times: formatSignificant(middleOf("mean") / typical, 2),
    top: formatMoney(middleOf("top1"), display),
  });
  const { topShare1, topShare10 } = state.result.sellers;
  const shares = words.shares({
    one: formatShare(topShare1.quantiles.p50),
    ten: formatShare(topShare10.quantiles.p50),
  });
  return chartFigure(text, {
    id: "sellers",
    title: charts.inYear({ title: words.title, year: state.year }),
    finding: typical > 0 ? finding : words.nobody({ why: whyNothing(view), year: state.year }),
    drawing: rowList(bars(
      rows.map(({ id, p05, p50, p95 }) => ({
        label: words.rows[id],
        value: money(p50),
        note: charts.range({ low: money(p05), high: money(p95) }),
        from: 0,
        to: p50,
        tone: id === "median" ? "main" : "quiet",
      })),
    )),
    note: typical > 0 ? `${shares} ${words.note}` : words.note,
    table: {
      columns: [text.figures.named({ name: words.seller, unit: charts.aYear({ unit: display.unit }) }), charts.low, charts.middle, charts.high],
      rows: rows.map(({ id, p05, p50, p95 }) => [
        words.rows[id],
        ...[p05, p50, p95].map((usd) => formatTabular(usd * display.perUsd)),
      ]),
    },
  });
}
