import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { much, setUp } from "../../tests/web/mock_page.ts";
import type { GoalResult } from "../engine/analysis_types.ts";
import { defaultPlan } from "./plan/plan.ts";

const base = defaultPlan(mockPack);
const found: GoalResult["goals"] = [
  { probability: 0.5, highestProbability: 0.3, reachable: false },
  { probability: 0.1, highestProbability: 0.3, reachable: true, newSellers: 700_000 },
];

const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("ready-made plans", () => {
  it("replace the plan, which can be brought back and forth", async () => {
    const { store, controller } = await setUp();
    controller.actions.slide("newSellers", 5);
    controller.actions.type("years", "soon");
    controller.actions.commit("years");
    controller.actions.choosePreset("food");
    expect(store.get().plan).toEqual({ ...base, mix: { "food/b2c": 1 } });
    expect(store.get().drafts).toEqual({});
    expect(store.get().replaced).toEqual({ by: "preset", plan: { ...base, newSellers: 5 }, isUndone: false });
    controller.actions.undo();
    expect(store.get().plan.newSellers).toBe(5);
    expect(store.get().replaced).toMatchObject({ by: "preset", isUndone: true });
    controller.actions.undo();
    expect(store.get().replaced?.isUndone).toBe(false);
    expect(store.get().plan.mix).toEqual({ "food/b2c": 1 });
    controller.actions.reset();
    expect(store.get().plan).toEqual(base);
    expect(store.get().replaced?.by).toBe("reset");
    controller.actions.dismissUndo();
    expect(store.get().replaced).toBeUndefined();
    // What changes nothing offers nothing.
    controller.actions.reset();
    expect(store.get().replaced).toBeUndefined();
    controller.actions.choosePreset("horse");
    expect(store.get().plan).toEqual(base);
  });

  it("one after the other leave the visitor's own plan to be brought back", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    actions.slide("newSellers", 5);
    actions.choosePreset("food");
    const { year, target } = store.get();
    actions.choosePreset("much");
    expect(store.get().replaced).toEqual({ by: "preset", plan: { ...base, newSellers: 5 }, isUndone: false, aim: { year, target } });
    actions.undo();
    expect(store.get().plan.newSellers).toBe(5);
    actions.undo();
    expect(store.get().plan.measures).toEqual(much.scenario.measures);
    // What was changed of a ready-made plan is the visitor's own too.
    actions.slide("years", 2);
    actions.choosePreset("food");
    expect(store.get().replaced?.plan).toMatchObject({ years: 2, measures: much.scenario.measures });
  });

  it("offer nothing to go back to where nobody had a plan yet, until one of them is changed", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    actions.choosePreset("food");
    expect(store.get().plan.mix).toEqual({ "food/b2c": 1 });
    expect(store.get().replaced).toBeUndefined();
    actions.choosePreset("much");
    expect(store.get().plan.measures).toEqual(much.scenario.measures);
    expect(store.get().replaced).toBeUndefined();
    // The number of sellers that a target takes is part of that plan as it is found; set by hand it is the visitor's.
    actions.slide("newSellers", 7);
    actions.choosePreset("food");
    expect(store.get().replaced).toMatchObject({ by: "preset", plan: { newSellers: 7, measures: much.scenario.measures } });
    actions.reset();
    actions.choosePreset("food");
    expect(store.get().replaced).toBeUndefined();
  });

  it("with a target look for the sellers that it takes", async () => {
    const asked: unknown[] = [];
    const { store, controller } = await setUp(
      {},
      {
        goal: async (scenario, { target, year, probabilities, onProgress }) => {
          asked.push([scenario.measures, target, year, probabilities]);
          onProgress(1, 4);
          await new Promise((resolve) => setTimeout(resolve, 50));
          return { goals: found } as unknown as GoalResult;
        },
      },
    );
    controller.actions.slide("newSellers", 5);
    controller.actions.choosePreset("much");
    await wait(10);
    expect(store.get().search).toEqual({ kind: "searching", preset: "much", progress: 0.25 });
    expect(store.get().target).toBe(2e9);
    await wait(100);
    expect(asked).toEqual([[much.scenario.measures, 2e9, 2030, [0.5, 0.1]]]);
    expect(store.get().search).toEqual({
      kind: "done",
      preset: "much",
      outcome: { kind: "found", newSellers: 700_000, probability: 0.1 },
    });
    expect(store.get().plan.newSellers).toBe(700_000);
    controller.actions.undo();
    expect(store.get().plan).toEqual({ ...base, newSellers: 5 });
    expect(store.get().search).toEqual({ kind: "none" });
  });

  it("stop looking when the plan changes, and say why when they cannot", async () => {
    let isStopped = false;
    const { store, controller } = await setUp(
      {},
      {
        goal: (_, { signal }) =>
          new Promise((_resolve, reject) => {
            signal.addEventListener("abort", () => {
              isStopped = true;
              reject(new DOMException("stopped", "AbortError"));
            });
          }),
      },
    );
    controller.actions.choosePreset("much");
    await wait(10);
    controller.actions.slide("newSellers", 9);
    await wait(10);
    expect(isStopped).toBe(true);
    expect(store.get().search).toEqual({ kind: "none" });
    expect(store.get().plan.newSellers).toBe(9);

    const other = await setUp({}, { goal: () => Promise.reject(new Error("no memory")) });
    other.controller.actions.choosePreset("much");
    await wait(10);
    expect(other.store.get().search).toEqual({ kind: "failed", preset: "much", message: "no memory" });
  });
});

describe("the roadmap", () => {
  it("gets lines, changes and loses them", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    actions.addMeasure("training");
    actions.addMeasure("feeSupport");
    actions.type("measure:0:share", "20 %");
    actions.commit("measure:0:share");
    actions.aimMeasure(1, "b2b");
    expect(store.get().plan.measures).toEqual([
      { type: "training", tier: "light", from: 2027, to: 2029, share: 0.2 },
      { type: "feeSupport", channel: "b2b", from: 2027, to: 2029, points: 0.05 },
    ]);
    actions.aimMeasure(1, undefined);
    actions.removeMeasure(0);
    expect(store.get().plan.measures).toEqual([{ type: "feeSupport", from: 2027, to: 2029, points: 0.05 }]);
  });

  it("refuses what the whole roadmap does not allow, at the field", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    actions.addMeasure("feeSupport");
    actions.addMeasure("feeSupport");
    const { plan } = store.get();
    actions.type("measure:1:points", "26");
    actions.commit("measure:1:points");
    expect(store.get().drafts["measure:1:points"]).toEqual({
      text: "26",
      problem: "outOfRange",
      fault: { kind: "tooMuch", field: "points", sum: 0.31, most: 0.3 },
    });
    actions.type("measure:0:to", "2026");
    actions.commit("measure:0:to");
    expect(store.get().drafts["measure:0:to"]?.fault).toEqual({ kind: "wrongOrder", field: "to" });
    expect(store.get().plan).toBe(plan);
    actions.removeMeasure(1);
    expect(store.get().drafts).toEqual({});
  });

  it("takes what it refused as soon as another field allows it", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    const enter = (field: string, text: string): void => {
      actions.type(field, text);
      actions.commit(field);
    };
    actions.addMeasure("logistics");
    enter("measure:0:to", "2028");
    enter("measure:0:from", "2029");
    expect(store.get().drafts["measure:0:from"]?.fault).toEqual({ kind: "wrongOrder", field: "to" });
    enter("measure:0:to", "2030");
    expect(store.get().drafts).toEqual({});
    expect(store.get().plan.measures[0]).toMatchObject({ from: 2029, to: 2030 });
    // What is still not allowed stays refused.
    actions.addMeasure("feeSupport");
    actions.addMeasure("feeSupport");
    enter("measure:2:points", "26");
    enter("measure:1:points", "5");
    expect(store.get().drafts["measure:2:points"]?.fault).toMatchObject({ kind: "tooMuch", sum: 0.31 });
    enter("measure:1:points", "4");
    expect(store.get().drafts).toEqual({});
    expect(store.get().plan.measures.slice(1)).toMatchObject([{ points: 0.04 }, { points: 0.26 }]);
  });

  it("takes what it refused as soon as a choice allows it that is made in no field", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    const enter = (field: string, text: string): void => {
      actions.type(field, text);
      actions.commit(field);
    };
    actions.addMeasure("feeSupport");
    actions.addMeasure("feeSupport");
    enter("measure:0:points", "20");
    enter("measure:1:points", "20");
    expect(Object.keys(store.get().drafts)).toEqual(["measure:1:points"]);
    actions.aimMeasure(0, "b2b");
    actions.aimMeasure(1, "b2c");
    expect(store.get().drafts).toEqual({});
    expect(store.get().plan.measures).toMatchObject([{ channel: "b2b", points: 0.2 }, { channel: "b2c", points: 0.2 }]);
    // Of the four years of a run the closure is in the last: the plan must not begin earlier.
    enter("startYear", "2030");
    actions.closeMarket("us");
    enter("closure:0:from", "2033");
    enter("startYear", "2027");
    expect(store.get()).toMatchObject({ plan: { startYear: 2030 }, drafts: { startYear: { problem: "outOfRange" } } });
    actions.openMarket(0);
    expect(store.get().drafts).toEqual({});
    expect(store.get().plan.startYear).toBe(2027);
  });
});

describe("assumptions", () => {
  it("are written, refused in words, held and given back", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    const drafted = (key: string, form: string): Promise<unknown> =>
      vi.waitUntil(() => store.get().assumptionDrafts[key]?.form === form);
    actions.editAssumption("act", "interval");
    await drafted("act", "interval");
    actions.typeAssumption("act", "low", "40");
    actions.typeAssumption("act", "high", "30");
    actions.commitAssumption("act");
    await vi.waitUntil(() => store.get().assumptionDrafts["act"]?.problem);
    expect(store.get().assumptionDrafts["act"]).toEqual({
      form: "interval",
      texts: { low: "40", high: "30" },
      problem: { kind: "wrongOrder", order: ["low", "high"] },
    });
    expect(store.get().plan).toEqual(base);
    actions.editAssumption("act", "uniform");
    await drafted("act", "uniform");
    actions.typeAssumption("act", "min", "20");
    actions.typeAssumption("act", "max", "40");
    actions.commitAssumption("act");
    await vi.waitUntil(() => store.get().plan !== base && store.get().assumptionDrafts["act"] === undefined);
    expect(store.get().plan.assumptions).toEqual({ act: { dist: "uniform", min: 0.2, max: 0.4 } });
    actions.editAssumption("takeup.light", "fixed");
    await drafted("takeup.light", "fixed");
    actions.typeAssumption("takeup.light", "value", "50 %");
    actions.commitAssumption("takeup.light");
    await vi.waitUntil(() => store.get().plan.assumptions["takeup.light"] !== undefined);
    actions.resetAssumption("act");
    expect(store.get().plan.assumptions).toEqual({ "takeup.light": 0.5 });
    actions.resetAssumptions();
    expect(store.get().plan).toEqual(base);
    actions.undo();
    expect(store.get().plan.assumptions).toEqual({ "takeup.light": 0.5 });
    actions.editAssumption("act", "fixed");
    await drafted("act", "fixed");
    actions.leaveAssumption("act");
    expect(store.get().assumptionDrafts).toEqual({});
    actions.editAssumption("horse", "fixed");
    await wait(100);
    expect(store.get().assumptionDrafts).toEqual({});
  });
});

describe("kept plans", () => {
  it("are kept under letters with the preset that they are, and come back", async () => {
    const { store, controller } = await setUp();
    controller.actions.choosePreset("food");
    controller.actions.keepPlan();
    controller.actions.slide("newSellers", 5);
    controller.actions.keepPlan();
    expect(store.get().kept.map(({ letter, preset }) => letter + preset)).toEqual(["Afood", "B"]);
    controller.actions.useKept("A");
    expect(store.get().plan).toEqual({ ...base, mix: { "food/b2c": 1 } });
    expect(store.get().replaced?.by).toBe("kept");
    controller.actions.dropKept("A");
    expect(store.get().kept.map(({ letter }) => letter)).toEqual(["B"]);
  });

  it("outlive the page in its tab", async () => {
    const texts: string[] = [];
    const { store, controller } = await setUp({ rememberKept: (text) => void texts.push(text) });
    controller.actions.slide("newSellers", 5);
    controller.actions.keepPlan();
    controller.actions.choosePreset("food");
    controller.actions.keepPlan();
    await vi.dynamicImportSettled();
    const { kept } = store.get();
    expect(kept).toHaveLength(2);
    const again = await setUp({ recallKept: () => texts.at(-1) ?? "" });
    await vi.dynamicImportSettled();
    expect(again.store.get().kept).toEqual(kept);
    again.controller.actions.useKept("A");
    expect(again.store.get().plan).toEqual({ ...base, newSellers: 5 });
    controller.actions.dropKept("B");
    await vi.dynamicImportSettled();
    expect(texts.at(-1)).toBe('{"A":["","#v=1&m=1.0&newSellers=5&pack=2026.1.0"]}');
  });
});

describe("what is copied and preferred", () => {
  it("is the text that was asked for, and whether that worked holds until the plan changes", async () => {
    const copied: string[] = [];
    const { store, controller } = await setUp({
      copyText: (text) => {
        copied.push(text);
        return Promise.resolve(copied.length < 3);
      },
    });
    controller.actions.slide("newSellers", 7);
    for (const what of ["link", "command", "scenario"] as const) {
      controller.actions.copy(what, `the ${what}`);
      await wait(1);
      expect(store.get().copied).toEqual({ what, isDone: what !== "scenario" });
    }
    expect(copied).toEqual(["the link", "the command", "the scenario"]);
    controller.actions.slide("newSellers", 8);
    expect(store.get().copied).toBeUndefined();
  });

  it("is kept for the next visit, without what another tab may have chosen otherwise", async () => {
    const kept: unknown[] = [];
    const { store, controller } = await setUp({ keepPreferences: (changed) => void kept.push(changed) });
    controller.actions.showTheme("dark");
    controller.actions.showNumberWords("lakh");
    expect(kept).toEqual([{ theme: "dark" }, { numberWords: "lakh" }]);
    expect(store.get()).toMatchObject({ theme: "dark", numberWords: "lakh" });
  });
});

describe("analyses", () => {
  it("are asked when someone looks and the plan has been quiet for a second", async () => {
    const asked: unknown[] = [];
    const { store, controller } = await setUp(
      {},
      {
        goal: ({ onboarding }, { target, year }) => {
          asked.push([onboarding?.newSellers, year, target]);
          return Promise.resolve({ goals: [] } as unknown as GoalResult);
        },
      },
    );
    controller.actions.want("goal", true);
    controller.actions.slide("newSellers", 3);
    await wait(900);
    controller.actions.type("target", "2 million");
    controller.actions.commit("target");
    await wait(990);
    expect(asked).toEqual([]);
    await wait(20);
    expect(asked).toEqual([[3, 2029, 2e6]]);
    expect(store.get().analyses.goal).toMatchObject({ isStale: false, isRunning: false });
    controller.actions.want("goal", false);
    controller.actions.slide("newSellers", 4);
    await wait(2000);
    expect(asked).toHaveLength(1);
  });
});
