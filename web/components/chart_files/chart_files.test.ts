import { describe, expect, it } from "vitest";
import { cellOf, scopeOf } from "./chart_files.ts";

describe("scopeOf", () => {
  it("says of amounts what they are, and nothing of what is counted or shared out", () => {
    const saving = { scope: "Additional.", amounts: "Dollars." };
    expect(["fan", "comparison", "paths", "sellers", "jobs", "funnel", "luck"].map((chart) => scopeOf(chart, saving))).toEqual([
      ["Additional."], ["Additional."], ["Dollars."], ["Dollars."], [], [], [],
    ]);
  });
});

describe("cellOf", () => {
  it("makes numbers of what tables show as numbers, and leaves words", () => {
    expect(["2031", "1,240", "\u22123.5", "\u20661,234,567.8\u2069", " 0 "].map(cellOf)).toEqual([
      2031, 1240, -3.5, 1_234_567.8, 0,
    ]);
    expect(["$94m", "12 of 20", "57\u00A0%", "1,2", "", "\u2212"].map(cellOf)).toEqual([
      "$94m", "12 of 20", "57\u00A0%", "1,2", "", "\u2212",
    ]);
  });
});
