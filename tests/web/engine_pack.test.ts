import { expect, test } from "vitest";
import type { Pack, Scenario } from "../../web/engine/index.ts";
import { packForEngine } from "../../web/state/engine_pack.ts";
import { firstPack } from "../../web/state/first_data.ts";
import { packText, useBuiltEngine } from "./built_engine.ts";

const { start } = useBuiltEngine();

test.each(["en", "ur"])("the first screen's pack in %s gives the answers of the whole one, to the last byte", async (language) => {
  const first = packForEngine(firstPack(JSON.parse(packText) as Pack, language));
  expect(first.length).toBeLessThan(packText.length / 3);
  const [ofFirst, ofWhole] = [await start({ pack: first }), await start()];
  const scenario: Scenario = {
    schema: 1,
    pack: "pk",
    draws: 1024,
    onboarding: { newSellers: 250_000 },
    measures: [{ type: "training", tier: "intensive", from: 2027, share: 0.5 }],
    closures: [{ market: "us", from: 2030 }],
  };
  expect(await ofFirst.runText(scenario)).toBe(await ofWhole.runText(scenario));
  const question = { draws: 256, method: "tornado" } as const;
  expect(await ofFirst.sensitivity(scenario, question)).toEqual(await ofWhole.sensitivity(scenario, question));
});
