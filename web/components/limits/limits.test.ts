import { describe, expect, it } from "vitest";
import { markupOf } from "../../../tests/web/markup.ts";
import { mockView } from "../../../tests/web/mock_view.ts";
import { ur } from "../../../tests/web/urdu.ts";
import { limits } from "./limits.ts";

const pointsOf = (markup: string): (string | undefined)[] => [...markup.matchAll(/<li>([^.۔]*[.۔])/g)].map(([, words]) => words);

describe("limits", () => {
  it("says what the number is not, under a heading that names the section", () => {
    const markup = markupOf(limits(mockView()));
    expect(markup).toContain('aria-labelledby="limits-title"> <h2 id="limits-title">What this number is not</h2>');
    expect(pointsOf(markup)).toEqual([
      "Not a forecast.",
      "Not gross sales.",
      "Not a promise for one seller.",
      "Not the plan of any government.",
    ]);
  });

  it("says as much in Urdu", () => {
    expect(pointsOf(markupOf(limits(mockView({}, { text: ur }))))).toHaveLength(4);
  });
});
