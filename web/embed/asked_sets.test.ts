import { describe, expect, it } from "vitest";
import { AskedSets, CalculatorError, type Wanted } from "./asked_sets.ts";

const kGone = { code: "closed", path: "", message: "It is gone." };

/** Questions to a calculator that is told what `told` holds; what cannot be sent is refused by `send`. */
function setUp(send: (data: unknown) => unknown = structuredClone) {
  const told: [string, unknown][] = [];
  const sets = new AskedSets((data, id) => {
    send(data);
    told.push([id, data]);
  });
  return { sets, heard: () => told.splice(0) };
}

const faultOf = (answer: Promise<unknown>): Promise<unknown> => answer.catch((error: unknown) => (error instanceof CalculatorError ? error.errors : error));

describe("AskedSets", () => {
  it("asks when the calculator hears, and settles each question by its id", async () => {
    const { sets, heard } = setUp();
    const first = sets.ask({ link: "v=1" });
    const second = sets.ask({ link: "v=2" });
    expect(heard()).toEqual([]);
    sets.open();
    expect(heard()).toEqual([["set-1", { link: "v=1" }], ["set-2", { link: "v=2" }]]);
    sets.settle({ id: "set-2", errors: [kGone] });
    sets.settle({ id: "set-1", ...{ year: 2030 } });
    sets.settle({ id: "set-1", errors: [kGone] });
    expect(await first).toEqual({ year: 2030 });
    expect(await faultOf(second)).toEqual([kGone]);
  });

  it("asks again what has no answer whenever the calculator says that it hears", async () => {
    const { sets, heard } = setUp();
    sets.open();
    const answered = sets.ask({ link: "v=1" });
    void sets.ask({ link: "v=2" });
    sets.settle({ id: "set-1" });
    await answered;
    heard();
    sets.open();
    expect(heard()).toEqual([["set-2", { link: "v=2" }]]);
    sets.restart();
    void sets.ask({ link: "v=3" });
    expect(heard()).toEqual([]);
    sets.open();
    expect(heard()).toEqual([["set-2", { link: "v=2" }], ["set-3", { link: "v=3" }]]);
  });

  it("sends what objects that a framework watches say when they are set", () => {
    const { sets, heard } = setUp();
    const onboarding = { newSellers: 5 };
    void sets.ask({ scenario: new Proxy({ schema: 1, onboarding: new Proxy(onboarding, {}) }, {}) });
    onboarding.newSellers = 6;
    sets.open();
    expect(heard()).toEqual([["set-1", { scenario: { schema: 1, onboarding: { newSellers: 5 } } }]]);
  });

  it("lets the frame see where a number is not finite, and JSON text as it is", () => {
    const { sets, heard } = setUp();
    sets.open();
    void sets.ask({ scenario: { schema: 1, draws: NaN } });
    const twice = '{"schema":1,"draws":256,"draws":512}';
    void sets.ask({ scenario: twice });
    expect(heard()).toEqual([["set-1", { scenario: { schema: 1, draws: Infinity } }], ["set-2", { scenario: twice }]]);
  });

  it("refuses what JSON cannot say and what cannot be sent, and that alone", async () => {
    const { sets, heard } = setUp((data) => {
      if (JSON.stringify(data).includes("deep")) throw new Error("It is too deep.");
    });
    const endless: Record<string, unknown> = { schema: 1 };
    endless["again"] = endless;
    const ask = (wanted: unknown): Promise<unknown> => faultOf(sets.ask(wanted as Wanted));
    const bad = (): Promise<unknown>[] => [{ scenario: endless }, { scenario: { schema: 1n } }, { link: 1n }, { scenario: { deep: 1 } }].map(ask);
    const before = bad();
    void sets.ask({ link: "v=1" });
    sets.open();
    for (const answers of [before, bad()]) {
      const faults = (await Promise.all(answers)) as { code: string; path: string; message: string }[][];
      expect(faults.map((all) => all.map(({ code, path }) => [code, path]))).toEqual(
        ["/scenario", "/scenario", "/link", "/scenario"].map((path) => [["wrong_type", path]]),
      );
      expect(faults.flat().map(({ message }) => message)).toEqual(["circular", "BigInt", "BigInt", "too deep"].map((words) => expect.stringContaining(words) as unknown));
    }
    expect(heard()).toEqual([["set-5", { link: "v=1" }]]);
    void sets.ask(undefined as unknown as Wanted);
    expect(heard()).toEqual([["set-10", {}]]);
  });

  it("refuses all where there is no calculator, until there is one", async () => {
    const { sets, heard } = setUp();
    sets.open();
    const before = sets.ask({ link: "v=1" });
    heard();
    sets.refuse([kGone]);
    expect(await faultOf(before)).toEqual([kGone]);
    expect(await faultOf(sets.ask({ link: "v=2" }))).toEqual([kGone]);
    sets.open();
    const after = sets.ask({ link: "v=3" });
    expect(heard()).toEqual([["set-3", { link: "v=3" }]]);
    sets.refuse([kGone]);
    sets.restart();
    const waiting = sets.ask({ link: "v=4" });
    sets.open();
    expect(heard()).toEqual([["set-4", { link: "v=4" }]]);
    sets.settle({ id: "set-4" });
    expect(await faultOf(after)).toEqual([kGone]);
    expect(await waiting).toEqual({});
  });
});
