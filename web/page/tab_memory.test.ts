import { afterEach, describe, expect, it, vi } from "vitest";
import { recall, remember } from "./tab_memory.ts";

const kName = "export-potential:kept";

describe("the memory of the tab", () => {
  afterEach(() => void vi.unstubAllGlobals());

  it("gives back what it was given under that name, also nothing said", () => {
    const held = new Map<string, string>();
    vi.stubGlobal("sessionStorage", {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, text: string) => void held.set(name, text),
    });
    expect(recall(kName)).toBeNull();
    remember(kName, "{}");
    remember("export-potential:plan", "");
    expect(recall(kName)).toBe("{}");
    expect(recall("export-potential:plan")).toBe("");
    expect([...held.keys()]).toEqual(["export-potential:kept", "export-potential:plan"]);
  });

  it("remembers nothing where the browser allows no storage, and goes on", () => {
    const refuse = (): never => {
      throw new Error("SecurityError");
    };
    vi.stubGlobal("sessionStorage", { getItem: refuse, setItem: refuse });
    remember(kName, "{}");
    expect(recall(kName)).toBeNull();
  });
});
