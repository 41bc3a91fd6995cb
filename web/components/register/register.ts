import { html, nothing, type TemplateResult } from "lit";
import type { Grade } from "../../engine/types.ts";
import type { RegisterFilter } from "../../state/app_state.ts";
import { assumptionNames, changedAssumptions, heldDistribution, isChanged, rangeOf } from "../../state/plan/assumptions.ts";
import { heldParameters, type HeldParameter } from "../../state/source_readings.ts";
import { distributionWords } from "../../text/distribution_words.ts";
import { setIn } from "../../text/message.ts";
import { gradePill, sources } from "../sources/sources.ts";
import { undoOffer } from "../undo_offer/undo_offer.ts";
import { say, type LaterView } from "../view.ts";
import { kGroups, type GroupName } from "./assumption_groups.ts";
import { baseEntries, correlationEntry, type PackEntry } from "./pack_entries.ts";
import { elementName, namesOf, parameterEntry } from "./parameter_entry.ts";

/** Values up to this many characters stand beside their names. */
const kShortWords = 12;
const kGrades: readonly Grade[] = ["A", "A*", "B", "C", "D"];

/** An entry of the list with what it can be found by. */
interface Listed {
  readonly words: string;
  readonly grade: Grade;
  readonly isChanged: boolean;
  readonly shown: () => TemplateResult;
}

function packEntryView(view: LaterView, entry: PackEntry): TemplateResult {
  const { label, values, provenance } = entry;
  const [single] = values;
  const isShort = values.every(({ words }) => words.length <= kShortWords);
  return html`<li class="assumption">
    <h4>${label}</h4>
    ${gradePill(view, provenance.grade)}
    ${values.length === 1 && single
      ? html`<p class="values">${setIn(view.text, single.words)}</p>`
      : html`<dl class=${isShort ? "values short" : "values"}>${values.map(({ name, words }) => html`<div><dt>${name}</dt><dd>${setIn(view.text, words)}</dd></div>`)}</dl>`}
    ${provenance.note ? html`<p class="note">${say(view, provenance.note)}</p>` : nothing}
    ${sources(view, provenance.sources)}
  </li>`;
}

function sourceWords({ pack }: LaterView, ids: readonly string[]): string {
  return ids.map((id) => `${pack.sources[id]?.title ?? ""} ${pack.sources[id]?.publisher ?? ""}`).join(" ");
}

function listedParameter(view: LaterView, symbol: string, held: HeldParameter): Listed {
  const { pack, state, text } = view;
  const { parameter } = held;
  const names = namesOf(symbol, parameter);
  const values = names.map(
    (name) =>
      `${elementName(view, parameter, name)} ${distributionWords(text, heldDistribution(name, state.plan, pack), parameter.unit, rangeOf(name, pack))}`,
  );
  const note = parameter.note ? say(view, parameter.note) : "";
  return {
    words: [symbol, say(view, parameter.label), ...values, note, sourceWords(view, parameter.sources)].join(" "),
    grade: parameter.grade,
    isChanged: names.some((name) => isChanged(name, state.plan, pack)),
    shown: () => parameterEntry(view, symbol, held),
  };
}

function listedEntry(view: LaterView, entry: PackEntry): Listed {
  const { label, values, provenance } = entry;
  const note = provenance.note ? say(view, provenance.note) : "";
  const said = values.map(({ name, words }) => `${name} ${words}`);
  return {
    words: [label, ...said, note, sourceWords(view, provenance.sources)].join(" "),
    grade: provenance.grade,
    isChanged: false,
    shown: () => packEntryView(view, entry),
  };
}

/** Every group with its entries. */
function listed(view: LaterView): { readonly name: GroupName; readonly entries: readonly Listed[] }[] {
  const { pack, state } = view;
  const held = heldParameters(pack, state.plan.readings);
  const parameters = kGroups.map(({ name, symbols }) => ({
    name,
    entries: symbols.flatMap((symbol) => {
      const parameter = held[symbol];
      return parameter ? [listedParameter(view, symbol, parameter)] : [];
    }),
  }));
  const pairs = (pack.correlations ?? []).map((pair) => listedEntry(view, correlationEntry(view, pair)));
  const base = baseEntries(view).map((entry) => listedEntry(view, entry));
  return [...parameters, { name: "together" as const, entries: pairs }, { name: "base" as const, entries: base }];
}

function isShown({ words, grade, isChanged: isOwn }: Listed, filter: RegisterFilter): boolean {
  if (filter.grade !== "" && grade !== filter.grade) return false;
  if (filter.isChangedOnly && !isOwn) return false;
  const all = words.toLowerCase();
  return filter.query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}

function groupView(view: LaterView, name: GroupName, entries: readonly Listed[], isFiltered: boolean): TemplateResult | typeof nothing {
  if (entries.length === 0) return nothing;
  const { groups: names, groupNotes } = view.text.assumptions;
  const notes: Partial<Readonly<Record<GroupName, string>>> = groupNotes;
  const note = notes[name];
  return html`<details class="group" ?open=${isFiltered}>
    <summary><h3>${names[name]} <span class="count">${entries.length}</span></h3></summary>
    ${note === undefined ? nothing : html`<p class="group-note">${note}</p>`}
    <ul class="assumption-list">${entries.map(({ shown }) => shown())}</ul>
  </details>`;
}

/** What is looked for, and how many assumptions the visitor changed. */
function bar(view: LaterView, shown: number, all: number): TemplateResult {
  const { actions, pack, state, text } = view;
  const { register: words, sources: sourceNames } = text;
  const { query, grade, isChangedOnly } = state.registerFilter;
  const changed = changedAssumptions(state.plan, pack).length;
  return html`<div class="register-bar" ?inert=${view.isStatic}>
      <p class="register-search">
        <label class="number-label" for="register-query">${words.search}</label>
        <input class="select" id="register-query" type="search" autocomplete="off" .defaultValue=${query} .value=${query}
          @input=${(event: Event) => actions.filterRegister({ query: (event.currentTarget as HTMLInputElement).value })} />
      </p>
      <p>
        <label class="number-label" for="register-grade">${words.grade}</label>
        <select class="select" id="register-grade"
          @change=${(event: Event) => actions.filterRegister({ grade: (event.currentTarget as HTMLSelectElement).value as Grade | "" })}>
          <option value="" .selected=${grade === ""}>${words.allGrades}</option>
          ${kGrades.map((one) => html`<option value=${one} .selected=${one === grade}>${sourceNames.grades[one]}</option>`)}
        </select>
      </p>
      <label class="register-changed"><input type="checkbox" .checked=${isChangedOnly}
        @change=${(event: Event) => actions.filterRegister({ isChangedOnly: (event.currentTarget as HTMLInputElement).checked })} />
        <span>${words.changedOnly({ count: changed, all: assumptionNames(pack).length })}</span></label>
      ${changed === 0
        ? nothing
        : html`<button class="button" type="button" @click=${() => actions.resetAssumptions()}>${words.resetAll}</button>`}
    </div>
    ${undoOffer(view, ["resetAssumptions"])}
    <p class="register-count figures" aria-live="polite">${shown === all ? "" : words.shown({ shown, all })}</p>`;
}

/** The register of all assumptions: to search, to look into, to change and to set back. */
export function register(view: LaterView): TemplateResult {
  const { registerFilter: filter } = view.state;
  const isFiltered = filter.query.trim() !== "" || filter.grade !== "" || filter.isChangedOnly;
  const groups = listed(view);
  const found = isFiltered
    ? groups.map(({ name, entries }) => ({ name, entries: entries.filter((entry) => isShown(entry, filter)) }))
    : groups;
  const count = (of: typeof groups): number => of.reduce((sum, { entries }) => sum + entries.length, 0);
  return html`<div class="register">
    ${bar(view, count(found), count(groups))}
    <div class="groups">${found.map(({ name, entries }) => groupView(view, name, entries, isFiltered))}</div>
  </div>`;
}
