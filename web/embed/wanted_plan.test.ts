import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { EngineError } from "../engine/errors.ts";
import type { CheckingEngine } from "../state/scenario_reading.ts";
import { readWanted, type Wanted } from "./wanted_plan.ts";

const willing: CheckingEngine = { evaluate: () => Promise.resolve({}) };
const unwilling: CheckingEngine = {
  evaluate: () => Promise.reject(new EngineError([{ code: "out_of_range", path: "/onboarding/newSellers", message: "newSellers must be from 0 to 10000000, not -5" }])),
};

const endless: Record<string, unknown> = { schema: 1 };
endless["again"] = endless;

const wanted = (data: Readonly<Record<string, unknown>>, engine = willing): Promise<Wanted> =>
  readWanted(data, { pack: mockPack, modelVersion: "1.0", engine: () => Promise.resolve(engine) });

describe("readWanted", () => {
  it.each(["https://example.org/x/index.html#v=1&newSellers=7", "#v=1&newSellers=7", "v=1&newSellers=7"])("takes the link %s", async (link) => {
    expect(await wanted({ link })).toEqual({ hash: "#v=1&newSellers=7", madeWith: undefined });
  });

  it("says what a link was made with", async () => {
    const hash = "#v=1&m=0.9&newSellers=7&pack=2025.2";
    expect(await wanted({ link: hash })).toEqual({ hash, madeWith: { model: "0.9", pack: "2025.2" } });
  });

  it("has the engine read JSON text as it is, and a number that is not finite as one", async () => {
    const read: unknown[] = [];
    const engine: CheckingEngine = { evaluate: (scenario) => Promise.resolve(read.push(scenario)) };
    const asked = ['{"schema":1,"pack":"zz","draws":256,"draws":512}', { schema: 1, pack: "zz", horizon: -Infinity }];
    for (const scenario of asked) await wanted({ scenario }, engine);
    expect(read).toEqual(asked);
  });

  it("makes a link of a scenario that the engine accepts", async () => {
    const scenario = { schema: 1, pack: "zz", onboarding: { newSellers: 7 } };
    expect(await wanted({ scenario })).toEqual({ hash: "#v=1&m=1.0&newSellers=7&pack=2026.1.0", madeWith: undefined });
  });

  it("refuses a scenario with the engine's faults, their places in the data", async () => {
    expect(await wanted({ scenario: { schema: 1 } }, unwilling)).toEqual({
      faults: [{ code: "out_of_range", path: "/scenario/onboarding/newSellers", message: "newSellers must be from 0 to 10000000, not -5" }],
    });
  });

  it.each([
    ["a link of which a part is not allowed", { link: "#v=1&newSellers=-5" }, "out_of_range", "/link", "newSellers=-5 is not allowed; allowed is 0 to 10000000."],
    ["a link with an unknown part", { link: "#v=1&sellers=5" }, "unknown_name", "/link", "sellers=5 is not known here."],
    ["draws that are no power of two", { link: "#v=1&draws=1000" }, "not_power_of_two", "/link", "draws=1000 is no power of two (1024)"],
    ["an anchor", { link: "#share" }, "wrong_type", "/link", "is no share link"],
    ["a link of another format", { link: "#v=2&newSellers=5" }, "wrong_type", "/link", "format 2"],
    ["a link that is no text", { link: 5 }, "wrong_type", "/link", "must be a text"],
    ["a scenario that is a number", { scenario: 5 }, "wrong_type", "/scenario", "must be an object"],
    ["a scenario with a number that JSON does not have", { scenario: { schema: 1n } }, "wrong_type", "/scenario", "BigInt"],
    ["a scenario within itself", { scenario: endless }, "wrong_type", "/scenario", "circular"],
    ["no scenario", { scenario: null }, "wrong_type", "/scenario", "must be an object"],
    ["nothing", {}, "unknown_key", "", "either scenario or link"],
    ["both", { link: "#v=1", scenario: {} }, "unknown_key", "", "either scenario or link"],
    ["something else", { newSellers: 5 }, "unknown_key", "", "either scenario or link"],
  ])("refuses %s", async (_, data, code, path, words) => {
    const { faults = [] } = await wanted(data);
    expect(faults.map((fault) => [fault.code, fault.path])).toEqual([[code, path]]);
    expect(faults[0]?.message).toContain(words);
  });
});
