import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { engineError } from "../engine/errors.ts";
import type { Scenario } from "../engine/types.ts";
import { compactHeadline } from "./compact_result.ts";
import { initialState, refusedFields, type AppState } from "./app_state.ts";
import { kNoEngine, kNoSurroundings, nowhere } from "../../tests/web/surroundings.ts";
import { Controller, type PageEngine } from "./controller.ts";
import type { ShownResult } from "./readings.ts";
import type { RunChoice, RunEngine } from "./runner.ts";
import { createStore, type Store } from "./store.ts";

const kRunMs = 40;

interface Stage {
  readonly store: Store<AppState>;
  readonly controller: Controller;
  readonly asked: Scenario[];
}

/** A page whose engine answers with as many dollars as there are new sellers. */
function setUp(answer?: RunEngine["run"]): Stage {
  const asked: Scenario[] = [];
  const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
  const run: RunEngine["run"] = async (scenario, options) => {
    asked.push(scenario);
    if (answer) return answer(scenario, options);
    await new Promise((resolve) => setTimeout(resolve, kRunMs));
    return mockResult(scenario.onboarding?.newSellers ?? 100_000);
  };
  const engine: PageEngine = { ...kNoEngine, run, headline: async (...question) => compactHeadline(await run(...question), 250) };
  const controller = new Controller(mockPack, store, {
    ...kNoSurroundings,
    address: nowhere(),
    loadEngine: () => Promise.resolve(engine),
    announce: ({ plan }) => `answer for ${plan.newSellers}`,
  });
  return { store, controller, asked };
}

const headline = (store: Store<AppState>): number | undefined =>
  store.get().result.outputs.exportsAdditional.quantiles.p50.at(-1);

describe("Controller", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("has no engine for who only reads, and asks nothing as long as the plan is the pack's", async () => {
    const { store, controller, asked } = setUp();
    controller.start();
    controller.actions.showCurrency("local");
    controller.actions.showYear(2028);
    controller.actions.showTheme("dark");
    controller.actions.toggle("path");
    await vi.advanceTimersByTimeAsync(60_000);
    expect(store.get().engine).toEqual({ kind: "unasked" });
    await controller.prepare();
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.get().engine).toEqual({ kind: "ready" });
    expect(asked).toEqual([]);
  });

  it.each<[string, (controller: Controller) => void]>([
    ["an expected question", (controller) => void controller.prepare()],
    ["a plan", ({ actions }) => actions.slide("newSellers", 1000)],
    ["an analysis that is looked at", ({ actions }) => actions.want("tornado", true)],
    ["a file of results", ({ actions }) => actions.saveResults("json")],
    ["a plan from a file", ({ actions }) => actions.openScenario({ name: "plan.json", size: 2, text: () => Promise.resolve("{}") })],
  ])("loads the engine once: with %s", async (_, show) => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    const loadEngine = vi.fn(() => Promise.resolve(kNoEngine));
    const controller = new Controller(mockPack, store, { ...kNoSurroundings, loadEngine });
    controller.start();
    expect(loadEngine).not.toHaveBeenCalled();
    show(controller);
    await vi.advanceTimersByTimeAsync(10);
    expect(store.get().engine).toEqual({ kind: "ready" });
    await controller.prepare();
    show(controller);
    await vi.advanceTimersByTimeAsync(10);
    expect(loadEngine).toHaveBeenCalledTimes(1);
  });

  it("does not load the engine for the place of a comparison of nothing", async () => {
    const { store, controller } = setUp();
    controller.start();
    controller.actions.want("compare", true);
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.get().engine).toEqual({ kind: "unasked" });
  });

  it.each([
    ["v=1&m=1.0&newSellers=7", "ready"],
    ["v=1&m=1.0", "unasked"],
    ["v=1&m=1.0&currency=local", "unasked"],
  ])("loads the engine for a link only if its plan is another: %s", async (link, kind) => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    const run = (): Promise<ShownResult> => Promise.resolve(mockResult(7));
    const engine = { ...kNoEngine, run, headline: run };
    const controller = new Controller(mockPack, store, {
      ...kNoSurroundings,
      address: nowhere(`#${link}`),
      loadEngine: () => Promise.resolve(engine),
    });
    controller.start();
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.get().engine.kind).toBe(kind);
    expect(headline(store)).toBe(kind === "ready" ? 7 : 1);
  });

  it("answers a moved slider and announces the answer once, after 600 ms", async () => {
    const { store, controller } = setUp();
    const said: string[] = [];
    store.subscribe(({ announcement }) => {
      if (announcement !== said.at(-1) && announcement !== "") said.push(announcement);
    });
    controller.start();
    controller.actions.slide("newSellers", 1000);
    controller.actions.slide("newSellers", 2000);
    expect(store.get().isMoving).toBe(true);
    await vi.advanceTimersByTimeAsync(100);
    expect(headline(store)).toBe(2000);
    expect(store.get().answered.newSellers).toBe(2000);
    await vi.advanceTimersByTimeAsync(450);
    expect(said).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(said).toEqual(["answer for 2000"]);
    expect(store.get().isMoving).toBe(false);
  });

  it("marks figures that have waited for 150 ms", async () => {
    const { store, controller } = setUp(async () => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      return mockResult(7);
    });
    controller.start();
    controller.actions.choosePath("bass");
    await vi.advanceTimersByTimeAsync(140);
    expect(store.get().isComputing).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect(store.get().isComputing).toBe(true);
    await vi.advanceTimersByTimeAsync(260);
    expect(store.get().isComputing).toBe(false);
    expect(headline(store)).toBe(7);
  });

  it("shows the headline first, and what answered before below it until the rest has come", async () => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    const answer = (milliseconds: number, { onboarding }: Scenario, { draws, signal }: RunChoice): Promise<ShownResult> =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
        const result = mockResult(onboarding?.newSellers ?? 0);
        setTimeout(() => resolve({ ...result, model: { ...result.model, draws } }), milliseconds);
      });
    const engine: PageEngine = {
      ...kNoEngine,
      headline: async (scenario, choice) => compactHeadline(await answer(20, scenario, choice), 250),
      run: (scenario, choice) => answer(choice.draws > 4096 ? 400 : 200, scenario, choice),
    };
    const controller = new Controller(mockPack, store, {
      ...kNoSurroundings,
      loadEngine: () => Promise.resolve(engine),
      announce: ({ plan }) => `answer for ${plan.newSellers}`,
    });
    controller.start();
    const { plan: first } = store.get();
    const shown = (): unknown[] => {
      const { answered, isComputing, whole, isWholeComputing, announcement } = store.get();
      const all = whole?.result.outputs.exportsAdditional.quantiles.p50.at(-1);
      expect(whole?.answered.newSellers).toBe(all === 1 ? first.newSellers : all);
      return [headline(store), answered.newSellers, isComputing, all, isWholeComputing, announcement];
    };
    controller.actions.slide("newSellers", 1000);
    await vi.advanceTimersByTimeAsync(30);
    expect(shown()).toEqual([1000, 1000, false, 1, false, ""]);
    // Once the old figures have waited, they say so, however soon the headlines come.
    controller.actions.slide("newSellers", 2000);
    await vi.advanceTimersByTimeAsync(130);
    expect(shown()).toEqual([2000, 2000, false, 1, true, ""]);
    controller.actions.slide("newSellers", 3000);
    await vi.advanceTimersByTimeAsync(30);
    expect(shown()).toEqual([3000, 3000, false, 1, true, ""]);
    const { result } = store.get();
    await vi.advanceTimersByTimeAsync(200);
    expect(shown()).toEqual([3000, 3000, false, 3000, false, ""]);
    // The same figures are not shown anew; those of the full run are others.
    expect(store.get().result).toBe(result);
    // The full run begins after 250 ms of quiet, and only its end is announced.
    await vi.advanceTimersByTimeAsync(600);
    expect(shown()).toEqual([3000, 3000, false, 3000, false, ""]);
    await vi.advanceTimersByTimeAsync(100);
    expect(shown()).toEqual([3000, 3000, false, 3000, false, "answer for 3000"]);
    expect(store.get().result).toBe(store.get().whole?.result);
  });

  it("keeps what the last whole answer said of sectors until the next one", async () => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    const pool = { code: "above_pool", message: "In 3 of 20 futures there are too few." } as const;
    const sector = { code: "above_sector_exports", message: 'In 12 of 20 futures "leather" is above.' } as const;
    const answer = async (milliseconds: number, checks: ShownResult["checks"]): Promise<ShownResult> => {
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      return { ...mockResult(5), checks };
    };
    const engine: PageEngine = {
      ...kNoEngine,
      headline: async () => compactHeadline(await answer(10, [pool]), 250),
      run: ({ onboarding }) => answer(50, onboarding?.newSellers === 2000 ? [pool, sector] : [pool]),
    };
    const controller = new Controller(mockPack, store, { ...kNoSurroundings, loadEngine: () => Promise.resolve(engine) });
    controller.start();
    const after = async (milliseconds: number): Promise<unknown> => {
      await vi.advanceTimersByTimeAsync(milliseconds);
      return store.get().result.checks;
    };
    controller.actions.slide("newSellers", 2000);
    expect(await after(20)).toEqual([pool]);
    expect(await after(60)).toEqual([pool, sector]);
    controller.actions.slide("newSellers", 1000);
    expect(await after(20)).toEqual([pool, sector]);
    expect(await after(60)).toEqual([pool]);
  });

  it("takes a typed number only when the field is left", async () => {
    const { store, controller } = setUp();
    controller.start();
    controller.actions.type("newSellers", "2 lakh");
    expect(store.get().plan.newSellers).toBe(100_000);
    controller.actions.commit("newSellers");
    expect(store.get().plan.newSellers).toBe(200_000);
    expect(store.get().drafts).toEqual({});
  });

  it("keeps what was typed and the last good answer when it is no number", async () => {
    const { store, controller, asked } = setUp();
    controller.start();
    controller.actions.type("years", "soon");
    controller.actions.commit("years");
    expect(store.get().drafts).toEqual({ years: { text: "soon", problem: "notNumber" } });
    expect(refusedFields(store.get())).toEqual(["years"]);
    expect(store.get().plan.years).toBe(3);
    expect(asked).toEqual([]);
    controller.actions.slide("years", 2);
    expect(refusedFields(store.get())).toEqual([]);
    expect(store.get().plan.years).toBe(2);
  });

  it("tells screen readers of a refused number after 600 ms, not before", async () => {
    const { store, controller } = setUp();
    controller.start();
    controller.actions.type("years", "soon");
    controller.actions.commit("years");
    await vi.advanceTimersByTimeAsync(590);
    expect(store.get().announcement).toBe("");
    await vi.advanceTimersByTimeAsync(20);
    expect(store.get().announcement).toBe("answer for 100000");
  });

  it("says a refusal once, however often the field is read", async () => {
    const { store, controller } = setUp();
    controller.start();
    controller.actions.type("years", "soon");
    controller.actions.commit("years");
    await vi.advanceTimersByTimeAsync(500);
    const { drafts } = store.get();
    controller.actions.commit("years");
    expect(store.get().drafts).toBe(drafts);
    await vi.advanceTimersByTimeAsync(120);
    expect(store.get().announcement).toBe("answer for 100000");
  });

  it("does not take the rounded text of a value for another value", async () => {
    const { store, controller, asked } = setUp();
    controller.start();
    controller.actions.slide("trainingShare", 0.123456);
    await vi.advanceTimersByTimeAsync(1000);
    const { plan } = store.get();
    asked.length = 0;
    controller.actions.type("trainingShare", "12.35\u00A0%");
    controller.actions.commit("trainingShare");
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.get().plan).toBe(plan);
    expect(store.get().drafts).toEqual({});
    expect(asked).toEqual([]);
  });

  it("edits one share and lets the others make room", async () => {
    const { store, controller } = setUp();
    controller.start();
    controller.actions.type("sector:food", "60");
    controller.actions.commit("sector:food");
    // Apparel had 0.6 of 0.8, in equal parts over the channels.
    expect(store.get().plan.mix).toEqual({
      "apparel/b2b": 0.15,
      "apparel/b2c": 0.15,
      "home-textiles/b2b": 0.1,
      "food/b2c": 0.6,
    });
    controller.actions.type("sector:apparel", "much");
    controller.actions.commit("sector:apparel");
    controller.actions.chooseMix("pack");
    expect(store.get().plan.mix).toEqual(mockPack.defaults.onboarding.mix);
    expect(store.get().drafts).toEqual({});
  });

  it("goes back to the defaults, refused fields included", async () => {
    const { store, controller } = setUp();
    controller.start();
    controller.actions.slide("newSellers", 10);
    controller.actions.type("years", "x");
    controller.actions.commit("years");
    controller.actions.reset();
    expect(store.get().drafts).toEqual({});
    expect(store.get().plan.newSellers).toBe(100_000);
  });

  it("asks what was set before the engine had come", async () => {
    const { store, controller } = setUp();
    controller.start();
    void controller.prepare();
    controller.actions.slide("newSellers", 400);
    controller.actions.slide("newSellers", 500);
    await vi.advanceTimersByTimeAsync(100);
    expect(headline(store)).toBe(500);
  });

  it("fades the old figures after 150 ms while the engine is still loading", async () => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    let arrive: (engine: PageEngine) => void = () => undefined;
    const controller = new Controller(mockPack, store, {
      ...kNoSurroundings,
      loadEngine: () => new Promise((resolve) => (arrive = resolve)),
    });
    controller.actions.slide("newSellers", 500);
    await vi.advanceTimersByTimeAsync(140);
    expect(store.get().isComputing).toBe(false);
    await vi.advanceTimersByTimeAsync(20);
    expect(store.get().isComputing).toBe(true);
    const run = (): Promise<ShownResult> => Promise.resolve(mockResult(5));
    arrive({ ...kNoEngine, run, headline: run });
    await vi.advanceTimersByTimeAsync(10);
    expect(store.get().isComputing).toBe(false);
    expect(headline(store)).toBe(5);
  });

  it("does not fade for an engine that failed", async () => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    const controller = new Controller(mockPack, store, {
      ...kNoSurroundings,
      loadEngine: () => Promise.reject(new Error("no file")),
    });
    controller.start();
    controller.actions.slide("newSellers", 500);
    await vi.advanceTimersByTimeAsync(1000);
    expect(store.get().isComputing).toBe(false);
  });

  it("says what the engine refuses and keeps the last answer", async () => {
    const { store, controller } = setUp(() => Promise.reject(engineError("out_of_range", "newSellers is too large")));
    controller.start();
    controller.actions.slide("newSellers", 500);
    await vi.advanceTimersByTimeAsync(500);
    expect(store.get().refusal).toEqual({ message: "newSellers is too large" });
    expect(headline(store)).toBe(1);
    expect(store.get().answered.newSellers).toBe(100_000);
    expect(store.get().isComputing).toBe(false);
  });

  it("says that the engine failed, or is slow, and tries again when asked", async () => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    let attempt = 0;
    const controller = new Controller(mockPack, store, {
      ...kNoSurroundings,
      loadEngine: () => {
        attempt += 1;
        if (attempt === 1) return Promise.reject(engineError("no_wasm", "no file"));
        return new Promise(() => undefined);
      },
    });
    controller.actions.slide("newSellers", 500);
    await vi.advanceTimersByTimeAsync(10);
    expect(store.get().engine).toEqual({ kind: "failed", message: "no file", code: "no_wasm" });
    // Nothing but the visitor's own wish loads it again.
    controller.actions.slide("newSellers", 600);
    await controller.prepare();
    expect(attempt).toBe(1);
    controller.actions.retry();
    await vi.advanceTimersByTimeAsync(14_000);
    expect(store.get().engine).toEqual({ kind: "loading" });
    await vi.advanceTimersByTimeAsync(2000);
    expect(store.get().engine).toEqual({ kind: "slow" });
  });
});
