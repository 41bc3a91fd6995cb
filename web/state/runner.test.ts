import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import type { Scenario } from "../engine/types.ts";
import { Runner, type RunEngine } from "./runner.ts";

interface Call {
  readonly sellers: number | undefined;
  readonly draws: number;
  readonly signal: AbortSignal;
  finish(): void;
  fail(error: Error): void;
}

const ask = (sellers: number): Scenario => ({ schema: 1, pack: "zz", onboarding: { newSellers: sellers } });

function setUp(): { calls: Call[]; log: string[]; runner: Runner<number> } {
  const calls: Call[] = [];
  const log: string[] = [];
  const engine: RunEngine = {
    run: (scenario, { draws, signal }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
        calls.push({
          sellers: scenario.onboarding?.newSellers,
          draws,
          signal,
          finish: () => resolve(mockResult(1)),
          fail: reject,
        });
      }),
  };
  const runner = new Runner<number>(
    engine,
    {
      onResult: (_, tag, isFinal) => log.push(`${tag} ${isFinal ? "full" : "preview"}`),
      onError: (error, tag) => log.push(`${tag} ${String(error)}`),
    },
    { previewDraws: 4096, settleMs: 250 },
  );
  return { calls, log, runner };
}

const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(300).then(() => undefined);
const soon = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);

describe("Runner", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("previews, waits for quiet, then runs in full", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    calls[0]?.finish();
    await soon();
    expect(calls).toHaveLength(1);
    await settle();
    calls[1]?.finish();
    await soon();
    expect(calls.map(({ draws }) => draws)).toEqual([4096, 16384]);
    expect(log).toEqual(["1 preview", "1 full"]);
  });

  it("folds a burst into the run under way and the newest", async () => {
    const { calls, log, runner } = setUp();
    for (const sellers of [1, 2, 3, 4]) runner.request({ scenario: ask(sellers), draws: 16384, tag: sellers });
    calls[0]?.finish();
    await soon();
    calls[1]?.finish();
    await soon();
    expect(calls.map(({ sellers }) => sellers)).toEqual([1, 4]);
    expect(log).toEqual(["1 preview", "4 preview"]);
  });

  it("breaks a full run off for a newer question", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 }, true);
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(calls[0]?.signal.aborted).toBe(true);
    calls[1]?.finish();
    await settle();
    calls[2]?.finish();
    await soon();
    expect(log).toEqual(["2 preview", "2 full"]);
  });

  it("starts again on a question that comes while it waits for quiet", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    calls[0]?.finish();
    await soon();
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(calls.map(({ sellers, draws }) => [sellers, draws])).toEqual([[1, 4096], [2, 4096]]);
    expect(log).toEqual(["1 preview"]);
  });

  it("reports a failure once and works on", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    calls[0]?.fail(new Error("refused"));
    await settle();
    expect(log).toEqual(["1 Error: refused"]);
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    calls[1]?.finish();
    await soon();
    expect(log).toEqual(["1 Error: refused", "2 preview"]);
  });

  it("drops the failure of a question that nobody asks any more", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    calls[0]?.fail(new Error("refused"));
    await soon();
    calls[1]?.finish();
    await soon();
    expect(log).toEqual(["2 preview"]);
  });

  it("says nothing more once cancelled", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    runner.cancel();
    await settle();
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(log).toEqual([]);
  });

  it("runs once where the preview is all there is", async () => {
    const { calls, log, runner } = setUp();
    runner.request({ scenario: ask(1), draws: 1024, tag: 1 });
    calls[0]?.finish();
    await settle();
    expect(calls.map(({ draws }) => draws)).toEqual([1024]);
    expect(log).toEqual(["1 full"]);
  });
});
