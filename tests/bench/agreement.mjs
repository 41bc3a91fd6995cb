import { UserError } from "../../tools/command.mjs";
import { readColumns } from "./tables.mjs";

/** What a peer may differ from the core by, relative. */
export const allowedDifference = 1e-9;
/** In standard errors: means of independent draws lie further apart once in sixteen thousand times. */
export const allowedDistance = 4;

/**
 * Passes a deviation on if it is small enough; times of another model mean nothing.
 * @param {string} peer
 * @param {number} deviation
 * @param {number} allowed
 */
export function accept(peer, deviation, allowed) {
  // Not `>`: what is not a number must not pass.
  if (deviation <= allowed) return deviation;
  throw new UserError(`${peer} computes other numbers than the core: ${deviation}, allowed ${allowed}.`);
}

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
