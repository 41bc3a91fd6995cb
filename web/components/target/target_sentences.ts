import { headlineAt, percentilesAt, shareReaching, yearIndex } from "../../state/readings.ts";
import { formatMoney, formatShare } from "../../text/format.ts";
import { displayOf, type LaterView, type ResultsView } from "../view.ts";

/** Of so many futures is spoken. */
const kFutures = 20;

/** "in 3 of 20 futures", with words where that would round to none or to all of them. */
function inFutures({ text }: LaterView, share: number): string {
  const size =
    share === 0 ? "none" : share < 0.5 / kFutures ? "few" : share === 1 ? "all" : share > 1 - 0.5 / kFutures ? "most" : "some";
  return text.charts.target.inFutures({ size, count: Math.round(share * kFutures) });
}

/** In how many futures the plan adds the visitor's own amount in the year shown. */
export function reachingSentence(view: ResultsView): string {
  const { result, target, year } = view.state;
  return view.text.charts.target.finding({
    futures: inFutures(view, shareReaching(percentilesAt(result, yearIndex(result, year)), target)),
    amount: formatMoney(target, displayOf(view)),
    year,
  });
}

/** What the answer is against the country's goods exports and against its government's target, in the year shown. */
export function proportionSentences(view: ResultsView): string[] {
  const { text, state, pack } = view;
  const { target: words } = text.charts;
  const display = displayOf(view);
  const { goodsExports, exportTarget } = pack.baseline;
  // The target is in dollars of its year, all else in those of the base year.
  const realTarget = exportTarget.value / (1 + pack.currency.usdInflation.value) ** (exportTarget.year - pack.baseYear);
  const index = yearIndex(state.result, state.year);
  const { p50 } = headlineAt(state.result, index);
  const size = p50 < 0 ? "less" : "more";
  const missing = realTarget - goodsExports.value;
  // The target has a year of its own.
  const targetIndex = state.result.years.indexOf(exportTarget.year);
  const by = targetIndex < 0 ? state.year : exportTarget.year;
  const reached = state.result.probability.exportTarget[targetIndex < 0 ? index : targetIndex] ?? 0;
  return [
    words.ofExports({
      size,
      amount: formatMoney(Math.abs(p50), display),
      share: formatShare(Math.abs(p50) / goodsExports.value),
      exports: formatMoney(goodsExports.value, display),
      year: pack.baseYear,
    }),
    words.ofTarget({
      size,
      share: formatShare(Math.abs(p50) / missing),
      target: formatMoney(exportTarget.value, display),
      year: exportTarget.year,
      real: formatMoney(realTarget, display),
      baseYear: pack.baseYear,
      by,
      futures: inFutures(view, reached),
    }),
  ];
}
