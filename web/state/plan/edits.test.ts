import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../../tests/web/any_plan.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Measure } from "../../engine/types.ts";
import {
  internetUseOf,
  kPathShapes,
  newMeasure,
  offeredTier,
  planLimits,
  trainingShareOf,
  withInternetUse,
  withMeasureElement,
  withNewMeasure,
  withNumber,
  withPath,
  withTableYear,
  withTrainingShare,
  withYears,
} from "./edits.ts";
import { kMeasureTypes, roadmapFault } from "./measures.ts";
import { defaultPlan, type Plan } from "./plan.ts";

/** 100,000 sellers in 2027 to 2029, reported 2027 to 2030. */
const base = defaultPlan(mockPack);
const days = (from: number, to?: number): Measure => ({ type: "logistics", from, days: -2, ...(to !== undefined && { to }) });

describe("the years of a roadmap", () => {
  it("follow the programme where they were its years", () => {
    const plan: Plan = { ...base, measures: [days(2027, 2029), days(2028, 2029), days(2028)] };
    expect(withNumber(plan, "years", 2).measures).toEqual([days(2027, 2028), days(2028, 2029), days(2028)]);
    // A longer one ends with the run.
    expect(withNumber(plan, "years", 9).measures[0]).toEqual(days(2027, 2030));
    expect(withNumber(withNumber(plan, "years", 9), "years", 3)).toEqual(plan);
    expect(withNumber(plan, "startYear", 2028).measures).toEqual([days(2028, 2030), days(2028, 2029), days(2028)]);
  });

  it("are reported to the end when they become more, and as many as before when they become less", () => {
    expect(mockPack.defaults.horizon).toBe(4);
    const plan: Plan = { ...base, measures: [days(2027, 2029), days(2028)] };
    const longer = withYears(plan, 9, mockPack);
    expect(longer).toEqual({ ...plan, years: 9, horizon: 9, measures: [days(2027, 2035), days(2028)] });
    expect(withYears(longer, 15, mockPack)).toMatchObject({ years: 15, horizon: 15 });
    expect(withYears(longer, 7, mockPack)).toMatchObject({ years: 7, horizon: 7 });
    expect(withYears(longer, 3, mockPack)).toEqual(plan);
    expect(withYears(plan, 4, mockPack)).toMatchObject({ years: 4, horizon: 4 });
  });

  it("leave a run alone that was set otherwise", () => {
    expect(withYears({ ...base, horizon: 12 }, 9, mockPack)).toMatchObject({ years: 9, horizon: 12 });
    expect(withYears({ ...base, horizon: 12, years: 9 }, 3, mockPack)).toMatchObject({ years: 3, horizon: 12 });
    expect(withYears({ ...base, horizon: 3 }, 2, mockPack)).toMatchObject({ years: 2, horizon: 3 });
    // A scenario whose programme goes on after its run: only who sets its years changes that.
    const cut: Plan = { ...base, years: 9 };
    expect(withNumber(cut, "newSellers", 5).horizon).toBe(4);
    expect(withYears(cut, 8, mockPack)).toMatchObject({ years: 8, horizon: 8 });
  });

  it("do not end the run before a line or a closure begins", () => {
    const plan: Plan = { ...withYears(base, 9, mockPack), measures: [days(2032)] };
    expect(withYears(plan, 3, mockPack)).toMatchObject({ years: 3, horizon: 6 });
  });

  it("end with the run", () => {
    const plan: Plan = { ...base, measures: [days(2027, 2030), days(2029)] };
    expect(withNumber(plan, "horizon", 3).measures).toEqual([days(2027, 2029), days(2029)]);
  });

  it("hold the run open", () => {
    expect(planLimits(base, mockPack).horizon).toEqual({ min: 3, max: 15 });
    const plan: Plan = { ...base, measures: [days(2030)] };
    expect(planLimits(plan, mockPack).horizon).toEqual({ min: 4, max: 15 });
    expect(planLimits(plan, mockPack).startYear).toEqual({ min: 2027, max: 2035 });
    // Four years from 2030 on are the last to reach 2033.
    expect(planLimits({ ...plan, startYear: 2031, measures: [days(2033)] }, mockPack).startYear).toEqual({ min: 2030, max: 2035 });
  });

  it("are 15 at most, of a programme of up to ten million sellers from the year after the base year on", () => {
    expect(planLimits(base, mockPack)).toEqual({
      newSellers: { min: 0, max: 10_000_000 },
      years: { min: 1, max: 15 },
      startYear: { min: 2026, max: 2035 },
      horizon: { min: 3, max: 15 },
      // The largest whole number that JSON keeps everywhere.
      seed: { min: 0, max: 9_007_199_254_740_991 },
    });
  });

  it("stay right whatever number is set", () => {
    const edit = anyPlan(mockPack).chain((plan) => {
      const limits = planLimits(plan, mockPack);
      return fc.constantFrom("years", "startYear", "horizon", "newSellers", "seed").chain((name) => {
        const { min, max } = limits[name];
        return fc.integer({ min, max }).map((value) => ({ plan, name, value }));
      });
    });
    fc.assert(
      fc.property(edit, ({ plan, name, value }) => {
        const after = name === "years" ? withYears(plan, value, mockPack) : withNumber(plan, name, value);
        expect(after[name]).toBe(value);
        expect(roadmapFault(after, mockPack)?.fault.kind ?? "tooMuch").toBe("tooMuch");
      }),
    );
  });
});

describe("closures", () => {
  const plan: Plan = { ...base, closures: [{ market: "us", from: 2028, to: 2030 }, { market: "us", from: 2030 }] };

  it("end with the run", () => {
    const shorter = withNumber({ ...plan, closures: plan.closures.slice(0, 1) }, "horizon", 3);
    expect(shorter.closures).toEqual([{ market: "us", from: 2028, to: 2029 }]);
  });

  it("hold the run open", () => {
    expect(planLimits(plan, mockPack).horizon).toEqual({ min: 4, max: 15 });
  });
});

describe("a path by year", () => {
  const table = withPath(base, "table", mockPack);

  it("begins with equal parts, in whole numbers", () => {
    expect(table.path).toEqual([33_333, 33_334, 33_333]);
    expect(table.newSellers).toBe(100_000);
    expect(withPath(table, "table", mockPack)).toBe(table);
    expect(withPath(table, "linear", mockPack)).toEqual(base);
  });

  it("is offered after the shapes", () => {
    expect(kPathShapes).toEqual(["linear", "logistic", "bass", "table"]);
  });

  it("is set year by year", () => {
    const more = withTableYear(table, 1, 50_000);
    expect(more).toMatchObject({ path: [33_333, 50_000, 33_333], newSellers: 116_666, years: 3 });
    expect(withTableYear(base, 1, 5)).toBe(base);
  });

  it("keeps its proportions in another size and goes on as it ends", () => {
    const plan = withTableYear(withTableYear(withTableYear(table, 0, 10), 1, 20), 2, 30);
    expect(withNumber(plan, "newSellers", 600).path).toEqual([100, 200, 300]);
    expect(withNumber(plan, "years", 2).path).toEqual([20, 40]);
    expect(withNumber(plan, "years", 4)).toMatchObject({ newSellers: 60, years: 4 });
    // 10 : 20 : 30 : 30 of 60, cumulated and rounded: 7, 20, 40, 60.
    expect(withNumber(plan, "years", 4).path).toEqual([7, 13, 20, 20]);
    const nobody = withNumber(plan, "newSellers", 0);
    expect(nobody.path).toEqual([0, 0, 0]);
    expect(withNumber(nobody, "newSellers", 30).path).toEqual([10, 10, 10]);
  });
});

describe("a new measure", () => {
  it("is allowed in an empty roadmap, whatever its type", () => {
    for (const type of kMeasureTypes) {
      const measure = newMeasure(type, base, mockPack);
      expect(measure).toMatchObject({ type, from: 2027, to: 2029 });
      expect(roadmapFault({ ...base, measures: [measure] }, mockPack)).toBeUndefined();
    }
    expect(newMeasure("marketAccess", base, mockPack)).toEqual({ type: "marketAccess", market: "us", from: 2027, to: 2029, access: 0.5 });
    expect(newMeasure("connectivity", base, mockPack)).toMatchObject({ internetUse: 0.77 });
    expect(newMeasure("logistics", base, mockPack)).toEqual({ type: "logistics", from: 2027, to: 2029, days: -5 });
  });
});

describe("the element that a line acts on", () => {
  const access: Measure = { type: "marketAccess", market: "us", from: 2027, access: 0.5 };
  const fees: Measure = { type: "feeSupport", channel: "own", from: 2027, points: 0.05 };
  const plan: Plan = { ...base, measures: [access, fees, days(2028)] };

  it("is another, or all, and nothing else of the roadmap changes", () => {
    expect(withMeasureElement(plan, 0, "eu", mockPack).measures).toEqual([{ ...access, market: "eu" }, fees, days(2028)]);
    const { channel: _, ...all } = fees;
    expect(withMeasureElement(plan, 1, undefined, mockPack).measures[1]).toStrictEqual(all);
    expect(withMeasureElement({ ...plan, measures: [all] }, 0, "own", mockPack).measures).toEqual([fees]);
  });

  it("takes what its channel leaves of the support that the roadmap shares, 0.3 in a year", () => {
    const support = (channel: string, points: number): Measure => ({ type: "feeSupport", channel, from: 2027, to: 2029, points });
    const both: Plan = { ...base, measures: [support("b2b", 0.2), days(2028), support("b2c", 0.22)] };
    const aimed = (index: number, channel: string | undefined): readonly Measure[] => {
      const next = withMeasureElement(both, index, channel, mockPack);
      expect(roadmapFault(next, mockPack)).toBeUndefined();
      return next.measures;
    };
    expect(aimed(2, "b2b")).toEqual([support("b2b", 0.2), days(2028), support("b2b", 0.1)]);
    // The line after it keeps what it has.
    expect(aimed(0, "b2c")).toEqual([support("b2c", 0.08), days(2028), support("b2c", 0.22)]);
    expect(aimed(0, undefined)[0]).toEqual({ type: "feeSupport", from: 2027, to: 2029, points: 0.08 });
    expect(aimed(2, undefined)[2]).toEqual({ type: "feeSupport", from: 2027, to: 2029, points: 0.1 });
  });

  it("leaves the share of training as it is: who is trained twice counts twice", () => {
    const tiers = ["deep", "light"].map((id) => ({ id, label: { en: id } }));
    const offer = (tier: string): Measure => ({ type: "training", tier, from: 2027, share: 0.8 });
    const trained: Plan = { ...base, measures: [offer("light"), offer("light")] };
    expect(withMeasureElement(trained, 1, "deep", { ...mockPack, tiers }).measures).toEqual([offer("light"), offer("deep")]);
  });

  it("is none of a line that acts on no element, nor of one that is not there", () => {
    expect(withMeasureElement(plan, 2, "us", mockPack)).toBe(plan);
    expect(withMeasureElement(plan, 3, "us", mockPack)).toBe(plan);
  });
});

describe("the main controls", () => {
  const line: Measure = { type: "training", tier: "light", from: 2027, to: 2029, share: 0.5 };

  it("add a line as long as the programme, change it and take it away", () => {
    const trained = withTrainingShare(base, 0.5, mockPack);
    expect(trained.measures).toEqual([line]);
    expect(trainingShareOf(trained, mockPack)).toBe(0.5);
    expect(withTrainingShare(trained, 0.2, mockPack).measures).toEqual([{ ...line, share: 0.2 }]);
    expect(withTrainingShare(trained, 0, mockPack)).toEqual(base);
    expect(withTrainingShare(base, 0, mockPack)).toEqual(base);
    expect(trainingShareOf(base, mockPack)).toBe(0);
  });

  it("are about the light tier, or the first where there is no light one", () => {
    const tiers = ["deep", "light"].map((id) => ({ id, label: { en: id } }));
    const deep: Measure = { ...line, tier: "deep", share: 0.9 };
    const both = withTrainingShare({ ...base, measures: [deep] }, 0.5, { ...mockPack, tiers });
    expect(both.measures).toEqual([deep, line]);
    expect(trainingShareOf(both, { ...mockPack, tiers })).toBe(0.5);
    expect(trainingShareOf(both, { ...mockPack, tiers: tiers.slice(0, 1) })).toBe(0.9);
    expect(offeredTier({ ...mockPack, tiers: [] })).toBeUndefined();
    expect(withTrainingShare(base, 0.5, { ...mockPack, tiers: [] })).toBe(base);
  });

  it("leave dates, cost and place of a line alone", () => {
    const own: Measure = { type: "training", tier: "light", from: 2028, share: 0.5, cost: 1e6 };
    const plan: Plan = { ...base, measures: [own, days(2028)] };
    expect(withTrainingShare(plan, 0.7, mockPack).measures).toEqual([{ ...own, share: 0.7 }, days(2028)]);
  });

  it("do the same with internet use, from that of the base year on", () => {
    const wired = withInternetUse(base, 0.8, mockPack);
    expect(wired.measures).toEqual([{ type: "connectivity", from: 2027, to: 2029, internetUse: 0.8 }]);
    expect(internetUseOf(wired, mockPack)).toBe(0.8);
    expect(withInternetUse(wired, 0.57, mockPack)).toEqual(base);
    expect(internetUseOf(base, mockPack)).toBe(0.57);
  });
});

describe("withNewMeasure", () => {
  it("takes what is left of a sum that the roadmap shares", () => {
    const offered: Measure = { type: "training", tier: "light", from: 2027, to: 2029, share: 0.7 };
    const plan: Plan = { ...base, measures: [offered] };
    const once = withNewMeasure(plan, "training", mockPack);
    expect(once.measures[1]).toEqual({ ...offered, share: 0.3 });
    const twice = withNewMeasure(once, "training", mockPack);
    expect(twice.measures[2]).toEqual({ ...offered, share: 0 });
    for (const next of [once, twice]) expect(roadmapFault(next, mockPack)).toBeUndefined();
    // 0.3 of the sales at most; each line of middle size has 0.05.
    let supported: Plan = base;
    for (let count = 0; count < 8; ++count) supported = withNewMeasure(supported, "feeSupport", mockPack);
    expect(supported.measures.map((measure) => ("points" in measure ? measure.points : -1))).toEqual([
      0.05, 0.05, 0.05, 0.05, 0.05, 0.05, 0, 0,
    ]);
    expect(roadmapFault(supported, mockPack)).toBeUndefined();
  });
});
