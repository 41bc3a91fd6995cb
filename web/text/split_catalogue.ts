import { kDocumentTexts, kFileTexts, kFirstTexts, kLaterTexts } from "./catalogue.ts";
import type { CompiledCatalogue, CompiledGroup } from "./message.ts";

type Group = CompiledGroup[string];

/** For each group that the first screen and later parts share, the texts of the first screen. */
const shared: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(kFirstTexts));
const later: ReadonlySet<string> = new Set(kLaterTexts);
const elsewhere: ReadonlySet<string> = new Set([...kDocumentTexts, kFileTexts]);

/** The groups of a catalogue that `choose` gives something of. */
function chosen({ tag, texts }: CompiledCatalogue, choose: (name: string, group: Group) => Group | undefined): CompiledCatalogue {
  const groups = Object.entries<Group>(texts).map(([name, group]) => [name, choose(name, group)] as const);
  return { tag, texts: Object.fromEntries(groups.filter((one): one is readonly [string, Group] => one[1] !== undefined)) };
}

/** A shared group with the texts of the first screen, or with the others. */
function partOf(group: Group, first: readonly string[], isFirst: boolean): Group {
  const texts = Object.entries<Group>(group as CompiledGroup);
  return Object.fromEntries(texts.filter(([key]) => first.includes(key) === isFirst));
}

/** The texts of the calculator's first screen. */
export function firstTexts(catalogue: CompiledCatalogue): CompiledCatalogue {
  return chosen(catalogue, (name, group) => {
    if (elsewhere.has(name) || later.has(name)) return undefined;
    const first = shared.get(name);
    return first ? partOf(group, first, true) : group;
  });
}

/** The texts that the calculator has beyond its first screen, with what is said of the language itself. */
export function laterTexts(catalogue: CompiledCatalogue): CompiledCatalogue {
  return chosen(catalogue, (name, group) => {
    if (later.has(name) || name === "language") return group;
    const first = shared.get(name);
    return first && partOf(group, first, false);
  });
}

/** Some groups of a catalogue. */
export function groupsOf(catalogue: CompiledCatalogue, names: readonly string[]): CompiledCatalogue {
  return chosen(catalogue, (name, group) => (names.includes(name) ? group : undefined));
}
