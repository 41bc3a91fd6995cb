import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { kNoEngine, kNoSurroundings, nowhere } from "../../tests/web/surroundings.ts";
import type { GoalResult } from "../engine/analysis_types.ts";
import { EngineError, engineError } from "../engine/errors.ts";
import { initialState, type AppState } from "./app_state.ts";
import { Controller, type ControllerOptions, type PageEngine } from "./controller.ts";
import { defaultPlan } from "./plan/plan.ts";
import type { Preset } from "./presets.ts";
import { createStore, type Store } from "./store.ts";

const base = defaultPlan(mockPack);
const facts = { story: { en: "A story." }, sources: [] };
const food: Preset = {
  id: "food",
  label: { en: "Food" },
  ...facts,
  scenario: { schema: 1, pack: "zz", onboarding: { mix: { "food/b2c": 1 } } },
};
const much: Preset = {
  id: "much",
  label: { en: "Much" },
  ...facts,
  scenario: { schema: 1, pack: "zz", measures: [{ type: "logistics", from: 2027, days: -5 }] },
  goal: { target: 2e9, year: 2030, probabilities: [0.5, 0.1] },
};
const found: GoalResult["goals"] = [
  { probability: 0.5, highestProbability: 0.3, reachable: false },
  { probability: 0.1, highestProbability: 0.3, reachable: true, newSellers: 700_000 },
];

interface Stage {
  readonly store: Store<AppState>;
  readonly controller: Controller;
  readonly address: ReturnType<typeof nowhere>;
}

async function setUp(
  options: Partial<ControllerOptions> = {},
  engine: Partial<PageEngine> = {},
  hash = "",
): Promise<Stage> {
  const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
  const address = nowhere(hash);
  const complete: PageEngine = {
    ...kNoEngine,
    run: (scenario) => Promise.resolve(mockResult(scenario.onboarding?.newSellers ?? 100_000)),
    ...engine,
  };
  const controller = new Controller(mockPack, store, {
    ...kNoSurroundings,
    presets: [food, much],
    address,
    loadEngine: () => Promise.resolve(complete),
    ...options,
  });
  await controller.start();
  return { store, controller, address };
}

const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
const file = (text: string, name = "plan.json"): { name: string; size: number; text(): Promise<string> } => ({
  name,
  size: text.length,
  text: () => Promise.resolve(text),
});

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
    expect(store.get().plan).toEqual(base);
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
    actions.addMeasure("training");
    actions.addMeasure("training");
    const { plan } = store.get();
    actions.type("measure:1:share", "60");
    actions.commit("measure:1:share");
    expect(store.get().drafts["measure:1:share"]).toEqual({
      text: "60",
      problem: "outOfRange",
      fault: { kind: "tooMuch", field: "share", sum: 1.1, most: 1 },
    });
    actions.type("measure:0:to", "2026");
    actions.commit("measure:0:to");
    expect(store.get().drafts["measure:0:to"]?.fault).toEqual({ kind: "wrongOrder", field: "to" });
    expect(store.get().plan).toBe(plan);
    actions.removeMeasure(1);
    expect(store.get().drafts).toEqual({});
  });
});

describe("assumptions", () => {
  it("are written, refused in words, held and given back", async () => {
    const { store, controller } = await setUp();
    const { actions } = controller;
    actions.editAssumption("act", "interval");
    actions.typeAssumption("act", "low", "40");
    actions.typeAssumption("act", "high", "30");
    actions.commitAssumption("act");
    expect(store.get().assumptionDrafts["act"]).toEqual({
      form: "interval",
      texts: { low: "40", high: "30" },
      problem: { kind: "wrongOrder", order: ["low", "high"] },
    });
    expect(store.get().plan).toEqual(base);
    actions.editAssumption("act", "uniform");
    actions.typeAssumption("act", "min", "20");
    actions.typeAssumption("act", "max", "40");
    actions.commitAssumption("act");
    expect(store.get().plan.assumptions).toEqual({ act: { dist: "uniform", min: 0.2, max: 0.4 } });
    expect(store.get().assumptionDrafts).toEqual({});
    actions.editAssumption("takeup.light", "fixed");
    actions.typeAssumption("takeup.light", "value", "50 %");
    actions.commitAssumption("takeup.light");
    actions.resetAssumption("act");
    expect(store.get().plan.assumptions).toEqual({ "takeup.light": 0.5 });
    actions.resetAssumptions();
    expect(store.get().plan).toEqual(base);
    actions.undo();
    expect(store.get().plan.assumptions).toEqual({ "takeup.light": 0.5 });
    actions.editAssumption("act", "fixed");
    actions.leaveAssumption("act");
    expect(store.get().assumptionDrafts).toEqual({});
    actions.editAssumption("horse", "fixed");
    expect(store.get().assumptionDrafts).toEqual({});
  });
});

describe("the address", () => {
  const hash = "#v=1&m=1.0&currency=local&newSellers=7&pack=2026.1.0&target=5000000&year=2030";

  it("is read at the start, and says the same as the page afterwards", async () => {
    const { store, controller, address } = await setUp({}, {}, hash);
    await wait(1000);
    expect(store.get()).toMatchObject({ plan: { ...base, newSellers: 7 }, currency: "local", target: 5e6, year: 2030 });
    expect(store.get().result.outputs.exportsAdditional.quantiles.p50.at(-1)).toBe(7);
    expect(store.get().notices).toEqual([]);
    expect(controller.actions.shareLink()).toBe(`https://example.org/${hash}`);
    expect(address.written).toEqual([]);
  });

  it("is written once, 400 ms after the last change, and is bare for the pack's plan", async () => {
    const { controller, address } = await setUp();
    for (const sellers of [1, 2, 3]) {
      controller.actions.slide("newSellers", sellers);
      await wait(100);
    }
    await wait(290);
    expect(address.written).toEqual([]);
    await wait(20);
    expect(address.written).toEqual(["#v=1&m=1.0&newSellers=3&pack=2026.1.0"]);
    controller.actions.showYear(2028);
    await wait(500);
    expect(address.written.at(-1)).toBe("#v=1&m=1.0&newSellers=3&pack=2026.1.0&year=2028");
    controller.actions.reset();
    controller.actions.showYear(2029);
    await wait(500);
    expect(address.written.at(-1)).toBe("");
  });

  it("leaves anchors of the untouched page alone", async () => {
    const { controller, address } = await setUp({}, {}, "#assumptions");
    controller.actions.showYear(2029);
    await wait(500);
    expect(address.written).toEqual([]);
  });

  it("can be changed by hand, which can be undone", async () => {
    const { store, controller, address } = await setUp();
    controller.actions.slide("newSellers", 3);
    await wait(500);
    address.writeHash(hash);
    controller.followAddress();
    expect(store.get().plan.newSellers).toBe(7);
    expect(store.get().replaced).toEqual({ by: "link", plan: { ...base, newSellers: 3 }, isUndone: false });
    // An anchor: the page stays as it is, and so will its link.
    address.writeHash("#assumptions");
    controller.followAddress();
    await wait(500);
    expect(store.get().plan.newSellers).toBe(7);
    expect(address.written.at(-1)).toBe(hash);
  });

  it("tells what it does not understand and what changed since", async () => {
    const release = { date: "2026-10", model: "1.0", packs: { zz: "2026.1.0" }, changes: [{ en: "More." }] };
    const { store, controller } = await setUp(
      { loadChanges: () => Promise.resolve({ schema: 1, releases: [release] }) },
      {},
      "#v=1&m=0.9&horse=1&newSellers=7&pack=2026.1.0",
    );
    await wait(10);
    expect(store.get().plan.newSellers).toBe(7);
    expect(store.get().notices).toEqual([
      { kind: "linkFaults", faults: [{ key: "horse", value: "1", problem: "unknown" }] },
      { kind: "olderLink", link: { model: "0.9", pack: "2026.1.0" }, releases: [release], problem: "" },
    ]);
    const [first] = store.get().notices;
    if (first) controller.actions.dismissNotice(first);
    expect(store.get().notices.map(({ kind }) => kind)).toEqual(["olderLink"]);
  });

  it("says so when it is newer, of another kind, or what changed cannot be had", async () => {
    const newer = await setUp({}, {}, "#v=1&m=1.1");
    expect(newer.store.get().notices).toEqual([{ kind: "newerLink", link: { model: "1.1" } }]);
    const other = await setUp({}, {}, "#v=2&m=1.0&newSellers=7");
    expect(other.store.get().notices).toEqual([{ kind: "linkFormat", format: "2" }]);
    expect(other.store.get().plan).toEqual(base);
    const older = await setUp({ loadChanges: () => Promise.reject(new Error("no network")) }, {}, "#v=1&m=0.9");
    await wait(10);
    expect(older.store.get().notices).toEqual([
      { kind: "olderLink", link: { model: "0.9" }, releases: [], problem: "no network" },
    ]);
  });
});

describe("scenario files", () => {
  it("are saved as the scenario, and read back", async () => {
    const saved: string[][] = [];
    const { store, controller } = await setUp(
      { saveFile: (...named) => void saved.push(named) },
      { evaluate: () => Promise.resolve({}) },
    );
    controller.actions.slide("newSellers", 250_000);
    controller.actions.saveScenario();
    expect(saved).toEqual([
      [
        "zz-250000-sellers.json",
        '{\n  "schema": 1,\n  "pack": "zz",\n  "onboarding": {\n    "newSellers": 250000\n  }\n}\n',
      ],
    ]);
    controller.actions.reset();
    controller.actions.openScenario(file(saved[0]?.[1] ?? ""));
    await wait(10);
    expect(store.get().plan).toEqual({ ...base, newSellers: 250_000 });
    expect(store.get().replaced).toEqual({ by: "file", plan: base, isUndone: false });
  });

  it("that are none leave the plan and show every fault with its place", async () => {
    const faults = [
      { code: "out_of_range", path: "/onboarding/years", message: "1 to 15." },
      { code: "unknown_key", path: "/horse", message: "There is no horse." },
    ] as const;
    const { store, controller } = await setUp({}, { evaluate: () => Promise.reject(new EngineError(faults)) });
    controller.actions.openScenario(file("{}", "bad.json"));
    await wait(10);
    expect(store.get().plan).toEqual(base);
    expect(store.get().notices).toEqual([{ kind: "fileFaults", name: "bad.json", faults }]);
    controller.actions.openScenario({ ...file("{}", "big.json"), size: 1024 * 1024 + 1 });
    await wait(10);
    expect(store.get().notices).toMatchObject([{ kind: "fileFaults", name: "big.json", faults: [{ code: "too_large" }] }]);
  });

  it("cannot be read without an engine, and say so", async () => {
    const { store, controller } = await setUp({
      loadEngine: () => Promise.reject(engineError("no_wasm", "WebAssembly is missing.")),
    });
    controller.actions.openScenario(file("{}"));
    await wait(10);
    expect(store.get().notices).toMatchObject([{ kind: "fileFaults", faults: [{ code: "no_wasm" }] }]);
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
});

describe("what is copied and preferred", () => {
  it("is the link, the scenario, or the command that gives the same numbers", async () => {
    const copied: string[] = [];
    const { store, controller } = await setUp({
      copyText: (text) => {
        copied.push(text);
        return Promise.resolve(copied.length < 3);
      },
    });
    controller.actions.slide("newSellers", 7);
    for (const what of ["link", "command", "scenario"] as const) {
      controller.actions.copy(what);
      await wait(1);
      expect(store.get().copied).toEqual({ what, isDone: what !== "scenario" });
    }
    expect(copied.slice(0, 2)).toEqual([
      "https://example.org/#v=1&m=1.0&newSellers=7&pack=2026.1.0",
      `echo '{"schema":1,"pack":"zz","onboarding":{"newSellers":7}}' | npm run -s cli -- run -`,
    ]);
    controller.actions.slide("newSellers", 8);
    expect(store.get().copied).toBeUndefined();
  });

  it("is kept for the next visit", async () => {
    const kept: unknown[] = [];
    const { store, controller } = await setUp({ keepPreferences: (preferences) => void kept.push(preferences) });
    controller.actions.showTheme("dark");
    controller.actions.showNumberWords("lakh");
    expect(kept).toEqual([
      { theme: "dark", numberWords: "million" },
      { theme: "dark", numberWords: "lakh" },
    ]);
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
