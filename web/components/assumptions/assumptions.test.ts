import { describe, expect, it } from "vitest";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import { unmarked, ur } from "../../../tests/web/urdu.ts";
import type { Pack } from "../../engine/types.ts";
import { assumptions } from "./assumptions.ts";

describe("assumptions", () => {
  it("count assumptions and their values apart, as the list below them does", () => {
    const { act } = mockPack.parameters;
    if (!act) throw new Error("The mock pack has no first sales.");
    const byChannel = { label: act.label, unit: act.unit, range: act.range, sources: [], grade: "D", date: "2026-01", by: "channel", values: { b2b: 0.2, b2c: 0.3 } } as const;
    const pack: Pack = { ...mockPack, parameters: { ...mockPack.parameters, r1: byChannel } };
    const view = mockView({}, { pack });
    expect(wordsOf(assumptions(view))).toContain("3 assumptions, with 4 values in all, stand behind the calculator. 2 of the assumptions are judgements");
    expect(unmarked(wordsOf(assumptions({ ...view, text: ur })))).toContain("3 مفروضات ہیں، جن کی کل 4 قدریں ہیں۔ ان مفروضات میں سے 2 ایسے اندازے ہیں");
  });
});
