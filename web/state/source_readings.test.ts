import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import type { Pack, Reading } from "../engine/types.ts";
import { defaultPlan } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";
import { changedReadings, heldParameters, reachOf, readingsByReach, withOption } from "./source_readings.ts";

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

describe("the reach of a reading", () => {
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
