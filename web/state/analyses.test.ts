import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { AnalysisRunner, noAnalyses, type Analyses, type AnalysisEngine, type AnalysisName, type AnalysisQuestion, type AskedPlan } from "./analyses.ts";
import { defaultPlan } from "./plan/plan.ts";

interface Call {
  readonly asked: string;
  readonly signal: AbortSignal;
  finish(): void;
  fail(error: Error): void;
  tell(done: number, total: number): void;
}

const plan = (newSellers: number): AskedPlan => ({
  plan: { ...defaultPlan(mockPack), newSellers },
  scenario: { schema: 1, pack: "zz", onboarding: { newSellers } },
});
const question = (newSellers: number, target = 100, kept: readonly AskedPlan[] = []): AnalysisQuestion => ({
  ...plan(newSellers),
  year: 2031,
  target,
  kept,
});

/** A runner over an engine that answers when the test lets it; answers carry what was asked. */
function setUp(): { calls: Call[]; finish: (index: number) => Promise<void>; now: () => Analyses; runner: AnalysisRunner } {
  const calls: Call[] = [];
  const answer = (
    asked: string,
    { signal, onProgress }: { signal: AbortSignal; onProgress: (done: number, total: number) => void },
  ): Promise<never> =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => reject(new DOMException("stopped", "AbortError")));
      calls.push({ asked, signal, finish: () => resolve({ asked } as never), fail: reject, tell: onProgress });
    });
  const engine: AnalysisEngine = {
    sensitivity: ({ onboarding }, options) =>
      answer(`${options.method} ${onboarding?.newSellers} ${options.year} ${options.threshold}`, options),
    goal: ({ onboarding }, options) =>
      answer(`goal ${onboarding?.newSellers} ${options.year} ${options.target} ${options.probabilities?.join()}`, options),
    compare: (scenarios, options) =>
      answer(`compare ${scenarios.map(({ onboarding }) => onboarding?.newSellers).join()} ${options.outputs?.join()}`, options),
  };
  let states = noAnalyses;
  const runner = new AnalysisRunner(engine, (next) => {
    states = next;
  });
  const finish = async (index: number): Promise<void> => {
    calls[index]?.finish();
    await soon();
  };
  return { calls, finish, now: () => states, runner };
}

const soon = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));
const askedOf = (states: Analyses, name: AnalysisName): unknown => (states[name].answer as { asked?: string } | undefined)?.asked;

describe("AnalysisRunner", () => {
  it("asks nothing before someone looks, and nothing before the plan is quiet", async () => {
    const { calls, runner } = setUp();
    runner.ask(question(1));
    await soon();
    expect(calls).toEqual([]);

    const other = setUp();
    other.runner.want("tornado", true);
    await soon();
    expect(other.calls).toEqual([]);
  });

  it("asks what is looked at, one after the other, each about the plan, the year and the aim", async () => {
    const { calls, finish, now, runner } = setUp();
    for (const name of ["tornado", "sobol", "evppi", "goal"] as const) runner.want(name, true);
    runner.ask(question(7));
    for (let index = 0; index < 4; ++index) {
      expect(calls).toHaveLength(index + 1);
      await finish(index);
    }
    expect(calls.map(({ asked }) => asked)).toEqual([
      "tornado 7 2031 undefined",
      "sobol 7 2031 undefined",
      "evppi 7 2031 100",
      "goal 7 2031 100 0.5,0.8",
    ]);
    expect(now().goal).toMatchObject({ isStale: false, isRunning: false, problem: "" });
  });

  it.each<[AnalysisName, string]>([
    ["tornado", "tornado 7 2028 undefined"],
    ["sobol", "sobol 7 2028 undefined"],
    ["evppi", "evppi 7 2028 100"],
    ["goal", "goal 7 2028 100 0.5,0.8"],
  ])("asks for %s again when another year is shown, and keeps what is of the same question", async (name, again) => {
    const { calls, finish, now, runner } = setUp();
    runner.want(name, true);
    runner.ask(question(7));
    await finish(0);
    runner.ask(question(7));
    await soon();
    expect(calls).toHaveLength(1);
    expect(now()[name].isStale).toBe(false);
    runner.ask({ ...question(7), year: 2028 });
    await finish(1);
    expect(askedOf(now(), name)).toBe(again);
  });

  it.each<[AnalysisName, string | undefined]>([
    ["tornado", undefined],
    ["sobol", undefined],
    ["evppi", "evppi 7 2031 250"],
    ["goal", "goal 7 2031 250 0.5,0.8"],
  ])("asks for %s again for another aim only where it is about the aim", async (name, again) => {
    const { calls, finish, now, runner } = setUp();
    runner.want(name, true);
    runner.ask(question(7));
    await finish(0);
    runner.ask(question(7, 250));
    await finish(1);
    expect(calls.slice(1).map(({ asked }) => asked)).toEqual(again === undefined ? [] : [again]);
    expect(now()[name].isStale).toBe(false);
  });

  it("shows progress while it runs", async () => {
    const { calls, finish, now, runner } = setUp();
    runner.want("sobol", true);
    runner.ask(question(1));
    calls[0]?.tell(1, 4);
    expect(now().sobol).toMatchObject({ isRunning: true, progress: 0.25, isStale: true });
    await finish(0);
    expect(now().sobol.isRunning).toBe(false);
  });

  it("breaks off on a change, keeps the old answer as old, and asks again when the plan is quiet", async () => {
    const { calls, finish, now, runner } = setUp();
    runner.want("tornado", true);
    runner.ask(question(1));
    await finish(0);
    runner.pause();
    expect(now().tornado.isStale).toBe(true);
    expect(askedOf(now(), "tornado")).toBe("tornado 1 2031 undefined");
    // With the question that it is to.
    runner.ask(question(2));
    expect(now().tornado.question).toEqual(question(1));
    runner.pause();
    await soon();
    expect(calls[1]?.signal.aborted).toBe(true);
    expect(now().tornado).toMatchObject({ isRunning: false, isStale: true, problem: "" });

    runner.ask(question(3));
    await finish(2);
    expect(askedOf(now(), "tornado")).toBe("tornado 3 2031 undefined");
    expect(now().tornado.isStale).toBe(false);
  });

  it("asks at once for a newer question while an older one runs", async () => {
    const { calls, finish, now, runner } = setUp();
    runner.want("tornado", true);
    runner.ask(question(1));
    runner.ask(question(2));
    await soon();
    expect(calls.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    await finish(1);
    expect(askedOf(now(), "tornado")).toBe("tornado 2 2031 undefined");
  });

  it("computes nothing twice: neither for a plan that is back nor for an aim that does not matter", async () => {
    const { calls, finish, now, runner } = setUp();
    runner.want("tornado", true);
    runner.ask(question(1));
    await finish(0);
    runner.pause();
    runner.ask(question(1, 500));
    await soon();
    expect(calls).toHaveLength(1);
    expect(now().tornado.isStale).toBe(false);
  });

  it("goes on with what an aim changes only", async () => {
    const { calls, finish, runner } = setUp();
    runner.want("goal", true);
    runner.ask(question(1, 100));
    await finish(0);
    runner.ask(question(1, 200));
    expect(calls.map(({ asked }) => asked)).toEqual(["goal 1 2031 100 0.5,0.8", "goal 1 2031 200 0.5,0.8"]);
  });

  it("stops what nobody looks at any more and goes on with the rest", async () => {
    const { calls, now, runner } = setUp();
    runner.want("sobol", true);
    runner.want("evppi", true);
    runner.ask(question(1));
    runner.want("sobol", false);
    await soon();
    expect(calls[0]?.signal.aborted).toBe(true);
    expect(now().sobol.isRunning).toBe(false);
    expect(calls[1]?.asked).toBe("evppi 1 2031 100");
  });

  it("says why there is no answer, does not ask in vain, and asks again when told to", async () => {
    const { calls, finish, now, runner } = setUp();
    runner.want("goal", true);
    runner.ask(question(1));
    calls[0]?.fail(new Error("refused"));
    await soon();
    expect(now().goal).toMatchObject({ problem: "refused", isStale: true, isRunning: false });
    runner.ask(question(1));
    await soon();
    expect(calls).toHaveLength(1);
    runner.retry("goal");
    await finish(1);
    expect(now().goal).toMatchObject({ problem: "", isStale: false });
  });

  it("compares with kept plans as soon as there are some, whatever the year and the aim", async () => {
    const { calls, finish, runner } = setUp();
    runner.want("compare", true);
    runner.ask(question(1));
    await soon();
    expect(calls).toEqual([]);
    runner.ask(question(1, 100, [plan(5), plan(7)]));
    await finish(0);
    runner.ask({ ...question(1, 200, [plan(5), plan(7)]), year: 2035 });
    await soon();
    expect(calls.map(({ asked }) => asked)).toEqual(["compare 5,7,1 exportsAdditional,cost"]);
  });
});
