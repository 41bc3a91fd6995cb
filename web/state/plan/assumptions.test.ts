import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Pack, Parameter } from "../../engine/types.ts";
import {
  assumptionFault,
  assumptionName,
  assumptionNames,
  changedAssumptions,
  givenDistribution,
  heldDistribution,
  rangeOf,
  withAssumption,
  withoutAssumption,
  type AssumptionName,
} from "./assumptions.ts";
import { defaultPlan, type Plan } from "./plan.ts";

const act = { key: "act", symbol: "act" };
const light = { key: "takeup.light", symbol: "takeup", element: "light" };
const base = defaultPlan(mockPack);
const takeup = mockPack.parameters["takeup"] as Extract<Parameter, { by: string }>;
/** With two tiers. */
const pack: Pack = {
  ...mockPack,
  parameters: { ...mockPack.parameters, takeup: { ...takeup, values: { light: 0.2, long: 0.5 } } },
};
const long: AssumptionName = { key: "takeup.long", symbol: "takeup", element: "long" };

describe("names of assumptions", () => {
  it("are those of parameters and of their elements", () => {
    expect(assumptionNames(pack)).toEqual([act, light, long]);
    expect(assumptionName("act", pack)).toEqual(act);
    expect(assumptionName("takeup.long", pack)).toEqual(long);
    expect(assumptionName("takeup", pack)).toEqual({ key: "takeup", symbol: "takeup" });
    for (const key of ["none", "act.b2b", "takeup.none", "takeup.", "constructor", "takeup.constructor"]) {
      expect(assumptionName(key, pack)).toBeUndefined();
    }
    expect(rangeOf(act, pack)).toEqual({ min: 0, max: 1 });
  });
});

describe("the distribution that holds", () => {
  it("is the plan's, else the chosen reading's, else the pack's", () => {
    const beta = { dist: "beta", alpha: 2, beta: 2 };
    expect(heldDistribution(act, base, pack)).toEqual(beta);
    const read: Plan = { ...base, readings: { sales: "low", training: "eager" } };
    expect(heldDistribution(act, read, pack)).toBe(0.1);
    expect(heldDistribution(light, read, pack)).toBe(0.9);
    expect(heldDistribution(long, read, pack)).toBe(0.5);
    const own: Plan = { ...read, assumptions: { takeup: 0.3, "takeup.long": 0.4, act: 0.2 } };
    expect(heldDistribution(act, own, pack)).toBe(0.2);
    expect(givenDistribution(act, own, pack)).toBe(0.1);
    expect(heldDistribution(light, own, pack)).toBe(0.3);
    expect(heldDistribution(long, own, pack)).toBe(0.4);
    expect(changedAssumptions(own, pack)).toEqual([act, light, long]);
    expect(changedAssumptions(read, pack)).toEqual([]);
  });

  it("is a later reading's where two speak of it", () => {
    const [sales, training] = mockPack.readings ?? [];
    if (!sales || !training) throw new Error("The mock pack has two readings.");
    const both = { ...training, options: [training.options[0], { ...training.options[1], assumptions: { act: 0.4 } }] as const };
    const two: Pack = { ...mockPack, readings: [sales, both] };
    expect(heldDistribution(act, { ...base, readings: { sales: "low", training: "eager" } }, two)).toBe(0.4);
  });
});

describe("changing an assumption", () => {
  it("says only what differs from what is given", () => {
    const one = withAssumption(base, act, 0.3, pack);
    expect(one.assumptions).toEqual({ act: 0.3 });
    expect(withAssumption(one, act, { dist: "beta", alpha: 2, beta: 2 }, pack).assumptions).toEqual({});
    const two = withAssumption(one, light, 0.7, pack);
    expect(changedAssumptions(two, pack)).toEqual([act, light]);
    expect(withoutAssumption(two, act, pack).assumptions).toEqual({ "takeup.light": 0.7 });
  });

  it("leaves the other elements as they are where all were said in one", () => {
    const all: Plan = { ...base, assumptions: { takeup: 0.3 } };
    expect(withAssumption(all, light, 0.6, pack).assumptions).toEqual({ "takeup.light": 0.6, "takeup.long": 0.3 });
    expect(withoutAssumption(all, light, pack).assumptions).toEqual({ "takeup.long": 0.3 });
  });
});

describe("assumptionFault", () => {
  it("keeps to the pack's range", () => {
    expect(assumptionFault(act, 1, pack)).toBeUndefined();
    expect(assumptionFault(act, 1.1, pack)).toEqual({
      kind: "outOfRange",
      field: "value",
      limits: { min: 0, max: 1 },
      isOpen: false,
    });
  });

  it("leaves out just those ends of every symbol that the core's own table leaves open", () => {
    const table = readFileSync(new URL("../../../core/src/symbol.cpp", import.meta.url), "utf8");
    const rows = [...table.matchAll(/\{Symbol::(\w+), "\w+", \{[^}]*\}, ([^,]+), ([^,}]+)(?:, (\w+))?(?:, (\w+))?\}/g)];
    expect(rows).toHaveLength(48);
    const value = mockPack.parameters["act"];
    if (!value) throw new Error("no act");
    for (const [, symbol = "", min, max, below = "false", above = "false"] of rows) {
      const one: Pack = { ...mockPack, parameters: { [symbol]: value } };
      const isOut = (certain: number): boolean => assumptionFault({ key: symbol, symbol }, certain, one) !== undefined;
      expect([symbol, isOut(0), isOut(0.5), isOut(1)]).toEqual([symbol, min === "0" && below === "open", false, max === "1" && above === "open"]);
    }
  });

  it("leaves out the ends that the model does", () => {
    const value = mockPack.parameters["act"];
    if (!value) throw new Error("no act");
    const retention: Pack = { ...mockPack, parameters: { r1: value } };
    const r1 = { key: "r1", symbol: "r1" };
    expect(assumptionFault(r1, 0.5, retention)).toBeUndefined();
    for (const certain of [0, 1, { dist: "uniform", min: 1, max: 1 } as const]) {
      expect(assumptionFault(r1, certain, retention)).toMatchObject({ kind: "outOfRange", isOpen: true });
    }
    expect(assumptionFault(r1, { dist: "pert", min: 0, mode: 0.5, max: 1 }, retention)).toBeUndefined();
  });
});
