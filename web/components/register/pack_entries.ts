import type { Correlation, Figure, Named, Pack, Provenance } from "../../engine/types.ts";
import { elementsOf } from "../../state/pack_sets.ts";
import { valueInUnit } from "../../text/distribution_words.ts";
import { formatNumber, formatPercent, formatSignificant } from "../../text/format.ts";
import { say, type LaterView } from "../view.ts";

/** An entry that is no parameter: what it is, its values in words, where they come from. */
export interface PackEntry {
  readonly label: string;
  /** Values in words, each with the name of what it is for where there are several. */
  readonly values: readonly { readonly name: string; readonly words: string }[];
  readonly provenance: Provenance;
}

/** The name of an element of a set, or its identifier where there is none. */
export function nameIn(view: LaterView, named: readonly Named[], id: string): string {
  const found = named.find((candidate) => candidate.id === id);
  return found ? say(view, found.label) : id;
}

/** The name of a channel ("b2b") or of a sector in one ("apparel/b2b"). */
export function segmentName(view: LaterView, key: string): string {
  const [channel = key, sector] = key.split("/").toReversed();
  const { channels, sectors } = view.pack;
  const names = [...(sector === undefined ? [] : [nameIn(view, sectors, sector)]), nameIn(view, channels, channel)];
  return names.join(view.text.figures.comma);
}

/** The name of a parameter ("act") or of one of its values ("act.b2b"); the key itself where there is none. */
export function parameterName(view: LaterView, key: string): string {
  const { pack, text } = view;
  const [symbol = key, element] = key.split(".");
  const parameter = pack.parameters[symbol];
  if (!parameter) return key;
  const label = say(view, parameter.label);
  return element !== undefined && "by" in parameter
    ? [label, nameIn(view, elementsOf(pack, parameter.by), element)].join(text.figures.comma)
    : label;
}

/** The known figures that the country starts from. */
export function baseFigures({ baseline, currency, sectors, pool }: Pack): Figure[] {
  return [
    baseline.goodsExports,
    baseline.exportTarget,
    baseline.internetUse,
    baseline.ecommerceCeiling,
    currency.perUsd,
    currency.usdInflation,
    ...sectors.map(({ exports }) => exports),
    ...pool.map(({ establishments }) => establishments),
  ];
}

/** A dependence between two parameters. */
export function correlationEntry(view: LaterView, correlation: Correlation): PackEntry {
  const { text } = view;
  const words = text.assumptions.correlation({ figure: formatSignificant(correlation.spearman, 2) });
  return {
    label: text.assumptions.pair({ a: parameterName(view, correlation.a), b: parameterName(view, correlation.b) }),
    values: [{ name: "", words }],
    provenance: correlation,
  };
}

function figureEntry(view: LaterView, figure: Figure): PackEntry {
  const words = valueInUnit(view.text, figure.value, figure.unit);
  return { label: say(view, figure.label), values: [{ name: "", words }], provenance: figure };
}

function shareEntries(
  view: LaterView,
  title: (values: { readonly label: string }) => string,
  rows: Readonly<Record<string, Provenance & { readonly shares: Readonly<Record<string, number>> }>>,
  parts: readonly Named[],
): PackEntry[] {
  return Object.entries(rows).map(([key, row]) => ({
    label: title({ label: segmentName(view, key) }),
    values: Object.entries(row.shares).map(([id, share]) => ({
      name: nameIn(view, parts, id),
      words: formatPercent(share),
    })),
    provenance: row,
  }));
}

/** What the country starts from: known figures, shares and the default mix. */
export function baseEntries(view: LaterView): PackEntry[] {
  const { pack, text } = view;
  const { baseline, defaults } = pack;
  const words = text.assumptions;
  const mix = Object.entries(defaults.onboarding.mix).map(([key, share]) => ({
    name: segmentName(view, key),
    words: formatPercent(share),
  }));
  const registrations = Object.entries(baseline.registrations).map(
    ([id, { firstYear, perYear, ...provenance }]): PackEntry => ({
      label: words.registrations({ label: nameIn(view, pack.channels, id) }),
      values: perYear.map((count, index) => ({
        name: String(firstYear + index),
        words: formatNumber(count),
      })),
      provenance,
    }),
  );
  return [
    ...baseFigures(pack).map((figure) => figureEntry(view, figure)),
    { label: words.mix, values: mix, provenance: defaults.onboarding },
    ...registrations,
    ...shareEntries(view, words.sharesBy, baseline.sectorShares, pack.sectors),
    ...shareEntries(view, words.marketsBy, baseline.marketShares, pack.markets),
  ];
}

