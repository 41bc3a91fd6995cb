import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import { kNoEngine, kNoSurroundings, nowhere } from "../../tests/web/surroundings.ts";
import { engineError } from "../engine/errors.ts";
import { initialState, type AppState } from "../state/app_state.ts";
import { compactHeadline } from "../state/compact_result.ts";
import { Controller, type PageEngine } from "../state/controller.ts";
import { createStore } from "../state/store.ts";
import type { Beginning } from "./beginning.ts";
import { FrameTalk } from "./frame_side.ts";
import { message, type Message, type SetFault } from "./protocol.ts";

const kRunMs = 40;
const kYear = initialState(mockPack, mockResult(1)).year;

/** A frame whose engine answers with as many dollars as there are new sellers; `loadEngine` may fail. */
function setUp(loadEngine?: () => Promise<PageEngine>, refused: readonly SetFault[] = [], begins: Partial<Beginning> = {}, opened = "") {
  const store = createStore<AppState>(initialState(mockPack, mockResult(1)));
  const run: PageEngine["run"] = async ({ onboarding }) => {
    await new Promise((resolve) => setTimeout(resolve, kRunMs));
    return mockResult(onboarding?.newSellers ?? 1);
  };
  const engine = { ...kNoEngine, run, headline: async (...asked: Parameters<PageEngine["run"]>) => compactHeadline(await engine.run(...asked), 1), evaluate: () => Promise.resolve({}) as never };
  let hash = opened;
  const address = { ...nowhere(), readHash: () => hash, writeHash: (text: string) => void (hash = text) };
  const controller = new Controller(mockPack, store, { ...kNoSurroundings, address, loadEngine: loadEngine ?? (() => Promise.resolve(engine)) });
  const told: Message[] = [];
  const host = { postMessage: (sent: Message, origin: string) => void (expect(origin).toBe("*"), told.push(sent)) } as unknown as Window;
  controller.start();
  const beginning: Beginning = { faults: [], isRefused: false, madeWith: undefined, ...begins };
  const shown: (readonly SetFault[])[] = [];
  const showRefused = (faults: readonly SetFault[]): void => void shown.push(faults);
  const talk = new FrameTalk({ controller, store, sentence: () => "A sentence.", pack: mockPack, language: "ur", refused, beginning, host, showRefused });
  /** What was told since the last time, without its envelope. */
  const heard = (): [string, string, Message["data"]][] => told.splice(0).map(({ type, id, data }) => [type, id, data]);
  return { store, controller, talk, heard, engine, address, shown, hash: () => hash };
}

const ofSellers = (newSellers: number) => ({ schema: 1, pack: "zz", onboarding: { newSellers } });
/** The mock's answer grows in four years to as many dollars as there are sellers, from a fifth of them to three times. */
const answerOf = (newSellers: number) => {
  const p50 = (newSellers * (kYear - 2026)) / 4;
  const spread = { unit: `US$ of ${mockPack.baseYear} a year`, mean: 1.2 * p50, p05: 0.2 * p50, p50, p95: 3 * p50 };
  return expect.objectContaining({ scenario: ofSellers(newSellers), year: kYear, exportsAdditional: spread }) as unknown;
};

describe("FrameTalk", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("says that it is ready, how high it is, and its answer; and again for a host that comes later", async () => {
    const { talk, heard } = setUp();
    talk.tellHeight(776.2);
    talk.tellHeight(777);
    const height = ["height", "", { height: 777 }];
    expect(heard()).toEqual([height]);
    for (const greet of [() => talk.greet(), () => void talk.hear(message("ready", {}))]) {
      greet();
      await vi.advanceTimersByTimeAsync(1000);
      expect(heard()).toEqual([
        ["ready", "", { language: "ur", pack: "zz" }],
        height,
        ["state", "", expect.objectContaining({ scenario: { schema: 1, pack: "zz" }, sentence: "A sentence.", model: "1.0", pack: "2026.1.0" })],
      ]);
    }
  });

  it("says what of its address was refused whenever it says that it is ready", async () => {
    const fault = { code: "contrast", path: "/accent", message: "Too light." };
    const { talk, heard } = setUp(undefined, [fault]);
    for (const greet of [() => talk.greet(), () => void talk.hear(message("ready", {}))]) {
      greet();
      await vi.advanceTimersByTimeAsync(1000);
      expect(heard().filter(([type]) => type === "error")).toEqual([["error", "", { errors: [fault] }]]);
    }
  });

  it("begins with a scenario that it is to begin with, and tells of no other", async () => {
    const { talk, heard, shown } = setUp(undefined, [], { scenario: JSON.stringify(ofSellers(9)) });
    const begun = talk.begin();
    await vi.advanceTimersByTimeAsync(2000);
    await begun;
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["ready", "", { language: "ur", pack: "zz" }], ["state", "", answerOf(9)]]);
    expect(shown).toEqual([]);
  });

  it("tells that a scenario to begin with is refused, then the answer that stands there in its place", async () => {
    const { talk, heard, engine, shown } = setUp(undefined, [], { scenario: "{}" });
    const { evaluate } = engine;
    engine.evaluate = () => Promise.reject(engineError("out_of_range", "Not so many.", { path: "/onboarding/newSellers" })) as never;
    await talk.begin();
    await vi.advanceTimersByTimeAsync(2000);
    const ready = ["ready", "", { language: "ur", pack: "zz" }];
    const faults = [{ code: "out_of_range", path: "/scenario/onboarding/newSellers", message: "Not so many." }];
    const shownInstead = ["state", "", expect.objectContaining({ scenario: { schema: 1, pack: "zz" } })];
    expect(heard()).toEqual([ready, ["error", "", { errors: faults }], shownInstead]);
    expect(shown).toEqual([faults]);
    // A host that comes later hears the same.
    await talk.hear(message("ready", {}));
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([ready, ["error", "", { errors: faults }], shownInstead]);
    engine.evaluate = evaluate;
    // Also where that is the plan which stands there already.
    for (const scenario of [{ schema: 1, pack: "zz" }, ofSellers(9)]) {
      await talk.hear(message("set", { scenario }, "asked"));
      await vi.advanceTimersByTimeAsync(2000);
      expect(heard()).toEqual([["state", "asked", expect.objectContaining({ scenario })]]);
    }
    talk.greet();
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([ready, ["state", "", answerOf(9)]]);
  });

  it("tells the answer that stands there where what it was to begin with and what came in its place are both refused", async () => {
    const { talk, heard, engine } = setUp(undefined, [], { scenario: "{}" });
    engine.evaluate = () => new Promise((_, reject) => setTimeout(() => reject(engineError("out_of_range", "Not so many.")), 1000)) as never;
    void talk.begin();
    await talk.hear(message("set", { link: "hello" }, "asked"));
    await vi.advanceTimersByTimeAsync(3000);
    expect(heard().filter(([type]) => type === "state")).toEqual([["state", "", expect.objectContaining({ scenario: { schema: 1, pack: "zz" } })]]);
  });

  it("tells what of the link it begins with is left out before it tells the answer to the rest", async () => {
    const faults = [{ code: "unknown_name", path: "/link", message: "sellers=5 is not known here." }];
    const { controller, talk, heard, shown } = setUp(undefined, [], { faults }, "#v=1&newSellers=9&sellers=5");
    await talk.begin();
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["ready", "", expect.anything()], ["error", "", { errors: faults }], ["state", "", answerOf(9)]]);
    // The visitor is told of it as everywhere.
    expect(shown).toEqual([]);
    controller.actions.slide("newSellers", 5);
    talk.greet();
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["ready", "", expect.anything()], ["state", "", answerOf(5)]]);
  });

  it("tells what is wrong with a link of which nothing can be shown, then the answer that stands there in its place", async () => {
    const faults = [{ code: "wrong_type", path: "/link", message: "The link is no share link." }];
    const { controller, talk, heard, shown } = setUp(undefined, [], { faults, isRefused: true }, "#hello");
    await talk.begin();
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["ready", "", expect.anything()], ["error", "", { errors: faults }], ["state", "", expect.objectContaining({ scenario: { schema: 1, pack: "zz" } })]]);
    expect(shown).toEqual([faults]);
    controller.actions.slide("newSellers", 5);
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["state", "", answerOf(5)]]);
  });

  it("says what a plan's link was made with, where that is another version, as long as the plan is there", async () => {
    const link = { model: "0.9", pack: "2025.2" };
    const { controller, talk, heard } = setUp(undefined, [], { madeWith: link }, "#v=1&m=0.9&newSellers=9&pack=2025.2");
    const madeWith = async (): Promise<unknown> => {
      await vi.advanceTimersByTimeAsync(2000);
      return heard().filter(([type]) => type === "state").map(([, , data]) => data["madeWith"]);
    };
    await talk.begin();
    expect(await madeWith()).toEqual([link]);
    controller.actions.slide("newSellers", 5);
    expect(await madeWith()).toEqual([undefined]);
    for (const [parts, expected] of [["m=1.1", { model: "1.1" }], ["m=1.0&pack=2026.1.0", undefined], ["pack=2020.1", { pack: "2020.1" }]] as const) {
      await talk.hear(message("set", { link: `v=1&${parts}&newSellers=8` }, "asked"));
      expect(await madeWith()).toEqual([expected]);
    }
  });

  it("answers a set that is none", async () => {
    const { talk, heard } = setUp();
    await talk.hear({ ...message("set", {}, "a"), data: null });
    await talk.hear({ ...message("set", { link: "v=1" }), id: 5 });
    const fault = (path: string): unknown => ({ errors: [expect.objectContaining({ code: "wrong_type", path })] });
    expect(heard()).toEqual([["error", "a", fault("/data")], ["error", "", fault("/id")]]);
  });

  it("tells of a slider only where it came to rest", async () => {
    const { controller, talk, heard } = setUp();
    talk.greet();
    await vi.advanceTimersByTimeAsync(1000);
    heard();
    for (const sellers of [5, 6, 7]) {
      controller.actions.slide("newSellers", sellers);
      await vi.advanceTimersByTimeAsync(60);
    }
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["state", "", answerOf(7)]]);
  });

  it("shows what the host sets and answers under its id, also when nothing changes by it", async () => {
    const { store, talk, heard, hash } = setUp();
    for (const id of ["first", "same"]) {
      await talk.hear(message("set", { scenario: ofSellers(9) }, id));
      await vi.advanceTimersByTimeAsync(2000);
      expect(heard()).toEqual([["state", id, answerOf(9)]]);
    }
    expect(hash()).toBe("#v=1&m=1.0&newSellers=9&pack=2026.1.0");
    expect(store.get().plan.newSellers).toBe(9);
  });

  it("offers the visitor to bring back a plan of his own that the host replaced, and only such", async () => {
    const { store, controller, talk } = setUp();
    await talk.hear(message("set", { link: "v=1&newSellers=9" }));
    expect(store.get().replaced).toBeUndefined();
    controller.actions.slide("newSellers", 5);
    await talk.hear(message("set", { link: "v=1&newSellers=10" }));
    expect(store.get().replaced?.plan.newSellers).toBe(5);
  });

  it("refuses as a whole what is not allowed, and stays as it is", async () => {
    const { store, talk, heard } = setUp();
    await talk.hear(message("set", { link: "v=1&newSellers=-1&years=3" }, "bad"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["error", "bad", { errors: [expect.objectContaining({ code: "out_of_range", path: "/link" })] }]]);
    expect(store.get().plan).toEqual(initialState(mockPack, mockResult(1)).plan);
  });

  it("lets the newest of two sets win, and says so of the other", async () => {
    const { talk, heard } = setUp();
    const first = talk.hear(message("set", { scenario: ofSellers(8) }, "old"));
    const second = talk.hear(message("set", { scenario: ofSellers(9) }, "new"));
    await vi.advanceTimersByTimeAsync(2000);
    await Promise.all([first, second]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([
      ["error", "old", { errors: [expect.objectContaining({ code: "superseded" })] }],
      ["state", "new", answerOf(9)],
    ]);
  });

  it("says of a set that is not answered yet when another takes its place", async () => {
    const { talk, heard } = setUp();
    await talk.hear(message("set", { link: "v=1&newSellers=8" }, "old"));
    await talk.hear(message("set", { link: "v=1&newSellers=9" }, "new"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([
      ["error", "old", { errors: [expect.objectContaining({ code: "superseded" })] }],
      ["state", "new", answerOf(9)],
    ]);
  });

  it("keeps to the newer of two where the older takes longer to be read", async () => {
    const { engine, store, talk, heard } = setUp();
    engine.evaluate = () => new Promise((resolve) => setTimeout(() => resolve({}), 1000)) as never;
    void talk.hear(message("set", { scenario: ofSellers(8) }, "old"));
    await vi.advanceTimersByTimeAsync(10);
    await talk.hear(message("set", { link: "v=1&newSellers=9" }, "new"));
    await vi.advanceTimersByTimeAsync(3000);
    expect(store.get().plan.newSellers).toBe(9);
    expect(heard()).toEqual([
      ["state", "new", answerOf(9)],
      ["error", "old", { errors: [expect.objectContaining({ code: "superseded" })] }],
    ]);
  });

  it("says of a set that is not answered yet when the visitor changes the plan", async () => {
    const { controller, talk, heard } = setUp();
    await talk.hear(message("set", { link: "v=1&newSellers=8" }, "asked"));
    await vi.advanceTimersByTimeAsync(kRunMs / 2);
    controller.actions.slide("newSellers", 5);
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([
      ["error", "asked", { errors: [{ code: "superseded", path: "", message: "The visitor changed the plan before it was answered." }] }],
      ["state", "", answerOf(5)],
    ]);
  });

  it("tells once that the engine cannot be had, under the id of who asked", async () => {
    const { talk, heard } = setUp(() => Promise.reject(new Error("engine.wasm cannot be fetched")));
    await talk.hear(message("set", { link: "v=1&newSellers=9" }, "asked"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["error", "asked", { errors: [{ code: "internal", path: "", message: "engine.wasm cannot be fetched" }] }]]);
  });

  it("tells what kept a question from being answered, or that the plan was refused", async () => {
    for (const [thrown, code] of [["worker_failed", "worker_failed"], ["out_of_range", "refused"]] as const) {
      const refuse = (): Promise<never> => Promise.reject(engineError(thrown, "No answer."));
      const { talk, heard } = setUp(() => Promise.resolve({ ...kNoEngine, run: refuse, headline: refuse }));
      await talk.hear(message("set", { link: "v=1&newSellers=9" }, "asked"));
      await vi.advanceTimersByTimeAsync(2000);
      expect(heard()).toEqual([["error", "asked", { errors: [{ code, path: "", message: "No answer." }] }]]);
    }
  });

  it("asks again with every set for an engine that could not be had", async () => {
    let isThere = false;
    const { talk, heard, engine } = setUp(() => (isThere ? Promise.resolve(engine) : Promise.reject(new Error("No network."))));
    const set = async (data: Message["data"], id: string): Promise<void> => {
      const handled = talk.hear(message("set", data, id));
      await vi.advanceTimersByTimeAsync(2000);
      await handled;
    };
    const failed = (id: string, path = ""): unknown => ["error", id, { errors: [{ code: "internal", path, message: "No network." }] }];
    await set({ link: "v=1&newSellers=8" }, "first");
    await set({ link: "v=1&newSellers=9" }, "second");
    await set({ link: "v=1&newSellers=9" }, "same");
    expect(heard()).toEqual(["first", "second", "same"].map((id) => failed(id)));
    await set({ scenario: ofSellers(10) }, "scenario");
    expect(heard()).toEqual([failed(""), failed("scenario", "/scenario")]);
    isThere = true;
    await set({ scenario: ofSellers(10) }, "scenario");
    await set({ link: "v=1&newSellers=5" }, "link");
    expect(heard()).toEqual([["state", "scenario", answerOf(10)], ["state", "link", answerOf(5)]]);
  });

  it("asks again when a plan is set that had no answer", async () => {
    let isLost = true;
    const { talk, heard, engine } = setUp();
    const { run } = engine;
    engine.run = (...asked) => (isLost ? Promise.reject(engineError("worker_failed", "No answer.")) : run(...asked));
    const lost = { errors: [{ code: "worker_failed", path: "", message: "No answer." }] };
    for (const [id, answer] of [["first", ["error", "first", lost]], ["same", ["error", "same", lost]], ["later", ["state", "later", answerOf(9)]]] as const) {
      isLost = id !== "later";
      await talk.hear(message("set", { link: "v=1&newSellers=9" }, id));
      await vi.advanceTimersByTimeAsync(2000);
      expect(heard()).toEqual([answer]);
    }
  });

  it("answers a set also where the visitor has a number in a field that is refused", async () => {
    const { store, controller, talk, heard } = setUp();
    const enter = (text: string): void => {
      controller.actions.type("newSellers", text);
      controller.actions.commit("newSellers");
    };
    await talk.hear(message("set", { link: "v=1&newSellers=9" }, "before"));
    enter("-5");
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["state", "before", answerOf(9)]]);
    expect(store.get().drafts).toHaveProperty("newSellers");
    await talk.hear(message("set", { link: "v=1&newSellers=9" }, "same"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["state", "same", answerOf(9)]]);
    expect(store.get().drafts).toEqual({});
  });

  it("passes over what it is asked a second time before it has answered, and nothing else", async () => {
    const { talk, heard } = setUp();
    const set = (newSellers: number, id: string): Promise<void> => talk.hear(message("set", { link: `v=1&newSellers=${newSellers}` }, id));
    await set(9, "a");
    await set(9, "a");
    await vi.advanceTimersByTimeAsync(2000);
    await set(9, "a");
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["state", "a", answerOf(9)], ["state", "a", answerOf(9)]]);
    await set(9, "a");
    await set(5, "a");
    await set(9, "");
    await set(9, "");
    await vi.advanceTimersByTimeAsync(2000);
    const superseded = ["error", "a", { errors: [expect.objectContaining({ code: "superseded" })] }];
    expect(heard()).toEqual([superseded, superseded, ["state", "", answerOf(9)]]);
  });

  it("shows what is set where the browser, asked too often, does not write the address", async () => {
    const { talk, heard, address } = setUp();
    address.writeHash = () => undefined;
    await talk.hear(message("set", { link: "v=1&newSellers=9" }, "asked"));
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([["state", "asked", answerOf(9)]]);
  });

  it("hears nothing else", async () => {
    const { talk, heard } = setUp();
    for (const type of ["height", "state", "error"] as const) await talk.hear(message(type, { link: "v=1&newSellers=9" }));
    await talk.hear("set");
    await vi.advanceTimersByTimeAsync(2000);
    expect(heard()).toEqual([]);
  });
});
