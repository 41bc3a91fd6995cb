import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { part } from "../part/part.ts";
import { later, type Later } from "./later.ts";

const words = (state: Partial<Later>): string => {
  const view = mockView({}, { later: { modules: {}, problems: {}, retry: () => undefined, ...state } });
  return wordsOf(later(view, "results", (_, whole) => part(whole, () => html`<p>All charts</p>`)));
};

describe("later", () => {
  it("waits, shows what has come, and says why it did not", () => {
    expect(words({})).toBe("More appears here as you read on.");
    expect(words({ modules: { results: { results: () => html`` } } })).toBe("All charts");
    expect(words({ problems: { results: "no network" } })).toBe(
      "This part of the page could not be shown. Try again Technical details no network",
    );
  });
});
