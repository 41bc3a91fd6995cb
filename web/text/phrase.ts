/** Words of a phrase that stand out. */
export interface Strong {
  readonly strong: string;
}

/** A sentence in pieces, some of which stand out. */
export type Phrase = readonly (string | Strong)[];

/** Marks words as standing out. */
export function strong(words: string): Strong {
  return { strong: words };
}

/** The phrase as plain text. */
export function plainText(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === "string" ? piece : piece.strong)).join("");
}
