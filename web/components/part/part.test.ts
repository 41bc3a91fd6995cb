import { html, noChange } from "lit";
import { directive, Directive, PartType } from "lit/directive.js";
import { describe, expect, it, vi } from "vitest";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { View } from "../view.ts";
import { isPart, part, PartDirective, type Made } from "./part.ts";

/** Draws `show` again and again at one place; tells whether it was made anew. */
function place(show: (view: View, ...others: readonly unknown[]) => Made): (view: View, ...others: readonly unknown[]) => boolean {
  const directive = new PartDirective({ type: PartType.CHILD });
  return (view, ...others) => directive.render(view, show, ...others) !== noChange;
}

describe("part", () => {
  const view: View = mockView();
  const of = (state: Partial<View["state"]>, from = view): View => ({ ...from, state: { ...from.state, ...state } });
  const { plan } = view.state;

  it("is made anew only for what it read of the state", () => {
    const draw = place(({ state }) => html`${state.year} ${state.isMoving ? state.announcement : ""}`);
    expect(draw(view)).toBe(true);
    expect(draw(of({ result: mockResult(5), announcement: "heard" }))).toBe(false);
    expect(draw(of({ isMoving: true }))).toBe(true);
    // Only now is the announcement a part of it.
    expect(draw(of({ isMoving: true, announcement: "heard" }))).toBe(true);
    expect(draw(of({ isMoving: true, announcement: "heard", currency: "local" }))).toBe(false);
  });

  it("is made anew only for what it read of the plan", () => {
    const draw = place(({ state }) => html`${state.plan.years}`);
    draw(view);
    expect(draw(of({ plan: { ...plan, newSellers: 5 } }))).toBe(false);
    expect(draw(of({ plan: { ...plan, newSellers: 5, years: 2 } }))).toBe(true);
    const whole = place(({ state }) => html`${JSON.stringify(state.plan)}`);
    whole(view);
    expect(whole(of({ plan: { ...plan, newSellers: 5 } }))).toBe(true);
  });

  it("is made anew for anything else of the view and for what is given beside it", () => {
    const draw = place((_, name) => html`${name}`);
    expect(draw(view, "years")).toBe(true);
    expect(draw(of({ year: 2028 }), "years")).toBe(false);
    expect(draw(view, "newSellers")).toBe(true);
    expect(draw({ ...view, pack: { ...view.pack } }, "newSellers")).toBe(true);
    expect(draw(view, "newSellers")).toBe(true);
    expect(draw(view)).toBe(true);
  });

  it("is what is shown of the view, and made anew where something else is to be shown", () => {
    const directive = new PartDirective({ type: PartType.CHILD });
    const named = ({ pack, state }: View): Made => html`${pack.id} ${state.year}`;
    const made = directive.render(view, named) as Made;
    expect(wordsOf(html`${made}`)).toBe(`${view.pack.id} ${view.state.year}`);
    expect(directive.render(view, named)).toBe(noChange);
    expect(directive.render(view, () => html`else`)).not.toBe(noChange);
  });

  it("is made anew for what parts in it read, also where they were left as they were", () => {
    let inner: View = view;
    const draw = place((seen) => {
      inner = seen;
      return html`${seen.state.year}`;
    });
    const drawInner = place(({ state }) => html`${state.plan.years} ${state.currency}`);
    draw(view);
    expect(drawInner(inner)).toBe(true);
    expect(draw(of({ plan: { ...plan, newSellers: 5 } }))).toBe(false);
    const later = of({ year: 2028 });
    expect(draw(later)).toBe(true);
    expect(drawInner(inner)).toBe(false);
    const local = of({ currency: "local" }, later);
    expect(draw(local)).toBe(true);
    expect(drawInner(inner)).toBe(true);
    expect(draw(of({ plan: { ...plan, years: 2 } }, local))).toBe(true);
    expect(drawInner(inner)).toBe(true);
  });

  it("is tried again after it could not be made", () => {
    let isBroken = true;
    const draw = place(({ state }) => {
      if (isBroken) throw new Error("no");
      return html`${state.year}`;
    });
    vi.stubGlobal("reportError", () => undefined);
    draw(view);
    vi.unstubAllGlobals();
    isBroken = false;
    expect(draw(view)).toBe(true);
  });

  it("says that it could not be made, without a way to try again, and reports why", () => {
    const reported: unknown[] = [];
    vi.stubGlobal("reportError", (error: unknown) => reported.push(error));
    const error = new TypeError("toSorted is not a function");
    let isBroken = false;
    const directive = new PartDirective({ type: PartType.CHILD });
    const show = ({ state }: View): Made => {
      if (isBroken) throw error;
      return html`${state.year}`;
    };
    const draw = (seen: View): Made | typeof noChange => directive.render(seen, show);
    draw(view);
    isBroken = true;
    const said = draw(of({ year: 2028 }));
    vi.unstubAllGlobals();
    expect(wordsOf(html`${said}`)).toBe("This part of the page could not be shown. Technical details toSorted is not a function");
    expect(reported).toEqual([error]);
    // Back at what it was made from before, it is not what stands there.
    isBroken = false;
    expect(draw(view)).not.toBe(noChange);
  });

  it("stands in pages as built", () => {
    const show = (seen: View, word: string): Made => html`<b>${seen.state.year} ${word}</b>`;
    expect(wordsOf(html`<p>${part(view, show, "said")}</p>`)).toBe(`${view.state.year} said`);
  });

  it("is told from all else that stands in templates", () => {
    class Other extends Directive {
      override render(): string {
        return "";
      }
    }
    const show = ({ state }: View): Made => html`${state.year}`;
    expect(isPart(part(view, show))).toBe(true);
    for (const other of [null, undefined, "part", 7, {}, html`part`, directive(Other)()]) expect(isPart(other)).toBe(false);
  });
});
