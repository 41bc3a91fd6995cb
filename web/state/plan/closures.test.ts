import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Closure, Pack } from "../../engine/types.ts";
import { closureFault, openMarkets, whyNothingIn, withClosure, withClosureYear, withoutClosure } from "./closures.ts";
import { defaultPlan, type Plan } from "./plan.ts";

const pack: Pack = { ...mockPack, markets: [...mockPack.markets, { id: "eu", label: { en: "European Union" } }] };
/** Reported are 2027 to 2030; 2026 is the first year after the data. */
const base = defaultPlan(pack);
const us = (from: number, to?: number): Closure => ({ market: "us", from, ...(to !== undefined && { to }) });
const withYears = (from: number, to?: number): Plan => ({ ...base, closures: [us(from, to)] });

describe("closures", () => {
  it("are why nothing is sold in the years in which every market is closed", () => {
    const why = (closures: readonly Closure[]): string[] => [2027, 2028, 2029].map((year) => whyNothingIn(year, { ...base, closures }, pack));
    const eu = (from: number): Closure => ({ market: "eu", from });
    expect(why([])).toEqual(["other", "other", "other"]);
    expect(why([us(2027)])).toEqual(["other", "other", "other"]);
    expect(why([us(2027), eu(2028)])).toEqual(["other", "closed", "closed"]);
    expect(why([us(2027, 2028), eu(2027)])).toEqual(["closed", "closed", "other"]);
    expect(why([us(2027, 2027), us(2028), eu(2027)])).toEqual(["closed", "closed", "closed"]);
  });

  it("begin with the first year and have no end", () => {
    const closed = withClosure(base, "us");
    expect(closed.closures).toEqual([us(2027)]);
    expect(openMarkets(base, pack).map(({ id }) => id)).toEqual(["us", "eu"]);
    expect(openMarkets(closed, pack).map(({ id }) => id)).toEqual(["eu"]);
    expect(withoutClosure(closed, 0)).toEqual(base);
  });

  it("have years of their own; the last of the run is no end", () => {
    expect(withClosureYear(withYears(2027), 0, "to", 2029, pack)).toEqual(withYears(2027, 2029));
    expect(withClosureYear(withYears(2027, 2029), 0, "to", 2030, pack)).toEqual(withYears(2027));
    expect(withClosureYear(withYears(2027, 2029), 0, "from", 2026, pack)).toEqual(withYears(2026, 2029));
    expect(withClosureYear(base, 0, "from", 2026, pack)).toBe(base);
  });

  it("are of markets that there are, in years that are simulated, one after the other", () => {
    for (const closure of [us(2026), us(2030), us(2027, 2027)]) expect(closureFault(closure, base, pack)).toBeUndefined();
    expect(closureFault({ market: "moon", from: 2027 }, base, pack)).toEqual({ kind: "unknown" });
    for (const closure of [us(2025), us(2031), us(2027, 2031), us(2029, 2028), us(2027.5)]) {
      expect(closureFault(closure, base, pack)).toEqual({ kind: "outOfRange", limits: { min: 2026, max: 2030 } });
    }
  });
});
