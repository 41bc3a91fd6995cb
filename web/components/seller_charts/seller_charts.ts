import type { TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { SellerSales } from "../../engine/types.ts";
import { luckAt, spreadAt, yearIndex } from "../../state/readings.ts";
import { formatMoney, formatMoneyShort, formatPercent, formatSignificant } from "../../text/format.ts";
import { chartFigure } from "../figure/figure.ts";
import { shareText } from "../part_charts/part_charts.ts";
import { displayOf, type View } from "../view.ts";

const kSellers: readonly SellerSales[] = ["median", "mean", "top1"];

/** What a typical, an average and a very successful seller sell. */
export function sellerFigure(view: View): TemplateResult {
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
  return chartFigure(text, {
    id: "sellers",
    title: charts.inYear({ title: words.title, year: state.year }),
    finding: typical > 0 ? finding : words.nobody,
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
    note: words.note,
    table: {
      columns: [text.figures.named({ name: words.seller, unit: charts.aYear({ unit: display.unit }) }), charts.low, charts.middle, charts.high],
      rows: rows.map(({ id, p05, p50, p95 }) => [
        words.rows[id],
        ...[p05, p50, p95].map((usd) => formatSignificant(usd * display.perUsd, 3)),
      ]),
    },
  });
}

/** From this share of the variance on, luck is some, half and most of the uncertainty. */
const kShares = { some: 0.1, half: 0.35, most: 0.65 };
/** A variation from which a range around the figure has no sense. */
const kBeyondRange = 0.9;

/** How much of the uncertainty is not knowing, and how much is luck. */
export function luckFigure(view: View): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.luck;
  const { share, variation } = luckAt(state.result, yearIndex(state.result, state.year));
  const weight =
    share < kShares.some ? "little" : share < kShares.half ? "some" : share < kShares.most ? "half" : "most";
  const alone =
    variation < kBeyondRange ? words.alone({ percent: formatPercent(variation, variation < 0.01 ? 1 : 0) }) : words.aloneLarge;
  const parts = share === 0 ? [] : (["ignorance", "luck"] as const).map((id) => ({ id, part: id === "luck" ? share : 1 - share }));
  return chartFigure(text, {
    id: "luck",
    title: charts.inYear({ title: words.title, year: state.year }),
    finding: share === 0 ? charts.nothing : `${words.finding[weight]} ${alone}`,
    drawing: rowList(bars(
      parts.map(({ id, part }) => ({
        label: words.parts[id],
        value: shareText(part),
        from: 0,
        to: part,
        tone: id === "luck" ? "quiet" : "main",
      })),
    )),
    note: words.note,
    table: {
      columns: [words.part, words.unit],
      rows: parts.map(({ id, part }) => [words.parts[id], formatPercent(part)]),
    },
  });
}
