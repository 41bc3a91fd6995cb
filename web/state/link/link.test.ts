import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../../tests/web/any_plan.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { defaultPlan, planOf, reportedYears, type Plan } from "../plan/plan.ts";
import { scenarioOf } from "../plan/scenario.ts";
import { readLink, type LinkFault } from "./read_link.ts";
import { writeLink, type LinkView } from "./write_link.ts";

const head = "#v=1&m=2026.11&";
const defaults = defaultPlan(mockPack);

function read(hash: string): { plan: Plan; view: LinkView; faults: readonly LinkFault[] } {
  const reading = readLink(hash, mockPack);
  if (reading.kind !== "plan") throw new Error(`${hash} is no share link`);
  return reading;
}

/** The faults of a link as "key problem". */
const faultsIn = (hash: string): string[] => read(hash).faults.map(({ key, problem }) => `${key} ${problem}`);

describe("writeLink", () => {
  it("says format, model and pack, and nothing of what is as in the pack", () => {
    expect(writeLink(mockPack, "2026.11", defaults)).toBe("#v=1&m=2026.11&pack=2026.1.0");
  });

  it("says what differs, sorted, in readable names", () => {
    const plan = planOf(mockPack, {
      schema: 1,
      pack: "zz",
      seed: 9,
      onboarding: { newSellers: 250_000, path: "logistic", mix: { "apparel/b2b": 0.25, "food/b2c": 0.75 } },
      measures: [
        { type: "training", tier: "light", from: 2027, to: 2029, share: 0.5 },
        { type: "logistics", from: 2028, days: -2.5, cost: 2e6 },
      ],
      closures: [{ market: "us", from: 2028, to: 2029 }, { market: "us", from: 2030 }],
      targets: [5e8, 1e9],
      readings: { sales: "low" },
      assumptions: { act: { dist: "pert", min: 0.1, mode: 0.2, max: 0.3 }, "takeup.light": 0.4 },
    });
    expect(writeLink(mockPack, "2026.11", plan, { year: 2029, currency: "local" })).toBe(
      "#v=1&m=2026.11&assume.act=pert,min:0.1,mode:0.2,max:0.3&assume.takeup.light=0.4&closures=us:2028-2029,us:2030&currency=local" +
        "&measure01=training,tier:light,from:2027,to:2029,share:0.5" +
        "&measure02=logistics,from:2028,days:-2.5,cost:2000000&mix=apparel/b2b:0.25,food/b2c:0.75" +
        "&newSellers=250000&pack=2026.1.0&path=logistic&reading.sales=low&seed=9&targets=500000000,1000000000&year=2029",
    );
  });

  it("says that a roadmap is empty where the pack's is not", () => {
    const measures = [{ type: "logistics", from: 2027, to: 2030, days: 1 }] as const;
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, measures } };
    const link = writeLink(pack, "2026.11", { ...defaultPlan(pack), measures: [] });
    expect(link).toBe("#v=1&m=2026.11&measures=none&pack=2026.1.0");
    expect(readLink(link, pack)).toMatchObject({ plan: { measures: [] }, faults: [] });
    expect(writeLink(pack, "2026.11", defaultPlan(pack))).toBe("#v=1&m=2026.11&pack=2026.1.0");
  });

  it("says the registrations of each year", () => {
    const plan = planOf(mockPack, { schema: 1, pack: "zz", onboarding: { path: [100, 0, 250] } });
    expect(writeLink(mockPack, "2026.11", plan)).toBe("#v=1&m=2026.11&pack=2026.1.0&path=100,0,250");
  });

  it("writes nothing that an address would change", () => {
    fc.assert(
      fc.property(anyPlan(mockPack), (plan) => {
        const hash = writeLink(mockPack, "2026.11", plan);
        expect(new URL(hash, "https://example.org/").hash).toBe(hash);
        expect(hash).toMatch(/^#[\w.,:/+&=-]*$/);
      }),
    );
  });
});

describe("readLink", () => {
  it("restores every part of every plan, and what is shown", () => {
    const view = (plan: Plan): fc.Arbitrary<LinkView> =>
      fc.record(
        {
          year: fc.constantFrom(...reportedYears(plan)),
          currency: fc.constant("local" as const),
          target: fc.double({ min: 1, max: 1e12, noNaN: true }),
        },
        { requiredKeys: [] },
      );
    const both = anyPlan(mockPack).chain((plan) => fc.tuple(fc.constant(plan), view(plan)));
    fc.assert(
      fc.property(both, ([plan, shown]) => {
        const hash = writeLink(mockPack, "2026.11", plan, shown);
        expect(readLink(hash, mockPack)).toEqual({
          kind: "plan",
          plan,
          view: shown,
          faults: [],
          model: "2026.11",
          pack: "2026.1.0",
        });
        // As some messengers pass it on.
        expect(read(`#${encodeURI(hash.slice(1)).replaceAll(",", "%2C").replaceAll(":", "%3A")}`).plan).toEqual(plan);
      }),
    );
  });

  it("makes nothing of what is no share link", () => {
    for (const hash of ["", "#", "#answer", "#share", "#year", "#utm_source=news&horse=5"]) expect(readLink(hash, mockPack)).toEqual({ kind: "none" });
    expect(readLink("#v=2&m=2030.1&newSellers=5", mockPack)).toEqual({ kind: "otherFormat", format: "2" });
  });

  it("reads what has names of its own and no version, and says so", () => {
    const reading = readLink("#newSellers=5&horse=2", mockPack);
    expect(reading).toEqual({ ...readLink("#v=1&newSellers=5&horse=2", mockPack), isUnversioned: true });
    expect(reading).toMatchObject({ kind: "plan", plan: { newSellers: 5 }, faults: [{ key: "horse", problem: "unknown" }] });
    expect(readLink("#v=1", mockPack)).not.toHaveProperty("isUnversioned");
  });

  it("leaves out what it does not know, and says so", () => {
    expect(faultsIn(`${head}newSeller=5&reading.none=a&reading.sales=none&assume.none=1&assume.act.b2b=1&newSellers=7`)).toEqual([
      "reading.none unknown",
      "reading.sales unknown",
      "assume.act.b2b unknown",
      "assume.none unknown",
      "newSeller unknown",
    ]);
    expect(read(`${head}newSeller=5&newSellers=7`).plan).toEqual({ ...defaults, newSellers: 7 });
  });

  it("passes over empty parts", () => {
    expect(read(`${head}&newSellers=7&`)).toMatchObject({ plan: { ...defaults, newSellers: 7 }, faults: [] });
  });

  it("leaves out closures of unknown markets, outside the years or that cannot be read", () => {
    const { plan, faults } = read(`${head}closures=us:2028,moon:2028,us:2029-2028,us:2031,us:soon,us:2027-2030`);
    expect(plan.closures).toEqual([{ market: "us", from: 2028 }, { market: "us", from: 2027, to: 2030 }]);
    const limits = { min: 2026, max: 2030 };
    expect(faults).toEqual([
      { key: "closures", value: "moon:2028", problem: "unknown" },
      { key: "closures", value: "us:2029-2028", problem: "outOfRange", limits, isYear: true },
      { key: "closures", value: "us:2031", problem: "outOfRange", limits, isYear: true },
      { key: "closures", value: "us:soon", problem: "unreadable" },
    ]);
  });

  it("leaves out targets that are not amounts the core takes, and those after the eighth", () => {
    const { plan, view, faults } = read(`${head}targets=1e15,0.5,0,-1,1000000000000001,much,,3,4,5,6,7,8,9&target=5`);
    expect(plan.targets).toEqual([1e15, 0.5, 3, 4, 5, 6, 7, 8]);
    expect(view).toEqual({ target: 5 });
    expect(faults.map(({ value, problem }) => [value, problem])).toEqual([
      ["0", "outOfRange"],
      ["-1", "outOfRange"],
      ["1000000000000001", "outOfRange"],
      ["much", "unreadable"],
      ["", "unreadable"],
      ["9", "outOfRange"],
    ]);
    expect(faults.every(({ key }) => key === "targets")).toBe(true);
  });

  it("leaves out what is not allowed, and says what is", () => {
    expect(read(`${head}newSellers=10000001`).faults).toEqual([
      { key: "newSellers", value: "10000001", problem: "outOfRange", limits: { min: 0, max: 10_000_000 } },
    ]);
    expect(read(`${head}startYear=2036&years=16&horizon=2&draws=1000&seed=1.5&year=2031`).faults).toEqual([
      { key: "seed", value: "1.5", problem: "notWhole", limits: { min: 0, max: 9_007_199_254_740_991 } },
      { key: "draws", value: "1000", problem: "notPowerOfTwo", limits: { min: 256, max: 1_048_576 }, figure: 1024 },
      { key: "startYear", value: "2036", problem: "outOfRange", limits: { min: 2026, max: 2035 }, isYear: true },
      { key: "horizon", value: "2", problem: "outOfRange", limits: { min: 3, max: 15 } },
      { key: "years", value: "16", problem: "outOfRange", limits: { min: 1, max: 15 } },
      { key: "year", value: "2031", problem: "outOfRange", limits: { min: 2027, max: 2030 }, isYear: true },
    ]);
    expect(read(`${head}assume.act=beta,alpha:0.1,beta:2`).faults).toEqual([
      { key: "assume.act", value: "beta,alpha:0.1,beta:2", problem: "outOfRange", limits: { min: 0.5, max: 10_000 } },
    ]);
    expect(faultsIn(`${head}path=-1,5&currency=eur&sampling=sobols&assume.act=1.5`)).toEqual([
      "sampling outOfRange",
      "path outOfRange",
      "assume.act outOfRange",
      "currency outOfRange",
    ]);
  });

  it("names the power of two that is nearest to draws that are none, the larger of two", () => {
    const nearest = (draws: number): (number | undefined)[] => read(`${head}draws=${draws}`).faults.map(({ figure }) => figure);
    expect([257, 383, 384, 500.5, 767, 768, 1_000_000].map(nearest)).toEqual([[256], [256], [512], [512], [512], [1024], [1_048_576]]);
    expect([256, 1024, 1_048_576].map(nearest)).toEqual([[], [], []]);
    const limits = { min: 256, max: 1_048_576 };
    expect([128, 1_048_577].map((draws) => read(`${head}draws=${draws}`).faults)).toEqual([
      [{ key: "draws", value: "128", problem: "outOfRange", limits }],
      [{ key: "draws", value: "1048577", problem: "outOfRange", limits }],
    ]);
  });

  it("names the sum of shares that do not sum to 1", () => {
    for (const [mix, figure] of [["apparel/b2b:0.5", 0.5], ["apparel/b2b:0.75,food/b2c:0.5", 1.25]] as const) {
      const { plan, faults } = read(`${head}mix=${mix}`);
      expect(plan).toEqual(defaults);
      expect(faults).toEqual([{ key: "mix", value: mix, problem: "wrongSum", figure }]);
    }
    expect(read(`${head}mix=apparel/b2b:0.5,food/b2c:0.5000001`).faults).toEqual([]);
  });

  it("takes no shares for a mix that do not sum to 1 to a millionth, or that are below 0", () => {
    expect(faultsIn(`${head}mix=apparel/b2b:0.5,food/b2c:0.51`)).toEqual(["mix wrongSum"]);
    expect(faultsIn(`${head}mix=apparel/b2b:0.5,food/b2c:0.500002`)).toEqual(["mix wrongSum"]);
    expect(faultsIn(`${head}mix=apparel/b2b:0.7,apparel/b2c:0.5,food/b2c:-0.2`)).toEqual(["mix unreadable"]);
  });

  it("takes the default option of a reading for no choice", () => {
    const { plan, faults } = read(`${head}reading.sales=high`);
    expect([plan, faults]).toEqual([defaults, []]);
  });

  it("leaves out a path by year of more registrations than a plan may have", () => {
    expect(faultsIn(`${head}path=6000000,4000001`)).toEqual(["path outOfRange"]);
    expect(read(`${head}path=6000000,4000000`)).toMatchObject({ plan: { newSellers: 10_000_000 }, faults: [] });
  });

  it("leaves out a target to aim at that is less than a dollar", () => {
    const { view, faults } = read(`${head}target=0`);
    expect(view).toEqual({});
    expect(faults).toEqual([{ key: "target", value: "0", problem: "outOfRange", limits: { min: 1, max: 1e12 } }]);
  });

  it("leaves out the sixty-fifth line of a roadmap and the sixty-fifth closure", () => {
    const lines = Array.from({ length: 65 }, (_, index) => `measure${String(index + 1).padStart(2, "0")}=logistics,from:2027,days:0`);
    const roadmap = read(head + lines.join("&"));
    expect(roadmap.plan.measures).toHaveLength(64);
    expect(roadmap.faults.map(({ key, problem }) => [key, problem])).toEqual([["measure65", "outOfRange"]]);
    const closures = read(`${head}closures=${Array.from({ length: 65 }, () => "us:2028").join(",")}`);
    expect(closures.plan.closures).toHaveLength(64);
    expect(closures.faults.map(({ key, problem }) => [key, problem])).toEqual([["closures", "outOfRange"]]);
  });

  it("lets a run end before the pack's roadmap begins where the link empties it", () => {
    const measures = [{ type: "logistics", from: 2030, days: 1 }] as const;
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, measures } };
    expect(readLink(`${head}horizon=3&measures=none`, pack)).toMatchObject({ plan: { horizon: 3, measures: [] }, faults: [] });
  });

  it("leaves out what it cannot read", () => {
    const links = [
      "newSellers=lots",
      "newSellers=0x10",
      "newSellers=",
      "newSellers",
      "newSellers=Infinity",
      "path=cubic",
      "path=1,,2",
      "mix=apparel/b2b:0.5,shoes/b2b:0.5",
      "mix=apparel/b2b:1.5,food/b2b:-0.5",
      "mix=apparel/b2b:0.5,apparel/b2b:0.5",
      "assume.act=pert,min:0.1,mode:0.2",
      "assume.act=pert,min:0.1,mode:0.2,max:0.3,sd:1",
      "assume.act=pert,min:0.1,min:0.1,mode:0.2,max:0.3",
      "assume.act=pert,min:0.1,mode:some,max:0.3",
      "assume.act=toString",
      "measure01=training,tier:light,from:2027",
      "measure01=training,tier:light,from:2027,share:0.5,days:2",
      "measure01=marketAccess,market:us,from:2027",
      "measure01=magic,from:2027",
    ];
    for (const link of links) {
      const { plan, faults } = read(head + link);
      expect(plan.newSellers).toBe(defaults.newSellers);
      const [key = "", ...value] = link.split("=");
      expect(faults).toEqual([{ key, value: value.join("="), problem: "unreadable" }]);
    }
  });

  it("leaves out lines of the roadmap that are not allowed and keeps the others", () => {
    const lines = [
      "measure01=feeSupport,from:2027,points:0.2",
      "measure02=feeSupport,channel:b2b,from:2030,points:0.2",
      "measure03=logistics,from:2026,days:-11",
      "measure04=marketAccess,market:moon,from:2028,access:0",
      "measure05=logistics,from:2028,to:2027,days:1",
      "measure06=logistics,from:2031,days:1",
      "measure07=connectivity,from:2028,internetUse:0.8",
    ];
    const { plan, faults } = read(head + lines.toReversed().join("&"));
    expect(plan.measures.map(({ type }) => type)).toEqual(["feeSupport", "connectivity"]);
    expect(faults.map(({ key, problem, limits, isYear }) => [key, problem, limits, isYear])).toEqual([
      ["measure02", "outOfRange", undefined, undefined],
      ["measure03", "outOfRange", { min: -10, max: 30 }, undefined],
      ["measure04", "unknown", undefined, undefined],
      ["measure05", "outOfRange", undefined, undefined],
      ["measure06", "outOfRange", { min: 2026, max: 2030 }, true],
    ]);
  });

  it("says where a link contradicts itself", () => {
    expect(faultsIn(`${head}newSellers=5&newSellers=6&path=1,2&years=2`)).toEqual([
      "newSellers conflict",
      "newSellers conflict",
    ]);
    expect(read(`${head}newSellers=3&path=1,2`).faults).toEqual([]);
    const measures = [{ type: "logistics", from: 2027, to: 2030, days: 1 }] as const;
    const pack = { ...mockPack, defaults: { ...mockPack.defaults, measures } };
    const shorter = readLink(`${head}horizon=3`, pack);
    expect(shorter).toMatchObject({ plan: { horizon: 4 }, faults: [{ key: "horizon", problem: "conflict" }] });
    const emptied = readLink(`${head}horizon=3&measures=none`, pack);
    expect(emptied).toMatchObject({ plan: { horizon: 3, measures: [] }, faults: [] });
  });

  it("never fails, and what it gives can be shared again", () => {
    const words = fc.constantFrom("measure01", "assume.act", "mix", "path", "years", "newSellers", "=", ",", ":", "&", "%", "training", "pert", "-1", "1e999", "apparel/b2b", "__proto__", "constructor");
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string()), { maxLength: 12 }), (parts) => {
        const { plan } = read(head + parts.join(""));
        expect(read(writeLink(mockPack, "2026.11", plan)).plan).toEqual(plan);
        expect(planOf(mockPack, scenarioOf(mockPack, plan))).toEqual(plan);
      }),
    );
  });
});
