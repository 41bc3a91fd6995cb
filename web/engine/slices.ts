/** What a slice should take, in milliseconds: half of the 40 that are allowed. */
export const SLICE = 20;

/** Most blocks in a slice, so that a coarse clock, which reads 0 for a while, cannot inflate it. */
const MOST_BLOCKS = 32;

/**
 * Chooses how many blocks of draws the next slice computes. Starts with one, at most doubles, and
 * follows the slowest pace seen, so that a slice keeps within its time also where the machine slows
 * down or the inputs of the next blocks have yet to be drawn.
 */
export class SlicePacer {
  private size = 1;

  /** Blocks of the next slice, from 1 to `left`. */
  next(left: number): number {
    return Math.max(1, Math.min(this.size, left));
  }

  /** Tells how long a slice of so many blocks took. */
  record(blocks: number, milliseconds: number): void {
    const affordable = Math.floor((SLICE * blocks) / Math.max(milliseconds, 0.01));
    this.size = Math.max(1, Math.min(2 * this.size, affordable, MOST_BLOCKS));
  }
}

/**
 * Draws [first, last) that belong to one part when whole blocks are dealt out evenly. The parts
 * cover all draws once, whatever their number; a part may be empty.
 */
export function partOf(
  draws: number,
  block: number,
  part: number,
  parts: number,
): { first: number; last: number } {
  const blocks = draws / block;
  const edge = (index: number) => Math.floor((blocks * index) / parts) * block;
  return { first: edge(part), last: edge(part + 1) };
}
