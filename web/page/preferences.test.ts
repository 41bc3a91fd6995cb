import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepPreferences, readPreferences, readTheme } from "./preferences.ts";

const kKey = "export-potential:preferences";

describe("preferences", () => {
  const held = new Map<string, string>();

  beforeEach(() => {
    held.clear();
    vi.stubGlobal("localStorage", {
      getItem: (name: string) => held.get(name) ?? null,
      setItem: (name: string, text: string) => void held.set(name, text),
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  it("are kept one by one: what another tab chose stays", () => {
    keepPreferences({ numberWords: "lakh" });
    keepPreferences({ theme: "dark" });
    expect(readPreferences()).toEqual({ numberWords: "lakh", theme: "dark" });
    keepPreferences({ numberWords: "million" });
    expect(readPreferences()).toEqual({ numberWords: "million", theme: "dark" });
    keepPreferences({ theme: "auto" });
    // A page that is shown again as it was left must hear of that too.
    expect(readPreferences()).toEqual({ numberWords: "million", theme: "auto" });
    expect(readTheme()).toBe("auto");
  });

  it("take the place of what is none", () => {
    for (const text of ["", "{", "null", '"dark"', '{"theme":"red","numberWords":7}']) {
      held.set(kKey, text);
      expect(readPreferences()).toEqual({});
      keepPreferences({ theme: "light" });
      expect(held.get(kKey)).toBe('{"theme":"light"}');
    }
  });
});
