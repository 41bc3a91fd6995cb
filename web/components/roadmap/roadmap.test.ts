import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { roadmap } from "./roadmap.ts";

const plan: Plan = {
  ...defaultPlan(mockPack),
  measures: [
    { type: "training", tier: "light", from: 2027, to: 2029, share: 0.5 },
    { type: "feeSupport", from: 2028, points: 0.05 },
  ],
};

describe("roadmap", () => {
  it("shows every line with its size, years and cost", () => {
    const markup = staticHtml(roadmap(mockView({ plan })));
    const values = [...markup.matchAll(/id="measure-(\d-\w+)"[^>]*? value="([^"]*)"/g)].map(([, id, value]) => `${id} ${value}`);
    expect(values.map((text) => text.replace("\u00A0", " "))).toEqual([
      "0-share 50 %",
      "0-cost 0",
      "0-from 2027",
      "0-to 2029",
      "1-points 5 %",
      "1-cost 0",
      "1-from 2028",
      "1-to 2030",
    ]);
    expect(wordsOf(roadmap(mockView({ plan })))).toContain("2 measures");
  });

  it("says at the field that a cost which is not given is in no sum, where the model has none of its own", () => {
    const note = "None is counted until given.";
    const withCost = (type: "logistics" | "courierSalesTax", cost?: number): string => {
      const measure = type === "logistics" ? { type, from: 2028, days: -1 } : { type, from: 2028, rate: 0.18 };
      return staticHtml(roadmap(mockView({ plan: { ...plan, measures: [{ ...measure, ...(cost !== undefined && { cost }) }] } })));
    };
    for (const type of ["logistics", "courierSalesTax"] as const) {
      expect(withCost(type)).toMatch(/id="measure-0-cost-hint">None is counted until given\..*aria-describedby="measure-0-cost-hint"/s);
      expect(withCost(type, 5e6)).not.toContain(note);
    }
    // Trainees and support with fees cost what they do, without being asked.
    expect(wordsOf(roadmap(mockView({ plan })))).not.toContain(note);
  });

  it("says at the field what the whole roadmap does not allow", () => {
    const fault = { kind: "tooMuch", field: "points", sum: 0.31, most: 0.3 } as const;
    const drafts = { "measure:1:points": { text: "26", problem: "outOfRange", fault } } as const;
    const view = mockView({ plan, drafts });
    expect(wordsOf(roadmap(view))).toContain(
      "Together with the other measures this makes 31 % in some year; at most 30 % is possible.",
    );
    expect(staticHtml(roadmap(view))).toMatch(/id="measure-1-points"[^>]*aria-invalid="true"/);
  });

  it("has every kind of measure to add", () => {
    expect(staticHtml(roadmap(mockView())).match(/<option/g)).toHaveLength(8);
  });
});
