import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { Dist, Pack } from "../../engine/types.ts";
import { centralRange } from "../density.ts";
import {
  assumptionText,
  formOf,
  isPercentField,
  kAssumptionForms,
  openDraft,
  readDraft,
  type AssumptionForm,
} from "./assumption_drafts.ts";
import type { AssumptionName } from "./assumptions.ts";
import { defaultPlan, type Plan } from "./plan.ts";

const pack: Pack = {
  ...mockPack,
  parameters: {
    ...mockPack.parameters,
    m: {
      label: { en: "Sales" },
      unit: "US$ a year",
      range: [500, 2e6],
      value: { dist: "lognormal", p05: 12_000, p95: 200_000, min: 500, max: 2e6 },
      sources: [],
      grade: "D",
      date: "2026-01",
    },
  },
};
const act: AssumptionName = { key: "act", symbol: "act" };
const light: AssumptionName = { key: "takeup.light", symbol: "takeup", element: "light" };
const sales: AssumptionName = { key: "m", symbol: "m" };
const base = defaultPlan(pack);
const holding = (name: AssumptionName, dist: Dist): Plan => ({ ...base, assumptions: { [name.key]: dist } });

const read = (name: AssumptionName, form: AssumptionForm, texts: Record<string, string>): ReturnType<typeof readDraft> =>
  readDraft({ form, texts }, name, base, pack);

describe("a draft of an assumption", () => {
  it("begins with what holds, in the unit of the visitor", () => {
    expect(openDraft(light, "pert", base, pack)).toEqual({
      form: "pert",
      texts: { min: "20 %", mode: "24 %", max: "30 %" },
    });
    // Quantiles of a beta(2, 2): x^2 (3 - 2 x) = 0.05 at 0.13535, by symmetry 0.86465 at the other end.
    expect(openDraft(act, "interval", base, pack).texts).toEqual({ low: "13.5 %", high: "86.5 %" });
    expect(openDraft(sales, "lognormal", base, pack).texts).toEqual({
      p05: "12,000",
      p95: "200,000",
      min: "500",
      max: "2,000,000",
    });
    expect(openDraft(sales, "fixed", holding(sales, 30_000), pack).texts).toEqual({ value: "30,000" });
    expect(openDraft(act, "beta", base, pack).texts).toEqual({ alpha: "2", beta: "2" });
  });

  it("begins in another form with what that takes of what holds", () => {
    const opened = (name: AssumptionName, form: AssumptionForm): unknown => openDraft(name, form, base, pack).texts;
    // The ends of the range of 9 in 10 draws, and the middle.
    expect(opened(act, "lognormal")).toEqual({ p05: "13.5 %", p95: "86.5 %" });
    expect(opened(act, "pert")).toEqual({ min: "13.5 %", mode: "50 %", max: "86.5 %" });
    expect(opened(act, "fixed")).toEqual({ value: "50 %" });
    // A PERT is most likely at its mode; it shares its numbers with a triangle.
    expect(opened(light, "fixed")).toEqual({ value: "24 %" });
    expect(opened(light, "triangular")).toEqual({ min: "20 %", mode: "24 %", max: "30 %" });
    expect(opened(light, "beta")).toEqual({ alpha: "", beta: "" });
  });

  it("keeps the middle of what holds, not the middle of its range", () => {
    const opened = (name: AssumptionName, form: AssumptionForm, dist?: Dist): unknown =>
      openDraft(name, form, dist === undefined ? base : holding(name, dist), pack).texts;
    // The median of a lognormal is the geometric mean of its quantiles: sqrt(12,000 * 200,000) = 48,990.
    expect(opened(sales, "fixed")).toEqual({ value: "49,000" });
    expect(opened(sales, "pert")).toEqual({ min: "12,000", mode: "49,000", max: "200,000" });
    expect(opened(sales, "triangular")).toEqual(opened(sales, "pert"));
    // What it is cut off at is no end of its range.
    expect(opened(sales, "uniform")).toEqual({ min: "12,000", max: "200,000" });
    // Its mean, with s = ln(200,000 / 12,000) / (2 * 1.64485) = 0.8552: 48,990 * exp(s * s / 2) = 70,620.
    expect(opened(sales, "normal")).toEqual({ mean: "70,600", sd: "", min: "500", max: "2,000,000" });
    // Of beta(1, 3) half is below 1 - 0.5^(1/3) = 0.2063; its mean is 1/4.
    const skewed: Dist = { dist: "beta", alpha: 1, beta: 3 };
    expect(opened(act, "fixed", skewed)).toEqual({ value: "20.6 %" });
    expect(opened(act, "normal", skewed)).toEqual({ mean: "25 %", sd: "", min: "0 %", max: "100 %" });
    // (20 + 4 * 24 + 30) / 6.
    expect(opened(light, "lognormalMean")).toEqual({ mean: "24.3 %", sigma: "" });
    expect(opened(sales, "uniform", 12_345)).toEqual({ min: "12,345", max: "12,345" });
  });

  it("says the same lognormal by its quantiles and by its mean", () => {
    const byMean = openDraft(sales, "lognormalMean", base, pack);
    expect(byMean.texts).toEqual({ mean: "70,600", sigma: "0.855", min: "500", max: "2,000,000" });
    const made = readDraft(byMean, sales, base, pack);
    if (!("dist" in made)) throw new Error("no distribution");
    expect(openDraft(sales, "lognormal", holding(sales, made.dist), pack).texts).toEqual(openDraft(sales, "lognormal", base, pack).texts);
  });

  it("comes in every form that there is, a range first", () => {
    expect(kAssumptionForms[0]).toBe("interval");
  });

  it("leads back to what holds in the form that it is in", () => {
    const dists: Dist[] = [
      0.3,
      { dist: "uniform", min: 0.1, max: 0.4 },
      { dist: "triangular", min: 0.1, mode: 0.2, max: 0.4 },
      { dist: "pert", min: 0.1, mode: 0.2, max: 0.4 },
      { dist: "beta", alpha: 2.5, beta: 7 },
      { dist: "normal", mean: 0.2, sd: 0.05, min: 0, max: 1 },
      { dist: "lognormal", p05: 0.1, p95: 0.4, max: 0.9 },
      { dist: "lognormal", mean: 0.2, sigma: 0.5 },
    ];
    expect(new Set(dists.map(formOf)).size).toBe(kAssumptionForms.length - 1);
    for (const dist of dists) {
      const plan = holding(act, dist);
      expect(readDraft(openDraft(act, formOf(dist), plan, pack), act, plan, pack)).toEqual({ dist });
    }
  });

  it("leaves what nobody touched as it holds, to the last digit", () => {
    const exact: Dist = { dist: "beta", alpha: 2.123456789, beta: 7.25 };
    for (const form of ["beta", "interval"] as const) {
      const plan = holding(act, exact);
      expect(readDraft(openDraft(act, form, plan, pack), act, plan, pack)).toEqual({ dist: exact });
      const { texts } = openDraft(act, form, plan, pack);
      const changed = readDraft({ form, texts: { ...texts, [form === "beta" ? "beta" : "high"]: form === "beta" ? "7.5" : "50 %" } }, act, plan, pack);
      expect(changed).not.toEqual({ dist: exact });
    }
  });

  it("has a number in every field that must have one, whatever holds", () => {
    for (const form of kAssumptionForms.filter((one) => one === "interval" || one === "uniform" || one === "triangular" || one === "pert" || one === "fixed")) {
      for (const name of [act, light, sales]) {
        expect(readDraft(openDraft(name, form, base, pack), name, base, pack), `${name.key} ${form}`).toHaveProperty("dist");
      }
    }
  });

  it("turns a range into a distribution that has it", () => {
    const made = read(light, "interval", { low: "22 %", high: "27" });
    if (!("dist" in made)) throw new Error("no distribution");
    const { low, high } = centralRange(made.dist, { min: 0, max: 1 });
    expect(low).toBeCloseTo(0.22, 4);
    expect(high).toBeCloseTo(0.27, 4);
    expect(read(light, "interval", { low: "30 %", high: "30 %" })).toEqual({ dist: 0.3 });
  });

  it("reads numbers as people write them and leaves out what may be left out", () => {
    expect(read(sales, "lognormal", { p05: "12k", p95: "2 lakh", min: "", max: " " })).toEqual({
      dist: { dist: "lognormal", p05: 12_000, p95: 200_000 },
    });
    expect(read(sales, "lognormal", { p05: "$12k", p95: "200,000 dollars a year", min: "", max: "" })).toEqual({
      dist: { dist: "lognormal", p05: 12_000, p95: 200_000 },
    });
    expect(read(sales, "lognormalMean", { mean: "US$70,000", sigma: "$1" })).toMatchObject({ problem: { kind: "notNumber", field: "sigma" } });
    expect(read(act, "fixed", { value: "$1" })).toMatchObject({ problem: { kind: "notNumber" } });
  });

  it("says what is wrong, and where", () => {
    const problem = (...draft: Parameters<typeof read>): unknown => {
      const made = read(...draft);
      return "problem" in made ? made.problem : undefined;
    };
    const limits = { min: 0, max: 1 };
    expect(problem(act, "interval", { low: "few", high: "10 %" })).toEqual({ kind: "notNumber", field: "low" });
    expect(problem(act, "interval", { low: "20 %", high: "" })).toEqual({ kind: "notNumber", field: "high" });
    expect(problem(act, "interval", { low: "20 %", high: "10 %" })).toEqual({ kind: "wrongOrder", order: ["low", "high"] });
    expect(problem(act, "interval", { low: "20 %", high: "120 %" })).toMatchObject({ kind: "outOfRange", field: "high", limits });
    expect(problem(act, "interval", { low: "0", high: "100" })).toEqual({ kind: "noRoom", limits });
    expect(problem(act, "pert", { min: "10", mode: "5", max: "20" })).toEqual({ kind: "wrongOrder", order: ["min", "mode", "max"] });
    expect(problem(act, "beta", { alpha: "0.1", beta: "2" })).toMatchObject({ kind: "outOfRange", field: "alpha" });
    expect(problem(sales, "fixed", { value: "100" })).toMatchObject({ kind: "outOfRange", field: "value", limits: { min: 500, max: 2e6 } });
  });

  it("is in per cent where the parameter is a share, but not in numbers without a unit", () => {
    expect(isPercentField("min", "share a year")).toBe(true);
    expect(isPercentField("alpha", "share")).toBe(false);
    expect(isPercentField("min", "US$ a year")).toBe(false);
    expect(assumptionText("low", 0.0125, "share per day")).toBe("1.25 %");
    expect(assumptionText("sigma", 0.5, "share")).toBe("0.5");
    // Six digits.
    expect(assumptionText("low", 0.123456789, "share")).toBe("12.3457 %");
    expect(assumptionText("low", 1234.56789, "US$")).toBe("1,234.57");
  });
});
