import { describe, expect, it } from "vitest";
import { compareVersions, compareWith, type ChangeFile, type Release } from "./versions.ts";

const release = (model: string, pack: string, change: string): Release => ({
  date: "2027-01",
  model,
  packs: { zz: pack },
  changes: [{ en: change }],
});

const changes: ChangeFile = {
  schema: 1,
  releases: [release("2027.2", "2027.2.0", "c"), release("2026.11", "2026.12.1", "b"), release("2026.11", "2026.11.0", "a")],
};
const used = { model: "2027.2", pack: "2027.2.0" };

describe("compareVersions", () => {
  it("goes part by part, by number", () => {
    expect(compareVersions("2026.9", "2026.11")).toBeLessThan(0);
    expect(compareVersions("2027.1", "2026.11")).toBeGreaterThan(0);
    expect(compareVersions("2026.11", "2026.11.0")).toBe(0);
    expect(compareVersions("2026.11", "2026.11.1")).toBeLessThan(0);
    expect(compareVersions("tomorrow", "2026.11")).toBeLessThan(0);
  });
});

describe("compareWith", () => {
  const between = (model?: string, pack?: string): string[] | string => {
    const comparison = compareWith({ model, pack }, used, "zz", changes);
    return comparison.kind === "older" ? comparison.releases.map((one) => one.changes[0]?.en ?? "") : comparison.kind;
  };

  it("finds nothing between a version and itself, or one that is not known", () => {
    expect(between("2027.2", "2027.2.0")).toBe("same");
    expect(between("2027.2")).toBe("same");
    expect(between()).toBe("same");
  });

  it("lists what changed since an older model or pack", () => {
    expect(between("2026.11", "2026.11.0")).toEqual(["c", "b"]);
    expect(between("2026.11", "2026.12.1")).toEqual(["c"]);
    expect(between("2026.11")).toEqual(["c"]);
    expect(between("2026.1", "2026.1.0")).toEqual(["c", "b", "a"]);
  });

  it("takes what is no version for neither older nor newer", () => {
    for (const version of ["<b>x", "", "latest", "2026.", "2026.11-rc1"]) {
      expect([version, between(version, "2027.2.0"), between("2026.11", version)]).toEqual([version, "unknown", "unknown"]);
    }
  });

  it("knows nothing of what is newer", () => {
    expect(between("2027.3", "2027.2.0")).toBe("newer");
    expect(between("2026.11", "2027.3.0")).toBe("newer");
  });
});
