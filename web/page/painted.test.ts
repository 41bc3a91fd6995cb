import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { painted } from "./painted.ts";

describe("painted", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("comes after the next animation frame", async () => {
    let paint = (): void => undefined;
    vi.stubGlobal("requestAnimationFrame", (frame: () => void) => (paint = frame));
    const heard = vi.fn();
    void painted().then(heard);
    await vi.advanceTimersByTimeAsync(500);
    expect(heard).not.toHaveBeenCalled();
    paint();
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("does not wait for ever where nothing is painted", async () => {
    vi.stubGlobal("requestAnimationFrame", () => undefined);
    const heard = vi.fn();
    void painted().then(heard);
    await vi.advanceTimersByTimeAsync(1001);
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
