/** Parts, 0 or more, of a whole number that they sum to as whole numbers of the same sum: largest remainders, the first of equal ones. */
export function wholeParts(parts: readonly number[], total: number): number[] {
  const whole = parts.map(Math.floor);
  const left = whole.reduce((rest, part) => rest - part, total);
  const byRemainder = parts
    .map((part, index) => ({ index, rest: part - Math.floor(part) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** Shares of one whole, 0 to 1 each, as whole per cents that sum to 100. Shares are told apart to a millionth of a per cent. */
export function wholePerCents(shares: readonly number[]): number[] {
  return wholeParts(shares.map((share) => Math.round(share * 1e8) / 1e6), 100);
}
