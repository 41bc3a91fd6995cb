import { html, type TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { exceedanceCurve } from "../../charts/exceedance_curve.ts";
import { rowList } from "../../charts/row_list.ts";
import { largestOf } from "../../charts/scale.ts";
import type { GoalResult } from "../../engine/analysis_types.ts";
import { kTargetField, kTargetRule } from "../../state/field_editing.ts";
import { dotsOf, percentilesAt, shareReaching, yearIndex } from "../../state/readings.ts";
import { formatInUnit, formatMoney, formatMoneyShort, formatNumber, formatPercent, moneyUnit, roundSignificant } from "../../text/format.ts";
import { formatPercentTabular } from "../../text/table_figures.ts";
import { analysisPlace } from "../analysis_place/analysis_place.ts";
import { chartFigure } from "../figure/figure.ts";
import { numberField } from "../number_field/number_field.ts";
import { displayOf, plotWidth, type ResultsView, type LaterView } from "../view.ts";
import { inFutures, ofHundredFutures, proportionSentences, reachingSentence } from "./target_sentences.ts";

/** Amounts of the table, in parts of the amount aimed at. */
const kMultiples = [0.1, 0.25, 0.5, 1, 2];

/** A share of the futures in per cent, as far as it is known. */
function inPerCent({ text }: LaterView, share: number): string {
  const { size } = ofHundredFutures(share);
  const { ends } = text.charts.target;
  return size === "few" ? ends.first : size === "most" ? ends.last : formatPercentTabular(share);
}

function field(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { target: words } = text.charts;
  const amount = formatMoney(state.target, displayOf(view));
  return numberField(view, {
    field: kTargetField,
    label: words.field,
    hint: state.currency === "usd" ? words.hint({ amount }) : words.hintLocal({ amount }),
    control: { rule: kTargetRule, value: state.target, set: () => state.plan },
    spoken: amount,
    example: words.example,
  });
}

function curveFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { target: words } = text.charts;
  const display = displayOf(view);
  const { target, year } = state;
  const percentiles = percentilesAt(state.result, yearIndex(state.result, year));
  const dots = dotsOf(percentiles);
  const share = shareReaching(percentiles, target);
  const unit = moneyUnit(largestOf(dots, [target]), display);
  return chartFigure(text, {
    id: "target",
    title: words.title({ year, unit: unit.name }),
    finding: reachingSentence(view),
    drawing: html`${exceedanceCurve({
      values: dots.map((dot) => dot / unit.usd),
      target: {
        value: target / unit.usd,
        share,
        words: [words.mark({ amount: formatMoneyShort(target, display) }), words.share(ofHundredFutures(share))],
      },
      width: plotWidth(view, "target"),
    })}`,
    isMeasured: true,
    isWide: true,
    table: {
      columns: [text.charts.aYear({ unit: unit.name }), words.reach],
      rows: kMultiples.map((part) => [
        formatInUnit(part * target, unit),
        inPerCent(view, shareReaching(percentiles, part * target)),
      ]),
    },
  });
}

/** That one of the numbers found is larger than all businesses there are, where it is. */
function aboveAll({ pack, text }: LaterView, goals: GoalResult["goals"]): string[] {
  const businesses = pack.pool.reduce((all, { establishments }) => all + establishments.value, 0);
  const isAbove = goals.some((one) => one.reachable && one.newSellers > businesses);
  return isAbove ? [text.charts.target.aboveAll({ businesses: formatNumber(roundSignificant(businesses, 3)) })] : [];
}

/** What each chance takes; said once where no chance is within reach. */
function goalSentences(view: LaterView, goals: GoalResult["goals"]): string[] {
  const { target: words } = view.text.charts;
  const highest = Math.max(0, ...goals.map(({ highestProbability }) => highestProbability));
  if (goals.every(({ reachable }) => !reachable)) return [words.noneReachable({ futures: inFutures(view, highest) })];
  const said = goals.map((one) => {
    const chance = one.probability === 0.5 ? words.even : words.likely;
    if (!one.reachable) return words.unreachable({ chance, futures: inFutures(view, one.highestProbability) });
    const count = roundSignificant(one.newSellers, 3);
    return words.takes({ chance, sellers: view.text.figures.sellers({ count, figure: formatNumber(count) }) });
  });
  return [...said, ...aboveAll(view, goals)];
}

/** How many sellers the amount takes. */
function goal(view: LaterView, { goals, year, target }: GoalResult): TemplateResult {
  const { text } = view;
  const { target: words } = text.charts;
  const wanted = goals.map((one) => ({
    chance: formatPercent(one.probability, 0),
    sellers: one.reachable ? one.newSellers : undefined,
  }));
  const amount = formatMoney(target, displayOf(view));
  return chartFigure(text, {
    id: "goal",
    title: words.goalTitle,
    finding: [words.goalFor({ amount, year }), ...goalSentences(view, goals)].join(" "),
    drawing: rowList(
      bars(
        wanted.map(({ chance, sellers }) => ({
          label: text.figures.described({ title: words.chance, words: chance }),
          value: sellers === undefined ? words.notReachable : formatNumber(roundSignificant(sellers, 3)),
          from: 0,
          to: sellers ?? 0,
          tone: "main",
        })),
      ),
    ),
    table: {
      columns: [words.chance, words.sellers({ amount, year })],
      rows: wanted.map(({ chance, sellers }) => [chance, sellers === undefined ? words.notReachable : formatNumber(sellers)]),
    },
  });
}

/** Reaching an amount that the visitor names: how likely, how large it is, how many sellers it takes. */
export function targetFigures(view: ResultsView): TemplateResult {
  const { goalTitle } = view.text.charts.target;
  return html`<div class="target-field">${field(view)}<ul class="proportions figures">${proportionSentences(view).map((sentence) => html`<li>${sentence}</li>`)}</ul></div>
    ${curveFigure(view)}
    ${analysisPlace(view, { name: "goal", title: goalTitle, show: (answer) => goal(view, answer) })}`;
}
