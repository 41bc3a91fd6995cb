import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { setUp } from "../../tests/web/mock_page.ts";
import { EngineError, engineError } from "../engine/errors.ts";
import { defaultPlan } from "./plan/plan.ts";

const base = defaultPlan(mockPack);
const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);
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
