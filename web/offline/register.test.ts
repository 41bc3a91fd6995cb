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

/** A registered worker of the page, which nobody has to wait for. */
class RegisteredWorker extends EventTarget {
  readonly state = "activated";
  readonly postMessage = vi.fn();
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

  it("shows the new version in every tab: it makes the one that waits take over, and reloads where another tab did that", async () => {
    const { register, rest } = onPage({});
    const reload = vi.fn();
    const serviceWorker = Object.assign(new EventTarget(), { register, controller: {} });
    const waiting = new RegisteredWorker();
    const registration: { waiting: RegisteredWorker | null; active: RegisteredWorker } & EventTarget = Object.assign(new EventTarget(), {
      waiting,
      active: new RegisteredWorker(),
    });
    vi.stubGlobal("navigator", { serviceWorker });
    vi.stubGlobal("location", { reload });
    register.mockImplementation(() => Promise.resolve(registration) as Promise<never>);
    const onNewVersion = vi.fn<(takeOver: () => void) => void>();
    const done = workOffline(kScript, { onNewVersion });
    rest();
    await done;
    const [takeOver] = onNewVersion.mock.lastCall ?? [];
    takeOver?.();
    expect(waiting.postMessage).toHaveBeenCalledWith({ type: "takeOver" });
    expect(reload).not.toHaveBeenCalled();
    serviceWorker.dispatchEvent(new Event("controllerchange"));
    expect(reload).toHaveBeenCalledTimes(1);
    registration.waiting = null;
    takeOver?.();
    expect(waiting.postMessage).toHaveBeenCalledTimes(1);
    expect(reload).toHaveBeenCalledTimes(2);
  });
});
