import type { Measure } from "../../engine/types.ts";
import { fieldText } from "../../state/fields.ts";
import { changedAssumptions, heldDistribution, rangeOf } from "../../state/plan/assumptions.ts";
import { wholePerCents } from "../../state/plan/largest_remainders.ts";
import { amountsOf, amountTitle, elementIn } from "../../state/plan/measures.ts";
import { sharesBy } from "../../state/plan/mix.ts";
import { lastYear } from "../../state/plan/plan.ts";
import { fieldId, planField } from "../../state/plan/plan_fields.ts";
import { changedReadings, chosenOption } from "../../state/source_readings.ts";
import { distributionWords } from "../../text/distribution_words.ts";
import { formatNumber, formatPercent } from "../../text/format.ts";
import { setIn } from "../../text/message.ts";
import { say, type LaterView } from "../view.ts";

/** What is set, and to what, in words. */
export type PlanRow = readonly [name: string, words: string];

function nameOf(view: LaterView, id: string): string {
  const { sectors, channels, markets, tiers, pool } = view.pack;
  const found = [...sectors, ...channels, ...markets, ...tiers, ...pool].find((candidate) => candidate.id === id);
  return found ? say(view, found.label) : id;
}

/** A line of the roadmap: its years, what it acts on, its amounts. */
function measureRow(view: LaterView, measure: Measure, index: number): PlanRow {
  const { pack, state, text } = view;
  const { roadmap, figures, charts } = text;
  const plan = state.answered;
  const amounts = amountsOf(measure.type, pack).flatMap(({ name }) => {
    const control = planField(fieldId.measure(index, name), plan, pack);
    return control
      ? [figures.described({ title: roadmap.amounts[amountTitle(measure.type, name)], words: fieldText(control.value, control.rule) })]
      : [];
  });
  const element = elementIn(measure);
  const years = charts.range({ low: String(measure.from), high: String(measure.to ?? lastYear(plan)) });
  return [
    roadmap.types[measure.type].name,
    [years, ...(element === undefined ? [] : [nameOf(view, element)]), ...amounts].join(figures.comma),
  ];
}

/** Shares of the new sellers, the larger first, those of none left out. */
function shareWords(view: LaterView, shares: Readonly<Record<string, number>>): string {
  const shown = Object.entries(shares)
    .filter(([, share]) => share > 0)
    .toSorted(([, a], [, b]) => b - a);
  return wholePerCents(shown.map(([, share]) => share))
    .map((percent, index) => `${nameOf(view, shown[index]?.[0] ?? "")} ${setIn(view.text, formatPercent(percent / 100, 0))}`)
    .join(view.text.figures.comma);
}

/** The plan that is answered: what was set, and what differs from the default readings and assumptions. */
export function planRows(view: LaterView): PlanRow[] {
  const { pack, state, text } = view;
  const { charts, controls, figures, report } = text;
  const plan = state.answered;
  const path =
    typeof plan.path === "string"
      ? controls.paths[plan.path].label
      : plan.path.map((registrations) => formatNumber(registrations)).join(figures.comma);
  return [
    [controls.sellers, formatNumber(plan.newSellers)],
    [controls.years, figures.joined({ first: String(plan.years), second: controls.yearsHint({ start: plan.startYear }) })],
    [controls.path, path],
    [controls.mix, shareWords(view, sharesBy("sector", plan.mix, pack))],
    [text.mix.channels, shareWords(view, sharesBy("channel", plan.mix, pack))],
    ...plan.measures.map((measure, index) => measureRow(view, measure, index)),
    ...plan.closures.map(({ market, from, to }): PlanRow => [
      text.closures.title,
      [charts.range({ low: String(from), high: String(to ?? lastYear(plan)) }), nameOf(view, market)].join(figures.comma),
    ]),
    ...changedReadings(pack, plan.readings).map(
      (reading): PlanRow => [say(view, reading.label), say(view, chosenOption(reading, plan.readings).label)],
    ),
    ...changedAssumptions(plan, pack).map((name): PlanRow => {
      const parameter = pack.parameters[name.symbol];
      const label = parameter ? say(view, parameter.label) : name.symbol;
      return [
        name.element === undefined ? label : [label, nameOf(view, name.element)].join(figures.comma),
        distributionWords(text, heldDistribution(name, plan, pack), parameter?.unit ?? "", rangeOf(name, pack)),
      ];
    }),
    [report.others, report.asGiven],
  ];
}
