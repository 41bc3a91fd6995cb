import type { TemplateResult } from "lit";
import { rowList } from "../../charts/row_list.ts";
import { timeline, type TimelineRow } from "../../charts/timeline.ts";
import type { Measure } from "../../engine/types.ts";
import { elementIn, elementsFor, hasOwnCost, targetOf } from "../../state/plan/measures.ts";
import { programmeEnd } from "../../state/plan/plan.ts";
import { yearIndex } from "../../state/readings.ts";
import { formatInUnit, formatMoney, formatMoneyShort, formatShare, moneyUnit } from "../../text/format.ts";
import { formatMoneyColumn } from "../../text/money_column.ts";
import { chartFigure } from "../figure/figure.ts";
import { displayOf, nothingWords, say, type ResultsView, type LaterView } from "../view.ts";

/** One line of the programme: what it is, when it acts, what it adds by year and what it costs a year. */
type Line = Pick<TimelineRow, "label" | "from" | "to" | "adds" | "note">;

/** What was entered as the cost of a measure, and whether that is all it costs. */
function costNote(view: LaterView, { type, cost = 0 }: Measure): Pick<Line, "note"> {
  if (cost <= 0) return {};
  const { costs, furtherCosts } = view.text.charts.programme;
  return { note: (hasOwnCost(type) ? furtherCosts : costs)({ amount: formatMoneyShort(cost, displayOf(view)) }) };
}

/** The name of a measure with what it acts on, where that is one element of a set. */
function measureName(view: LaterView, measure: Measure): string {
  const { text, pack } = view;
  const { name } = text.roadmap.types[measure.type];
  const target = targetOf(measure.type);
  const id = elementIn(measure);
  const element = target && elementsFor(target, pack).find((one) => one.id === id);
  return element ? text.charts.programme.named({ name, element: say(view, element.label) }) : name;
}

function linesOf(view: ResultsView): Line[] {
  const { text, state } = view;
  const { contributions, measures, years } = state.result;
  return [
    {
      label: text.charts.programme.onboarding,
      from: state.answered.startYear,
      to: programmeEnd(state.answered),
      adds: contributions.onboarding,
    },
    ...measures.map(
      (measure, index): Line => ({
        label: measureName(view, measure),
        from: measure.from,
        to: measure.to ?? years.at(-1) ?? measure.from,
        adds: contributions.measures[index] ?? [],
        ...costNote(view, measure),
      }),
    ),
  ];
}

/** The line that adds most in the year shown and its share of the whole, or what is lost where lines take away. */
function findingOf(view: ResultsView, lines: readonly Line[], at: (line: Line) => number): string {
  const { text, state } = view;
  const { programme: words } = text.charts;
  const { year } = state;
  const ordered = lines.toSorted((a, b) => at(b) - at(a));
  const [first, last] = [ordered[0], ordered.at(-1)];
  if (!first || !last || (at(first) === 0 && at(last) === 0)) return nothingWords(view);
  const money = (line: Line): string => formatMoney(Math.abs(at(line)), displayOf(view));
  if (lines.length === 1) return words.alone({ size: at(first) < 0 ? "less" : "more", amount: money(first), year });
  if (at(first) > 0 && at(last) < 0) {
    return words.findingMixed({ name: first.label, amount: money(first), other: last.label, less: money(last), year });
  }
  const total = lines.reduce((sum, line) => sum + at(line), 0);
  const most = total < 0 ? last : first;
  const said = { name: most.label, amount: money(most), share: formatShare(at(most) / total), year };
  return (total < 0 ? words.findingLess : words.finding)(said);
}

/** What the programme and each measure of the roadmap add, year by year. */
export function programmeFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const { charts } = text;
  const words = charts.programme;
  const display = displayOf(view);
  const { years } = state.result;
  const shown = yearIndex(state.result, state.year);
  const lines = linesOf(view);
  const at = ({ adds }: Line): number => adds[shown] ?? 0;
  const unit = moneyUnit(Math.max(0, ...lines.flatMap(({ adds }) => adds.map(Math.abs))), display);
  const amounts = formatMoneyColumn(lines.map(at), display);
  return chartFigure(text, {
    id: "programme",
    title: charts.titled({ title: words.title, unit: unit.name }),
    finding: findingOf(view, lines, at),
    drawing: rowList(
      timeline(
        lines.map((line, index) => ({ ...line, value: amounts[index] ?? "" })),
        years,
        shown,
      ),
    ),
    isWide: true,
    note: words.note({ year: state.year }),
    table: {
      columns: [words.line, ...years.map(String)],
      rows: lines.map(({ label, adds }) => [label, ...adds.map((add) => formatInUnit(add, unit))]),
    },
  });
}
