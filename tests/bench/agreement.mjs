import { readColumns } from "./tables.mjs";

/**
 * The largest relative difference between a peer and the core in an output of every year and draw.
 * @param {string} folder
 * @param {string} peer "js" or "numpy"
 * @param {{ draws: number, years: number, outputs: readonly string[] }} shape
 * @param {string} output
 */
export function largestDifference(folder, peer, { draws, years, outputs }, output) {
  const core = readColumns(`${folder}/outputs.f64`);
  const other = readColumns(`${folder}/${peer}.f64`);
  if (other.length !== core.length) throw new Error(`${peer} wrote ${other.length} numbers, not ${core.length}.`);
  const first = outputs.indexOf(output) * years * draws;
  let largest = 0;
  for (let at = first; at < first + years * draws; ++at) {
    const [a, b] = [core[at], other[at]];
    // Not `<=`: a difference that is not a number must not pass.
    const difference = a === b ? 0 : Math.abs(a - b) / Math.abs(a);
    if (!(difference <= largest)) largest = difference;
  }
  return largest;
}
