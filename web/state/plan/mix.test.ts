import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../../tests/web/any_plan.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import {
  mixChoiceOf,
  orderedMix,
  readyMix,
  sharesBy,
  splitOf,
  withChannelShare,
  withSectorShare,
  withSplit,
  type Mix,
} from "./mix.ts";

const base = mockPack.defaults.onboarding.mix;
const sum = (shares: Readonly<Record<string, number>>): number =>
  Object.values(shares).reduce((total, share) => total + share, 0);

/** Shares to the millionth in which they are kept. */
function expectShares(shares: Readonly<Record<string, number>>, expected: Readonly<Record<string, number>>): void {
  expect(Object.keys(shares)).toEqual(Object.keys(expected));
  for (const [id, share] of Object.entries(expected)) expect(Math.abs((shares[id] ?? 0) - share)).toBeLessThan(3e-6);
}

describe("a mix", () => {
  it("is in the pack's order and without what has no share", () => {
    const mix = orderedMix({ "food/b2c": 0.5, "apparel/b2c": 0, "apparel/b2b": 0.5 }, mockPack);
    expect(Object.entries(mix)).toEqual([["apparel/b2b", 0.5], ["food/b2c", 0.5]]);
  });

  it("adds up by sector and by channel", () => {
    expectShares(sharesBy("sector", base, mockPack), { apparel: 0.6, "home-textiles": 0.2, food: 0.2 });
    expectShares(sharesBy("channel", base, mockPack), { b2b: 0.5, b2c: 0.5 });
  });

  it("is ready-made in three ways", () => {
    expect(readyMix("pack", mockPack)).toEqual(base);
    // 0.6 to 0.2 among textiles, apparel half and half, home textiles all wholesale.
    expect(readyMix("textiles", mockPack)).toEqual({
      "apparel/b2b": 0.375,
      "apparel/b2c": 0.375,
      "home-textiles/b2b": 0.25,
    });
    expectShares(sharesBy("sector", readyMix("even", mockPack), mockPack), {
      apparel: 1 / 3,
      "home-textiles": 1 / 3,
      food: 1 / 3,
    });
  });
});

describe("withSectorShare", () => {
  it("gives the others what one sector leaves as the pack has it, where none of them has a share", () => {
    const mix: Mix = { "apparel/b2b": 0.5, "home-textiles/b2b": 0.375, "food/b2c": 0.125 };
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, onboarding: { ...mockPack.defaults.onboarding, mix } } };
    // Three to one, as 0.375 to 0.125.
    expect(withSectorShare({ "apparel/b2b": 1 }, "apparel", 0.6, pack)).toEqual({
      "apparel/b2b": 0.6,
      "home-textiles/b2b": 0.3,
      "food/b2c": 0.1,
    });
  });

  it("lets the other sectors make room in proportion and keeps how each is split", () => {
    expect(withSectorShare(base, "apparel", 0.2, mockPack)).toEqual({
      "apparel/b2b": 0.1,
      "apparel/b2c": 0.1,
      "home-textiles/b2b": 0.4,
      "food/b2c": 0.4,
    });
  });

  it("goes back to the pack's proportions where the others had nothing", () => {
    const only = withSectorShare(base, "apparel", 1, mockPack);
    expect(only).toEqual({ "apparel/b2b": 0.5, "apparel/b2c": 0.5 });
    expect(withSectorShare(only, "apparel", 0.6, mockPack)).toEqual(base);
  });

  it("gives a sector that the pack leaves empty the pack's split over channels", () => {
    const onboarding = { ...mockPack.defaults.onboarding, mix: { "apparel/b2b": 0.75, "apparel/b2c": 0.25 } };
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, onboarding } };
    expect(withSectorShare(onboarding.mix, "food", 1, pack)).toEqual({ "food/b2b": 0.75, "food/b2c": 0.25 });
    expect(sharesBy("sector", withSectorShare(onboarding.mix, "apparel", 0.5, pack), pack)).toEqual({
      apparel: 0.5,
      "home-textiles": 0.25,
      food: 0.25,
    });
  });

  it("knows no other sectors", () => {
    expect(withSectorShare(base, "shoes", 1, mockPack)).toBe(base);
  });
});

describe("withChannelShare", () => {
  it("changes the odds of the channel alike in all sectors that use another, too", () => {
    // Home textiles stay wholesale and food retail: of 0.8, 0.2 + 0.6 p is wholesale, so p is 1.
    expect(withChannelShare(base, "b2b", 0.8, mockPack)).toEqual({
      "apparel/b2b": 0.6,
      "home-textiles/b2b": 0.2,
      "food/b2c": 0.2,
    });
    const mixed = { "apparel/b2b": 0.2, "apparel/b2c": 0.2, "food/b2b": 0.45, "food/b2c": 0.15 };
    // Odds of 1 and 3 times f: 0.4 f / (1 + f) + 0.6 * 3 f / (1 + 3 f) = 0.5, so 1.5 f^2 + 0.2 f = 0.5.
    const moved = withChannelShare(mixed, "b2b", 0.5, mockPack);
    const factor = (Math.sqrt(3.04) - 0.2) / 3;
    expectShares(moved, {
      "apparel/b2b": (0.4 * factor) / (1 + factor),
      "apparel/b2c": 0.4 / (1 + factor),
      "food/b2b": (0.6 * 3 * factor) / (1 + 3 * factor),
      "food/b2c": 0.6 / (1 + 3 * factor),
    });
  });

  it("takes sectors into a channel that they do not use where nobody else is left", () => {
    expectShares(withChannelShare(base, "b2b", 0.9, mockPack), {
      "apparel/b2b": 0.6,
      "home-textiles/b2b": 0.2,
      "food/b2b": 0.1,
      "food/b2c": 0.1,
    });
    expect(withChannelShare(base, "b2b", 1, mockPack)).toEqual({
      "apparel/b2b": 0.6,
      "home-textiles/b2b": 0.2,
      "food/b2b": 0.2,
    });
    expect(sharesBy("channel", withChannelShare(base, "b2b", 0, mockPack), mockPack)).toEqual({ b2b: 0, b2c: 1 });
  });

  it("knows no other channels", () => {
    expect(withChannelShare(base, "shop", 1, mockPack)).toBe(base);
  });
});

describe("whatever is set", () => {
  type Step = readonly ["sector" | "channel", string, number];
  const step = fc
    .constantFrom<readonly ["sector" | "channel", string]>(
      ...mockPack.sectors.map(({ id }) => ["sector", id] as const),
      ...mockPack.channels.map(({ id }) => ["channel", id] as const),
    )
    .chain(([side, id]) => fc.integer({ min: 0, max: 1000 }).map((share): Step => [side, id, share / 1000]));
  const apply = (mix: Mix, [side, id, share]: Step): Mix =>
    side === "sector" ? withSectorShare(mix, id, share, mockPack) : withChannelShare(mix, id, share, mockPack);

  it("shares sum to 1, the one that was set is as set, and a channel leaves the sectors alone", () => {
    fc.assert(
      fc.property(anyPlan(mockPack), fc.array(step, { minLength: 1, maxLength: 6 }), ({ mix }, steps) => {
        let now = mix;
        for (const next of steps) {
          const before = sharesBy("sector", now, mockPack);
          now = apply(now, next);
          const [side, id, share] = next;
          expect(Math.abs(sum(now) - 1)).toBeLessThan(1e-12);
          expect(Math.min(...Object.values(now))).toBeGreaterThan(0);
          expect(Math.abs((sharesBy(side, now, mockPack)[id] ?? 0) - share)).toBeLessThan(5e-6);
          if (side === "channel") expectShares(sharesBy("sector", now, mockPack), before);
        }
      }),
    );
  });
});

describe("the split of one sector", () => {
  it("is set while all sectors keep their shares", () => {
    expect(splitOf(base, "apparel", mockPack)).toEqual({ b2b: 0.5, b2c: 0.5 });
    expect(withSplit(base, "apparel", "b2b", 0.75, mockPack)).toEqual({
      "apparel/b2b": 0.45,
      "apparel/b2c": 0.15,
      "home-textiles/b2b": 0.2,
      "food/b2c": 0.2,
    });
    // A sector of one channel takes the split of all new sellers for the rest.
    expect(withSplit(base, "food", "b2c", 0.25, mockPack)["food/b2b"]).toBe(0.15);
  });

  it("of an empty sector is as it would be, and changes nothing", () => {
    const none = withSectorShare(base, "food", 0, mockPack);
    expect(splitOf(none, "food", mockPack)).toEqual({ b2b: 0, b2c: 1 });
    expect(withSplit(none, "food", "b2b", 1, mockPack)).toEqual(none);
    expect(withSplit(base, "boats", "b2b", 1, mockPack)).toBe(base);
    expect(withSplit(base, "food", "shop", 1, mockPack)).toBe(base);
  });

  it("always leaves shares that sum to 1", () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    const ids = ({ id }: { id: string }): string => id;
    fc.assert(
      fc.property(
        anyPlan(mockPack),
        fc.constantFrom(...mockPack.sectors.map(ids)),
        fc.constantFrom(...mockPack.channels.map(ids)),
        part,
        (plan, sector, channel, share) => {
          const mix = withSplit(plan.mix, sector, channel, share, mockPack);
          expect(Math.abs(sum(mix) - 1)).toBeLessThan(1e-9);
          expectShares(sharesBy("sector", mix, mockPack), sharesBy("sector", plan.mix, mockPack));
        },
      ),
    );
  });
});

describe("mixChoiceOf", () => {
  it("tells a ready-made mix from one's own", () => {
    for (const choice of ["pack", "textiles", "even"] as const) {
      expect(mixChoiceOf(readyMix(choice, mockPack), mockPack)).toBe(choice);
    }
    expect(mixChoiceOf(withSplit(base, "apparel", "b2b", 0.75, mockPack), mockPack)).toBeUndefined();
  });
});
