import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { EngineStatus } from "../../state/app_state.ts";
import { engineNotice } from "./answer.ts";

const words = (engine: EngineStatus): string => wordsOf(html`${engineNotice(mockView({ engine }))}`);
const kConsequence = "The figures shown are the answer for the default plan; the controls have no effect until it runs.";

describe("engineNotice", () => {
  it("is there only while something stands between the page and its engine", () => {
    expect(words({ kind: "ready" })).toBe("");
    for (const kind of ["unasked", "loading"] as const) expect(words({ kind })).toBe("");
    expect(words({ kind: "slow" })).toBe(`The calculator is taking longer than usual to load. ${kConsequence} Try again`);
  });

  it("offers to try again, and not where the browser cannot run the engine at all", () => {
    expect(words({ kind: "failed", message: "Gone.", code: "network" })).toBe(
      `The calculator could not start. ${kConsequence} Try again Technical details Gone.`,
    );
    expect(words({ kind: "failed", message: "No SIMD.", code: "no_wasm" })).toBe(
      "This browser cannot run the calculator: WebAssembly is missing, too old or switched off. " +
        `Chrome 110, Firefox 115, Safari 16.4 or newer is needed. ${kConsequence} Technical details No SIMD.`,
    );
  });
});
