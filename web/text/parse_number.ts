/**
 * Reads numbers as people write them: Western, Urdu and Arabic digits, thousands separators in
 * both the Western (100,000) and the South Asian grouping (1,00,000), and words of size
 * ("100k", "1 lakh", "2.5 million").
 */

/** Words of size, lower case, with the factor each stands for. */
const kFactors: ReadonlyMap<string, number> = new Map([
  ["k", 1e3],
  ["thousand", 1e3],
  ["hazar", 1e3],
  ["ہزار", 1e3],
  ["lakh", 1e5],
  ["lakhs", 1e5],
  ["lac", 1e5],
  ["lacs", 1e5],
  ["لاکھ", 1e5],
  ["m", 1e6],
  ["mn", 1e6],
  ["million", 1e6],
  ["ملین", 1e6],
  ["cr", 1e7],
  ["crore", 1e7],
  ["crores", 1e7],
  ["کروڑ", 1e7],
  ["b", 1e9],
  ["bn", 1e9],
  ["billion", 1e9],
  ["arab", 1e9],
  ["ارب", 1e9],
  ["بلین", 1e9],
  ["kharab", 1e11],
  ["کھرب", 1e11],
  ["tn", 1e12],
  ["trillion", 1e12],
  ["ٹریلین", 1e12],
]);

const kWesternGroups = /^\d{1,3}(?:,\d{3})+$/;
const kSouthAsianGroups = /^\d{1,2}(?:,\d{2})*,\d{3}$/;

/** Maps Urdu and Arabic digits and signs to their ASCII forms. */
function toAscii(text: string): string {
  return text
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .replace(/\u066B/g, ".")
    .replace(/[\u066C\u060C'’]/g, ",")
    .replace(/\u066A/g, "%")
    .replace(/[\u2212\u2013]/g, "-")
    .replace(/[\u200E\u200F\u061C\u2066-\u2069]/g, "");
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
  const cleaned = isPercent ? said.replace(/\s*(?:%|فیصد)$/, "") : said;
  const match =
    /^(?<sign>[+-]?)\s*(?<integer>\d[\d,\s]*)(?:\.(?<fraction>\d+))?(?:e(?<power>\d{1,2}))?\s*(?<word>\p{L}*)$/u.exec(
      cleaned,
    );
  if (!match?.groups) return undefined;
  const { sign, integer = "", fraction = "", power, word = "" } = match.groups;
  const digits = withoutGroups(integer.trim().replace(/\s/g, ","));
  if (digits === undefined) return undefined;
  const factor = word === "" ? 1 : kFactors.get(word);
  if (factor === undefined) return undefined;
  const magnitude = Number(`${digits}.${fraction || "0"}e${power ?? "0"}`) * factor;
  // 2.3 * 1e6 is 2299999.9999999995 in binary; the visitor meant 2300000.
  const rounded = Number(magnitude.toPrecision(15));
  return sign === "-" ? -rounded : rounded;
}
