import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import type { Scenario } from "../engine/types.ts";
import { Anticipation } from "./anticipation.ts";
import { KeptHeadlines, type HeadlineQuestion } from "./kept_headlines.ts";
import type { HeadlineResult, ShownResult } from "./readings.ts";
import type { RunChoice, RunEngine } from "./runner.ts";

const kRunMs = 20;
/** The time that a move of the slider has to be drawn. */
const kFrameMs = 16;

const ask = (newSellers: number): HeadlineQuestion => ({
  scenario: { schema: 1, pack: "zz", onboarding: { newSellers } },
  draws: 4096,
});

interface Stage {
  /** The engine as everybody else uses it. */
  readonly engine: RunEngine;
  readonly anticipation: Anticipation;
  readonly kept: KeptHeadlines;
  /** What the engine was asked, broken off or not, with what was under way then. */
  readonly asked: readonly string[];
  /** Which of so many sellers have a kept answer. */
  keptOf(most: number): number[];
}

/** An engine that takes so many milliseconds for an answer and refuses some numbers of sellers. */
function setUp(takes: number | (() => number) = kRunMs, refused: readonly number[] = []): Stage {
  const asked: string[] = [];
  const kept = new KeptHeadlines();
  const underWay = new Set<string>();
  const answer = (kind: string, { onboarding }: Scenario, { signal }: RunChoice): Promise<ShownResult> =>
    new Promise((resolve, reject) => {
      const sellers = onboarding?.newSellers ?? 0;
      const name = `${kind} ${sellers}`;
      asked.push([name, ...underWay].join(" beside "));
      underWay.add(name);
      const end = (): void => {
        underWay.delete(name);
        clearTimeout(timer);
      };
      const timer = setTimeout(() => {
        end();
        if (refused.includes(sellers)) reject(new Error("refused"));
        else resolve(mockResult(sellers));
      }, typeof takes === "number" ? takes : takes());
      signal.addEventListener("abort", () => {
        end();
        reject(new DOMException("stopped", "AbortError"));
      });
    });
  const anticipation = new Anticipation(kept);
  const engine = anticipation.start<RunEngine>({
    run: (scenario, options) => answer("run", scenario, options),
    headline: (scenario, options): Promise<HeadlineResult> => answer("headline", scenario, options),
  });
  const keptOf = (most: number): number[] =>
    Array.from({ length: most }, (_, index) => index + 1).filter((sellers) => kept.get(ask(sellers)));
  return { engine, anticipation, kept, asked, keptOf };
}

const upTo = (most: number): number[] => Array.from({ length: most }, (_, index) => index + 1);
const wait = (milliseconds: number): Promise<void> => vi.advanceTimersByTimeAsync(milliseconds).then(() => undefined);
const kNoSignal = new AbortController().signal;

describe("Anticipation", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("asks one question after the other, in their order, and keeps what the engine says", async () => {
    const { anticipation, kept, asked } = setUp();
    anticipation.expect([ask(3), ask(1), ask(2)]);
    await wait(kFrameMs - 1);
    expect(asked).toEqual([]);
    await wait(1000);
    expect(asked).toEqual(["headline 3", "headline 1", "headline 2"]);
    for (const sellers of [1, 2, 3]) expect(kept.get(ask(sellers))).toEqual(mockResult(sellers));
  });

  it("does not ask again what is kept", async () => {
    const { anticipation, kept, asked } = setUp();
    kept.keep(ask(2), mockResult(2));
    anticipation.expect([1, 2, 3].map(ask));
    await wait(1000);
    anticipation.expect([3, 2, 1, 4].map(ask));
    await wait(1000);
    expect(asked).toEqual(["headline 1", "headline 3", "headline 4"]);
  });

  it("asks nothing while someone else does, and then goes on where it was broken off", async () => {
    const { engine, anticipation, asked, keptOf } = setUp();
    anticipation.expect(upTo(4).map(ask));
    await wait(kFrameMs + kRunMs + 10);
    const own = engine.run(ask(9).scenario, { draws: 4096, signal: kNoSignal });
    expect(asked).toEqual(["headline 1", "headline 2", "run 9"]);
    await wait(kRunMs - 1);
    expect(asked).toHaveLength(3);
    await wait(1);
    await expect(own).resolves.toEqual(mockResult(9));
    expect(keptOf(9)).toEqual([1]);
    await wait(1000);
    expect(asked.slice(3)).toEqual(["headline 2", "headline 3", "headline 4"]);
  });

  it("waits for the last of several who ask", async () => {
    const { engine, anticipation, asked } = setUp();
    void engine.run(ask(8).scenario, { draws: 4096, signal: kNoSignal });
    anticipation.expect([ask(1)]);
    await wait(10);
    void engine.run(ask(9).scenario, { draws: 4096, signal: kNoSignal });
    await wait(kRunMs - 1);
    expect(asked).toEqual(["run 8", "run 9 beside run 8"]);
    await wait(10);
    expect(asked[2]).toBe("headline 1");
  });

  it("lets who has an answer ask again first", async () => {
    const { engine, anticipation, asked } = setUp();
    anticipation.expect([ask(1)]);
    const twice = async (): Promise<void> => {
      for (const sellers of [8, 9]) await engine.run(ask(sellers).scenario, { draws: 4096, signal: kNoSignal });
    };
    void twice();
    await wait(1000);
    expect(asked).toEqual(["run 8", "run 9", "headline 1"]);
  });

  it("goes on after a call that failed", async () => {
    const { engine, anticipation, keptOf } = setUp(kRunMs, [9]);
    anticipation.expect([ask(1)]);
    const own = engine.run(ask(9).scenario, { draws: 4096, signal: kNoSignal });
    const refusal = expect(own).rejects.toThrow("refused");
    await wait(1000);
    await refusal;
    expect(keptOf(9)).toEqual([1]);
  });

  it("ends when nothing is expected any more", async () => {
    const { anticipation, asked, keptOf } = setUp();
    anticipation.expect(upTo(4).map(ask));
    await wait(kFrameMs + kRunMs + 10);
    anticipation.expect();
    await wait(1000);
    expect(asked).toEqual(["headline 1", "headline 2"]);
    expect(keptOf(4)).toEqual([1]);
  });

  it("leaves what is under way to finish when something else is expected", async () => {
    const { anticipation, asked, keptOf } = setUp();
    anticipation.expect(upTo(4).map(ask));
    await wait(kFrameMs + 10);
    anticipation.expect([ask(7), ask(8)]);
    await wait(1000);
    expect(asked).toEqual(["headline 1", "headline 7", "headline 8"]);
    expect(keptOf(9)).toEqual([1, 7, 8]);
  });

  it("asks a few questions only where a headline takes long", async () => {
    const { anticipation, asked } = setUp(61);
    anticipation.expect(upTo(121).map(ask));
    await wait(60_000);
    expect(asked).toEqual(["headline 1", "headline 2", "headline 3", "headline 4"]);
  });

  it("goes on after one headline that took long", async () => {
    let asked = 0;
    const { anticipation, keptOf } = setUp(() => (++asked === 10 ? 200 : kRunMs));
    anticipation.expect(upTo(121).map(ask));
    await wait(60_000);
    expect(keptOf(121)).toHaveLength(121);
  });

  it("asks all where it does not", async () => {
    const { anticipation, keptOf } = setUp(59);
    anticipation.expect(upTo(121).map(ask));
    await wait(60_000);
    expect(keptOf(121)).toHaveLength(121);
  });

  it("tries no other question after a refusal, until others are expected", async () => {
    const { anticipation, asked } = setUp(kRunMs, [2]);
    anticipation.expect(upTo(4).map(ask));
    await wait(1000);
    expect(asked).toEqual(["headline 1", "headline 2"]);
    anticipation.expect([ask(3)]);
    await wait(1000);
    expect(asked[2]).toBe("headline 3");
  });
});
