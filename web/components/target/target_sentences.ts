import { headlineAt, percentilesAt, shareReaching, yearIndex } from "../../state/readings.ts";
import { formatMoney, formatShare } from "../../text/format.ts";
import { displayOf, type LaterView, type ResultsView } from "../view.ts";

/** What texts say of a share of the futures: so many of 100; of the outer hundredths no more is known than that they are such. */
export function ofHundredFutures(share: number): { readonly size: "none" | "few" | "some" | "most" | "all"; readonly count: number } {
  const size = share === 0 ? "none" : share < 0.01 ? "few" : share === 1 ? "all" : share > 0.99 ? "most" : "some";
  return { size, count: Math.round(share * 100) };
}

/** "in 3 of 100 futures". */
export function inFutures({ text }: LaterView, share: number): string {
  return text.charts.target.inFutures(ofHundredFutures(share));
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
