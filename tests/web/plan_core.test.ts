import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EngineError } from "../../web/engine/errors.ts";
import type { Engine, Measure, Pack, Scenario } from "../../web/engine/index.ts";
import { readLink } from "../../web/state/link/read_link.ts";
import { writeLink } from "../../web/state/link/write_link.ts";
import { assumptionFault, assumptionNames, rangeOf } from "../../web/state/plan/assumptions.ts";
import { amountsOf, elementsFor, kMeasureTypes, roadmapFault, targetOf } from "../../web/state/plan/measures.ts";
import { readyMix } from "../../web/state/plan/mix.ts";
import { defaultPlan, planOf, type Plan } from "../../web/state/plan/plan.ts";
import { scenarioOf } from "../../web/state/plan/scenario.ts";
import { outcomeOf, type PresetFile } from "../../web/state/presets.ts";
import { readScenario } from "../../web/state/scenario_reading.ts";
import type { ChangeFile } from "../../web/state/versions.ts";
import { anyDistribution, anyPlan } from "./any_plan.ts";
import { packText, read, useBuiltEngine } from "./built_engine.ts";

const pack = JSON.parse(packText) as Pack;
const base = defaultPlan(pack);
const { start } = useBuiltEngine();

/** What the core says against a scenario: "" where it takes it. */
async function refusal(engine: Engine, scenario: Scenario): Promise<string> {
  try {
    await engine.evaluate(scenario);
    return "";
  } catch (error) {
    return String(error);
  }
}

describe("the core and the page allow the same", () => {
  test("whole plans", async () => {
    const engine = await start();
    await fc.assert(
      fc.asyncProperty(anyPlan(pack), async (plan) => {
        expect(await refusal(engine, scenarioOf(pack, plan))).toBe("");
      }),
    );
  });

  test("distributions", async () => {
    const engine = await start();
    const any = fc
      .constantFrom(...assumptionNames(pack))
      .chain((name) => fc.tuple(fc.constant(name), anyDistribution(rangeOf(name, pack))));
    await fc.assert(
      fc.asyncProperty(any, async ([name, dist]) => {
        const says = await refusal(engine, { schema: 1, pack: "pk", assumptions: { [name.key]: dist } });
        expect([assumptionFault(name, dist, pack) === undefined, says]).toEqual([says === "", says]);
      }),
      { numRuns: 400 },
    );
  });

  test("roadmaps", async () => {
    const engine = await start();
    const year = fc.integer({ min: pack.baseYear, max: pack.baseYear + 13 });
    const line = fc.constantFrom(...kMeasureTypes).chain((type) => {
      const target = targetOf(type);
      const facts: Record<string, fc.Arbitrary<unknown>> = { from: year, to: year };
      if (target) facts[target.name] = fc.constantFrom(...elementsFor(target, pack).map(({ id }) => id), "none");
      for (const { name, rule } of amountsOf(type, pack)) {
        const width = Math.min(rule.max - rule.min, 10);
        facts[name] = fc.integer({ min: -2, max: 11 }).map((tenths) => rule.min + (width * tenths) / 10);
      }
      return fc.record(facts).map((rest) => ({ type, ...rest }) as unknown as Measure);
    });
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 4 }), async (measures) => {
        const plan: Plan = { ...base, measures };
        const says = await refusal(engine, { schema: 1, pack: "pk", measures });
        expect([roadmapFault(plan, pack) === undefined, says]).toEqual([says === "", says]);
      }),
      { numRuns: 400 },
    );
  });
});

test("a key that stands twice is refused in a scenario and in that of an answer", async () => {
  const engine = await start();
  // The engine as it is published has a class of its own for its errors.
  const evaluate = (text: string): Promise<unknown> =>
    engine.evaluate(text).catch((error: EngineError) => Promise.reject(new EngineError([error, ...error.errors.slice(1)])));
  const scenario = '{"schema": 1, "pack": "pk", "seed": 1, "seed": 2, "onboarding": {"years": 2, "years": 3}}';
  const refused = async (text: string): Promise<(readonly string[])[] | undefined> => {
    const file = { name: "plan.json", size: text.length, text: () => Promise.resolve(text) };
    const { faults } = await readScenario(file, pack, Promise.resolve({ evaluate }));
    return faults?.map(({ code, path, message }) => [code, path, message]);
  };
  const [seed, years] = ["seed", "years"].map((key) => `${key} is given twice; each key may stand once in an object`);
  expect(await refused(scenario)).toEqual([
    ["duplicate_key", "/seed", seed],
    ["duplicate_key", "/onboarding/years", years],
  ]);
  expect(await refused(`{"scenario": ${scenario}, "result": {}}`)).toEqual([
    ["duplicate_key", "/scenario/seed", seed],
    ["duplicate_key", "/scenario/onboarding/years", years],
  ]);
  expect(await refused('{"scenario": {"schema": 1, "pack": "pk"}, "result": {}}')).toBeUndefined();
});

describe("the presets", () => {
  const { presets } = JSON.parse(read("public/presets/pk.json")) as PresetFile;

  test.each(presets)("$id runs, can be shared, and names its sources in both languages", async (preset) => {
    const engine = await start();
    expect(await refusal(engine, preset.scenario)).toBe("");
    const plan = planOf(pack, preset.scenario);
    expect(roadmapFault(plan, pack)).toBeUndefined();
    expect(scenarioOf(pack, plan)).toEqual(preset.scenario);
    expect(readLink(writeLink(pack, "2026.11", plan), pack)).toMatchObject({ plan, faults: [] });
    expect(preset.sources.filter((key) => !(key in pack.sources))).toEqual([]);
    for (const text of [preset.label, preset.story]) expect([text.en, text["ur"]].every(Boolean)).toBe(true);
  });

  test("put textiles first as the ready-made mix does", () => {
    const textiles = presets.find(({ id }) => id === "textiles-first");
    expect(textiles?.scenario.onboarding?.mix).toEqual(readyMix("textiles", pack));
  });

  test("say what a target takes, or that it is out of reach", async () => {
    const engine = await start();
    const sought = presets.filter(({ goal }) => goal !== undefined);
    expect(sought.map(({ id }) => id)).toEqual(["one-billion"]);
    for (const { scenario, goal } of sought) {
      if (!goal) continue;
      const result = await engine.goal(scenario, { ...goal, draws: 4096 });
      const outcome = outcomeOf(result);
      if (outcome.kind !== "found") throw new Error("out of reach");
      const found = { ...scenario, onboarding: { newSellers: outcome.newSellers } };
      const again = await engine.goal(found, { ...goal, draws: 4096 });
      expect(again.scenario.probability).toBeGreaterThanOrEqual(outcome.probability);
    }
  });
});

test("the list of changes begins with the versions in use", async () => {
  const engine = await start();
  const { releases } = JSON.parse(read("public/versions/changes.json")) as ChangeFile;
  expect(releases[0]).toMatchObject({ model: engine.modelVersion, packs: { pk: pack.version } });
});
