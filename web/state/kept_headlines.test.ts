import { describe, expect, it } from "vitest";
import { mockResult } from "../../tests/web/mock_result.ts";
import { KeptHeadlines, type HeadlineQuestion } from "./kept_headlines.ts";
import type { HeadlineResult } from "./readings.ts";

const ask = (newSellers: number, draws = 4096, seed = 1): HeadlineQuestion => ({
  scenario: { schema: 1, pack: "zz", seed, onboarding: { newSellers } },
  draws,
});

const ofVersion = (version: string, packVersion = "2026.1.0"): HeadlineResult => {
  const result = mockResult(1);
  return { ...result, model: { ...result.model, version, packVersion } };
};

describe("KeptHeadlines", () => {
  it("has the very answer to a question, and none to another scenario, number of draws or seed", () => {
    const kept = new KeptHeadlines();
    const answer = mockResult(7);
    kept.keep(ask(1000), answer);
    expect(kept.get(ask(1000))).toBe(answer);
    expect(kept.get(ask(1001))).toBeUndefined();
    expect(kept.get(ask(1000, 2048))).toBeUndefined();
    expect(kept.get(ask(1000, 4096, 2))).toBeUndefined();
  });

  it("keeps as many as it may: those that were wanted or kept last", () => {
    const kept = new KeptHeadlines(3);
    for (const sellers of [1, 2, 3]) kept.keep(ask(sellers), mockResult(sellers));
    kept.get(ask(1));
    // What is not kept takes no place.
    kept.get(ask(9));
    kept.keep(ask(4), mockResult(4));
    expect([1, 2, 3, 4].filter((sellers) => kept.get(ask(sellers)))).toEqual([1, 3, 4]);
  });

  it("keeps the stops of every slider there is", () => {
    const kept = new KeptHeadlines();
    for (let sellers = 0; sellers < 1000; ++sellers) kept.keep(ask(sellers), mockResult(1));
    const found = Array.from({ length: 1000 }, (_, sellers) => sellers).filter((sellers) => kept.get(ask(sellers)));
    expect(found.length).toBeGreaterThanOrEqual(121);
    expect(found.length).toBeLessThan(500);
  });

  it.each([
    ["model", ofVersion("1.1")],
    ["pack", ofVersion("1.0", "2026.2.0")],
  ])("forgets those of another version of the %s", (_, answer) => {
    const kept = new KeptHeadlines();
    kept.keep(ask(1), ofVersion("1.0"));
    kept.keep(ask(2), answer);
    expect(kept.get(ask(1))).toBeUndefined();
    expect(kept.get(ask(2))).toBe(answer);
  });
});
