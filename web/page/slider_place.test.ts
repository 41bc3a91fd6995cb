import { afterEach, describe, expect, it, vi } from "vitest";
import { placeAt } from "./slider_place.ts";

const sliderOf = (left: number, width: number): Element =>
  ({ getBoundingClientRect: () => ({ left, width }) }) as unknown as Element;

describe("placeAt", () => {
  afterEach(() => void vi.unstubAllGlobals());

  const readAs = (direction: string): void => void vi.stubGlobal("getComputedStyle", () => ({ direction }));

  it("goes from half a thumb after the start to half a thumb before the end", () => {
    readAs("ltr");
    const slider = sliderOf(20, 116);
    expect([28, 78, 103, 128].map((x) => placeAt(slider, x))).toEqual([0, 0.5, 0.75, 1]);
    expect([0, 20, 130, 400].map((x) => placeAt(slider, x))).toEqual([0, 0, 1, 1]);
  });

  it("begins on the right where one reads from there", () => {
    readAs("rtl");
    const slider = sliderOf(20, 116);
    expect([28, 103, 128].map((x) => placeAt(slider, x))).toEqual([1, 0.25, 0]);
  });

  it("has no places on a slider as wide as its thumb", () => {
    readAs("ltr");
    expect(placeAt(sliderOf(20, 16), 28)).toBeUndefined();
  });
});
