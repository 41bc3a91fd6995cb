import { describe, expect, test } from "vitest";

import type { Scenario } from "../../web/engine/index.ts";
import { atOnce, beginning, rejection, useBuiltEngine } from "./built_engine.ts";
import { analysisFaults } from "./schema_faults.ts";

const scenario: Scenario = { schema: 1, pack: "pk", draws: 1024 };
const { start } = useBuiltEngine();

describe("a comparison", () => {
  const fewer: Scenario = { ...scenario, onboarding: { newSellers: 50_000 } };
  const later: Scenario = { ...scenario, startYear: 2028, horizon: 5, seed: 99 };

  test("of a scenario with itself finds no difference", async () => {
    const engine = await start();
    const [whole, again] = (await engine.compare([scenario, scenario])).scenarios;
    const run = await engine.run(scenario);
    const { mean, quantiles, unit } = run.outputs.exportsAdditional;
    expect(whole?.outputs.exportsAdditional).toMatchObject({ mean, quantiles, unit });
    expect(again?.outputs.exportsAdditional).toEqual(whole?.outputs.exportsAdditional);
    expect(again?.outputs.exportsAdditional.difference.mean).toEqual(run.years.map(() => 0));
    expect(again?.outputs.exportsAdditional.higher).toEqual(run.years.map(() => 0));
  });

  test("differs by the difference of the means, in the years that all report", async () => {
    const engine = await start({ workers: 2 });
    const outputs = ["exportsAdditional", "jobs"] as const;
    const result = await engine.compare([scenario, fewer, later], { outputs, draws: 512, seed: 3 });
    expect(analysisFaults(result)).toEqual([]);
    expect(result.years).toEqual([2028, 2029, 2030, 2031, 2032]);
    expect(result.model).toMatchObject({ draws: 512, seed: 3 });
    const first = await engine.run(scenario, { draws: 512, seed: 3 });
    const other = await engine.run(fewer, { draws: 512, seed: 3 });
    for (const name of outputs) {
      const compared = result.scenarios.map((one) => one.outputs[name]);
      for (const [t, year] of result.years.entries()) {
        const at = first.years.indexOf(year);
        const expected = (other.outputs[name].mean[at] ?? 0) - (first.outputs[name].mean[at] ?? 0);
        expect(compared[1]?.difference.mean[t]).toBeCloseTo(expected, 3);
        // On the same draws half of the sellers earn more in few futures if in any.
        expect(compared[1]?.higher[t]).toBeLessThan(0.02);
      }
    }
  });

  test.each<[string, unknown, object, string, string]>([
    ["one scenario", [scenario], {}, "wrong_length", ""],
    ["five scenarios", [1, 2, 3, 4, 5].map(() => scenario), {}, "wrong_length", ""],
    ["no list", scenario, {}, "wrong_type", ""],
    ["a fault in the second", [scenario, { ...scenario, horizon: 99 }], {}, "out_of_range", "/1/horizon"],
    [
      "no year in common",
      [{ ...scenario, horizon: 3 }, { ...scenario, startYear: 2034 }],
      {},
      "conflict",
      "",
    ],
    ["an unknown output", [scenario, scenario], { outputs: ["profit"] }, "unknown_name", "/outputs/0"],
    ["an output twice", [scenario, scenario], { outputs: ["jobs", "jobs"] }, "conflict", "/outputs/1"],
    ["no output", [scenario, scenario], { outputs: [] }, "wrong_length", "/outputs"],
    ["the option of another", [scenario, scenario], { year: 2030 }, "unknown_key", "/year"],
    ["draws that are no power of two", [scenario, scenario], { draws: 1000 }, "not_power_of_two", "/0/draws"],
  ])("of %s is refused", async (_, scenarios, options, code, path) => {
    const engine = await start();
    await expect(engine.compare(scenarios as Scenario[], options)).rejects.toMatchObject({
      name: "EngineError",
      code,
      path,
    });
  });

  test("can be stopped under way", async () => {
    const engine = await start({ workers: 2 });
    const controller = new AbortController();
    const { begun, onProgress } = beginning();
    const { signal } = controller;
    const outcome = rejection(
      engine.compare([scenario, fewer], { draws: 16_384, signal, onProgress }),
    );
    await begun;
    controller.abort();
    expect((await atOnce(outcome)).reason).toHaveProperty("name", "AbortError");
  });
});
