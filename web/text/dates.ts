import type { Catalogue } from "./catalogue.ts";

/** A month written "2021-04" in words: "April 2021". Intl.DateTimeFormat is slow to start: for pages made by the build. */
export function monthInWords({ tag }: Pick<Catalogue, "tag">, month: string): string {
  const words = new Intl.DateTimeFormat(tag, { year: "numeric", month: "long", numberingSystem: "latn", timeZone: "UTC" });
  return words.format(new Date(`${month}-01T00:00:00Z`));
}

/** The date of today where the reader is, as in 2026-11-28. */
export function todayInDigits(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
