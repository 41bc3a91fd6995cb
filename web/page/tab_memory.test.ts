import { afterEach, describe, expect, it, vi } from "vitest";
import { nameFrame } from "./frame_name.ts";
import { recall, remember } from "./tab_memory.ts";

/** A window with frames in it, as far as it is asked for them. */
class MockWindow {
  readonly [index: number]: MockWindow;
  readonly length: number;
  parent: MockWindow = this;
  name = "";

  constructor(...frames: readonly MockWindow[]) {
    Object.assign(this, frames);
    this.length = frames.length;
    for (const frame of frames) frame.parent = this;
  }
}

describe("what a tab remembers", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("is what it was told under that name, also nothing said", () => {
    const held = new Map<string, string>();
    vi.stubGlobal("window", new MockWindow());
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, text: string) => void held.set(name, text),
    });
    expect(recall("export-potential:kept")).toBeNull();
    remember("export-potential:kept", "{}");
    remember("export-potential:plan", "");
    expect(recall("export-potential:kept")).toBe("{}");
    expect(recall("export-potential:plan")).toBe("");
    expect([...held.keys()]).toEqual(["export-potential:kept", "export-potential:plan"]);
  });

  it("is told apart by frame, so that several calculators on one page do not take one another's plans", () => {
    const [first, inner] = [new MockWindow(), new MockWindow()];
    const second = new MockWindow(inner);
    const windows = [new MockWindow(first, second), first, second, inner];
    const memory = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => memory.get(name) ?? null,
      setItem: (name: string, text: string) => void memory.set(name, text),
    });
    for (const [index, window] of windows.entries()) {
      vi.stubGlobal("window", window);
      nameFrame();
      expect(recall("export-potential:kept")).toBe(null);
      remember("export-potential:kept", String(index));
    }
    for (const [index, window] of windows.entries()) {
      vi.stubGlobal("window", window);
      expect(recall("export-potential:kept")).toBe(String(index));
    }
    // What earlier versions remembered of the tab's own page is still found.
    expect(memory.get("export-potential:kept")).toBe("0");
  });

  it("goes by the name that a frame has, or by its place; the tab's own page gets none", () => {
    const [named, inner] = [new MockWindow(), new MockWindow()];
    named.name = "calculator";
    const windows = [new MockWindow(named, new MockWindow(inner)), named, inner];
    for (const window of windows) {
      vi.stubGlobal("window", window);
      nameFrame();
    }
    expect(windows.map(({ name }) => name)).toEqual(["", "calculator", "export-potential 1 0"]);
  });

  it("is nothing where the browser allows no storage", () => {
    vi.stubGlobal("window", new MockWindow());
    const refuse = (): never => {
      throw new DOMException("", "SecurityError");
    };
    vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse });
    remember("export-potential:plan", "#v=1");
    expect(recall("export-potential:plan")).toBe(null);
  });
});
