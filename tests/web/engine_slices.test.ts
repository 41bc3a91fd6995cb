import { describe, expect, test } from "vitest";

import { partOf, SlicePacer } from "../../web/engine/slices.ts";

/** Longest slice when a block takes what `cost` says of its index. */
function longestSlice(blocks: number, cost: (block: number) => number): number {
  const pacer = new SlicePacer();
  let longest = 0;
  for (let block = 0; block < blocks; ) {
    const size = pacer.next(blocks - block);
    let time = 0;
    for (let i = 0; i < size; i++) time += cost(block++);
    pacer.record(size, time);
    longest = Math.max(longest, time);
  }
  return longest;
}

describe("a slice", () => {
  test("keeps within 40 ms at any steady pace", () => {
    for (const pace of [0.001, 0.1, 1, 2.5, 7, 19, 21, 39]) {
      expect(longestSlice(500, () => pace)).toBeLessThanOrEqual(40);
    }
  });

  test("keeps within 40 ms where the pace halves", () => {
    for (const pace of [0.2, 1, 3, 9]) {
      expect(longestSlice(500, (block) => (block < 250 ? pace : 2 * pace))).toBeLessThanOrEqual(40);
    }
  });

  test("is one block where a block alone takes longer", () => {
    expect(longestSlice(20, () => 90)).toBe(90);
  });

  test("stays small under a clock that stands still", () => {
    const pacer = new SlicePacer();
    for (let i = 0; i < 20; i++) pacer.record(pacer.next(1000), 0);
    expect(pacer.next(1000)).toBe(32);
  });

  test("ends where the work ends", () => {
    const pacer = new SlicePacer();
    pacer.record(1, 0.1);
    pacer.record(2, 0.1);
    expect(pacer.next(3)).toBe(3);
  });
});

test("parts cover all draws once, in whole blocks", () => {
  for (const [draws, parts] of [
    [256, 7],
    [1024, 1],
    [16384, 3],
  ] as const) {
    let next = 0;
    for (let part = 0; part < parts; part++) {
      const { first, last } = partOf(draws, 64, part, parts);
      expect(first).toBe(next);
      expect(last % 64).toBe(0);
      next = last;
    }
    expect(next).toBe(draws);
  }
});
