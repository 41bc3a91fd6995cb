import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { setUp } from "../../tests/web/mock_page.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { EngineError, engineError } from "../engine/errors.ts";
import { jsonFile, type SavedAnswer } from "../export/json.ts";
import type { Controller } from "./controller.ts";
import { defaultPlan } from "./plan/plan.ts";
import type { ShownResult } from "./readings.ts";
import { reproductionOf } from "./scenario_files.ts";

const base = defaultPlan(mockPack);
/** What an answer that is saved says of its run. */
const kRun = { seed: 9, draws: 4096 };
const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
/** What reads files comes with the first one. */
const opened = async (): Promise<void> => {
  await vi.dynamicImportSettled();
  await wait(10);
};
const file = (text: string, name = "plan.json"): { name: string; size: number; text(): Promise<string> } => ({
  name,
  size: text.length,
  text: () => Promise.resolve(text),
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe("the address", () => {
  const hash = "#v=1&m=1.0&currency=local&newSellers=7&pack=2026.1.0&target=5000000&year=2030";

  it("is read at the start, and says the same as the page afterwards", async () => {
    const { store, controller, address } = await setUp({}, {}, hash);
    await wait(1000);
    expect(store.get()).toMatchObject({ plan: { ...base, newSellers: 7 }, currency: "local", target: 5e6, year: 2030 });
    expect(store.get().result.outputs.exportsAdditional.quantiles.p50.at(-1)).toBe(7);
    expect(store.get().notices).toEqual([]);
    expect(controller.actions.shareLink()).toBe(`https://example.org/${hash}`);
    expect(controller.actions.shareLink({ ...base, newSellers: 8 })).toBe(
      `https://example.org/${hash.replace("newSellers=7", "newSellers=8")}`,
    );
    expect(controller.actions.shareLink({ ...base, newSellers: 7 }, { year: 2028, target: 6e6 })).toBe(
      `https://example.org/${hash.replace("target=5", "target=6").replace("2030", "2028")}`,
    );
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
    expect(address.written).toEqual(["#v=1&m=1.0&newSellers=3&pack=2026.1.0&target=1"]);
    controller.actions.showYear(2028);
    await wait(500);
    expect(address.written.at(-1)).toBe("#v=1&m=1.0&newSellers=3&pack=2026.1.0&target=1&year=2028");
    controller.actions.reset();
    controller.actions.showYear(2029);
    await wait(500);
    expect(address.written.at(-1)).toBe("");
  });

  it("is written at once when the visitor may be about to leave, and then not again", async () => {
    const { controller, address } = await setUp();
    controller.keepAddress();
    expect(address.written).toEqual([]);
    controller.actions.slide("newSellers", 3);
    controller.keepAddress();
    expect(address.written).toEqual(["#v=1&m=1.0&newSellers=3&pack=2026.1.0&target=1"]);
    controller.keepAddress();
    await wait(1000);
    expect(address.written).toHaveLength(1);
  });

  it("names no year that the plan does not report, whatever the last answer showed or a link asked for", async () => {
    const linkOf = (controller: Controller): string => controller.actions.shareLink().replace("https://example.org/", "");
    // The mock's answers end with 2030, the plan of this link with 2035.
    const { store, controller, address } = await setUp({}, {}, "#v=1&m=1.0&horizon=9&pack=2026.1.0&year=2035&years=9");
    controller.actions.slide("years", 3);
    await wait(500);
    expect([linkOf(controller), address.written.at(-1)]).toEqual(["#v=1&m=1.0&pack=2026.1.0", "#v=1&m=1.0&pack=2026.1.0"]);
    // Nor is the year waited for once the plan has its answer.
    await wait(2000);
    expect(store.get()).toMatchObject({ answered: { years: 3, horizon: 4 }, year: 2029 });
    controller.actions.slide("years", 9);
    expect(linkOf(controller)).toBe("#v=1&m=1.0&horizon=9&pack=2026.1.0&year=2029&years=9");
    // An engine that takes its time: the year of the old answer stands there until the new one comes.
    const slow = await setUp({}, { headline: () => new Promise(() => undefined) });
    slow.controller.actions.showYear(2028);
    slow.controller.actions.type("startYear", "2031");
    slow.controller.actions.commit("startYear");
    expect([slow.store.get().year, linkOf(slow.controller)]).toEqual([2028, "#v=1&m=1.0&pack=2026.1.0&startYear=2031&target=1"]);
  });

  it("is remembered for the links that lead back, and forgotten with the plan", async () => {
    const linked = await setUp({}, {}, hash);
    expect(linked.address.remembered).toEqual([hash]);
    const { controller, address } = await setUp({}, {}, "#assumptions");
    expect(address.remembered).toEqual([""]);
    controller.actions.slide("newSellers", 3);
    await wait(500);
    expect(address.remembered.at(-1)).toBe("#v=1&m=1.0&newSellers=3&pack=2026.1.0&target=1");
    // The anchor takes the place of the link: there is none to remove from the address.
    address.writeHash("#assumptions");
    controller.actions.reset();
    await wait(500);
    expect(address.remembered.at(-1)).toBe("");
    expect(address.written.at(-1)).toBe("#assumptions");
  });

  it("is remembered again when the page comes back as it was left, and no link is read for that", async () => {
    const { store, controller, address } = await setUp({}, {}, hash);
    controller.actions.slide("newSellers", 9);
    controller.keepAddress();
    store.update({ notices: [] });
    controller.comeBack();
    expect(address.remembered).toEqual([hash, ...Array(2).fill(hash.replace("newSellers=7", "newSellers=9"))]);
    expect(store.get()).toMatchObject({ plan: { newSellers: 9 }, notices: [] });
    const bare = await setUp();
    bare.controller.comeBack();
    expect(bare.address.remembered).toEqual(["", ""]);
  });

  it("is answered by the engine alone: until then no figures stand there as if they were its", async () => {
    let release = (): void => undefined;
    const isFree = new Promise<void>((resolve) => {
      release = resolve;
    });
    const run = async (): Promise<ShownResult> => {
      await isFree;
      return mockResult(7);
    };
    const { store } = await setUp({}, { run }, hash);
    expect(store.get()).toMatchObject({ plan: { newSellers: 7 }, isComputing: true, isWholeComputing: true });
    await wait(2000);
    expect(store.get()).toMatchObject({ isComputing: true, isWholeComputing: true });
    release();
    await wait(1000);
    expect(store.get()).toMatchObject({ isComputing: false, isWholeComputing: false, answered: { newSellers: 7 } });
    // A link to what stands there is answered.
    const same = await setUp({}, {}, "#v=1&m=1.0&currency=local&pack=2026.1.0");
    expect(same.store.get()).toMatchObject({ currency: "local", isComputing: false, isWholeComputing: false });
  });

  it("waits for no answer where the engine cannot be had", async () => {
    const loadEngine = (): Promise<never> => Promise.reject(engineError("network", "no network"));
    const { store } = await setUp({ loadEngine }, {}, hash);
    await wait(1000);
    expect(store.get()).toMatchObject({ engine: { kind: "failed", message: "no network" }, isComputing: false, isWholeComputing: false });
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
    const { year, target } = store.get();
    address.writeHash(hash);
    controller.followAddress();
    expect(store.get().plan.newSellers).toBe(7);
    expect(store.get().replaced).toEqual({ by: "link", plan: { ...base, newSellers: 3 }, isUndone: false, aim: { year, target } });
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

  it("tells what changed since the link that is open, and nothing of one that was open before", async () => {
    const answers: ((changes: { schema: 1; releases: [] }) => void)[] = [];
    const { store, controller, address } = await setUp(
      { loadChanges: () => new Promise((resolve) => void answers.push(resolve)) },
      {},
      "#v=1&m=0.9&newSellers=7&pack=2026.1.0",
    );
    for (const next of ["#v=1&m=1.0&newSellers=8&pack=2026.1.0", "#v=1&m=0.8&pack=2026.1.0", "#v=2"]) {
      address.written.push(next);
      controller.followAddress();
    }
    for (const answer of answers) answer({ schema: 1, releases: [] });
    await wait(10);
    expect(answers).toHaveLength(2);
    expect(store.get().notices).toEqual([{ kind: "linkFormat", format: "2" }]);
  });

  it("that do not say how they are written are read, and that is said", async () => {
    const { store } = await setUp({}, {}, "#newSellers=7&horse=1");
    await wait(10);
    expect(store.get().plan.newSellers).toBe(7);
    expect(store.get().notices).toEqual([
      { kind: "linkVersion", format: "1" },
      { kind: "linkFaults", faults: [{ key: "horse", value: "1", problem: "unknown" }] },
    ]);
  });

  it("says so when it is newer, of no version, of another kind, or what changed cannot be had", async () => {
    const newer = await setUp({}, {}, "#v=1&m=1.1");
    expect(newer.store.get().notices).toEqual([{ kind: "newerLink", link: { model: "1.1" } }]);
    const unknown = await setUp({ loadChanges: () => Promise.reject(new Error("no network")) }, {}, "#v=1&m=%3Cb%3Ex&pack=2026.1.0");
    await wait(10);
    expect(unknown.store.get().notices).toEqual([{ kind: "unknownLink", link: { model: "<b>x", pack: "2026.1.0" } }]);
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
    await opened();
    expect(store.get().plan).toEqual({ ...base, newSellers: 250_000 });
    expect(store.get().replaced).toEqual({ by: "file", plan: base, isUndone: false });
  });

  it("keep the amounts that the result is held against, which are not what the page aims at", async () => {
    const saved: string[] = [];
    const { store, controller, address } = await setUp(
      { saveFile: (_, text) => void saved.push(text) },
      { evaluate: () => Promise.resolve({}) },
    );
    const { target } = store.get();
    const scenario = { schema: 1, pack: "zz", targets: [5e8, 1e9] } as const;
    controller.actions.openScenario(file(JSON.stringify(scenario)));
    await opened();
    await wait(500);
    expect(store.get()).toMatchObject({ plan: { ...base, targets: [5e8, 1e9] }, target });
    expect(address.written.at(-1)).toBe("#v=1&m=1.0&pack=2026.1.0&target=1&targets=500000000,1000000000");
    controller.actions.saveScenario();
    expect(JSON.parse(saved[0] ?? "")).toEqual(scenario);
    expect(reproductionOf(mockPack, store.get().plan, "1.0")).toMatchObject({
      scenario,
      commands: [`echo '${JSON.stringify(scenario)}' | npm run -s cli -- run -`, "export-potential run zz-100000-sellers.json"],
    });
  });

  it("leave what was said of them to be read when a link is followed, which takes the place of the link before", async () => {
    const faults = [{ code: "unknown_key", path: "/horse", message: "There is no horse." }] as const;
    const { store, controller, address } = await setUp({}, { evaluate: () => Promise.reject(new EngineError(faults)) });
    controller.actions.openScenario(file("{}", "bad.json"));
    await opened();
    for (const key of ["horse", "cow"]) {
      address.written.push(`#v=1&m=1.0&${key}=1`);
      controller.followAddress();
      expect(store.get().notices).toEqual([
        { kind: "fileFaults", name: "bad.json", faults },
        { kind: "linkFaults", faults: [{ key, value: "1", problem: "unknown" }] },
      ]);
    }
  });

  it("that are slow to be read do not take the place of one that was chosen later", async () => {
    const { store, controller } = await setUp({}, { evaluate: () => Promise.resolve({}) });
    const scenario = (newSellers: number): string => JSON.stringify({ schema: 1, pack: "zz", onboarding: { newSellers } });
    let read: (text: string) => void = () => undefined;
    controller.actions.openScenario({ name: "slow.json", size: 2, text: () => new Promise((resolve) => (read = resolve)) });
    await opened();
    controller.actions.openScenario(file(scenario(222)));
    await opened();
    controller.actions.slide("newSellers", 333);
    read(scenario(111));
    await opened();
    expect(store.get().plan.newSellers).toBe(333);
    expect(store.get().notices).toEqual([]);
  });

  it("that are none leave the plan and show every fault with its place", async () => {
    const faults = [
      { code: "out_of_range", path: "/onboarding/years", message: "1 to 15." },
      { code: "unknown_key", path: "/horse", message: "There is no horse." },
    ] as const;
    const { store, controller } = await setUp({}, { evaluate: () => Promise.reject(new EngineError(faults)) });
    controller.actions.openScenario(file("{}", "bad.json"));
    await opened();
    expect(store.get().plan).toEqual(base);
    expect(store.get().notices).toEqual([{ kind: "fileFaults", name: "bad.json", faults }]);
    controller.actions.openScenario({ ...file("{}", "big.json"), size: 1024 * 1024 + 1 });
    await opened();
    expect(store.get().notices).toMatchObject([{ kind: "fileFaults", name: "big.json", faults: [{ code: "too_large" }] }]);
    controller.actions.openScenario({ ...file("{}", "just.json"), size: 1024 * 1024 });
    await opened();
    expect(store.get().notices).toMatchObject([{ kind: "fileFaults", name: "just.json", faults }]);
  });

  it("may be an answer that was saved, whose question is opened", async () => {
    const asked: unknown[] = [];
    const { store, controller } = await setUp({}, { evaluate: (scenario) => Promise.resolve(asked.push(scenario)) });
    const scenario = { schema: 1, pack: "zz", seed: 1, draws: 16_384, onboarding: { newSellers: 250_000 } };
    const text = await jsonFile({ scenario, result: { model: kRun } } as unknown as SavedAnswer).text();
    controller.actions.openScenario(file(text));
    await opened();
    expect(asked).toEqual([JSON.stringify({ ...scenario, ...kRun }), text]);
    expect(store.get().plan).toEqual({ ...base, newSellers: 250_000, ...kRun });
    expect(store.get().notices).toEqual([]);
  });

  it.each([
    ["a scenario with one in it", '{"schema": 1, "pack": "zz", "scenario": {"schema": 1, "pack": "zz"}}'],
    ["a scenario that is a word", '{"scenario": "pk", "result": {}}'],
    ["no scenario", '{"scenario": null}'],
    ["a result alone", '{"schema": 1, "model": {}}'],
    ["a list", "[1]"],
    ["nothing", "null"],
    ["no JSON", "{"],
    ["not even text", ""],
  ])("that are something else reach the engine as they are: %s", async (_, text) => {
    const asked: string[] = [];
    const fault = { code: "unknown_key", path: "/scenario", message: "There is no scenario." } as const;
    const evaluate = (scenario: string): Promise<never> => {
      asked.push(scenario);
      return Promise.reject(new EngineError([fault]));
    };
    const { store, controller } = await setUp({}, { evaluate });
    controller.actions.openScenario(file(text));
    await opened();
    expect(asked).toEqual([text]);
    expect(store.get().plan).toEqual(base);
    expect(store.get().notices).toEqual([{ kind: "fileFaults", name: "plan.json", faults: [fault] }]);
  });

  it("tell the place of a fault in the question of an answer as it is in the file", async () => {
    const fault = { code: "out_of_range", path: "/onboarding/years", message: "1 to 15." } as const;
    const { store, controller } = await setUp({}, { evaluate: () => Promise.reject(new EngineError([fault])) });
    controller.actions.openScenario(file('{"scenario": {"onboarding": {"years": 99}}, "result": {}}'));
    await opened();
    expect(store.get().plan).toEqual(base);
    expect(store.get().notices).toMatchObject([{ faults: [{ ...fault, path: "/scenario/onboarding/years" }] }]);
  });

  it("are refused where a key stands twice in the question of an answer, which its parts alone do not tell", async () => {
    const twice = { code: "duplicate_key", path: "/scenario/seed", message: "seed is given twice." } as const;
    const missing = { code: "missing_key", path: "/schema", message: "schema is missing." } as const;
    const text = '{"scenario": {"schema": 1, "pack": "zz", "seed": 1, "seed": 2}, "result": {}}';
    const evaluate = (scenario: string): Promise<unknown> =>
      scenario === text ? Promise.reject(new EngineError([missing, twice])) : Promise.resolve({});
    const { store, controller } = await setUp({}, { evaluate });
    controller.actions.openScenario(file(text));
    await opened();
    expect(store.get().plan).toEqual(base);
    expect(store.get().notices).toEqual([{ kind: "fileFaults", name: "plan.json", faults: [twice] }]);
  });

  it("cannot be read without an engine, and say so", async () => {
    const { store, controller } = await setUp({
      loadEngine: () => Promise.reject(engineError("no_wasm", "WebAssembly is missing.")),
    });
    controller.actions.openScenario(file("{}"));
    await opened();
    expect(store.get().notices).toMatchObject([{ kind: "fileFaults", faults: [{ code: "no_wasm" }] }]);
  });
});
