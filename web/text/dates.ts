import type { Catalogue } from "./catalogue.ts";

/** Intl.DateTimeFormat is slow to start. */
const kMonths = new Map<string, Intl.DateTimeFormat>();

function monthsOf(tag: string): Intl.DateTimeFormat {
  const made = kMonths.get(tag);
  if (made) return made;
  const months = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", numberingSystem: "latn", timeZone: "UTC" });
  kMonths.set(tag, months);
  return months;
}

/** A date written "2021", "2021-04" or "2021-04-09" in words: "2021", "April 2021", "9 April 2021". */
export function dateInWords({ tag }: Pick<Catalogue, "tag">, date: string): string {
  const [year = "", month, day] = date.split("-");
  if (month === undefined) return year;
  const words = monthsOf(tag).format(new Date(`${year}-${month}-01T00:00:00Z`));
  return day === undefined ? words : `${Number(day)} ${words}`;
}
