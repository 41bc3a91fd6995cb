import type { Dist, Figure, Grade, Named, Provenance } from "../../engine/types.ts";
import { say } from "../../components/view.ts";
import { distributionWords, valueInUnit } from "../../text/distribution_words.ts";
import { formatNumber, formatPercent, formatSignificant } from "../../text/format.ts";
import type { PageView } from "../pages.ts";

/** A figure of the pack as the page of evidence lists it. */
export interface ListedFigure {
  readonly label: string;
  /** Values in words, each with the name of what it is for where there are several. */
  readonly values: readonly { readonly name: string; readonly words: string }[];
  readonly grade: Grade;
  readonly provenance: Provenance;
}

const kKinds = {
  channel: "channels",
  sector: "sectors",
  market: "markets",
  tier: "tiers",
  pool: "pool",
} as const;

/** A list of figures of one kind. */
export interface FigureGroup {
  readonly id: "baseline" | "sellers" | "parameters" | "correlations" | "readings";
  readonly figures: readonly ListedFigure[];
}

/** All figures of the pack with where they come from, in the order of the pack. */
export function packFigures(view: PageView): FigureGroup[] {
  const { pack, text } = view;
  const { baseline, currency } = pack;
  const named: readonly Named[] = [...pack.sectors, ...pack.channels, ...pack.markets, ...pack.tiers, ...pack.pool];
  const nameOf = (id: string): string => {
    const found = named.find((candidate) => candidate.id === id);
    return found ? say(view, found.label) : id;
  };
  const namesOf = (key: string): string => key.split("/").map(nameOf).join(text.figures.comma);
  const listed = (
    label: string,
    values: readonly (readonly [name: string, words: string])[],
    provenance: Provenance,
  ): ListedFigure => ({
    label,
    values: values.map(([name, words]) => ({ name, words })),
    grade: provenance.grade,
    provenance,
  });
  const figure = (given: Figure): ListedFigure =>
    listed(say(view, given.label), [["", valueInUnit(text, given.value, given.unit)]], given);
  const shares = (rows: Readonly<Record<string, number>>): (readonly [string, string])[] =>
    Object.entries(rows).map(([key, share]) => [namesOf(key), formatPercent(share)] as const);
  const dist = (value: Dist, unit: string): string => distributionWords(text, value, unit);
  const parameterName = (key: string): string => {
    const [symbol = key, element] = key.split(".");
    const parameter = pack.parameters[symbol];
    const label = parameter ? say(view, parameter.label) : symbol;
    return element === undefined ? label : [label, nameOf(element)].join(text.figures.comma);
  };
  const unitOf = (key: string): string => pack.parameters[key.split(".")[0] ?? key]?.unit ?? "";

  return [
    {
      id: "baseline",
      figures: [
        ...[
          baseline.goodsExports,
          baseline.exportTarget,
          baseline.internetUse,
          baseline.ecommerceCeiling,
          currency.perUsd,
          currency.usdInflation,
          ...pack.sectors.map(({ exports }) => exports),
          ...pack.pool.map(({ establishments }) => establishments),
        ].map(figure),
      ],
    },
    {
      id: "sellers",
      figures: [
        ...Object.entries(baseline.registrations).map(([id, row]) =>
          listed(
            text.assumptions.registrations({ label: nameOf(id) }),
            row.perYear.map((count, index) => [String(row.firstYear + index), formatNumber(count)] as const),
            row,
          ),
        ),
        ...Object.entries(baseline.sectorShares).map(([key, row]) =>
          listed(text.assumptions.sharesBy({ label: namesOf(key) }), shares(row.shares), row),
        ),
        ...Object.entries(baseline.marketShares).map(([key, row]) =>
          listed(text.assumptions.marketsBy({ label: namesOf(key) }), shares(row.shares), row),
        ),
        listed(text.assumptions.mix, shares(pack.defaults.onboarding.mix), pack.defaults.onboarding),
      ],
    },
    {
      id: "parameters",
      figures: Object.values(pack.parameters).map((parameter) =>
        listed(
          say(view, parameter.label),
          "by" in parameter
            ? Object.entries(parameter.values).map(([id, value]) => {
                const element = pack[kKinds[parameter.by]].find((candidate) => candidate.id === id);
                return [element ? say(view, element.label) : id, dist(value, parameter.unit)] as const;
              })
            : [["", dist(parameter.value, parameter.unit)] as const],
          parameter,
        ),
      ),
    },
    {
      id: "correlations",
      figures: (pack.correlations ?? []).map((pair) =>
        listed(
          text.assumptions.pair({ a: parameterName(pair.a), b: parameterName(pair.b) }),
          [["", text.assumptions.correlation({ figure: formatSignificant(pair.spearman, 2) })]],
          pair,
        ),
      ),
    },
    {
      id: "readings",
      figures: (pack.readings ?? []).flatMap((reading) =>
        reading.options.map((option) =>
          listed(
            text.figures.described({ title: say(view, reading.label), words: say(view, option.label) }),
            Object.entries(option.assumptions).map(([key, value]) => [parameterName(key), dist(value, unitOf(key))] as const),
            option,
          ),
        ),
      ),
    },
  ];
}
