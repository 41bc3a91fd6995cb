import { html } from "lit";
import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { checks } from "./answer.ts";
import { checkWords } from "./check_words.ts";

const result = mockResult(96e6);

describe("checkWords", () => {
  it("says the core's sentences with the year in which a share is largest", () => {
    // The years of the mock are 2027 to 2030; 0.13 * 20 = 2.6 rounds to 3, 0.6 * 20 = 12.
    const probability = {
      ...result.probability,
      poolLimits: [0, 0.02, 0.13, 0.1],
      aboveEcommerceCeiling: [0, 0.1, 0.2, 0.6],
    };
    const view = mockView({ result: { ...result, probability } });
    expect(checkWords(view, { code: "above_pool", message: "" })).toBe(
      "In 3 of 20 futures there are not enough export-ready businesses for this plan in 2029, so a larger plan would bring sellers on earlier, not more of them.",
    );
    expect(checkWords(view, { code: "above_ecommerce_ceiling", message: "" })).toMatch(
      /^In 12 of 20 futures the extra exports of 2030 by themselves are a larger share of goods exports than all e-commerce has/,
    );
  });

  it("says of a share that rounds to all that it is more than nineteen", () => {
    for (const [share, words] of [[0.98, "more than 19"], [0.974, "19"], [1, "20"]] as const) {
      const probability = { ...result.probability, poolLimits: [0, share, 0, 0] };
      const sentence = checkWords(mockView({ result: { ...result, probability } }), { code: "above_pool", message: "" });
      expect(sentence?.startsWith(`In ${words} of 20 futures there are`)).toBe(true);
    }
  });

  it("says of a share that rounds to none that it is less than one", () => {
    const probability = { ...result.probability, aboveEcommerceCeiling: [0, 0.001, 0, 0] };
    expect(checkWords(mockView({ result: { ...result, probability } }), { code: "above_ecommerce_ceiling", message: "" })).toMatch(
      /^In fewer than 1 of 20 futures the extra exports of 2028 /,
    );
  });

  it("warns of too few businesses from 1 of 20 futures on, and has no heading over nothing", () => {
    const warned = (share: number): string => {
      const probability = { ...result.probability, poolLimits: [0, share, 0, 0] };
      return wordsOf(html`${checks(mockView({ result: { ...result, probability } }))}`);
    };
    expect(warned(0.024)).toBe("");
    expect(warned(0.026)).toMatch(/^Before you quote this figure: In 1 of 20 futures there are not enough export-ready businesses/);
  });

  it("names the sector, and leaves what it does not know to the core", () => {
    const [sector] = mockPack.sectors;
    const message = `In 11 of 20 futures the additional exports of "${sector?.id}" in 2030 are above`;
    expect(checkWords(mockView(), { code: "above_sector_exports", message })).toContain(`“${sector?.label.en}”`);
    expect(checkWords(mockView(), { code: "new_check", message })).toBeUndefined();
  });
});
