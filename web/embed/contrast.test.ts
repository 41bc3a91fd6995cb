import { describe, expect, it } from "vitest";
import { contrast, mix } from "./contrast.ts";

describe("contrast", () => {
  it.each([
    ["#000000", "#ffffff", 21],
    ["#ffffff", "#ffffff", 1],
    // The lightest grey that WebAIM and others give for text on white, and the next, which is too light.
    ["#767676", "#ffffff", 4.54],
    ["#777777", "#ffffff", 4.48],
    ["#0000ff", "#ffffff", 8.59],
    ["#ff0000", "#ffffff", 4],
    ["#00ff00", "#ffffff", 1.37],
  ] as const)("of %s and %s is %d, in either order", (one, other, published) => {
    expect(contrast(one, other)).toBeCloseTo(published, 2);
    expect(contrast(other, one)).toBe(contrast(one, other));
  });
});

describe("mix", () => {
  it("goes from one colour to the other, as CSS has it", () => {
    expect(mix("#ff0000", "#0000ff", 0)).toBe("#ff0000");
    expect(mix("#ff0000", "#0000ff", 1)).toBe("#0000ff");
    // An example of CSS Color 5: color-mix(in srgb, red 25%, blue) is a quarter red.
    expect(mix("#0000ff", "#ff0000", 0.25)).toBe("#4000bf");
    expect(mix("#000000", "#ffffff", 0.04)).toBe("#0a0a0a");
  });
});
