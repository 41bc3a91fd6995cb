import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { Pack } from "../../engine/types.ts";
import { staticHtml } from "../../page/static_html.ts";
import { defaultPlan, type Plan } from "../../state/plan/plan.ts";
import { closures } from "./closures.ts";

const pack: Pack = { ...mockPack, markets: [...mockPack.markets, { id: "eu", label: { en: "European Union" } }] };
const plan: Plan = { ...defaultPlan(pack), closures: [{ market: "us", from: 2028 }] };

describe("closures", () => {
  it("show the years of each, the last of the run where it has no end, and the markets that are left", () => {
    const view = mockView({ plan }, { pack });
    const markup = staticHtml(closures(view));
    expect([...markup.matchAll(/id="closure-0-(\w+)"[^>]*? value="([^"]*)"/g)].map(([, year, value]) => `${year} ${value}`)).toEqual([
      "from 2028",
      "to 2030",
    ]);
    expect([...markup.matchAll(/<option value="(\w+)"/g)].map(([, id]) => id)).toEqual(["eu"]);
    expect(wordsOf(closures(view))).toContain("Markets that close 1 market");
  });

  it("offer nothing where all are closed", () => {
    expect(staticHtml(closures(mockView({ plan })))).not.toContain("<select");
  });

  it("say at the field what is not allowed", () => {
    const drafts = { "closure:0:to": { text: "2027", problem: "outOfRange" } } as const;
    expect(wordsOf(closures(mockView({ plan, drafts })))).toContain("Enter a number from 2028 to 2030.");
  });
});
