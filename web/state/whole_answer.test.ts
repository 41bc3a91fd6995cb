import { describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import type { RunResult } from "../engine/types.ts";
import { initialState, type AppState, type WholeShown } from "./app_state.ts";
import { createStore, type Store } from "./store.ts";
import { wholeAnswer } from "./whole_answer.ts";

const built = initialState(mockPack, mockResult(1));
const { plan } = built;

/** A result of the engine for the draws of the plan. */
function ofEngine(headline: number, draws = plan.draws): RunResult {
  const result = mockResult(headline);
  return { ...result, model: { ...result.model, draws }, standardError: {} } as unknown as RunResult;
}

const whole = (headline: number, draws = plan.draws): WholeShown => ({ result: ofEngine(headline, draws), answered: plan });

describe("wholeAnswer", () => {
  it("takes what is there, and asks where only what was built into the page is", async () => {
    const store = createStore<AppState>({ ...built, whole: whole(5) });
    const refuse = (): never => {
      throw new Error("Nothing is to be asked.");
    };
    expect(await wholeAnswer(store, refuse)).toMatchObject({ kind: "answer", plan });
    const page = createStore<AppState>(built);
    const answer = await wholeAnswer(page, (asked) => {
      expect(asked).toBe(plan);
      // A preview is not the answer yet.
      page.update({ whole: whole(6, 256) });
      // Nor is all that is said of another plan, whatever the headline is of.
      page.update({ whole: { ...whole(6), answered: { ...plan, newSellers: 8 } }, answered: plan, result: ofEngine(6) });
      page.update({ whole: whole(7) });
    });
    expect(answer.kind === "answer" && answer.result.outputs.exportsAdditional.quantiles.p50.at(-1)).toBe(7);
  });

  it("listens no longer than it waits, and waits for a minute", async () => {
    vi.useFakeTimers();
    try {
      const store = createStore<AppState>(built);
      let listeners = 0;
      const watched: Store<AppState> = {
        ...store,
        subscribe: (listener) => {
          const unsubscribe = store.subscribe(listener);
          ++listeners;
          return () => {
            --listeners;
            unsubscribe();
          };
        },
      };
      const answer = wholeAnswer(watched, () => store.update({ whole: whole(7) }));
      expect(await answer).toMatchObject({ kind: "answer" });
      expect([listeners, vi.getTimerCount()]).toEqual([0, 0]);
      store.update({ whole: undefined });
      let said: string | undefined;
      void wholeAnswer(watched, () => undefined).then(({ kind }) => (said = kind));
      await vi.advanceTimersByTimeAsync(59_999);
      expect([said, listeners]).toEqual([undefined, 1]);
      await vi.advanceTimersByTimeAsync(1);
      expect([said, listeners]).toEqual(["late", 0]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("is asked again where it was no fault of the plan that there was none, and not where it was", async () => {
    const store = createStore<AppState>({ ...built, refusal: { message: "A worker ended.", fault: "worker_failed" } });
    expect(await wholeAnswer(store, () => store.update({ whole: whole(7) }))).toMatchObject({ kind: "answer" });
    store.update({ whole: undefined, refusal: { message: "A worker ended.", fault: "worker_failed" } });
    const refuse = (): void => store.update({ refusal: { message: "No file.", fault: "network" } });
    expect(await wholeAnswer(store, refuse)).toEqual({ kind: "failed", message: "No file." });
    store.update({ refusal: { message: "Too many." } });
    expect(await wholeAnswer(store, refuse)).toEqual({ kind: "failed", message: "Too many." });
  });

  it("says why there is none", async () => {
    const outcomeOf = (change: Partial<AppState>): Promise<unknown> => {
      const store = createStore<AppState>(built);
      return wholeAnswer(store, () => store.update(change));
    };
    expect(await outcomeOf({ plan: { ...plan, newSellers: 8 } })).toEqual({ kind: "planChanged" });
    expect(await outcomeOf({ refusal: { message: "No." } })).toEqual({ kind: "failed", message: "No." });
    expect(await outcomeOf({ engine: { kind: "failed", message: "Gone." } })).toEqual({ kind: "failed", message: "Gone." });
    expect(await wholeAnswer(createStore<AppState>(built), () => undefined, 1)).toEqual({ kind: "late" });
  });
});
