import type { TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { SpreadPart } from "../../engine/types.ts";
import { luckWeight } from "../../state/luck_weight.ts";
import { wholePerCents } from "../../state/plan/largest_remainders.ts";
import { doubtAt, yearIndex } from "../../state/readings.ts";
import { formatPercent, formatShare } from "../../text/format.ts";
import { formatPercentTabular } from "../../text/table_figures.ts";
import { chartFigure } from "../figure/figure.ts";
import { nothingWords, type LaterView, type ResultsView } from "../view.ts";

/** The least variation that is told from none. */
const kLeast = 0.001;
/** A variation from which a range around the figure has no sense. */
const kBeyondRange = 0.9;

const kParts = ["parameters", "shocks", "luck"] as const satisfies readonly SpreadPart[];

/** How far luck alone moves the answer, whose standard deviation through it is `variation` of it. */
function alone({ text }: LaterView, variation: number): string {
  const words = text.charts.luck;
  if (variation === 0) return words.aloneNone;
  if (variation >= kBeyondRange) return words.aloneLarge;
  return words.alone({ percent: formatPercent(Math.max(variation, kLeast), variation < 0.01 ? 1 : 0) });
}

/** How much of the uncertainty is not knowing, and how much is luck. */
export function luckFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.luck;
  const index = yearIndex(state.result, state.year);
  const { parts, variation } = doubtAt(state.result, index);
  const weight = luckWeight(state.result, state.answered, index);
  const isTold = weight !== "nothing" && weight !== "few" && weight !== "ofMeasures";
  const perCents = wholePerCents(kParts.map((id) => parts[id]));
  const shown = isTold ? kParts.map((id, place) => ({ id, part: parts[id], perCent: perCents[place] ?? 0 })) : [];
  return chartFigure(text, {
    id: "luck",
    title: charts.inYear({ title: words.title, year: state.year }),
    finding: weight === "nothing" ? nothingWords(view) : isTold ? `${words.finding[weight]} ${alone(view, variation)}` : words[weight],
    drawing: rowList(bars(
      shown.map(({ id, part, perCent }) => ({
        label: words.parts[id],
        value: part < 0.01 ? formatShare(part) : formatPercent(perCent / 100, 0),
        from: 0,
        to: part,
        tone: id === "parameters" ? "main" : "quiet",
      })),
    )),
    isWide: true,
    ...(isTold && { note: words.note }),
    table: {
      columns: [words.part, words.unit],
      rows: shown.map(({ id, part }) => [words.parts[id], formatPercentTabular(part)]),
    },
  });
}
