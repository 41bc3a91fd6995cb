import type { TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { SpreadPart } from "../../engine/types.ts";
import { doubtAt, yearIndex } from "../../state/readings.ts";
import { formatPercent, formatShare } from "../../text/format.ts";
import { chartFigure } from "../figure/figure.ts";
import { nothingWords, type ResultsView } from "../view.ts";

/** From this share of the variance on, luck is some, half and most of the uncertainty. */
const kShares = { some: 0.1, half: 0.35, most: 0.65 };
/** The least variation that is told from none. */
const kLeast = 0.001;
/** A variation from which a range around the figure has no sense. */
const kBeyondRange = 0.9;

const kParts = ["parameters", "shocks", "luck"] as const satisfies readonly SpreadPart[];

/** How much of the uncertainty is not knowing, and how much is luck. */
export function luckFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.luck;
  const { parts, variation } = doubtAt(state.result, yearIndex(state.result, state.year));
  const share = parts.luck;
  const isNothing = kParts.every((part) => parts[part] === 0);
  const shown = isNothing ? [] : kParts.map((id) => ({ id, part: parts[id] }));
  const weight =
    share < kShares.some ? "little" : share < kShares.half ? "some" : share < kShares.most ? "half" : "most";
  const percent = formatPercent(Math.max(variation, kLeast), variation < 0.01 ? 1 : 0);
  const alone = variation === 0 ? words.aloneNone : variation < kBeyondRange ? words.alone({ percent }) : words.aloneLarge;
  return chartFigure(text, {
    id: "luck",
    title: charts.inYear({ title: words.title, year: state.year }),
    finding: isNothing ? nothingWords(view) : `${words.finding[weight]} ${alone}`,
    drawing: rowList(bars(
      shown.map(({ id, part }) => ({
        label: words.parts[id],
        value: formatShare(part),
        from: 0,
        to: part,
        tone: id === "parameters" ? "main" : "quiet",
      })),
    )),
    isWide: true,
    note: words.note,
    table: {
      columns: [words.part, words.unit],
      rows: shown.map(({ id, part }) => [words.parts[id], formatPercent(part)]),
    },
  });
}
