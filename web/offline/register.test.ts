import { afterEach, describe, expect, it, vi } from "vitest";
import { workOffline } from "./register.ts";

const kScript = new URL("service_worker.js", import.meta.url);

/** A page on its own, as far as the worker's registration asks. */
function onPage(surroundings: { readonly saveData?: boolean; readonly readyState?: string }): {
  readonly register: ReturnType<typeof vi.fn>;
  /** Lets the browser be idle. */
  readonly rest: () => void;
} {
  const register = vi.fn(() => Promise.reject(new Error("refused")));
  const { saveData = false, readyState = "complete" } = surroundings;
  let rest = (): void => undefined;
  vi.stubGlobal("document", { readyState });
  vi.stubGlobal("navigator", { serviceWorker: { register }, connection: { saveData } });
  vi.stubGlobal("requestIdleCallback", (resolve: () => void) => (rest = resolve));
  return { register, rest: () => rest() };
}

describe("workOffline", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("registers the worker when the page is at rest, not before", async () => {
    const { register, rest } = onPage({});
    const done = workOffline(kScript);
    await Promise.resolve();
    expect(register).not.toHaveBeenCalled();
    rest();
    await done;
    expect(register).toHaveBeenCalledTimes(1);
  });

  it("fetches nothing for visitors who save data", async () => {
    const { register, rest } = onPage({ saveData: true });
    const done = workOffline(kScript);
    rest();
    await done;
    expect(register).not.toHaveBeenCalled();
  });
});
