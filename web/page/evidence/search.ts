/** What a figure of the page of evidence is found by. */
export interface SearchedFigure {
  readonly text: string;
  readonly grade: string;
}

/** Marks of vowels and of direction, which nobody types into a search. */
const kSilent = /[\u064B-\u0652\u0670\u200B-\u200F\u2066-\u2069]/g;

function plain(text: string): string {
  return text.normalize("NFKC").replaceAll(kSilent, "").toLowerCase();
}

/** Whether a figure has every word of `words`, in any order, and the grade `grade` unless that is empty. */
export function matches(figure: SearchedFigure, words: string, grade: string): boolean {
  if (grade !== "" && figure.grade !== grade) return false;
  const text = plain(figure.text);
  return plain(words)
    .split(/\s+/)
    .every((word) => text.includes(word));
}
