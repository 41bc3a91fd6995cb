/** Longest list of families that is taken, in characters. */
const kLongest = 200;

/** A family in quotation marks; or as words of Latin letters, of which the first means nothing else in CSS. */
const kFamily = /^ *(?:(["'])[^"'\\\p{C}]+\1|(?!(?:inherit|initial|unset|revert|default)\b)-?[a-z_][\w-]*(?: [a-z_][\w-]*)*) *$/iu;

/** Whether `list` is a list of font families for CSS, in at most 200 characters. Names that hold a comma or a quotation mark are not taken. */
export function isFontList(list: string): boolean {
  return list.length <= kLongest && list.split(",").every((family) => kFamily.test(family));
}
