import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

import type { RunOptions, RunResult, Scenario } from "../../web/engine/index.ts";
import { atOnce, beginning, read, rejection, repository, useBuiltEngine } from "./built_engine.ts";

const scenario: Scenario = { schema: 1, pack: "pk", draws: 1024 };
const program = fileURLToPath(new URL("build/native/export-potential", repository));
const { folder, start } = useBuiltEngine();

/** Runs the native program. */
function native(args: readonly string[], input: string): string {
  const { stdout, stderr, status } = spawnSync(program, args, { input, encoding: "utf8" });
  expect(stderr).toBe("");
  expect(status).toBe(0);
  return stdout;
}

describe("a run", () => {
  test("has the shape of the contract", async () => {
    const engine = await start();
    const result = await engine.run(scenario);
    expect(result.schema).toBe(1);
    expect(result.model).toEqual({
      version: engine.modelVersion,
      pack: "pk",
      packVersion: "2026.11.0",
      seed: 1,
      draws: 1024,
    });
    expect(result.years).toEqual(Array.from({ length: 10 }, (_, index) => 2027 + index));
    expect(Object.keys(result.outputs)).toHaveLength(16);
    const { unit, mean, quantiles } = result.outputs.exportsAdditional;
    expect(unit).toBe("US$");
    expect(mean).toHaveLength(10);
    for (const values of Object.values(quantiles)) expect(values).toHaveLength(10);
    expect(quantiles.p05[9]).toBeLessThan(quantiles.p50[9] ?? 0);
    expect(quantiles.p50[9]).toBeLessThan(quantiles.p95[9] ?? 0);
    expect(Object.keys(result.byMarket)).toHaveLength(6);
    expect(result.byChannel["b2c"]?.exportsAdditional.mean).toHaveLength(10);
    expect(result.funnel.map(({ id }) => id)).toEqual([
      "registered",
      "active",
      "after1",
      "after3",
      "after5",
    ]);
    expect(result.waterfall.at(-1)?.id).toBe("valueAdded");
    expect(result.sellers.topShare1.mean).toBeGreaterThan(0);
    expect(result.probability.positive).toHaveLength(10);
    expect(result.standardError.exportsAdditional.mean).toHaveLength(10);
    expect(result.measures).toEqual([]);
    expect(result.checks).toBeInstanceOf(Array);
  });

  test("gives the same bytes with any number of workers", async () => {
    const [own, ...others] = await Promise.all(
      [0, 1, 2, 7].map(async (workers) => {
        const engine = await start({ workers });
        expect(engine.workers).toBe(workers);
        return engine.runText(scenario, { draws: 2048, seed: 7 });
      }),
    );
    expect(own).toContain('"draws":2048');
    for (const other of others) expect(other).toBe(own);
  });

  test("gives the same bytes in groups of years, of which helpers are not all at the same", async () => {
    const texts: string[] = [];
    for (const workers of [1, 2, 3, 4, 8]) {
      const engine = await start({ workers });
      texts.push(await engine.runText(scenario, { draws: 16_384 }));
      engine.dispose();
    }
    expect(new Set(texts).size).toBe(1);
  });

  test("gives the same bytes with more workers than blocks of draws", async () => {
    const [one, many] = await Promise.all([start({ workers: 1 }), start({ workers: 6 })]);
    const options: RunOptions = { draws: 256 };
    expect(await many.runText(scenario, options)).toBe(await one.runText(scenario, options));
  });

  test("does not depend on the runs before it", async () => {
    const engine = await start({ workers: 2 });
    const other: Scenario = {
      ...scenario,
      horizon: 5,
      assumptions: { dw: { dist: "uniform", min: 0.1, max: 0.2 } },
    };
    const texts: string[] = [];
    for (const [asked, seed] of [[scenario, 1], [other, 1], [scenario, 2], [scenario, 1]] as const) {
      texts.push(await engine.runText(asked, { seed }));
    }
    expect(texts[3]).toBe(texts[0]);
    expect(new Set(texts).size).toBe(3);
    const fresh = await start();
    expect(await fresh.runText(other)).toBe(texts[1]);
  });

  test.each<[string, Partial<Scenario>]>([
    ["another way of sampling", { sampling: "counter" }],
    ["a later last year, to which interruptions reach", { horizon: 12 }],
    ["another first year", { startYear: 2029 }],
    ["other readings", { readings: { "first-sales": "wider" } }],
  ])("draws anew for %s", async (_, change) => {
    const fresh = (asked: Scenario) => start({ workers: 0 }).then((engine) => engine.runText(asked));
    const used = await start({ workers: 0 });
    const first = await used.runText(scenario);
    const changed: Scenario = { ...scenario, ...change };
    expect(await used.runText(changed)).toBe(await fresh(changed));
    expect(await used.runText(scenario)).toBe(first);
  });

  test("takes a scenario as data or as JSON, and options in its place", async () => {
    const engine = await start();
    const text = await engine.runText({ ...scenario, draws: 512, seed: 3 });
    expect(await engine.runText(JSON.stringify(scenario), { draws: 512, seed: 3 })).toBe(text);
  });

  test("tells its progress", async () => {
    for (const workers of [0, 2]) {
      const engine = await start({ workers });
      const seen: number[] = [];
      await engine.run(scenario, {
        draws: 8192,
        onProgress(done, total) {
          expect(total).toBe(8192);
          seen.push(done);
        },
      });
      expect(seen.length).toBeGreaterThan(2);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
      expect(seen.at(-1)).toBe(8192);
    }
  });

  test("ends with what a progress listener throws", async () => {
    const engine = await start();
    const thrown = new Error("no more");
    const onProgress = () => {
      throw thrown;
    };
    await expect(engine.run(scenario, { onProgress })).rejects.toBe(thrown);
    await expect(engine.run(scenario)).resolves.toBeDefined();
  });
});

describe.skipIf(!existsSync(program) && process.env["CI"] === undefined)("native", () => {
  const pack = (name: string) => ["--pack", fileURLToPath(new URL(name, repository))];

  test.each([
    ["public/packs/pk.json", JSON.stringify({ ...scenario, draws: 4096 })],
    ["tests/data/packs/mini.json", read("tests/data/scenarios/mini_full.json")],
  ])("gives the bytes of the engine for %s", async (name, text) => {
    const engine = await start({ pack: read(name), workers: 2 });
    expect(await engine.runText(text)).toBe(native(["run", "-", ...pack(name)], text).trimEnd());
    expect(await engine.evaluate(text)).toEqual(
      JSON.parse(native(["evaluate", "-", ...pack(name)], text)),
    );
  });
});

describe.each([0, 2])("a call that is stopped, with %i workers,", (workers) => {
  test("rejects with AbortError at once", async () => {
    const engine = await start({ workers });
    const controller = new AbortController();
    const { begun, onProgress } = beginning();
    const outcome = rejection(
      engine.run(scenario, { draws: 16384, signal: controller.signal, onProgress }),
    );
    await begun;
    controller.abort();
    const { reason } = await atOnce(outcome);
    expect(reason).toBeInstanceOf(DOMException);
    expect(reason).toHaveProperty("name", "AbortError");
    expect((await engine.run(scenario)).model.draws).toBe(1024);
  });

  test("lets timers through while it computes", async () => {
    const engine = await start({ workers });
    let fired = 0;
    const timer = setInterval(() => fired++, 1);
    await engine.run(scenario, { draws: 16384 });
    clearInterval(timer);
    expect(fired).toBeGreaterThan(2);
  });

  test("rejects at once when its signal was aborted before", async () => {
    const engine = await start({ workers });
    const signal = AbortSignal.abort();
    await expect(engine.run(scenario, { signal })).rejects.toHaveProperty("name", "AbortError");
    await expect(engine.evaluate(scenario, { signal })).rejects.toHaveProperty("name", "AbortError");
  });

  test("gives way to the newest run", async () => {
    const engine = await start({ workers });
    const runs = [1, 2, 3, 4].map((seed) => engine.runText(scenario, { seed }));
    const outcomes = await Promise.allSettled(runs);
    expect(outcomes.map(({ status }) => status)).toEqual([
      "rejected",
      "rejected",
      "rejected",
      "fulfilled",
    ]);
    for (const outcome of outcomes.slice(0, 3)) {
      expect(outcome).toHaveProperty("reason.name", "AbortError");
    }
    expect(await runs[3]).toBe(await (await start()).runText(scenario, { seed: 4 }));
  });

  test("gives way also after it has begun", async () => {
    const engine = await start({ workers });
    const { begun, onProgress } = beginning();
    const old = rejection(engine.run(scenario, { draws: 65_536, onProgress }));
    await begun;
    const newest = engine.runText(scenario);
    const { reason } = await old;
    expect(reason).toHaveProperty("name", "AbortError");
    expect(await newest).toBe(await (await start()).runText(scenario));
  });

  test("rejects when the engine is disposed of", async () => {
    const engine = await start({ workers });
    const { begun, onProgress } = beginning();
    const run = rejection(engine.run(scenario, { draws: 65_536, onProgress }));
    await begun;
    engine.dispose();
    engine.dispose();
    expect((await atOnce(run)).reason).toHaveProperty("name", "AbortError");
    await expect(engine.run(scenario)).rejects.toHaveProperty("code", "disposed");
    await expect(engine.evaluate(scenario)).rejects.toHaveProperty("code", "disposed");
  });
});

describe("a headline", () => {
  /** The members of a run's result that its headline has. */
  const headlineOf = ({ schema, model, years, outputs, funnel, probability, checks }: RunResult) => ({
    schema,
    model,
    years,
    outputs: { exportsAdditional: outputs.exportsAdditional },
    funnel,
    probability: {
      aboveEcommerceCeiling: probability.aboveEcommerceCeiling,
      poolLimits: probability.poolLimits,
    },
    checks: checks.filter(({ code }) => code !== "above_sector_exports"),
  });

  test("is that of the run, with any number of workers", async () => {
    const questions: Scenario[] = [
      scenario,
      {
        ...scenario,
        onboarding: { newSellers: 3_000_000 },
        measures: [{ type: "training", tier: "light", from: 2028, share: 0.5 }],
        closures: [{ market: "us", from: 2029, to: 2030 }],
      },
    ];
    for (const workers of [0, 1, 3]) {
      const engine = await start({ workers });
      for (const question of questions) {
        expect(await engine.headline(question)).toEqual(headlineOf(await engine.run(question)));
      }
    }
  });

  test("takes the place of a run and gives way to one", async () => {
    const engine = await start({ workers: 2 });
    const old = [rejection(engine.run(scenario)), rejection(engine.headline(scenario))];
    const newest = engine.run(scenario);
    for (const { reason } of await Promise.all(old)) expect(reason).toHaveProperty("name", "AbortError");
    expect((await newest).model.draws).toBe(1024);
  });
});

describe("an evaluation", () => {
  test("has one number a year", async () => {
    const engine = await start();
    const result = await engine.evaluate(scenario);
    expect(result.years).toHaveLength(10);
    expect(result.outputs.exportsAdditional.values).toHaveLength(10);
    expect(result.outputs.jobs.unit).toBe("jobs");
    expect(result.funnel[0]).toEqual({ id: "registered", value: 100 });
  });

  test("does not wait for a run, nor disturb it", async () => {
    for (const workers of [0, 1]) {
      const engine = await start({ workers });
      const expected = await engine.runText(scenario, { draws: 8192 });
      const order: string[] = [];
      const run = engine.runText(scenario, { draws: 8192, seed: 1 }).then((text) => {
        order.push("run");
        return text;
      });
      await engine.evaluate({ ...scenario, horizon: 4 }).then(() => order.push("evaluate"));
      expect(await run).toBe(expected);
      expect(order).toEqual(["evaluate", "run"]);
    }
  });
});

test("a Node process ends without dispose", () => {
  const script = `
    import { createEngine } from ${JSON.stringify(new URL("index.js", folder()).href)};
    const engine = await createEngine({ pack: "public/packs/pk.json", workers: 2 });
    const { outputs } = await engine.run(${JSON.stringify(scenario)});
    process.stdout.write(outputs.jobs.unit);
  `;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: fileURLToPath(repository), encoding: "utf8", timeout: 50_000 },
  );
  expect({ stdout, stderr, status }).toEqual({ stdout: "jobs", stderr: "", status: 0 });
});
