import type { Texts } from "../../build/generated/catalogue.ts";
import { textsOf, type CompiledCatalogue } from "./message.ts";

export type { Texts };

/** Words for large numbers: million and billion, or lakh, crore and arab. */
export type NumberWords = "million" | "lakh";

/** The groups of texts that only pages to read have; they are left out of what the calculator loads. */
export const kDocumentTexts = ["method", "evidence", "backTest", "about", "missing"] as const satisfies readonly (keyof Texts)[];

/** The group of texts that only files to save have: it is loaded with what makes the first of them. */
export const kFileTexts = "files" satisfies keyof Texts;

/** The groups of texts that only parts of the page have which come later: they are loaded with the first of them. */
export const kLaterTexts = [
  "analysis",
  "compare",
  "distributions",
  "fileFaults",
  "register",
  "salesReadings",
  "units",
] as const satisfies readonly (keyof Texts)[];

/** Of groups that the first screen and later parts share, the texts of the first screen; the others come later. */
export const kFirstTexts = {
  assumptions: ["title", "intro", "evidence"],
  charts: [
    "tableOf",
    "fold",
    "foldOf",
    "download",
    "downloadOf",
    "year",
    "middle",
    "average",
    "low",
    "high",
    "lowHalf",
    "highHalf",
    "titled",
    "described",
    "nothing",
    "fan",
  ],
  disagreements: ["inAnswer", "toReadings"],
  presets: ["title", "sources", "searching"],
  report: ["short"],
  sharing: ["making", "saved", "notSaved", "notLoaded", "formats"],
} as const satisfies { readonly [Group in keyof Texts]?: readonly (keyof Texts[Group])[] };

/** Every text of the site in one language. Amounts, years and names come in ready to be read. */
export type WholeCatalogue = Texts & {
  /** BCP 47. */
  readonly tag: string;
  readonly isRightToLeft: boolean;
  readonly numberWords: NumberWords;
};

/** Every text of the calculator in one language: what is there once a part that comes later is. */
export type LaterCatalogue = Omit<WholeCatalogue, (typeof kDocumentTexts)[number] | typeof kFileTexts>;

/** The texts of the first screen in one language. */
export type Catalogue = Omit<LaterCatalogue, (typeof kLaterTexts)[number] | keyof typeof kFirstTexts> & {
  readonly [Group in keyof typeof kFirstTexts]: Pick<Texts[Group], Extract<(typeof kFirstTexts)[Group][number], keyof Texts[Group]>>;
};

/** The texts that only files to save have. */
export type FileTexts = Texts[typeof kFileTexts];

/** The texts of a compiled catalogue, as many as there are, with amounts in millions. */
export function catalogueOf({ tag, texts }: CompiledCatalogue): Catalogue {
  const plurals = new Intl.PluralRules(tag);
  const { direction, perCent } = texts["language"] as { readonly direction: string; readonly perCent: string };
  const isRightToLeft = direction === "rtl";
  const made = textsOf(texts, { isRightToLeft, perCent, classOf: (count) => plurals.select(count) });
  return { ...(made as Texts), tag, isRightToLeft, numberWords: "million" };
}

/** The texts of the first screen and those that came later, as one. */
export function withLaterTexts(first: Catalogue, later: CompiledCatalogue): LaterCatalogue {
  const come = catalogueOf(later) as LaterCatalogue;
  const shared = Object.keys(kFirstTexts) as (keyof typeof kFirstTexts)[];
  const joined = shared.map((group) => [group, { ...first[group], ...come[group] }] as const);
  return { ...come, ...first, ...Object.fromEntries(joined) } as LaterCatalogue;
}
