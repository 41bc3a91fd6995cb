import { afterEach, describe, expect, it, vi } from "vitest";
import { loadChanges, loadPack, once } from "./load_data.ts";

describe.each([["loadPack", loadPack], ["loadChanges", loadChanges]] as const)("%s", (_, load) => {
  const url = new URL("https://example.org/packs/pk.json");
  const fetchUrl = vi.fn<(url: URL, init: RequestInit) => Promise<Response>>();
  afterEach(() => void vi.unstubAllGlobals());

  it("gives what the file says, and refuses what a server sends in its place", async () => {
    vi.stubGlobal("fetch", fetchUrl);
    fetchUrl.mockResolvedValueOnce(new Response('{"id":"pk"}'));
    expect(await load(url)).toEqual({ id: "pk" });
    expect(fetchUrl).toHaveBeenLastCalledWith(url, expect.anything());
    fetchUrl.mockResolvedValueOnce(new Response('{"id":"pk"}', { status: 404 }));
    await expect(load(url)).rejects.toThrow("https://example.org/packs/pk.json: the server answered 404.");
  });

  it("waits for twenty seconds and no longer", async () => {
    const tooLate = AbortSignal.abort(new Error("Too late."));
    const patience = vi.spyOn(AbortSignal, "timeout").mockReturnValue(tooLate);
    vi.stubGlobal("fetch", (_: URL, { signal }: RequestInit) => Promise.reject(signal?.reason as Error));
    await expect(load(url)).rejects.toThrow("Too late.");
    expect(patience.mock.calls).toEqual([[20_000]]);
    patience.mockRestore();
  });
});

describe("once", () => {
  it("loads for all who ask, and keeps what came", async () => {
    let loads = 0;
    const load = once(() => Promise.resolve(++loads));
    expect(await Promise.all([load(), load()])).toEqual([1, 1]);
    expect(await load()).toBe(1);
  });

  it("tries again after a failure, for the next who asks", async () => {
    let loads = 0;
    const load = once(() => (++loads === 1 ? Promise.reject(new Error("No network.")) : Promise.resolve(loads)));
    await expect(Promise.all([load(), load()])).rejects.toThrow("No network.");
    expect(await load()).toBe(2);
  });
});
