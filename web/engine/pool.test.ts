import { describe, expect, it } from "vitest";
import { abortError } from "./errors.ts";
import { Pool } from "./pool.ts";
import type { Request, WorkerPort } from "./protocol.ts";

/** A worker that writes down what it hears, and answers nothing. */
function silent(): { readonly port: WorkerPort; readonly heard: string[] } {
  const heard: string[] = [];
  const told = (request: Request): string => (request.type === "columns" ? request.type : `${request.type} ${request.id}`);
  const nothing = (): void => undefined;
  const port = { post: (request: Request) => void heard.push(told(request)), listen: nothing, onEnd: nothing, hold: nothing, close: () => void heard.push("close") };
  return { port, heard };
}

describe("a call that was aborted before it came", () => {
  it("asks nothing of the workers, and leaves alone what is under way", async () => {
    const { port, heard } = silent();
    const pool = new Pool([port], 1);
    const options = { signal: AbortSignal.abort() };
    const under = Promise.allSettled([pool.run("{}", {}, "all", {})]);
    const refused = [
      pool.run("{}", {}, "all", options),
      pool.evaluate("{}", options),
      pool.analyse({ analysis: "goal", scenario: "{}", overrides: {}, options: "{}" }, options),
      pool.samples("{}", {}, options),
    ];
    for (const call of await Promise.allSettled(refused)) expect(call).toMatchObject({ reason: { name: "AbortError" } });
    expect(heard).toEqual(["run 1"]);
    const reason = abortError("The engine was disposed of.");
    pool.close(reason);
    expect(await under).toEqual([{ status: "rejected", reason }]);
  });
});

describe("a pool that is closed", () => {
  it("has its workers let go of all that is under way before they end: one in the page's own thread does not end", async () => {
    const [keeper, helper] = [silent(), silent()];
    const pool = new Pool([keeper.port, helper.port], 2);
    const calls = [
      pool.run("{}", {}, "all", {}),
      pool.analyse({ analysis: "goal", scenario: "{}", overrides: {}, options: "{}" }, {}),
      pool.samples("{}", {}, {}),
    ];
    const ended = Promise.allSettled(calls);
    for (const { heard } of [keeper, helper]) heard.length = 0;
    const reason = abortError("The engine was disposed of.");
    pool.close(reason);
    for (const { heard } of [keeper, helper]) expect(heard).toEqual(["cancel 1", "cancel 2", "cancel 3", "close"]);
    expect(await ended).toEqual(calls.map(() => ({ status: "rejected", reason })));
    await expect(pool.evaluate("{}", {})).rejects.toBe(reason);
  });
});
