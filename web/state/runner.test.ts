import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import type { Scenario } from "../engine/types.ts";
import { KeptHeadlines } from "./kept_headlines.ts";
import type { ShownResult } from "./readings.ts";
import { Runner, type RunChoice, type RunEngine, type RunnerOptions } from "./runner.ts";

interface Call {
  readonly pass: "headline" | "run";
  readonly sellers: number | undefined;
  readonly draws: number;
  readonly signal: AbortSignal;
  finish(): void;
  fail(error: Error): void;
}

const ask = (sellers: number): Scenario => ({ schema: 1, pack: "zz", onboarding: { newSellers: sellers } });

interface Stage {
  readonly calls: readonly Call[];
  readonly log: readonly string[];
  readonly runner: Runner<number>;
  /** Answers of the engine that are there before they are asked for. */
  readonly kept: KeptHeadlines;
  /** Finishes the newest call and lets what follows from that happen. */
  finish(): Promise<void>;
}

function setUp(previews: RunnerOptions["previews"] = [4096]): Stage {
  const calls: Call[] = [];
  const log: string[] = [];
  const kept = new KeptHeadlines();
  const answer = (pass: Call["pass"], scenario: Scenario, { draws, signal }: RunChoice): Promise<ShownResult> =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      calls.push({
        pass,
        sellers: scenario.onboarding?.newSellers,
        draws,
        signal,
        finish: () => resolve(mockResult(1)),
        fail: reject,
      });
    });
  const engine: RunEngine = {
    run: (scenario, options) => answer("run", scenario, options),
    headline: (scenario, options) => answer("headline", scenario, options),
  };
  const runner = new Runner<number>(
    engine,
    {
      onHeadline: (_, tag) => log.push(`${tag} headline`),
      onResult: (_, tag, isFinal) => log.push(`${tag} ${isFinal ? "full" : "preview"}`),
      onError: (error, tag) => log.push(`${tag} ${String(error)}`),
    },
    kept,
    { previews, settleMs: 250, keptMs: 40 },
  );
  const finish = (): Promise<void> => {
    calls.at(-1)?.finish();
    return soon();
  };
  return { calls, log, runner, kept, finish };
}

/** Keeps the headline with 4,096 draws for so many sellers. */
const keep = (kept: KeptHeadlines, sellers: number): void =>
  kept.keep({ scenario: ask(sellers), draws: 4096 }, mockResult(sellers));

const soon = (): Promise<void> => vi.advanceTimersByTimeAsync(0).then(() => undefined);
const settle = (): Promise<void> => vi.advanceTimersByTimeAsync(300).then(() => undefined);
const asked = (calls: readonly Call[]): unknown[] => calls.map(({ pass, sellers, draws }) => [pass, sellers, draws]);

describe("Runner", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("asks for the headline, at once for the rest, and in full after a while of quiet", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    await finish();
    expect(asked(calls)).toEqual([["headline", 1, 4096], ["run", 1, 4096]]);
    await finish();
    expect(calls).toHaveLength(2);
    await settle();
    await finish();
    await settle();
    expect(asked(calls).slice(2)).toEqual([["run", 1, 16384]]);
    expect(log).toEqual(["1 headline", "1 preview", "1 full"]);
  });

  it("has as many previews as it is told, as far as the full run has more draws, and waits only after the first", async () => {
    const { calls, log, runner, finish } = setUp([256, 1024, 4096]);
    runner.request({ scenario: ask(1), draws: 4096, tag: 1 });
    await finish();
    await finish();
    expect(asked(calls)).toEqual([["headline", 1, 256], ["run", 1, 256]]);
    await settle();
    await finish();
    await finish();
    expect(asked(calls).slice(2)).toEqual([["run", 1, 1024], ["run", 1, 4096]]);
    expect(log).toEqual(["1 headline", "1 preview", "1 preview", "1 full"]);
  });

  it("leaves a headline to finish and folds what came meanwhile into the newest question", async () => {
    const { calls, log, runner, finish } = setUp();
    for (const sellers of [1, 2, 3, 4]) runner.request({ scenario: ask(sellers), draws: 16384, tag: sellers });
    expect(calls[0]?.signal.aborted).toBe(false);
    await finish();
    await finish();
    expect(asked(calls)).toEqual([["headline", 1, 4096], ["headline", 4, 4096], ["run", 4, 4096]]);
    expect(log).toEqual(["1 headline", "4 headline"]);
  });

  it("breaks a preview off for a newer question", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    await finish();
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(calls[1]?.signal.aborted).toBe(true);
    expect(asked(calls)).toEqual([["headline", 1, 4096], ["run", 1, 4096], ["headline", 2, 4096]]);
    await finish();
    await finish();
    expect(log).toEqual(["1 headline", "2 headline", "2 preview"]);
  });

  it("drops a preview that comes although it was broken off", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    await finish();
    calls[1]?.finish();
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(calls[2]?.pass).toBe("headline");
    expect(log).toEqual(["1 headline"]);
  });

  it("breaks a full run off for a newer question, which has all of its passes", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 }, true);
    expect(asked(calls)).toEqual([["run", 1, 16384]]);
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(calls[0]?.signal.aborted).toBe(true);
    await finish();
    await finish();
    await settle();
    await finish();
    expect(log).toEqual(["2 headline", "2 preview", "2 full"]);
  });

  it("starts again on a question that comes while it waits for quiet", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    await finish();
    await finish();
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(asked(calls).slice(2)).toEqual([["headline", 2, 4096]]);
    expect(log).toEqual(["1 headline", "1 preview"]);
  });

  it.each([
    [0, ["1 Error: refused"]],
    [1, ["1 headline", "1 Error: refused"]],
    [2, ["1 headline", "1 preview", "1 Error: refused"]],
  ])("reports a failure of pass %i once and works on", async (pass, said) => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    for (let done = 0; done < pass; ++done) {
      await finish();
      await settle();
    }
    calls[pass]?.fail(new Error("refused"));
    await settle();
    expect(log).toEqual(said);
    expect(calls).toHaveLength(pass + 1);
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await finish();
    expect(log).toEqual([...said, "2 headline"]);
  });

  it("drops the failure of a question that nobody asks any more", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    calls[0]?.fail(new Error("refused"));
    await soon();
    await finish();
    expect(log).toEqual(["2 headline"]);
  });

  it.each([0, 1, 2])("says nothing more once cancelled in pass %i", async (pass) => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    for (let done = 0; done < pass; ++done) {
      await finish();
      await settle();
    }
    const before = [...log];
    runner.cancel();
    await settle();
    expect(calls[pass]?.signal.aborted).toBe(true);
    expect(calls).toHaveLength(pass + 1);
    expect(log).toEqual(before);
  });

  it("has no preview where the full run has no more draws", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 1024, tag: 1 });
    await finish();
    await finish();
    await settle();
    expect(asked(calls)).toEqual([["headline", 1, 1024], ["run", 1, 1024]]);
    expect(log).toEqual(["1 headline", "1 full"]);
  });

  it("reports a kept headline before the call that asks returns, and asks the engine for the rest once that is quiet", async () => {
    const { calls, log, runner, kept, finish } = setUp();
    keep(kept, 1);
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    expect(log).toEqual(["1 headline"]);
    await vi.advanceTimersByTimeAsync(39);
    expect(calls).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    await finish();
    await settle();
    await finish();
    expect(asked(calls)).toEqual([["run", 1, 4096], ["run", 1, 16384]]);
    expect(log).toEqual(["1 headline", "1 preview", "1 full"]);
  });

  it("asks nothing between moves whose answers are kept", async () => {
    const { calls, log, runner, kept } = setUp();
    for (const sellers of [1, 2, 3]) keep(kept, sellers);
    for (const sellers of [1, 2, 3, 2, 1]) {
      runner.request({ scenario: ask(sellers), draws: 16384, tag: sellers });
      await vi.advanceTimersByTimeAsync(30);
    }
    expect(log).toEqual([1, 2, 3, 2, 1].map((sellers) => `${sellers} headline`));
    expect(calls).toEqual([]);
  });

  it("breaks a headline off that comes too late for a newer answer, and never shows it", async () => {
    const { calls, log, runner, kept } = setUp();
    keep(kept, 2);
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    expect(log).toEqual(["2 headline"]);
    expect(calls[0]?.signal.aborted).toBe(true);
    await vi.advanceTimersByTimeAsync(40);
    expect(asked(calls)).toEqual([["headline", 1, 4096], ["run", 2, 4096]]);
    expect(log).toEqual(["2 headline"]);
  });

  it("drops a headline that comes although it was broken off for a newer answer", async () => {
    const { calls, log, runner, kept } = setUp();
    keep(kept, 2);
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    calls[0]?.finish();
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    expect(log).toEqual(["2 headline"]);
  });

  it("keeps the headlines that it asks for", async () => {
    const { calls, log, runner, finish } = setUp();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    await finish();
    runner.request({ scenario: ask(2), draws: 16384, tag: 2 });
    await soon();
    await finish();
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 });
    expect(log).toEqual(["1 headline", "2 headline", "1 headline"]);
    expect(calls.filter(({ pass }) => pass === "headline")).toHaveLength(2);
  });

  it("has no use for a kept headline where all draws are wanted at once", async () => {
    const { calls, log, runner, kept } = setUp();
    keep(kept, 1);
    runner.request({ scenario: ask(1), draws: 16384, tag: 1 }, true);
    await soon();
    expect(asked(calls)).toEqual([["run", 1, 16384]]);
    expect(log).toEqual([]);
  });
});
