import type { Texts } from "../../build/generated/catalogue.ts";
import { textsOf, type CompiledCatalogue } from "./message.ts";

export type { Texts };

/** Words for large numbers: million and billion, or lakh, crore and arab. */
export type NumberWords = "million" | "lakh";

/** The groups of texts that only pages to read have; they are left out of what the calculator loads. */
export const kDocumentTexts = ["method", "evidence", "about"] as const satisfies readonly (keyof Texts)[];

/** The group of texts that only files to save have: it is loaded with what makes the first of them. */
export const kFileTexts = "files" satisfies keyof Texts;

/** Every text of the site in one language. Amounts, years and names come in ready to be read. */
export type WholeCatalogue = Texts & {
  /** BCP 47. */
  readonly tag: string;
  readonly isRightToLeft: boolean;
  readonly numberWords: NumberWords;
};

/** Every text of the calculator in one language. */
export type Catalogue = Omit<WholeCatalogue, (typeof kDocumentTexts)[number] | typeof kFileTexts>;

/** The texts that only files to save have. */
export type FileTexts = Texts[typeof kFileTexts];

/** The texts of a compiled catalogue, as many as there are, with amounts in millions. */
export function catalogueOf({ tag, texts }: CompiledCatalogue): Catalogue {
  const plurals = new Intl.PluralRules(tag);
  const { direction } = texts["language"] as { readonly direction: string };
  const isRightToLeft = direction === "rtl";
  const made = textsOf(texts, { isRightToLeft, classOf: (count) => plurals.select(count) });
  return { ...(made as Texts), tag, isRightToLeft, numberWords: "million" };
}
