import { html, nothing, type TemplateResult } from "lit";
import type { Correlation, Figure, Named, Pack, Provenance } from "../../engine/types.ts";
import { heldParameters, type ChosenReadings, type HeldParameter } from "../../state/source_readings.ts";
import type { Catalogue } from "../../text/catalogue.ts";
import { distributionWords, valueInUnit } from "../../text/distribution_words.ts";
import { formatNumber, formatPercent, formatSignificant } from "../../text/format.ts";
import { disagreements } from "../disagreements/disagreements.ts";
import { salesReadings } from "../sales_readings/sales_readings.ts";
import { kGroups, type GroupName } from "./assumption_groups.ts";
import { gradePill, sources } from "../sources/sources.ts";
import { say, type View } from "../view.ts";

/** One entry of the list: what it is, its values in words, where they come from. */
interface Entry {
  readonly label: string;
  /** Values in words, each with the name of what it is for where there are several. */
  readonly values: readonly { readonly name: string; readonly words: string }[];
  readonly provenance: Provenance;
  readonly hint?: string;
  /** Whether a chosen reading put it in the place of what the pack says. */
  readonly isChosen?: boolean;
}

/** What to know before reading the list. */
interface Warning {
  readonly title: string;
  readonly text: string;
}

/** Values up to this many characters stand beside their names. */
const kShortWords = 12;

const kKinds = {
  channel: "channels",
  sector: "sectors",
  market: "markets",
  tier: "tiers",
  pool: "pool",
} as const;

function nameIn(view: View, named: readonly Named[], id: string): string {
  const found = named.find((candidate) => candidate.id === id);
  return found ? say(view, found.label) : id;
}

function parameterEntry(view: View, { parameter, isChosen }: HeldParameter): Entry {
  const { text, pack } = view;
  const { unit } = parameter;
  const values =
    "by" in parameter
      ? Object.entries(parameter.values).map(([id, dist]) => ({
          name: nameIn(view, pack[kKinds[parameter.by]], id),
          words: distributionWords(text, dist, unit),
        }))
      : [{ name: "", words: distributionWords(text, parameter.value, unit) }];
  return {
    label: say(view, parameter.label),
    values,
    provenance: parameter,
    isChosen,
    ...(unit === "elasticity" ? { hint: text.assumptions.elasticityHint } : {}),
  };
}

function correlationEntry(view: View, correlation: Correlation): Entry {
  const { pack, text } = view;
  const nameOf = (key: string): string => {
    const [symbol = key, element] = key.split(".");
    const parameter = pack.parameters[symbol];
    if (!parameter) return key;
    const label = say(view, parameter.label);
    return element !== undefined && "by" in parameter
      ? [label, nameIn(view, pack[kKinds[parameter.by]], element)].join(text.figures.comma)
      : label;
  };
  const words = text.assumptions.correlation({ figure: formatSignificant(correlation.spearman, 2) });
  return {
    label: text.assumptions.pair({ a: nameOf(correlation.a), b: nameOf(correlation.b) }),
    values: [{ name: "", words }],
    provenance: correlation,
  };
}

function figureEntry(view: View, figure: Figure): Entry {
  const words = valueInUnit(view.text, figure.value, figure.unit);
  return { label: say(view, figure.label), values: [{ name: "", words }], provenance: figure };
}

function shareEntries(
  view: View,
  title: (values: { readonly label: string }) => string,
  rows: Readonly<Record<string, Provenance & { readonly shares: Readonly<Record<string, number>> }>>,
  parts: readonly Named[],
): Entry[] {
  const { pack } = view;
  const segment = (key: string): string =>
    key
      .split("/")
      .map((id) => nameIn(view, [...pack.channels, ...pack.sectors], id))
      .join(view.text.figures.comma);
  return Object.entries(rows).map(([key, row]) => ({
    label: title({ label: segment(key) }),
    values: Object.entries(row.shares).map(([id, share]) => ({
      name: nameIn(view, parts, id),
      words: formatPercent(share),
    })),
    provenance: row,
  }));
}

function baseEntries(view: View): Entry[] {
  const { pack, text } = view;
  const { baseline, currency, defaults } = pack;
  const words = text.assumptions;
  const figures = [
    baseline.goodsExports,
    baseline.exportTarget,
    baseline.internetUse,
    baseline.ecommerceCeiling,
    currency.perUsd,
    currency.usdInflation,
    ...pack.sectors.map(({ exports }) => exports),
    ...pack.pool.map(({ establishments }) => establishments),
  ];
  const mix = Object.entries(defaults.onboarding.mix).map(([key, share]) => ({
    name: key
      .split("/")
      .map((id) => nameIn(view, [...pack.sectors, ...pack.channels], id))
      .join(text.figures.comma),
    words: formatPercent(share),
  }));
  const registrations = Object.entries(baseline.registrations).map(
    ([id, { firstYear, perYear, ...provenance }]): Entry => ({
      label: words.registrations({ label: nameIn(view, pack.channels, id) }),
      values: perYear.map((count, index) => ({
        name: String(firstYear + index),
        words: formatNumber(count),
      })),
      provenance,
    }),
  );
  return [
    ...figures.map((figure) => figureEntry(view, figure)),
    { label: words.mix, values: mix, provenance: defaults.onboarding },
    ...registrations,
    ...shareEntries(view, words.sharesBy, baseline.sectorShares, pack.sectors),
    ...shareEntries(view, words.marketsBy, baseline.marketShares, pack.markets),
  ];
}

function entryView(view: View, entry: Entry): TemplateResult {
  const { label, values, provenance, hint, isChosen } = entry;
  const [single] = values;
  const isShort = values.every(({ words }) => words.length <= kShortWords);
  return html`<li class="assumption">
    <h4>${label}</h4>
    ${gradePill(view, provenance.grade)}
    ${values.length === 1 && single
      ? html`<p class="values">${single.words}</p>`
      : html`<dl class=${isShort ? "values short" : "values"}>${values.map(({ name, words }) => html`<div><dt>${name}</dt><dd>${words}</dd></div>`)}</dl>`}
    ${isChosen ? html`<p class="note"><strong>${view.text.disagreements.chosen}</strong></p>` : nothing}
    ${hint ? html`<p class="note">${hint}</p>` : nothing}
    ${provenance.note ? html`<p class="note">${say(view, provenance.note)}</p>` : nothing}
    ${sources(view, provenance.sources)}
  </li>`;
}

function groupView(view: View, name: GroupName, entries: readonly Entry[]): TemplateResult {
  const { groups: names, groupNotes } = view.text.assumptions;
  const notes: Partial<Readonly<Record<GroupName, string>>> = groupNotes;
  const note = notes[name];
  return html`<details class="group">
    <summary><h3>${names[name]} <span class="count">${entries.length}</span></h3></summary>
    ${note === undefined ? nothing : html`<p class="group-note">${note}</p>`}
    <ul class="assumption-list">${entries.map((entry) => entryView(view, entry))}</ul>
  </details>`;
}

function groups(view: View): TemplateResult {
  const { pack, state } = view;
  const held = heldParameters(pack, state.plan.readings);
  const correlations = pack.correlations ?? [];
  return html`${kGroups.map(({ name, symbols }) => {
    const entries = symbols.flatMap((symbol) => {
      const parameter = held[symbol];
      return parameter ? [parameterEntry(view, parameter)] : [];
    });
    return groupView(view, name, entries);
  })}
  ${correlations.length === 0
    ? nothing
    : groupView(view, "together", correlations.map((pair) => correlationEntry(view, pair)))}
  ${groupView(view, "base", baseEntries(view))}`;
}

/** The list depends on little, and some of its words cost a little to compute. */
let lastGroups:
  | { pack: Pack; readings: ChosenReadings; text: Catalogue; made: TemplateResult }
  | undefined;

function cachedGroups(view: View): TemplateResult {
  const { pack, state, text } = view;
  const { readings } = state.plan;
  if (lastGroups?.pack !== pack || lastGroups.readings !== readings || lastGroups.text !== text) {
    lastGroups = { pack, readings, text, made: groups(view) };
  }
  return lastGroups.made;
}

/** All assumptions of the pack in use: what they are, how wide, how well founded, from where. */
export function assumptions(view: View): TemplateResult {
  const { text, pack } = view;
  const words = text.assumptions;
  const parameters = Object.values(heldParameters(pack, view.state.plan.readings));
  const judged = parameters.filter(({ parameter }) => parameter.grade === "D").length;
  const ofPacks: Readonly<Record<string, Warning>> = words.packWarnings;
  const warnings = [ofPacks[pack.id], ...Object.values(words.warnings)].filter((warning) => warning !== undefined);
  return html`<section class="assumptions" id="assumptions" aria-labelledby="assumptions-title">
    <div class="assumptions-intro">
      <div>
        <h2 id="assumptions-title">${words.title}</h2>
        <p>${words.intro({ count: parameters.length, judged })}</p>
      </div>
      <div>
        <h3>${words.warningsTitle}</h3>
        <ul class="warnings">${warnings.map(({ title, text: detail }) => html`<li><strong>${title}</strong> ${detail}</li>`)}</ul>
      </div>
    </div>
    ${salesReadings(view)}
    ${disagreements(view)}
    <div class="groups">${cachedGroups(view)}</div>
  </section>`;
}
