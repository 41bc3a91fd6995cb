/** What was measured in several rounds: their median, and how far they lie apart. */
export class Samples {
  #values;

  /** @param {readonly number[]} values at least one */
  constructor(values) {
    this.#values = values.toSorted((a, b) => a - b);
  }

  get median() {
    const middle = this.#values.length / 2;
    return (this.#at(Math.ceil(middle) - 1) + this.#at(Math.floor(middle))) / 2;
  }

  get smallest() {
    return this.#at(0);
  }

  get largest() {
    return this.#at(this.#values.length - 1);
  }

  /** @param {number} index */
  #at(index) {
    return this.#values[index] ?? Number.NaN;
  }
}

/**
 * Quotients of what was measured one after the other in the same round.
 * @template Round
 * @param {readonly Round[]} rounds
 * @param {(round: Round) => number} above
 * @param {(round: Round) => number} below
 */
export const ratios = (rounds, above, below) =>
  new Samples(rounds.map((round) => above(round) / below(round)));
