import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mixOf, packShares, sharesOf, withShare } from "./mix.ts";

const sum = (shares: Readonly<Record<string, number>>): number =>
  Object.values(shares).reduce((total, share) => total + share, 0);

describe("sector shares", () => {
  it("come from the pack's mix", () => {
    expect(packShares(mockPack)).toEqual({ apparel: 0.6, "home-textiles": 0.2, food: 0.2 });
  });

  it("keep their proportions among textiles", () => {
    const { apparel, "home-textiles": home, food } = sharesOf("textiles", mockPack);
    expect(apparel).toBeCloseTo(0.75, 12);
    expect(home).toBeCloseTo(0.25, 12);
    expect(food).toBe(0);
  });

  it("are the same in an even mix", () => {
    expect(sharesOf("even", mockPack)).toEqual({ apparel: 1 / 3, "home-textiles": 1 / 3, food: 1 / 3 });
  });
});

describe("withShare", () => {
  it("lets the others make room in proportion", () => {
    const shares = withShare({ a: 0.6, b: 0.2, c: 0.2 }, "a", 0.2);
    expect(shares["a"]).toBe(0.2);
    expect(shares["b"]).toBeCloseTo(0.4, 12);
    expect(shares["c"]).toBeCloseTo(0.4, 12);
  });

  it("spreads the rest evenly when the others had nothing", () => {
    expect(withShare({ a: 1, b: 0, c: 0 }, "a", 0.5)).toEqual({ a: 0.5, b: 0.25, c: 0.25 });
  });

  it("always sums to one", () => {
    let shares: Readonly<Record<string, number>> = packShares(mockPack);
    for (const [sector, share] of [["food", 1], ["apparel", 0.333], ["home-textiles", 0]] as const) {
      shares = withShare(shares, sector, share);
      expect(sum(shares)).toBeCloseTo(1, 12);
      expect(Math.min(...Object.values(shares))).toBeGreaterThanOrEqual(0);
    }
  });

  it("leaves a single sector at one", () => {
    expect(withShare({ a: 1 }, "a", 0.3)).toEqual({ a: 1 });
  });
});

describe("mixOf", () => {
  it("keeps the pack's split over channels", () => {
    const mix = mixOf({ apparel: 0.5, "home-textiles": 0, food: 0.5 }, mockPack);
    expect(mix).toEqual({ "apparel/b2b": 0.25, "apparel/b2c": 0.25, "food/b2c": 0.5 });
  });

  it("gives a sector that the pack leaves empty the split over all", () => {
    const { onboarding } = mockPack.defaults;
    const mix = { "apparel/b2b": 0.75, "apparel/b2c": 0.25 };
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, onboarding: { ...onboarding, mix } } };
    expect(mixOf({ apparel: 0, "home-textiles": 0, food: 1 }, pack)).toEqual({
      "food/b2b": 0.75,
      "food/b2c": 0.25,
    });
  });

  it("sums to one", () => {
    expect(sum(mixOf(sharesOf("even", mockPack), mockPack))).toBeCloseTo(1, 12);
  });
});
