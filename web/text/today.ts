/** The date of today where the reader is, as in 2026-11-28. */
export function todayInDigits(now = new Date()): string {
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}
