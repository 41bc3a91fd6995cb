import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { staticHtml } from "../../page/static_html.ts";
import { defaultPlan, programmeOf, type Plan } from "../../state/plan/plan.ts";
import { pathControl } from "./path_control.ts";

const base = defaultPlan(mockPack);
const plan: Plan = { ...base, ...programmeOf([1000, 4000, 0], base) };

describe("pathControl", () => {
  it("has a field for each year of a path by year, a bar in the scale of the largest, and their sum", () => {
    const markup = staticHtml(pathControl(mockView({ plan })));
    expect([...markup.matchAll(/id="table-(\d)"[^>]*? value="([^"]*)"/g)].map(([, year, value]) => `${year} ${value}`)).toEqual([
      "0 1,000",
      "1 4,000",
      "2 0",
    ]);
    expect([...markup.matchAll(/<rect width="([^"]*)"/g)].map(([, width]) => width)).toEqual(["25", "100", "0"]);
    expect(wordsOf(pathControl(mockView({ plan })))).toContain("2027 2028 2029 Together 5,000 new sellers over 3 years.");
  });

  it("says at the year what is not allowed there", () => {
    const drafts = { "table:1": { text: "-1", problem: "outOfRange" } } as const;
    const view = mockView({ plan, drafts });
    expect(wordsOf(pathControl(view))).toContain("Enter a number from 0 to 9,999,000.");
    expect(staticHtml(pathControl(view))).toMatch(/id="table-1"[^>]*aria-invalid="true"/);
  });

  it("has no fields for a shape", () => {
    expect(staticHtml(pathControl(mockView()))).not.toContain("table-0");
  });
});
