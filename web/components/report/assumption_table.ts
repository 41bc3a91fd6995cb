import { html, type TemplateResult } from "lit";
import type { Grade } from "../../engine/types.ts";
import { centralRange } from "../../state/density.ts";
import { givenDistribution, heldDistribution, isChanged, rangeOf, type AssumptionName } from "../../state/plan/assumptions.ts";
import { sameValue } from "../../state/plan/same_value.ts";
import { heldParameters, type HeldParameter } from "../../state/source_readings.ts";
import { figureInUnit, valueInUnit } from "../../text/distribution_words.ts";
import { setIn } from "../../text/message.ts";
import { kGroups } from "../register/assumption_groups.ts";
import { elementName, namesOf } from "../register/parameter_entry.ts";
import { say, type LaterView } from "../view.ts";

/** Distributions of one parameter that are the same. */
interface SameValues {
  readonly names: readonly AssumptionName[];
  /** Whether the visitor set them, so that the data's grade says nothing of them. */
  readonly isOwn: boolean;
  /** Whether they differ from the data with the default readings. */
  readonly isOther: boolean;
}

function sameValues(view: LaterView, names: readonly AssumptionName[]): SameValues[] {
  const { pack } = view;
  const plan = view.state.answered;
  const asGiven = { ...plan, readings: {} };
  const groups: (SameValues & { readonly names: AssumptionName[] })[] = [];
  for (const name of names) {
    const held = heldDistribution(name, plan, pack);
    const isOwn = isChanged(name, plan, pack);
    const same = groups.find(
      ({ names: [first], isOwn: areOwn }) => first && areOwn === isOwn && sameValue(heldDistribution(first, plan, pack), held),
    );
    if (same) same.names.push(name);
    else groups.push({ names: [name], isOwn, isOther: !sameValue(held, givenDistribution(name, asGiven, pack)) });
  }
  return groups;
}

function valueCells(view: LaterView, { names: [name], isOwn }: SameValues, unit: string, grade: Grade): TemplateResult {
  const { pack, state, text } = view;
  if (!name) return html``;
  const { low, middle, high } = centralRange(heldDistribution(name, state.answered, pack), rangeOf(name, pack));
  const figure = (value: number): string => setIn(text, figureInUnit(text, value, unit));
  const range = low === high ? text.report.fixed : text.charts.range({ low: figure(low), high: figure(high) });
  return html`<td>${setIn(text, valueInUnit(text, middle, unit))}</td><td>${range}</td><td>${isOwn ? text.report.own : setIn(text, grade)}</td>`;
}

/** What stands together in the table, and in how many lines if none of them is broken. */
interface Rows {
  readonly lines: number;
  readonly shown: TemplateResult;
}

/** A parameter: one line, or its name and a line for each different value. */
function parameterRows(view: LaterView, symbol: string, { parameter }: HeldParameter): Rows {
  const label = say(view, parameter.label);
  const names = namesOf(symbol, parameter);
  const groups = sameValues(view, names);
  const row = (name: string, group: SameValues, kind: string): TemplateResult =>
    html`<tr class=${group.isOther ? `${kind} other` : kind}><th scope="row">${name}</th>${valueCells(view, group, parameter.unit, parameter.grade)}</tr>`;
  const [only] = groups;
  if (groups.length === 1 && only) return { lines: 1, shown: html`<tbody>${row(label, only, "whole")}</tbody>` };
  const elements = groups.map((group) =>
    row(group.names.map((name) => elementName(view, parameter, name)).join(view.text.figures.comma), group, "element"),
  );
  return {
    lines: 1 + groups.length,
    shown: html`<tbody><tr><th scope="rowgroup" colspan="4">${label}</th></tr>${elements}</tbody>`,
  };
}

/** `all` in its order, as two tables of about as many lines. */
function inHalves(all: readonly Rows[]): readonly (readonly Rows[])[] {
  const half = all.reduce((sum, { lines }) => sum + lines, 0) / 2;
  const halves: [Rows[], Rows[]] = [[], []];
  let above = 0;
  for (const rows of all) {
    halves[above + rows.lines / 2 < half ? 0 : 1].push(rows);
    above += rows.lines;
  }
  return halves;
}

/** Every assumption with the values that hold in the plan that is answered, in the order in which the model uses them. */
export function assumptionTable(view: LaterView): TemplateResult {
  const { pack, state, text } = view;
  const { charts, figures, report } = text;
  const held = heldParameters(pack, state.answered.readings);
  const { grades } = text.sources;
  const meanings = [...Object.entries(grades), [report.own, report.ownMeaning] as const].map(([letter, meaning]) =>
    figures.described({ title: setIn(text, letter), words: meaning }),
  );
  const parameters = kGroups.flatMap(({ symbols }) =>
    symbols.flatMap((symbol) => {
      const parameter = held[symbol];
      return parameter ? [parameterRows(view, symbol, parameter)] : [];
    }),
  );
  // Two tables, as Firefox breaks none from one column of a page to the next.
  const table = (part: readonly Rows[]): TemplateResult => html`<table>
      <thead><tr><th scope="col">${report.assumption}</th><th scope="col">${charts.middle}</th><th scope="col">${text.answer.range}</th><th scope="col">${report.grade}</th></tr></thead>
      ${part.map(({ shown }) => shown)}
    </table>`;
  return html`<section class="report-assumptions">
    <h2>${report.assumptions}</h2>
    <p>${report.assumptionsNote({ grades: meanings.join(figures.comma) })}</p>
    <div class="report-tables">${inHalves(parameters).map(table)}</div>
  </section>`;
}
