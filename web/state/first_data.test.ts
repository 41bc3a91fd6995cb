import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Pack, Scenario } from "../engine/types.ts";
import { firstPack, firstPresets } from "./first_data.ts";
import { planOf } from "./plan/plan.ts";
import { scenarioOf } from "./plan/scenario.ts";
import type { PresetFile } from "./presets.ts";

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../public/${path}`, import.meta.url), "utf8"));
const pack = read("packs/pk.json") as Pack;
const { presets } = read("presets/pk.json") as PresetFile;

describe("firstPack", () => {
  it("speaks one language, in the place of English", () => {
    expect(firstPack(pack, "ur").label).toEqual({ en: pack.label["ur"] });
    expect(firstPack(pack, "en").label).toEqual({ en: "Pakistan" });
    // No pack has Welsh: English stays.
    expect(firstPack(pack, "cy").label).toEqual({ en: "Pakistan" });
  });

  it("leaves out where figures come from, but not how good they are", () => {
    const first = firstPack(pack, "en");
    const text = JSON.stringify(first);
    expect(text).not.toMatch(/"(?:note|date)":|"sources":\[[^\]]/);
    expect(first.sources).toEqual({});
    expect(Object.values(first.parameters).flatMap(({ sources }) => sources ?? [])).toEqual([]);
    expect(first.baseline.internetUse).toMatchObject({ sources: [] });
    expect(Object.values(first.parameters).map(({ grade }) => grade)).toEqual(
      Object.values(pack.parameters).map(({ grade }) => grade),
    );
  });

  it.each(presets.map(({ id, scenario }): [string, Scenario] => [id, scenario]))("makes the same scenario of %s", (_, scenario) => {
    const first = firstPack(pack, "ur");
    expect(scenarioOf(first, planOf(first, scenario))).toEqual(scenarioOf(pack, planOf(pack, scenario)));
  });
});

describe("firstPresets", () => {
  it("speak one language and are the same plans", () => {
    const first = firstPresets(presets, "ur");
    expect(first.map(({ label }) => label)).toEqual(presets.map(({ label }) => ({ en: label["ur"] })));
    expect(first.map(({ scenario, goal, sources }) => ({ scenario, goal, sources }))).toEqual(
      presets.map(({ scenario, goal, sources }) => ({ scenario, goal, sources })),
    );
  });
});
