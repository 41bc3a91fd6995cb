import { describe, expect, it } from "vitest";
import { sameValue } from "./same_value.ts";

describe("sameValue", () => {
  it.each<[unknown, unknown]>([
    [1, 1],
    ["a", "a"],
    [Number.NaN, Number.NaN],
    [null, null],
    [{ a: 1, b: [1, { c: 2 }] }, { b: [1, { c: 2 }], a: 1 }],
    [{ a: 1, b: undefined }, { a: 1 }],
    [{ a: 1 }, { a: 1, b: undefined }],
    [[], []],
  ])("finds %j the same as %j", (a, b) => {
    expect(sameValue(a, b)).toBe(true);
  });

  it.each<[unknown, unknown]>([
    [1, 2],
    [1, "1"],
    [0, -0],
    [null, undefined],
    [null, {}],
    [{}, []],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [{ b: undefined }, { a: 1 }],
    [[1, 2], [2, 1]],
    [[1, 2], [1, 2, 3]],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [{ toString: Object.prototype.toString }, {}],
    [{}, { toString: Object.prototype.toString }],
  ])("tells %j from %j", (a, b) => {
    expect(sameValue(a, b)).toBe(false);
  });
});
