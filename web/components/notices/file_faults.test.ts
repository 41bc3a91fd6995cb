import { describe, expect, it } from "vitest";
import { ur } from "../../../tests/web/english.ts";
import { mockView, wordsOf } from "../../../tests/web/mock_view.ts";
import type { EngineFault } from "../../engine/errors.ts";
import { fileFaults } from "./file_faults.ts";

const words = (faults: readonly EngineFault[], view = mockView()): string =>
  wordsOf(fileFaults(view, { kind: "fileFaults", name: "plan.json", faults }));

describe("file faults", () => {
  it("are said in the language of the page, with their places and what is allowed", () => {
    const said = (fault: EngineFault): string => words([fault], mockView({}, { text: ur })).replaceAll(/[\u2066\u2069]/g, "");
    const path = "/onboarding/newSellers";
    const message = "newSellers must be from 0 to 10000000, not -5";
    expect(said({ code: "out_of_range", path, message })).toContain(`${path} یہ مقررہ حد سے باہر ہے۔ قابلِ قبول حد: 0 سے 10,000,000 تک۔`);
    expect(said({ code: "out_of_range", path, message })).not.toMatch(/must|from/);
    const syntax = "not valid JSON at line 1, column 3: invalid literal";
    expect(said({ code: "json_syntax", path: "", message: syntax })).toContain("یہ درست JSON نہیں۔ سطر 1، حرف 3۔");
    expect(said({ code: "json_syntax", path: "", message: syntax })).not.toContain("literal");
    expect(said({ code: "internal", path: "", message: "Out of luck." })).toContain("کیلکولیٹر میں خرابی آ گئی۔ Out of luck.");
  });

  it("are written out up to twenty", () => {
    const fault = { code: "out_of_range", path: "/onboarding/years", message: "1 to 15." } as const;
    expect(words([fault])).toBe(
      "“plan.json” cannot be used: one fault was found. Your plan stays as it is. /onboarding/years This is outside what is allowed. 1 to 15.",
    );
    const many = words(Array.from({ length: 23 }, () => fault));
    expect(many.match(/onboarding/g)).toHaveLength(20);
    expect(many).toContain("3 more.");
  });
});
