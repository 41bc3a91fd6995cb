import type { Dist, Figure, Grade, Provenance } from "../../engine/types.ts";
import { baseFigures, correlationEntry, nameIn, parameterName, segmentName } from "../../components/register/pack_entries.ts";
import { say } from "../../components/view.ts";
import { elementsOf } from "../../state/pack_sets.ts";
import { rangeOf } from "../../state/plan/assumptions.ts";
import { distributionWords, valueInUnit } from "../../text/distribution_words.ts";
import { formatNumber, formatPercent } from "../../text/format.ts";
import type { PageView } from "../pages.ts";

/** A figure of the pack as the page of evidence lists it. */
export interface ListedFigure {
  readonly label: string;
  /** Values in words, each with the name of what it is for where there are several. */
  readonly values: readonly { readonly name: string; readonly words: string }[];
  readonly grade: Grade;
  readonly provenance: Provenance;
}

/** A list of figures of one kind. */
export interface FigureGroup {
  readonly id: "baseline" | "sellers" | "parameters" | "correlations" | "readings";
  readonly figures: readonly ListedFigure[];
}

/** All figures of the pack with where they come from, in the order of the pack. */
export function packFigures(view: PageView): FigureGroup[] {
  const { pack, text } = view;
  const { baseline } = pack;
  const sector = (id: string): string => nameIn(view, pack.sectors, id);
  const market = (id: string): string => nameIn(view, pack.markets, id);
  const segment = (key: string): string => segmentName(view, key);
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
  const shares = (rows: Readonly<Record<string, number>>, nameOf: (key: string) => string): (readonly [string, string])[] =>
    Object.entries(rows).map(([key, share]) => [nameOf(key), formatPercent(share)] as const);
  const dist = (value: Dist, key: string): string => {
    const [symbol = key] = key.split(".");
    return distributionWords(text, value, pack.parameters[symbol]?.unit ?? "", rangeOf({ symbol }, pack));
  };

  return [
    {
      id: "baseline",
      figures: baseFigures(pack).map(figure),
    },
    {
      id: "sellers",
      figures: [
        ...Object.entries(baseline.registrations).map(([id, row]) =>
          listed(
            text.assumptions.registrations({ label: segment(id) }),
            row.perYear.map((count, index) => [String(row.firstYear + index), formatNumber(count)] as const),
            row,
          ),
        ),
        ...Object.entries(baseline.sectorShares).map(([key, row]) =>
          listed(text.assumptions.sharesBy({ label: segment(key) }), shares(row.shares, sector), row),
        ),
        ...Object.entries(baseline.marketShares).map(([key, row]) =>
          listed(text.assumptions.marketsBy({ label: segment(key) }), shares(row.shares, market), row),
        ),
        listed(text.assumptions.mix, shares(pack.defaults.onboarding.mix, segment), pack.defaults.onboarding),
      ],
    },
    {
      id: "parameters",
      figures: Object.entries(pack.parameters).map(([symbol, parameter]) =>
        listed(
          say(view, parameter.label),
          "by" in parameter
            ? Object.entries(parameter.values).map(
                ([id, value]) => [nameIn(view, elementsOf(pack, parameter.by), id), dist(value, symbol)] as const,
              )
            : [["", dist(parameter.value, symbol)] as const],
          parameter,
        ),
      ),
    },
    {
      id: "correlations",
      figures: (pack.correlations ?? []).map((pair) => {
        const { label, values, provenance } = correlationEntry(view, pair);
        return { label, values, grade: provenance.grade, provenance };
      }),
    },
    {
      id: "readings",
      figures: (pack.readings ?? []).flatMap((reading) =>
        reading.options.map((option) =>
          listed(
            text.figures.described({ title: say(view, reading.label), words: say(view, option.label) }),
            Object.entries(option.assumptions).map(([key, value]) => [parameterName(view, key), dist(value, key)] as const),
            option,
          ),
        ),
      ),
    },
  ];
}
