import { describe, expect, it } from "vitest";
import { LaterPrograms } from "./later_programs.ts";

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const kReport = { report: () => undefined } as unknown as typeof import("../components/report/report.ts");
const report = (): Promise<typeof kReport> => Promise.resolve(kReport);
const never = (): Promise<never> => new Promise(() => undefined);
const kOthers = { report, compare: never, sharing: never, assumptions: never, goalWords: never, storySources: never };
const kModule = { results: () => undefined } as unknown as typeof import("../components/results/results.ts");

describe("LaterPrograms", () => {
  it("loads a part once", async () => {
    let [loads, changes] = [0, 0];
    const later = new LaterPrograms({ ...kOthers, results: () => (++loads, Promise.resolve(kModule)) }, () => ++changes);
    expect(later.state.modules).toEqual({});
    later.load("results");
    later.load("results");
    later.load("nothing");
    await soon();
    expect([loads, changes]).toEqual([1, 1]);
    later.loadAll();
    await soon();
    expect([loads, changes]).toEqual([1, 2]);
    expect(later.state.modules).toEqual({ results: kModule, report: kReport });
  });

  it("says why a part did not come, and loads it when it is asked again", async () => {
    let fails = true;
    const later = new LaterPrograms(
      { ...kOthers, results: () => (fails ? Promise.reject(new Error("No network.")) : Promise.resolve(kModule)) },
      () => undefined,
    );
    later.load("results");
    await soon();
    expect(later.state.problems.results).toBe("No network.");
    fails = false;
    later.state.retry("results");
    expect(later.state.problems).toEqual({});
    await soon();
    expect(later.state.modules.results).toBe(kModule);
  });

  it("keeps apart why each of several parts did not come", async () => {
    const failing = (message: string) => (): Promise<never> => Promise.reject(new Error(message));
    const later = new LaterPrograms({ ...kOthers, results: failing("No network."), report: failing("Gone.") }, () => undefined);
    later.loadAll();
    await soon();
    expect(later.state.problems).toEqual({ results: "No network.", report: "Gone." });
    later.state.retry("results");
    expect(later.state.problems).toEqual({ report: "Gone." });
  });
});
