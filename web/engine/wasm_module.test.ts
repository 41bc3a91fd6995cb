import { afterEach, describe, expect, it, vi } from "vitest";
import { instantiate, type Loader } from "./wasm_module.ts";

const kAddress = new URL("https://example.org/engine.wasm");
/** A translation whose instance gives 8, and one that does not run. */
const kTranslation = new URL("data:text/javascript,export default async () => ({ gives: () => 8 })");
const kNone = new URL("data:text/javascript,throw new Error('too old')");

/** What loading says of a server that answers with `body`. */
const loadFrom = (body: BodyInit): Promise<unknown> => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response(body)));
  return instantiate(() => Promise.reject(new Error("There is no loader.")), kAddress, kNone);
};

/** (module (import "a" "f" (func (result i32))) (export "gives" (func 0))) */
const kGivesImported = new Uint8Array([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...[1, 5, 1, 0x60, 0, 1, 0x7f],
  ...[2, 7, 1, 1, 0x61, 1, 0x66, 0, 0],
  ...[7, 9, 1, 5, 0x67, 0x69, 0x76, 0x65, 0x73, 0, 0],
]);

const serve = (body: BodyInit, type: string): void =>
  void vi.stubGlobal("fetch", () => Promise.resolve(new Response(body, { headers: { "content-type": type } })));

/** A loader as Emscripten's, of a module that imports a number. */
const kLoader: Loader = (options) =>
  new Promise((resolve) => {
    options.instantiateWasm({ a: { f: () => 7 } }, ({ exports }) => resolve(exports as never));
  });

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("instantiate", () => {
  it("tells a file that broke off from one that cannot run here: only the first may come another time", async () => {
    const broken = new ReadableStream({ pull: (stream) => stream.error(new TypeError("network error")) });
    await expect(loadFrom(broken)).rejects.toMatchObject({
      code: "network",
      message: "https://example.org/engine.wasm cannot be fetched: network error.",
    });
    await expect(loadFrom("none")).rejects.toMatchObject({
      code: "no_wasm",
      message: expect.stringMatching(/^WebAssembly cannot run here: .* Nor in JavaScript: too old$/) as string,
    });
  });

  it("takes a page in place of the file, as hosts of single-page programs send it, for a file that is not there", async () => {
    serve("<!doctype html><title>Another page</title>", "text/html; charset=utf-8");
    await expect(instantiate(kLoader, kAddress, kTranslation)).rejects.toMatchObject({ code: "network" });
  });

  it("takes the translation where WebAssembly is switched off, and fetches no module then", async () => {
    const fetchFile = vi.fn();
    vi.stubGlobal("fetch", fetchFile);
    vi.stubGlobal("WebAssembly", undefined);
    const { exports, isTranslated } = await instantiate<{ gives(): number }>(kLoader, kAddress, kTranslation);
    expect([exports.gives(), isTranslated]).toEqual([8, true]);
    expect(fetchFile).not.toHaveBeenCalled();
  });

  it("takes the translation where the module is refused, by a policy or for what it has in it", async () => {
    serve("none", "application/octet-stream");
    const { exports, isTranslated } = await instantiate<{ gives(): number }>(kLoader, kAddress, kTranslation);
    expect([exports.gives(), isTranslated]).toEqual([8, true]);
  });

  it("tells a translation that did not come from one that cannot run: it may come another time", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    // What browsers throw for a module that is not there; Node has an error of its own.
    const away = new URL("data:text/javascript,throw new TypeError('Failed to fetch')");
    await expect(instantiate(kLoader, kAddress, away)).rejects.toMatchObject({ code: "network" });
  });

  it("says that WebAssembly is switched off only where there is no translation either", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    await expect(instantiate(kLoader, kAddress, kNone)).rejects.toMatchObject({
      code: "no_wasm",
      message: "WebAssembly is switched off in this browser. Nor in JavaScript: too old",
    });
  });

  it.each(["application/wasm", "application/octet-stream"])("makes an instance with what is imported of a file sent as %s", async (type) => {
    serve(kGivesImported, type);
    const streaming = vi.spyOn(WebAssembly, "compileStreaming");
    const { exports, isTranslated } = await instantiate<{ gives(): number }>(kLoader, kAddress, kTranslation);
    expect([exports.gives(), isTranslated]).toEqual([7, false]);
    expect(streaming).toHaveBeenCalledTimes(type === "application/wasm" ? 1 : 0);
  });

  it("fails where no instance can be made", async () => {
    serve(kGivesImported, "application/wasm");
    const withoutImports: Loader = (options) => new Promise((resolve) => void options.instantiateWasm({}, ({ exports }) => resolve(exports as never)));
    await expect(instantiate(withoutImports, kAddress, kTranslation)).rejects.toBeInstanceOf(TypeError);
  });
});
