import { afterEach, describe, expect, it, vi } from "vitest";
import { instantiate } from "./wasm_module.ts";

const kAddress = new URL("https://example.org/engine.wasm");

/** What loading says of a server that answers with `body`. */
const loadFrom = (body: BodyInit): Promise<unknown> => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body)));
  return instantiate(() => Promise.reject(new Error("There is no loader.")), kAddress);
};

afterEach(() => vi.unstubAllGlobals());

describe("instantiate", () => {
  it("tells a file that broke off from one that cannot run here: only the first may come another time", async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError("network error")) });
    await expect(loadFrom(broken)).rejects.toMatchObject({
      code: "network",
      message: "https://example.org/engine.wasm cannot be fetched: network error.",
    });
    await expect(loadFrom("none")).rejects.toMatchObject({ code: "no_wasm" });
  });
});
