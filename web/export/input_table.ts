import type { Dist, Figure, Grade, IndexKind, Pack, Provenance, Text } from "../engine/types.ts";
import type { Limits } from "../state/fields.ts";
import { elementsOf } from "../state/pack_sets.ts";
import { assumptionNames, heldDistribution, isChanged, rangeOf, type AssumptionName } from "../state/plan/assumptions.ts";
import { numbersOf } from "../state/plan/distributions.ts";
import type { Plan } from "../state/plan/plan.ts";
import { heldParameters } from "../state/source_readings.ts";
import { tableOf, type Cell, type Column, type Table } from "./table.ts";

/** Words of the table of inputs, in the language of the page. */
export interface InputWords {
  /** Language tag; labels and notes that the pack lacks in it are in English. */
  readonly language: string;
  readonly name: string;
  /** Titles of columns. */
  readonly input: string;
  readonly symbol: string;
  readonly unit: string;
  readonly value: string;
  readonly distribution: string;
  readonly smallest: string;
  readonly largest: string;
  readonly grade: string;
  readonly sources: string;
  readonly addresses: string;
  readonly date: string;
  readonly note: string;
  /** What a grade means. */
  readonly grades: Readonly<Record<Grade, string>>;
  /** Said in the place of the sources of a value that the visitor chose. */
  readonly ownValue: string;
  /** A unit as the pack names it, in the language of the page. */
  unitOf(unit: string): string;
  /** A distribution of an input that has this range in words: "most likely 6 %, from 2 % to 15 %; 18 of 20 from 3.1 % to 11.2 %". */
  describe(dist: Dist, unit: string, range: Limits): string;
}

const kSeparator = "; ";

/** `text` in the wanted language, or in English. */
function say(text: Text | undefined, language: string): string | undefined {
  return text?.[language] ?? text?.en;
}

function elementLabel(pack: Pack, kind: IndexKind, id: string, language: string): string {
  return say(elementsOf(pack, kind).find((element) => element.id === id)?.label, language) ?? id;
}

/** A distribution as a scenario file says it: "pert: min 0.1, mode 0.2, max 0.4". */
function written(dist: Dist): string {
  if (typeof dist === "number") return String(dist);
  const numbers = Array.from(numbersOf(dist), ([name, value]) => `${name} ${value}`);
  return `${dist.dist}: ${numbers.join(", ")}`;
}

/** Grade, sources, their addresses, date and note of a value. */
function origin(pack: Pack, { grade, sources, date, note }: Provenance, words: InputWords): Cell[] {
  const known = sources.flatMap((key) => pack.sources[key] ?? []);
  return [
    words.grades[grade],
    known.map(({ title, publisher }) => `${publisher}: ${title}`).join(kSeparator),
    known.map(({ url }) => url).join(kSeparator),
    date,
    say(note, words.language),
  ];
}

function assumptionRow(pack: Pack, plan: Plan, name: AssumptionName, words: InputWords): Cell[] {
  const held = heldParameters(pack, plan.readings)[name.symbol];
  if (!held) return [name.key];
  const { parameter } = held;
  const label = say(parameter.label, words.language) ?? name.symbol;
  const element =
    name.element !== undefined && "by" in parameter
      ? elementLabel(pack, parameter.by, name.element, words.language)
      : undefined;
  const dist = heldDistribution(name, plan, pack);
  const range = rangeOf(name, pack);
  return [
    element === undefined ? label : `${label} (${element})`,
    name.key,
    words.unitOf(parameter.unit),
    words.describe(dist, parameter.unit, range),
    written(dist),
    range.min,
    range.max,
    ...(isChanged(name, plan, pack)
      ? [words.grades.D, words.ownValue, undefined, undefined, undefined]
      : origin(pack, parameter, words)),
  ];
}

function figureRow(pack: Pack, key: string, figure: Figure, words: InputWords, part?: Text): Cell[] {
  const label = say(figure.label, words.language) ?? key;
  const element = say(part, words.language);
  return [
    element === undefined || element === label ? label : `${label} (${element})`,
    key,
    words.unitOf(figure.unit),
    words.describe(figure.value, figure.unit, { min: figure.value, max: figure.value }),
    String(figure.value),
    undefined,
    undefined,
    ...origin(pack, figure, words),
  ];
}

/** The known figures of the pack that results rest on. */
function figureRows(pack: Pack, words: InputWords): Cell[][] {
  const { currency, baseline } = pack;
  return [
    figureRow(pack, "currency.perUsd", currency.perUsd, words),
    figureRow(pack, "currency.usdInflation", currency.usdInflation, words),
    figureRow(pack, "baseline.goodsExports", baseline.goodsExports, words),
    figureRow(pack, "baseline.internetUse", baseline.internetUse, words),
    figureRow(pack, "baseline.ecommerceCeiling", baseline.ecommerceCeiling, words),
    ...pack.sectors.map(({ id, label, exports }) => figureRow(pack, `sectors.${id}.exports`, exports, words, label)),
    ...pack.pool.map(({ id, label, establishments }) =>
      figureRow(pack, `pool.${id}.establishments`, establishments, words, label),
    ),
  ];
}

/**
 * Everything that a plan assumes, as it holds with the chosen readings and the visitor's own
 * values, and the pack's figures that it rests on, with where each comes from.
 */
export function inputTable(pack: Pack, plan: Plan, words: InputWords): Table {
  const columns: Column[] = [
    { title: words.input, kind: "text", width: 44 },
    { title: words.symbol, kind: "text", width: 18 },
    { title: words.unit, kind: "text", width: 16 },
    { title: words.value, kind: "text", width: 44 },
    { title: words.distribution, kind: "text", width: 36 },
    { title: words.smallest, kind: "number" },
    { title: words.largest, kind: "number" },
    { title: words.grade, kind: "text", width: 24 },
    { title: words.sources, kind: "text", width: 60 },
    { title: words.addresses, kind: "text", width: 60 },
    { title: words.date, kind: "text", width: 10 },
    { title: words.note, kind: "text", width: 60 },
  ];
  const assumptions = assumptionNames(pack).map((name) => assumptionRow(pack, plan, name, words));
  return tableOf(words.name, columns, [...assumptions, ...figureRows(pack, words)]);
}
