import type { TemplateResult } from "lit";
import { bars, type Bar } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { Named } from "../../engine/types.ts";
import {
  funnelOf,
  headlineAt,
  partsAt,
  waterfallAt,
  yearIndex,
  type Part,
  type Side,
  type WaterfallStep,
} from "../../state/readings.ts";
import {
  formatInUnit,
  formatMoney,
  formatMoneyShort,
  formatShare,
  formatTabular,
  moneyUnit,
  roundSignificant,
  type MoneyUnit,
} from "../../text/format.ts";
import { formatMoneyColumn } from "../../text/money_column.ts";
import { amongHundred, ofHundred } from "../../text/sentences.ts";
import { hasTraining } from "../answer/answer.ts";
import { chartFigure } from "../figure/figure.ts";
import { spreadBar } from "../figure/spread_bar.ts";
import { displayOf, nothingWords, say, whyNothing, type ResultsView } from "../view.ts";

/** The title of a chart of averages in the year shown, with their unit. */
function averagesTitle({ state, text }: ResultsView, title: string, unit: MoneyUnit): string {
  return text.charts.averages({ title: text.charts.inYear({ title, year: state.year }), unit: unit.name });
}

/** What a step is called: one that usually takes away has another name where it adds, and a total where it is below zero. */
function stepName({ text }: ResultsView, { id, value }: WaterfallStep): string {
  const { steps, gains, losses } = text.charts.waterfall;
  const names: Readonly<Record<string, string>> = { ...steps, ...(value > 0 ? gains : value < 0 ? losses : {}) };
  return names[id] ?? id;
}

function waterfallBars(view: ResultsView, steps: readonly WaterfallStep[], amounts: readonly string[]): Bar[] {
  let level = 0;
  return steps.map((step, index): Bar => {
    const { id, isTotal, value } = step;
    const from = isTotal ? 0 : level;
    level = isTotal ? value : level + value;
    const tone = isTotal ? (id === "programmeSales" ? "gross" : "main") : value < 0 ? "loss" : "quiet";
    return { label: stepName(view, step), value: amounts[index] ?? "", from, to: level, tone, isTotal };
  });
}

/** What new sellers sell against what is left of it, or how export earnings change where that is no part of it. */
function waterfallFinding(view: ResultsView, gross: number, additional: number): string {
  const { waterfall: words } = view.text.charts;
  if (gross === 0 && additional === 0) return nothingWords(view);
  if (additional < 0 || additional > gross) {
    const amount = formatMoney(Math.abs(additional), displayOf(view));
    return words.findingChange({ size: additional < 0 ? "less" : "more", amount });
  }
  const share = additional / gross;
  return (share < 0.5 ? words.findingSmall : words.findingLarge)({ share: formatShare(share) });
}

/** That the average is not the middle that the answer says, where two digits tell them apart. `average` is as its bar says it. */
function againstMiddle(view: ResultsView, additional: number, average: string): string[] {
  const { state, text } = view;
  const { p50 } = headlineAt(state.result, yearIndex(state.result, state.year));
  if (roundSignificant(additional, 2) === roundSignificant(p50, 2)) return [];
  const size = additional > p50 ? "large" : "low";
  return [text.charts.waterfall.middle({ average, middle: formatMoneyShort(p50, displayOf(view)), size })];
}

/** The way from gross sales to export earnings and value added, as averages. */
export function waterfallFigure(view: ResultsView): TemplateResult {
  const { text, state } = view;
  const steps = waterfallAt(state.result, yearIndex(state.result, state.year));
  const valueOf = (id: string): number => steps.find((step) => step.id === id)?.value ?? 0;
  const { waterfall } = text.charts;
  const unit = moneyUnit(Math.max(...steps.map(({ value }) => Math.abs(value)), 0), displayOf(view));
  const amounts = formatMoneyColumn(steps.map(({ value }) => value), displayOf(view));
  const additional = valueOf("exportsAdditional");
  const average = amounts[steps.findIndex(({ id }) => id === "exportsAdditional")] ?? "";
  return chartFigure(text, {
    id: "waterfall",
    title: averagesTitle(view, waterfall.title, unit),
    finding: [...againstMiddle(view, additional, average), waterfallFinding(view, valueOf("programmeSales"), additional)].join(" "),
    drawing: rowList(bars(waterfallBars(view, steps, amounts))),
    note: waterfall.note,
    table: {
      columns: [text.charts.step, text.charts.aYear({ unit: unit.name })],
      rows: steps.map((step) => [stepName(view, step), formatInUnit(step.value, unit)]),
    },
  });
}

/** Which part changes most, and by what share of the whole; by what amount where some parts gain and others lose. */
function partsFinding(view: ResultsView, parts: readonly Part[], nameOf: (part: string) => string): string {
  const { parts: words } = view.text.charts;
  const [first] = parts.toSorted((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
  if (!first || first.mean === 0) return nothingWords(view);
  const part = nameOf(first.id);
  if (parts.some(({ mean }) => mean * first.mean < 0)) {
    return words.findingMixed({ part, amount: formatMoney(first.mean, displayOf(view)) });
  }
  const share = formatShare(first.mean / parts.reduce((sum, { mean }) => sum + mean, 0));
  return (first.mean < 0 ? words.findingLess : words.finding)({ part, share });
}

interface Parts {
  readonly side: Side;
  readonly id: string;
  readonly title: string;
  readonly names: readonly Named[];
  readonly isWide?: boolean;
}

function partsFigure(view: ResultsView, { side, id, title, names, isWide = false }: Parts): TemplateResult {
  const { text, state } = view;
  const display = displayOf(view);
  const { charts } = text;
  const parts = partsAt(state.result, side, yearIndex(state.result, state.year));
  const nameOf = (part: string): string => {
    const named = names.find((candidate) => candidate.id === part);
    return named ? say(view, named.label) : part;
  };
  const unit = moneyUnit(Math.max(...parts.flatMap(({ p05, p95 }) => [Math.abs(p05), Math.abs(p95)]), 0), display);
  const money = (usd: number): string => formatMoneyShort(usd, display);
  return chartFigure(text, {
    id,
    title: averagesTitle(view, title, unit),
    finding: partsFinding(view, parts, nameOf),
    drawing: rowList(bars(
      parts.map(({ id: part, mean, p05, p95 }) =>
        spreadBar(text, { label: nameOf(part), value: mean, range: [p05, p95], tone: mean < 0 ? "loss" : "main" }, money),
      ),
    )),
    isWide,
    note: charts.parts.note,
    table: {
      columns: [charts.aYear({ unit: unit.name }), charts.average, charts.low, charts.middle, charts.high],
      rows: parts.map((part) => [
        nameOf(part.id),
        ...[part.mean, part.p05, part.p50, part.p95].map((value) => formatInUnit(value, unit)),
      ]),
    },
  });
}

/** Extra export earnings by sector. */
export function sectorFigure(view: ResultsView): TemplateResult {
  return partsFigure(view, { side: "bySector", id: "sectors", title: view.text.charts.parts.sector, names: view.pack.sectors });
}

/** Extra export earnings by channel. */
export function channelFigure(view: ResultsView): TemplateResult {
  const { channel: title } = view.text.charts.parts;
  return partsFigure(view, { side: "byChannel", id: "channels", title, names: view.pack.channels, isWide: true });
}

/** Extra export earnings by market. */
export function marketFigure(view: ResultsView): TemplateResult {
  return partsFigure(view, { side: "byMarket", id: "markets", title: view.text.charts.parts.market, names: view.pack.markets });
}

/** Of 100 who register, how many go how far. */
export function funnelFigure(view: ResultsView): TemplateResult {
  const { funnel } = view.text.charts;
  const { charts } = view.text;
  const names: Readonly<Record<string, string>> = funnel.stages;
  const count = (people: number): string => ofHundred(view.text, people);
  const stages = funnelOf(view.state.result);
  const notes = [
    ...(whyNothing(view) === "closed" ? [funnel.closed({ year: view.state.year })] : []),
    ...(hasTraining(view) ? [view.text.answer.untrained] : []),
    funnel.note,
  ];
  const meanOf = (id: string): number => stages.find((stage) => stage.id === id)?.mean ?? 0;
  return chartFigure(view.text, {
    id: "funnel",
    title: funnel.title,
    finding: funnel.finding({ ...amongHundred(meanOf("active")), afterThree: count(meanOf("after3")) }),
    drawing: rowList(bars(
      stages.map(({ id, mean, p05, p95 }, index): Bar => {
        const label = names[id] ?? id;
        // All who register: known without a range.
        if (index === 0) return { label, value: count(mean), from: 0, to: mean, tone: "gross" };
        return spreadBar(view.text, { label, value: mean, range: [p05, p95], tone: "main" }, count);
      }),
    )),
    note: notes.join(" "),
    table: {
      columns: [view.text.figures.named({ name: charts.stage, unit: funnel.unit }), charts.average, charts.low, charts.high],
      rows: stages.map(({ id, mean, p05, p95 }) => [
        names[id] ?? id,
        ...[mean, p05, p95].map(formatTabular),
      ]),
    },
  });
}
