import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import type { Measure, Pack, Parameter, Reading } from "../engine/types.ts";
import { defaultPlan } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";
import { actsAtHome, changedReadings, heldParameters, reachOf, readingsByReach, withOption } from "./source_readings.ts";

const [sales, training] = mockPack.readings ?? [];
if (!sales || !training) throw new Error("The mock pack has two readings.");

const about = (...symbols: string[]): Reading => ({
  ...sales,
  options: [sales.options[0], { ...sales.options[1], assumptions: Object.fromEntries(symbols.map((key) => [key, 1])) }],
});

describe("chosen readings", () => {
  it("name only what differs from the first option", () => {
    const one = withOption({}, sales, "low");
    const two = withOption(one, training, "eager");
    expect(two).toEqual({ sales: "low", training: "eager" });
    expect(changedReadings(mockPack, two).map(({ id }) => id)).toEqual(["sales", "training"]);
    expect(withOption(two, sales, "high")).toEqual({ training: "eager" });
    expect(changedReadings(mockPack, { sales: "high", training: "no such option" })).toEqual([]);
  });

  it("reach the question", () => {
    const plan = { ...defaultPlan(mockPack), readings: withOption({}, sales, "low") };
    expect(scenarioOf(mockPack, plan)).toEqual({ schema: 1, pack: "zz", readings: { sales: "low" } });
  });

  it("replace what the list of assumptions says, with its sources", () => {
    const held = heldParameters(mockPack, { sales: "low", training: "eager" });
    expect(held["act"]?.isChosen).toBe(true);
    expect(held["act"]?.parameter).toMatchObject({ value: 0.1, grade: "D", sources: [], note: { en: "A guess." } });
    expect(held["takeup"]?.parameter).toMatchObject({ values: { light: 0.9 }, note: { en: "A judgement." } });
    const asInPack = heldParameters(mockPack, {});
    expect(asInPack["act"]).toEqual({ parameter: mockPack.parameters["act"], isChosen: false });
  });
});

describe("a reading of a parameter with several elements", () => {
  it("replaces one element, or all where it names none", () => {
    const takeup = { ...mockPack.parameters["takeup"], values: { light: 0.1, long: 0.2 } } as Parameter;
    const heldWith = (key: string): unknown => {
      const reading: Reading = { ...sales, options: [sales.options[0], { ...sales.options[1], assumptions: { [key]: 0.9 } }] };
      const pack: Pack = { ...mockPack, parameters: { takeup }, readings: [reading] };
      return heldParameters(pack, { [sales.id]: sales.options[1].id })["takeup"]?.parameter;
    };
    expect(heldWith("takeup.light")).toMatchObject({ values: { light: 0.9, long: 0.2 }, note: { en: "A judgement." } });
    expect(heldWith("takeup")).toMatchObject({ values: { light: 0.9, long: 0.9 }, note: { en: "A guess." } });
  });
});

describe("the reach of a reading", () => {
  const only = (...symbols: string[]): Reading => ({ ...sales, options: [about(...symbols).options[1], about(...symbols).options[1]] });

  // What the currency kept abroad, value added, jobs, tax and cost follow from, and the markets at home, in docs/model.md.
  it.each<[string, string[]]>([
    ["after", ["rho", "v", "jobs_per_m", "t_x", "c_R", "c_T"]],
    ["home", ["t_d", "xi", "V_dom", "growth_dom", "compliance", "t_g", "V_inb", "growth_inb", "above", "eps_in", "chi"]],
  ])("is %s of these symbols alone", (reach, symbols) => {
    for (const symbol of symbols) {
      expect([symbol, reachOf(mockPack, only(symbol)), reachOf(mockPack, only(symbol, "act"))]).toEqual([symbol, reach, "earnings"]);
    }
    expect(reachOf(mockPack, only(`${symbols[0]}.one`))).toBe(reach);
  });

  // Those of equations (0) to (6), and of (9), by which the headline comes about.
  it("is the answer of every symbol of the equations up to the headline", () => {
    const symbols = "export_ready lambda organic_growth p q dw act act_lift r1 r2_gain x m psi kappa g0 T takeup delta h eta growth eps theta tau tau_parcel disp w pi severity fee_pass";
    for (const symbol of symbols.split(" ")) expect([symbol, reachOf(mockPack, only(symbol))]).toEqual([symbol, "earnings"]);
  });

  it("knows the measures on trade at home", () => {
    const kinds = ["digitalRetailTax", "courierSalesTax", "dutyFreeThreshold", "training", "feeSupport", "marketAccess", "logistics", "connectivity"];
    expect(kinds.filter((type) => actsAtHome({ type } as Measure))).toEqual(kinds.slice(0, 3));
  });

  it("tells what changes the answer from what follows from it and from trade at home", () => {
    expect(reachOf(mockPack, about("act"))).toBe("earnings");
    expect(reachOf(mockPack, { ...about("v"), options: [about("v").options[1], about("v").options[1]] })).toBe("after");
    expect(reachOf(mockPack, { ...about("t_d"), options: [about("t_d").options[1], about("t_d").options[1]] })).toBe("home");
  });

  it("counts the pack's own measures", () => {
    const tax = about("t_d").options[1];
    const reading: Reading = { ...sales, options: [tax, tax] };
    const measures = [{ type: "digitalRetailTax", from: 2027, rate: 0.05 }] as const;
    const pack: Pack = { ...mockPack, defaults: { ...mockPack.defaults, measures }, readings: [reading, training] };
    expect(reachOf(pack, reading)).toBe("earnings");
    const plain = { ...pack, defaults: mockPack.defaults };
    expect(readingsByReach(plain)).toEqual([
      { reach: "earnings", readings: [training] },
      { reach: "home", readings: [reading] },
    ]);
  });
});
