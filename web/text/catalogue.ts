import type { Texts } from "../../build/generated/catalogue.ts";
import { textsOf, type CompiledCatalogue } from "./message.ts";

/** Every text of the page in one language. Amounts, years and names come in ready to be read. */
export type Catalogue = Texts & {
  /** BCP 47. */
  readonly tag: string;
  readonly isRightToLeft: boolean;
};

/** The texts of a compiled catalogue. */
export function catalogueOf({ tag, texts }: CompiledCatalogue): Catalogue {
  const plurals = new Intl.PluralRules(tag);
  const { direction } = texts["language"] as { readonly direction: string };
  const isRightToLeft = direction === "rtl";
  const made = textsOf(texts, { isRightToLeft, classOf: (count) => plurals.select(count) });
  return { ...(made as Texts), tag, isRightToLeft };
}
