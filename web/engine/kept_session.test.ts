import { describe, expect, it, vi } from "vitest";
import { engineError } from "./errors.ts";
import { KeptSession } from "./kept_session.ts";

/** A session for each time that one is opened: 1, 2, 3. */
function counted(): { readonly kept: KeptSession<number>; readonly open: ReturnType<typeof vi.fn<() => Promise<number>>> } {
  let count = 0;
  const open = vi.fn(() => Promise.resolve(++count));
  return { kept: new KeptSession(open), open };
}

const same = (session: number): number => session;

describe("a kept session", () => {
  it("is opened with the first call, once for all", async () => {
    const { kept, open } = counted();
    expect(open).not.toHaveBeenCalled();
    expect(await Promise.all([kept.use(same), kept.use(same)])).toEqual([1, 1]);
    expect(await kept.use(same)).toBe(1);
  });

  it("that could not be opened is tried again by the next call, whatever was in the way", async () => {
    for (const fault of [engineError("network", "There is no network."), new Error("Something else.")]) {
      const { kept, open } = counted();
      open.mockRejectedValueOnce(fault);
      await expect(kept.use(same)).rejects.toBe(fault);
      expect(await kept.use(same)).toBe(1);
    }
  });

  it("stays when the core refuses a question, and is replaced when it has broken down", async () => {
    const { kept } = counted();
    const fails = (fault: Error) => kept.use(() => Promise.reject(fault));
    await expect(fails(engineError("out_of_range", "Allowed is 1 to 15."))).rejects.toThrow();
    expect(await kept.use(same)).toBe(1);
    await expect(fails(new Error("memory access out of bounds"))).rejects.toThrow();
    expect(await kept.use(same)).toBe(2);
  });

  it("is not lost with a call to one before it", async () => {
    const { kept } = counted();
    const early = kept.use(async () => {
      kept.drop();
      expect(await kept.use(same)).toBe(2);
      throw new Error("unreachable");
    });
    await expect(early).rejects.toThrow("unreachable");
    expect(await kept.use(same)).toBe(2);
  });
});
