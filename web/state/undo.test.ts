import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { setUp } from "../../tests/web/mock_page.ts";
import type { GoalResult } from "../engine/analysis_types.ts";

const goals: GoalResult["goals"] = [{ probability: 0.5, highestProbability: 0.6, reachable: true, newSellers: 700_000 }];

const wait = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose visitor has a plan, aims at an amount and looks at a year. */
async function visited() {
  const page = await setUp({}, { goal: () => Promise.resolve({ goals } as unknown as GoalResult) });
  const { store, controller } = page;
  controller.actions.slide("newSellers", 5);
  controller.actions.type("target", "300000000");
  controller.actions.commit("target");
  controller.actions.showYear(2028);
  await wait(500);
  return { ...page, shown: () => [store.get().plan.newSellers, store.get().target, store.get().year] };
}

const kOwn = [5, 3e8, 2028];
const kOfGoal = [700_000, 2e9, 2030];

describe("a plan brought back", () => {
  it("comes with the amount and the year that a ready-made plan with a target took the place of", async () => {
    const { controller: { actions }, shown } = await visited();
    expect(shown()).toEqual(kOwn);
    actions.choosePreset("much");
    await wait(100);
    expect(shown()).toEqual(kOfGoal);
    actions.undo();
    expect(shown()).toEqual(kOwn);
    actions.undo();
    expect(shown()).toEqual(kOfGoal);
  });

  it("comes with them whichever ready-made plans came after that", async () => {
    const { controller: { actions }, shown } = await visited();
    actions.choosePreset("much");
    await wait(100);
    actions.choosePreset("food");
    expect(shown().slice(1)).toEqual(kOfGoal.slice(1));
    actions.undo();
    expect(shown()).toEqual(kOwn);
  });

  it("comes with those that a link took the place of", async () => {
    const { address, controller, shown } = await visited();
    address.writeHash("#v=1&newSellers=7&target=5000000&year=2030");
    controller.followAddress();
    expect(shown()).toEqual([7, 5e6, 2030]);
    controller.actions.undo();
    expect(shown()).toEqual(kOwn);
    controller.actions.undo();
    expect(shown()).toEqual([7, 5e6, 2030]);
  });

  it("leaves the year that was chosen meanwhile, where the other plan brought none", async () => {
    const { controller: { actions }, shown } = await visited();
    actions.choosePreset("food");
    actions.showYear(2029);
    actions.undo();
    expect(shown()).toEqual([5, 3e8, 2029]);
  });
});
