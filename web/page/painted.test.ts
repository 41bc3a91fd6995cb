import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { painted } from "./painted.ts";

describe("painted", () => {
  const paint = vi.fn<(name: string) => void>();
  const load = vi.fn<() => void>();
  const drawFrame = vi.fn<() => void>();

  beforeEach(() => {
    vi.useFakeTimers();
    class Observer {
      constructor(hear: (list: { getEntriesByName(name: string): unknown[] }) => void) {
        paint.mockImplementation((seen) => hear({ getEntriesByName: (name) => (name === seen ? [{}] : []) }));
      }
      observe(): void {}
      disconnect(): void {}
    }
    vi.stubGlobal("PerformanceObserver", Observer);
    vi.stubGlobal("addEventListener", (_: "load", hear: () => void) => void load.mockImplementation(hear));
    vi.stubGlobal("requestAnimationFrame", (hear: () => void) => void drawFrame.mockImplementation(hear));
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("comes after something of the page is painted, and after the next frame", async () => {
    const heard = vi.fn();
    void painted().then(heard);
    paint("first-paint");
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard).not.toHaveBeenCalled();
    paint("first-contentful-paint");
    await vi.advanceTimersByTimeAsync(5000);
    expect(heard).not.toHaveBeenCalled();
    drawFrame();
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("does not wait for ever where nothing is painted", async () => {
    const heard = vi.fn();
    void painted().then(heard);
    await vi.advanceTimersByTimeAsync(5000);
    load();
    await vi.advanceTimersByTimeAsync(3999);
    expect(heard).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(2);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
