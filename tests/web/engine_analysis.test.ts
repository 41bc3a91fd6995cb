import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import type {
  Engine,
  GoalOptions,
  Scenario,
  SensitivityMethod,
  SensitivityOptions,
} from "../../web/engine/index.ts";
import { startInThread } from "../../web/engine/own_thread.ts";
import type { Reply, Request } from "../../web/engine/protocol.ts";
import {
  atOnce,
  beginning,
  packText,
  read,
  rejection,
  repository,
  useBuiltEngine,
} from "./built_engine.ts";
import { analysisFaults } from "./schema_faults.ts";

const scenario: Scenario = { schema: 1, pack: "pk", draws: 1024 };
const methods = ["sobol", "shapley", "tornado", "evppi"] as const;
const program = fileURLToPath(new URL("build/native/export-potential", repository));
const { start } = useBuiltEngine();

describe.skipIf(!existsSync(program) && process.env["CI"] === undefined)("an analysis", () => {
  /** What the native program answers. */
  const native = (args: readonly string[], pack: string, input: string): string => {
    const { stdout, stderr, status } = spawnSync(
      program,
      [...args, "-", "--pack", fileURLToPath(new URL(pack, repository))],
      { input, encoding: "utf8" },
    );
    expect({ stderr, status }).toEqual({ stderr: "", status: 0 });
    // The order of keys and every bit of every number.
    return JSON.stringify(JSON.parse(stdout));
  };

  const pk = "public/packs/pk.json";
  const mini = "tests/data/packs/mini.json";
  const questions = [
    [pk, JSON.stringify(scenario)],
    [mini, read("tests/data/scenarios/mini_full.json")],
  ] as const;

  test.each(
    questions.flatMap(([pack, text]) => methods.map((method) => ({ pack, method, text }))),
  )("of $pack by $method gives what the native program gives", async ({ pack, method, text }) => {
    const engine = await start({ pack: read(pack) });
    const result = await engine.sensitivity(text, { method, draws: 512 });
    const args = ["sensitivity", "--method", method, "--draws", "512"];
    expect(JSON.stringify(result)).toBe(native(args, pack, text));
    expect(analysisFaults(result)).toEqual([]);
    expect(result.method).toBe(method);
  });

  test.each(questions)("of %s for a target does, too", async (pack, text) => {
    const engine = await start({ pack: read(pack) });
    const goal = await engine.goal(text, { target: 1e7, draws: 512 });
    const args = ["goal", "--target", "1e7", "--draws", "512"];
    expect(JSON.stringify(goal)).toBe(native(args, pack, text));
    expect(analysisFaults(goal)).toEqual([]);
  });

  test("passes on every option", async () => {
    const text = JSON.stringify(scenario);
    const engine = await start({ workers: 2 });
    const focus = { output: "jobs", year: 2029, draws: 512, seed: 5 } as const;
    const args = ["--output", "jobs", "--year", "2029", "--draws", "512", "--seed", "5"];
    const worth = await engine.sensitivity(scenario, { ...focus, method: "evppi", threshold: 1e4 });
    expect(JSON.stringify(worth)).toBe(
      native(["sensitivity", "--method", "evppi", "--threshold", "1e4", ...args], pk, text),
    );
    expect(worth.threshold).toBe(1e4);
    const goal = await engine.goal(text, { ...focus, target: 2e4, probabilities: [0.9, 0.05] });
    expect(JSON.stringify(goal)).toBe(
      native(["goal", "--target", "2e4", "--probability", "0.9,0.05", ...args], pk, text),
    );
    expect(goal.goals.map(({ probability }) => probability)).toEqual([0.9, 0.05]);
  });

  test("needs no options but a target", async () => {
    const engine = await start({ workers: 0 });
    expect(JSON.stringify(await engine.sensitivity(scenario))).toBe(
      native(["sensitivity"], pk, JSON.stringify(scenario)),
    );
  });
});

test("an analysis of a programme without sellers fits its schema", async () => {
  const engine = await start();
  const nobody: Scenario = { ...scenario, draws: 256, onboarding: { newSellers: 0 } };
  for (const method of methods) {
    expect(analysisFaults(await engine.sensitivity(nobody, { method }))).toEqual([]);
  }
  const { inputs } = await engine.sensitivity(nobody, { method: "tornado" });
  expect(inputs[0]?.elasticity).toBeNull();
  const shares = await engine.sensitivity(nobody);
  expect(shares.logScale).toEqual({ rSquared: null, reason: "notPositive" });
  expect(shares.inputs.map(({ logShare }) => logShare)).toEqual(shares.inputs.map(() => null));
  const { goals } = await engine.goal(nobody, { target: 1e15, probabilities: [0.5] });
  // Nobody sells a million billion dollars.
  expect(goals).toEqual([{ probability: 0.5, reachable: false, highestProbability: 0 }]);
});

test("shares of the variance of the logarithm sum to about the part that is explained", async () => {
  const engine = await start();
  const { logScale, inputs } = await engine.sensitivity(scenario);
  const sum = inputs.reduce((total, { logShare }) => total + (logShare?.value ?? Number.NaN), 0);
  // Factors are independent but for what 1,024 draws leave: 1 / 32 for each pair of coefficients.
  expect(sum).toBeCloseTo(logScale.rSquared?.value ?? Number.NaN, 1);
  expect(logScale.rSquared?.value).toBeGreaterThan(0.8);
  expect(logScale.rSquared?.value).toBeLessThanOrEqual(1);
});

describe("the schema of analyses", () => {
  test.each<[string, string, object]>([
    ["a stray key", "goal", { extra: 1 }],
    ["the method of another", "goal", { method: "sobol" }],
    ["an unknown output", "sobol", { output: "profit" }],
    ["a reachable goal without registrations", "goal", {
      goals: [{ probability: 0.5, reachable: true, highestProbability: 1 }],
    }],
    ["registrations for a goal out of reach", "goal", {
      goals: [{ probability: 0.5, reachable: false, newSellers: 1, highestProbability: 1 }],
    }],
    ["an estimate without its error", "sobol", {
      inputs: [{ name: "m", first: { value: 1 }, total: { value: 1 }, logShare: null }],
    }],
    ["a regression that is lacking without a reason", "sobol", { logScale: { rSquared: null } }],
  ])("refuses %s", async (_, kind, members) => {
    const engine = await start();
    const result =
      kind === "goal"
        ? await engine.goal(scenario, { target: 1e7, draws: 256 })
        : await engine.sensitivity(scenario, { draws: 256 });
    expect(analysisFaults(result)).toEqual([]);
    expect(analysisFaults({ ...result, ...members })).not.toEqual([]);
  });
});

describe.each([0, 1, 2, 4])("with %i workers, analyses", (workers) => {
  test("asked for at once all come to an end, the same as alone", async () => {
    const engine = await start({ workers });
    const ask = (one: Engine) => [
      ...methods.map((method) => () => one.sensitivity(scenario, { method, draws: 256 })),
      () => one.goal(scenario, { target: 1e7, draws: 256 }),
    ];
    const together = await Promise.all(ask(engine).map((call) => call()));
    const other = await start();
    for (const [index, call] of ask(other).entries()) {
      expect(together[index]).toEqual(await call());
    }
  });

  test("give way to runs and are not disturbed by them", async () => {
    const engine = await start({ workers });
    const [alone, expected] = [
      await engine.sensitivity(scenario),
      await engine.runText(scenario, { seed: 9 }),
    ];
    const order: string[] = [];
    const { begun, onProgress } = beginning();
    const analysis = engine.sensitivity(scenario, { onProgress }).then((result) => {
      order.push("analysis");
      return result;
    });
    await begun;
    const overtaken = rejection(engine.run(scenario, { draws: 16384 }));
    const run = await engine.runText(scenario, { seed: 9 });
    order.push("run");
    expect((await overtaken).reason).toHaveProperty("name", "AbortError");
    expect(run).toBe(expected);
    expect((await engine.evaluate(scenario)).schema).toBe(1);
    order.push("evaluation");
    expect(await analysis).toEqual(alone);
    // Where another worker computes the analysis, either may be first.
    if (workers < 2) expect(order).toEqual(["run", "evaluation", "analysis"]);
  });

  test.runIf(workers < 2)("stand still while a run is under way", async () => {
    const engine = await start({ workers });
    let pieces = 0;
    const { begun, onProgress } = beginning();
    const analysis = engine.sensitivity(scenario, {
      onProgress(done) {
        pieces++;
        onProgress(done);
      },
    });
    await begun;
    const before = pieces;
    let slices = 0;
    await engine.run(scenario, { draws: 16384, onProgress: () => slices++ });
    // Some pieces may have been done before the worker heard of the run.
    expect(pieces - before).toBeLessThan(slices / 2);
    expect((await analysis).method).toBe("sobol");
  });

  test("go on after a run with faults", async () => {
    const engine = await start({ workers });
    const { begun, onProgress } = beginning();
    const analysis = engine.sensitivity(scenario, { onProgress });
    await begun;
    await expect(engine.run({ ...scenario, horizon: 99 })).rejects.toHaveProperty("path", "/horizon");
    expect((await analysis).method).toBe("sobol");
  });

  test("tell their progress", async () => {
    const engine = await start({ workers });
    const seen: number[] = [];
    const onProgress = (done: number, total: number) => {
      expect(total).toBe(1);
      seen.push(done);
    };
    await engine.sensitivity(scenario, { onProgress });
    expect(seen.length).toBeGreaterThan(10);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.at(-1)).toBe(1);
    const thrown = new Error("no more");
    const tired = () => {
      throw thrown;
    };
    await expect(engine.goal(scenario, { target: 1e7, onProgress: tired })).rejects.toBe(thrown);
  });

  test("can be stopped before, while waiting, and under way", async () => {
    const engine = await start({ workers });
    const before = engine.sensitivity(scenario, { signal: AbortSignal.abort() });
    await expect(before).rejects.toHaveProperty("name", "AbortError");

    const controller = new AbortController();
    const { signal } = controller;
    const { begun, onProgress } = beginning();
    const outcomes = [
      engine.sensitivity(scenario, { draws: 8192, signal, onProgress }),
      engine.sensitivity(scenario, { draws: 8192, signal }),
    ].map(rejection);
    const last = engine.sensitivity(scenario, { method: "evppi" });
    await begun;
    controller.abort();
    for (const { reason } of await atOnce(Promise.all(outcomes))) {
      expect(reason).toBeInstanceOf(DOMException);
      expect(reason).toHaveProperty("name", "AbortError");
    }
    expect((await last).method).toBe("evppi");
  });

  test("end when the engine is disposed of", async () => {
    const engine = await start({ workers });
    const { begun, onProgress } = beginning();
    const outcome = rejection(engine.sensitivity(scenario, { draws: 8192, onProgress }));
    await begun;
    engine.dispose();
    expect((await outcome).reason).toHaveProperty("name", "AbortError");
    await expect(engine.sensitivity(scenario)).rejects.toHaveProperty("code", "disposed");
    await expect(engine.goal(scenario, { target: 1 })).rejects.toHaveProperty("code", "disposed");
  });
});

test("a worker drops an analysis that is cancelled and begins the next", async () => {
  const worker = startInThread();
  const analyse = (id: number, method: SensitivityMethod): Request => ({
    type: "analyse",
    id,
    analysis: "sensitivity",
    scenario: JSON.stringify(scenario),
    overrides: {},
    options: JSON.stringify({ method }),
  });
  let reached = 0;
  const ended = await new Promise<Reply>((resolve) => {
    worker.listen((reply) => {
      if (reply.type === "progress" && reply.id === 2) {
        reached = reply.done;
        if (reached > 0) worker.post({ type: "cancel", id: 2 });
      }
      if (reply.type === "failed" || (reply.type === "done" && reply.id > 1)) resolve(reply);
    });
    worker.post({ type: "open", id: 1, pack: packText });
    worker.post(analyse(2, "sobol"));
    worker.post(analyse(3, "evppi"));
  });
  expect(ended).toMatchObject({ type: "done", id: 3 });
  // One piece or two of the sixty.
  expect(reached).toBeLessThan(0.1);
});

describe("faults of", () => {
  test.each<[unknown, string, string]>([
    [{ method: "morris" }, "unknown_name", "/method"],
    [{ method: "goal" }, "unknown_name", "/method"],
    [{ method: 1 }, "wrong_type", "/method"],
    [{ output: "profit" }, "unknown_name", "/output"],
    [{ year: 2026 }, "out_of_range", "/year"],
    [{ year: 2030.5 }, "out_of_range", "/year"],
    [{ year: Number.NaN }, "not_finite", "/year"],
    [{ threshold: Number.POSITIVE_INFINITY }, "not_finite", "/threshold"],
    [{ threshold: "0" }, "wrong_type", "/threshold"],
    [{ threshold: 0 }, "conflict", "/threshold"],
    [{ method: "tornado", threshold: 0 }, "conflict", "/threshold"],
    [{ method: "morris", threshold: 0 }, "unknown_name", "/method"],
    [{ treshold: 0 }, "unknown_key", "/treshold"],
    [{ draws: 1000 }, "not_power_of_two", "/draws"],
    [{ seed: -1 }, "out_of_range", "/seed"],
    [{ year: 2030n }, "wrong_type", ""],
  ])("a sensitivity analysis with %o", async (options, code, path) => {
    const engine = await start();
    await expect(
      engine.sensitivity(scenario, options as SensitivityOptions),
    ).rejects.toMatchObject({ name: "EngineError", code, path });
  });

  test.each<[unknown, string, string]>([
    [undefined, "missing_key", "/target"],
    [{}, "missing_key", "/target"],
    [{ target: Number.NaN }, "not_finite", "/target"],
    [{ target: Number.NEGATIVE_INFINITY }, "not_finite", "/target"],
    [{ target: 1, method: "sobol" }, "unknown_key", "/method"],
    [{ target: 1, probabilities: [] }, "out_of_range", "/probabilities"],
    [{ target: 1, probabilities: Array(17).fill(0.5) }, "out_of_range", "/probabilities"],
    [{ target: 1, probabilities: 0.5 }, "wrong_type", "/probabilities"],
    [{ target: 1, probabilities: [0, 0.5] }, "out_of_range", "/probabilities/0"],
    [{ target: 1, probabilities: [0.5, 1] }, "out_of_range", "/probabilities/1"],
    [{ target: 1, probabilities: [Number.NaN] }, "not_finite", "/probabilities/0"],
    [{ target: 1, output: "profit" }, "unknown_name", "/output"],
  ])("a goal with %o", async (options, code, path) => {
    const engine = await start();
    await expect(engine.goal(scenario, options as GoalOptions)).rejects.toMatchObject({
      name: "EngineError",
      code,
      path,
    });
  });

  test("scenario and options are reported together, and the next call is as good as any", async () => {
    for (const workers of [0, 2]) {
      const engine = await start({ workers });
      const asked = { ...scenario, surprise: 1 } as Scenario;
      const method = "none" as SensitivityMethod;
      const { reason } = await rejection(engine.sensitivity(asked, { method, year: Number.NaN }));
      expect(reason).toMatchObject({
        errors: [
          { code: "unknown_key", path: "/surprise" },
          { code: "unknown_name", path: "/method" },
          { code: "not_finite", path: "/year" },
        ],
      });
      const { reason: focus } = await rejection(
        engine.sensitivity(scenario, { output: "profit" as "jobs", year: 1 }),
      );
      expect(focus).toMatchObject({ errors: [{ path: "/output" }, { path: "/year" }] });
      await expect(engine.sensitivity("{")).rejects.toMatchObject({ code: "json_syntax", path: "" });
      expect((await engine.sensitivity(scenario)).method).toBe("sobol");
    }
  });
});
