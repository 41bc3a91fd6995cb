import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { kNoEngine, kNoSurroundings, nowhere } from "../../tests/web/surroundings.ts";
import type { GoalResult } from "../engine/analysis_types.ts";
import { abortError, engineError } from "../engine/errors.ts";
import { Answering } from "./answering.ts";
import { initialState, type AppState } from "./app_state.ts";
import { Controller, type PageEngine } from "./controller.ts";
import { planField } from "./plan/plan_fields.ts";
import type { ShownResult } from "./readings.ts";
import type { RunEngine } from "./runner.ts";
import { createStore, type Store } from "./store.ts";

const kRunMs = 20;
/** The time that a move of the slider has to be drawn. */
const kFrameMs = 16;

interface Stage {
  readonly store: Store<AppState>;
  readonly controller: Controller;
  /** What the engine was asked, by kind and years of the programme; a headline's end is no line. */
  readonly asked: string[];
}

/** A page whose engine answers with as many dollars as there are years, and for ever works on analyses. */
async function setUp(): Promise<Stage> {
  const asked: string[] = [];
  const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
  const answer =
    (kind: string): RunEngine["run"] =>
    async ({ onboarding }, { signal }) => {
      const years = onboarding?.years ?? 3;
      asked.push(`${kind} ${years}`);
      signal.addEventListener("abort", () => asked.push(`no ${kind} ${years}`));
      await new Promise((resolve) => setTimeout(resolve, kRunMs));
      signal.throwIfAborted();
      return mockResult(years);
    };
  const goal = (): Promise<GoalResult> => {
    asked.push("goal");
    return new Promise(() => undefined);
  };
  const engine: PageEngine = { ...kNoEngine, run: answer("run"), headline: answer("headline"), goal };
  const controller = new Controller(mockPack, store, {
    ...kNoSurroundings,
    address: nowhere(),
    loadEngine: () => Promise.resolve(engine),
  });
  controller.start();
  await controller.prepare();
  return { store, controller, asked };
}

const headline = (store: Store<AppState>): number | undefined =>
  store.get().result.outputs.exportsAdditional.quantiles.p50.at(-1);
const wait = (milliseconds: number): Promise<void> => vi.advanceTimersByTimeAsync(milliseconds).then(() => undefined);

describe("a slider that a visitor is at", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("has the answers of its stops asked ahead, all in the end, and then nothing more", async () => {
    const { controller, asked } = await setUp();
    controller.actions.attend("years");
    await wait(10_000);
    const stops = planField("years", initialState(mockPack, mockResult(1)).plan, mockPack)?.scale ?? [];
    expect(asked.slice(0, 4)).toEqual(["headline 4", "headline 2", "headline 3", "headline 5"]);
    expect(new Set(asked)).toEqual(new Set(stops.map((years) => `headline ${years}`)));
    expect(asked).toHaveLength(stops.length);
  });

  it("is answered before the move returns, without a question, and then in full", async () => {
    const { store, controller, asked } = await setUp();
    controller.actions.attend("years");
    await wait(10_000);
    asked.length = 0;
    controller.actions.slide("years", 5);
    expect(headline(store)).toBe(5);
    expect(store.get().answered).toBe(store.get().plan);
    expect(asked).toEqual([]);
    await wait(10_000);
    expect(asked).toEqual(["run 5", "run 5"]);
    expect(store.get().isComputing).toBe(false);
    expect(store.get().whole?.answered.years).toBe(5);
  });

  it("asks ahead where it was last moved to", async () => {
    const { controller, asked } = await setUp();
    controller.actions.attend("years");
    controller.actions.slide("years", 2);
    await wait(10_000);
    expect(asked.filter((question) => question.startsWith("headline")).slice(0, 4)).toEqual([
      "headline 2",
      "headline 1",
      "headline 3",
      "headline 4",
    ]);
  });

  it("has the answer of the stop under the pointer asked first, and then those beside the slider and the pointer", async () => {
    const { store, controller, asked } = await setUp();
    const stops = planField("years", store.get().plan, mockPack)?.scale ?? [];
    expect(stops.slice(0, 3)).toEqual([1, 2, 3]);
    // Nearest to the place of 7 years, the seventh stop.
    controller.actions.attend("years", 6.4 / (stops.length - 1));
    await wait(10_000);
    expect(asked.slice(0, 4)).toEqual(["headline 7", "headline 4", "headline 8", "headline 2"]);
    controller.actions.slide("years", 7);
    expect(headline(store)).toBe(7);
  });

  it("follows the pointer from stop to stop without breaking off what it asks", async () => {
    const { store, controller, asked } = await setUp();
    const last = (planField("years", store.get().plan, mockPack)?.scale?.length ?? 0) - 1;
    controller.actions.attend("years", 1 / last);
    await wait(kFrameMs + kRunMs / 2);
    for (const place of [3, 3.2, 4]) controller.actions.attend("years", place / last);
    await wait(kFrameMs + kRunMs / 2);
    expect(asked).toEqual(["headline 2", "headline 5"]);
  });

  it("keeps to the way that the slider went while the pointer goes with it", async () => {
    const { store, controller, asked } = await setUp();
    const last = (planField("years", store.get().plan, mockPack)?.scale?.length ?? 0) - 1;
    controller.actions.attend("years", 5 / last);
    controller.actions.slide("years", 6);
    controller.actions.slide("years", 5);
    controller.actions.attend("years", 4 / last);
    await wait(10_000);
    // The pointer is at five years and came from six.
    const [fewer, more] = ["headline 3", "headline 7"].map((question) => asked.indexOf(question));
    expect(more).toBeGreaterThan(0);
    expect(fewer).toBeLessThan(more ?? 0);
  });

  it("gives way to a move that nobody foresaw", async () => {
    const { store, controller, asked } = await setUp();
    controller.actions.attend("years");
    await wait(kFrameMs + kRunMs / 2);
    controller.actions.slide("years", 9);
    expect(asked).toEqual(["headline 4", "no headline 4", "headline 9"]);
    await wait(kRunMs);
    expect(headline(store)).toBe(9);
    await wait(kRunMs / 2);
    expect(asked.slice(3)).toEqual(["run 9"]);
  });

  it("gives way to an analysis for as long as that takes", async () => {
    const { controller, asked } = await setUp();
    controller.actions.want("goal", true);
    await wait(2000);
    expect(asked).toEqual(["goal"]);
    controller.actions.attend("years");
    await wait(2000);
    expect(asked).toEqual(["goal"]);
  });

  it("asks nothing ahead once the visitor is elsewhere", async () => {
    const { controller, asked } = await setUp();
    controller.actions.attend("years");
    await wait(kFrameMs + kRunMs / 2);
    controller.actions.attend(undefined);
    await wait(10_000);
    expect(asked).toEqual(["headline 4", "no headline 4"]);
    controller.actions.attend("seed");
    await wait(10_000);
    expect(asked).toHaveLength(2);
  });

  it("asks an engine that comes later", async () => {
    const asked: string[] = [];
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    const headlineOf: RunEngine["headline"] = ({ onboarding }) => {
      asked.push(`headline ${onboarding?.years ?? 3}`);
      return new Promise(() => undefined);
    };
    const loadEngine = async (): Promise<PageEngine> => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      return { ...kNoEngine, headline: headlineOf };
    };
    const controller = new Controller(mockPack, store, { ...kNoSurroundings, address: nowhere(), loadEngine });
    controller.start();
    controller.actions.attend("years");
    void controller.prepare();
    await wait(500 + kFrameMs - 1);
    expect(asked).toEqual([]);
    await wait(1);
    expect(asked).toEqual(["headline 4"]);
  });
});

describe("an engine that is slow to come and is tried again", () => {
  it("is waited for by those who asked for the one that was given up", async () => {
    const loads: { readonly signal: AbortSignal; readonly come: (engine: PageEngine) => void }[] = [];
    const answering = new Answering<PageEngine>(mockPack, createStore<AppState>(initialState(mockPack, mockResult(1))), {
      loadEngine: (signal) =>
        new Promise((come, refuse) => {
          loads.push({ signal, come });
          signal.addEventListener("abort", () => refuse(abortError("The start was aborted.")));
        }),
      announce: () => "",
      onEngine: () => undefined,
    });
    const asked = answering.engine.then((engine) => engine.evaluate("{}"));
    void answering.load();
    void answering.load();
    expect(loads.map(({ signal }) => signal.aborted)).toEqual([true, true, false]);
    loads[2]?.come({ ...kNoEngine, evaluate: () => Promise.resolve("the newest") });
    await expect(asked).resolves.toBe("the newest");
  });
});

describe("an engine that loses a question", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is asked again when the visitor wants it to be, or a file of the answer, and is not loaded anew", async () => {
    const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
    let isLost = true;
    let loads = 0;
    const run: RunEngine["run"] = ({ onboarding }, { draws }) => {
      if (isLost) return Promise.reject(engineError("worker_failed", "A worker ended by itself."));
      const result = mockResult(onboarding?.newSellers ?? 0);
      return Promise.resolve({ ...result, model: { ...result.model, draws }, standardError: {} } as ShownResult);
    };
    const controller = new Controller(mockPack, store, {
      ...kNoSurroundings,
      address: nowhere(),
      loadEngine: () => {
        loads += 1;
        return Promise.resolve({ ...kNoEngine, run, headline: run });
      },
      saveResults: () => Promise.resolve("answer.csv"),
    });
    const lost = { message: "A worker ended by itself.", fault: "worker_failed" };
    controller.start();
    controller.actions.slide("newSellers", 500);
    await wait(1000);
    expect(store.get()).toMatchObject({ refusal: lost, isComputing: false, engine: { kind: "ready" } });
    controller.actions.retry();
    expect(store.get().refusal).toBeUndefined();
    await wait(1000);
    expect(store.get().refusal).toEqual(lost);
    isLost = false;
    controller.actions.saveResults("csv");
    await wait(1000);
    expect(store.get()).toMatchObject({ saving: { kind: "saved", name: "answer.csv" }, refusal: undefined });
    expect(headline(store)).toBe(500);
    isLost = true;
    controller.actions.slide("newSellers", 600);
    await wait(1000);
    isLost = false;
    controller.actions.retry();
    await wait(1000);
    expect(headline(store)).toBe(600);
    expect(loads).toBe(1);
  });
});

describe("an engine that runs as JavaScript", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it.each([
    { isTranslated: false, draws: ["headline 4096", "run 4096", "run 16384"] },
    { isTranslated: true, draws: ["headline 256", "run 256", "run 1024", "run 4096", "run 16384"] },
  ])("is asked for few draws first: $isTranslated", async ({ isTranslated, draws: expected }) => {
    const asked: string[] = [];
    const answer =
      (kind: string): RunEngine["run"] =>
      (_, { draws }) => {
        asked.push(`${kind} ${draws}`);
        return Promise.resolve(mockResult(1));
      };
    const controller = new Controller(mockPack, createStore<AppState>(initialState(mockPack, mockResult(1))), {
      ...kNoSurroundings,
      address: nowhere(),
      loadEngine: () => Promise.resolve({ ...kNoEngine, isTranslated, run: answer("run"), headline: answer("headline") }),
    });
    controller.start();
    controller.actions.slide("newSellers", 500);
    await wait(1000);
    expect(asked).toEqual(expected);
  });
});
