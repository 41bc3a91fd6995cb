import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Pack, Parameter } from "../../engine/types.ts";
import { registrationsByYear } from "./path_shapes.ts";
import { defaultPlan, type Plan } from "./plan.ts";

const rate = (mode: number): Parameter => ({
  label: { en: "Rate" },
  unit: "share a year",
  range: [0, 1],
  value: { dist: "pert", min: 0, mode, max: 1 },
  sources: [],
  grade: "D",
  date: "2026-01",
});
const pack: Pack = { ...mockPack, parameters: { ...mockPack.parameters, p: rate(0.03), q: rate(0.38) } };
const plan = (path: Plan["path"]): Plan => ({ ...defaultPlan(pack), path, years: 5, newSellers: 100_000 });

describe("registrationsByYear", () => {
  it("is even on a line and as given in a table", () => {
    expect(registrationsByYear(plan("linear"), pack)).toEqual([20_000, 20_000, 20_000, 20_000, 20_000]);
    expect(registrationsByYear(plan([3, 0.5]), pack)).toEqual([3, 0.5]);
  });

  it("follows the S-curve", () => {
    // L(u) = 1 / (1 + e^(4 - 1.6 u)): 0.0179862, 0.0831727, 0.3100255, 0.6899745, 0.9168273, 0.9820138;
    // their steps in parts of 0.9640276: 0.0676189, 0.2353178, 0.3941266, and back.
    expect(registrationsByYear(plan("logistic"), pack)).toEqual([6762, 23_532, 39_412, 23_532, 6762]);
  });

  it("follows the Bass curve with p and q at their middles", () => {
    // F(u) = (1 - e^(-0.41 u)) / (1 + 38/3 e^(-0.41 u)): 0.0357582, 0.0850563, 0.1505001, 0.2331505, 0.3311986,
    // in parts of the last; whole numbers of people up to the end of each year.
    expect(registrationsByYear(plan("bass"), pack)).toEqual([10_797, 14_884, 19_760, 24_955, 29_604]);
  });
});
