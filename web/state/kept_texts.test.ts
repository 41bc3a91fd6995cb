import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "../../tests/web/any_plan.ts";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { withKept, withoutKept } from "./kept_plans.ts";
import { keptFrom, keptText } from "./kept_texts.ts";
import { defaultPlan } from "./plan/plan.ts";

const base = defaultPlan(mockPack);
const kLink = "#v=1&m=1.0&newSellers=7&pack=2026.1.0";

describe("the text of kept plans", () => {
  it("is the preset and the link of each by its letter", () => {
    const kept = withKept(withKept([], { ...base, newSellers: 7 }, "food"), base, "");
    const text = keptText(kept, mockPack, "1.0");
    expect(text).toBe(`{"A":["food","${kLink}"],"B":["","#v=1&m=1.0&pack=2026.1.0"]}`);
    expect(keptFrom(text, mockPack)).toEqual(kept);
    expect(keptFrom(keptText(withoutKept(kept, "A"), mockPack, "1.0"), mockPack)).toEqual([{ letter: "B", preset: "", plan: base }]);
  });

  it("brings every plan back", () => {
    fc.assert(
      fc.property(anyPlan(mockPack), (plan) => {
        const kept = withKept([], plan, "");
        expect(keptFrom(keptText(kept, mockPack, "1.0"), mockPack)).toEqual(kept);
      }),
    );
  });

  it.each([
    ["no JSON", "{"],
    ["nothing", "null"],
    ["a number", "5"],
    ["a list", `[["food","${kLink}"]]`],
    ["another letter", `{"D":["food","${kLink}"]}`],
    ["no list", '{"A":7}'],
    ["a letter of nothing", '{"A":null}'],
    ["no preset", `{"A":[5,"${kLink}"]}`],
    ["no link", '{"A":["food"]}'],
    ["an anchor", '{"A":["food","#assumptions"]}'],
    ["a link of another kind", '{"A":["food","#v=2&newSellers=7"]}'],
    ["a plan that is not allowed", '{"A":["food","#v=1&m=1.0&pack=2026.1.0&years=99"]}'],
    ["a plan of another pack", '{"A":["food","#v=1&m=1.0&newSellers=7&pack=2025.1.0"]}'],
  ])("with %s brings nothing back", (_, text) => {
    expect(keptFrom(text, mockPack)).toEqual([]);
  });
});
