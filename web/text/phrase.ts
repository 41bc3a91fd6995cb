/** How words stand out; the elements of HTML of the same names. */
export type Mark = "em" | "strong";

/** Words of a phrase that stand out. */
export interface Marked {
  readonly mark: Mark;
  readonly words: Phrase;
}

/** A sentence in pieces, some of which stand out. */
export type Phrase = readonly (string | Marked)[];

/** The phrase as plain text. */
export function plainText(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === "string" ? piece : plainText(piece.words))).join("");
}
