/**
 * Reads numbers as people write them: Western, Urdu and Arabic digits, thousands separators in
 * both the Western (100,000) and the South Asian grouping (1,00,000), and words of size
 * ("100k", "1 lakh", "2.5 million").
 */

/** Words of size, lower case and with one heh as `toAscii` leaves them, with the power of ten that each stands for. */
const kPowers: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["thousand", 3],
  ["hazar", 3],
  ["hazaar", 3],
  ["\u06BEزار", 3],
  ["lakh", 5],
  ["lakhs", 5],
  ["lac", 5],
  ["lacs", 5],
  ["لاکھ", 5],
  ["m", 6],
  ["mn", 6],
  ["million", 6],
  ["ملین", 6],
  ["cr", 7],
  ["crore", 7],
  ["crores", 7],
  ["karor", 7],
  ["کروڑ", 7],
  ["کڑوڑ", 7],
  ["b", 9],
  ["bn", 9],
  ["billion", 9],
  ["arab", 9],
  ["ارب", 9],
  ["بلین", 9],
  ["kharab", 11],
  ["کھرب", 11],
  ["tn", 12],
  ["trillion", 12],
  ["ٹریلین", 12],
]);

const kWesternGroups = /^\d{1,3}(?:,\d{3})+$/;
const kSouthAsianGroups = /^\d{1,2}(?:,\d{2})*,\d{3}$/;

/**
 * Maps Urdu and Arabic digits and signs to their ASCII forms, the kaf and yeh of Arabic keyboards to those of Urdu, and
 * every heh, which are written for one another, to U+06BE. Marks that are not seen, which come along when a figure is
 * copied, and those of vowels are left out.
 */
export function toAscii(text: string): string {
  return text
    .replace(/[\p{Cf}\u064B-\u0652]/gu, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066B/g, ".")
    .replace(/[\u066C\u060C'’]/g, ",")
    .replace(/\u066A/g, "%")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/\u0643/g, "\u06A9")
    .replace(/[\u0649\u064A]/g, "\u06CC")
    .replace(/[\u0647\u06C1]/g, "\u06BE");
}

/** The integer part without its separators, or undefined when the groups make no sense. */
function withoutGroups(integer: string): string | undefined {
  if (/^\d+$/.test(integer)) return integer;
  if (kWesternGroups.test(integer) || kSouthAsianGroups.test(integer)) {
    return integer.replaceAll(",", "");
  }
  return undefined;
}

/** The whole number that `text` says where its dot stands between thousands, as in "250.000"; undefined where it cannot. */
export function numberWithDot(text: string): number | undefined {
  const said = toAscii(text.normalize("NFKC")).trim();
  return /^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(said) ? Number(said.replace(".", "")) : undefined;
}

/**
 * The number that `text` says, or undefined when it says none or could mean two things
 * ("2,5"). Of what is in per cent a sign, or its word in Urdu, at the end is dropped: "57 %" gives 57.
 */
export function parseNumber(text: string, isPercent = false): number | undefined {
  const said = toAscii(text.normalize("NFKC")).trim().toLowerCase();
  const cleaned = isPercent ? said.replace(/\s*(?:%|فی\s?صد)$/, "") : said;
  const match =
    /^(?<sign>[+-]?)\s*(?<integer>\d[\d,\s]*)(?:\.(?<fraction>\d+))?(?:e(?<power>\d{1,2}))?\s*(?<word>\p{L}*)$/u.exec(
      cleaned,
    );
  if (!match?.groups) return undefined;
  const { sign, integer = "", fraction = "", power, word = "" } = match.groups;
  const digits = withoutGroups(integer.trim().replace(/\s/g, ","));
  if (digits === undefined) return undefined;
  const size = word === "" ? 0 : kPowers.get(word);
  if (size === undefined) return undefined;
  // Powers of ten are added: 2.3 * 1e6 is 2299999.9999999995 in binary, and the visitor meant 2300000.
  const magnitude = Number(`${digits}.${fraction || "0"}e${Number(power ?? 0) + size}`);
  return sign === "-" ? -magnitude : magnitude;
}

/** `said` without the first of `words`, in lower case, that stands at its end. */
export function withoutEnd(said: string, words: readonly string[]): string {
  const end = words.map(toAscii).find((word) => said.endsWith(word));
  return end === undefined ? said : said.slice(0, -end.length).trimEnd();
}

/**
 * The amount of US$ that `text` says with its unit or without, as in "$2m a year"; undefined where it says none. `by` is
 * what such amounts are counted by, in all languages, behind them.
 */
export function parseDollars(text: string, by: readonly string[] = ["a year", "سالانہ"]): number | undefined {
  const said = toAscii(text).trim().toLowerCase().replace(/^(us ?)?\$/, "");
  return parseNumber(withoutEnd(withoutEnd(said, by), ["dollars", "dollar", "ڈالر"]));
}
