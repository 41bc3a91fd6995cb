import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Pack, Parameter } from "../../engine/types.ts";
import { isClosed, withClosure } from "./market_closure.ts";
import { defaultPlan, type Plan } from "./plan.ts";

const charge = (range: [number, number]): Parameter => ({
  label: { en: "Charge" },
  unit: "share",
  range,
  by: "market",
  values: { us: 0.1 },
  sources: [],
  grade: "D",
  date: "2026-01",
});
const pack: Pack = {
  ...mockPack,
  parameters: { ...mockPack.parameters, tau: charge([-0.2, 1]), tau_parcel: charge([-0.2, 2]) },
};
const base: Plan = { ...defaultPlan(pack), assumptions: { act: 0.3 } };

describe("a closed market", () => {
  it("charges the most that is allowed on goods and on parcels, whatever else is assumed", () => {
    const closed = withClosure(base, "us", true, pack);
    expect(closed.assumptions).toEqual({ act: 0.3, "tau.us": 1, "tau_parcel.us": 2 });
    expect(isClosed("us", closed, pack)).toBe(true);
    expect(isClosed("us", base, pack)).toBe(false);
    expect(isClosed("us", { ...closed, assumptions: { "tau.us": 1 } }, pack)).toBe(false);
  });

  it("opens again", () => {
    expect(withClosure(withClosure(base, "us", true, pack), "us", false, pack)).toEqual(base);
  });

  it("is one that the pack knows", () => {
    expect(withClosure(base, "moon", true, pack)).toEqual(base);
    expect(isClosed("moon", base, pack)).toBe(false);
    expect(isClosed("us", base, mockPack)).toBe(false);
  });
});
