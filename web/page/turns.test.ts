import { html, nothing } from "lit";
import { PartType } from "lit/directive.js";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { mockView, wordsOf } from "../../tests/web/mock_view.ts";
import type { View } from "../components/view.ts";
import { PartDirective, type Made } from "../components/part/part.ts";
import { Turns } from "./turns.ts";

describe("Turns", () => {
  // Each drawing takes as long as it says, and each break is counted.
  let now = 0;
  const drawn: string[] = [];
  const takes = (name: string, ms: number) => (): void => {
    now += ms;
    drawn.push(name);
  };

  beforeEach(() => {
    now = 0;
    drawn.length = 0;
    vi.stubGlobal("performance", { now: () => now });
    vi.stubGlobal("setTimeout", (resume: () => void) => {
      drawn.push("|");
      queueMicrotask(resume);
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  it("draws in order, with a break before what would begin after four milliseconds", async () => {
    const turns = new Turns();
    for (const [name, ms] of [["a", 3], ["b", 0.9], ["c", 30], ["d", 4], ["e", 1]] as const) turns.putOff(takes(name, ms));
    expect(drawn).toEqual([]);
    await turns.takeAll();
    expect(drawn).toEqual(["|", "a", "b", "c", "|", "d", "|", "e"]);
  });

  it("draws what is put off while it draws, and puts nothing off afterwards", async () => {
    const turns = new Turns();
    turns.putOff(() => {
      takes("outer", 1)();
      expect(turns.putOff(takes("inner", 1))).toBe(true);
    });
    turns.putOff(takes("next", 1));
    await turns.takeAll();
    expect(drawn).toEqual(["|", "outer", "next", "inner"]);
    expect(turns.putOff(takes("late", 1))).toBe(false);
    expect(drawn).toEqual(["|", "outer", "next", "inner"]);
  });

  it("has nothing stand in the place of a part until its turn, and the part from then on", async () => {
    const turns = new Turns();
    const view: View = { ...mockView(), turns };
    const show = ({ state }: View, word: unknown): Made => html`${state.year} ${word}`;
    const directive = new PartDirective({ type: PartType.CHILD });
    const set = vi.spyOn(directive, "setValue").mockImplementation(() => undefined);
    expect(directive.render(view, show, "said")).toBe(nothing);
    expect(set).not.toHaveBeenCalled();
    await turns.takeAll();
    expect(set.mock.calls.map(([made]) => wordsOf(html`${made}`))).toEqual([`${view.state.year} said`]);
    expect(wordsOf(html`${directive.render(view, show, "again")}`)).toBe(`${view.state.year} again`);
  });
});
