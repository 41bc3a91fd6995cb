import { describe, expect, it } from "vitest";
import { en, ur } from "../../../tests/web/english.ts";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import { mockResult } from "../../../tests/web/mock_result.ts";
import type { Samples } from "../../engine/samples.ts";
import type { RunResult } from "../../engine/types.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { sampleFile } from "./sample_files.ts";

const samples: Samples = {
  draws: 2,
  names: ["takeup.light", "interruptions.us", "exportsAdditional.2030"],
  columns: [new Float64Array([0.25, 0.5]), new Float64Array([0, 3]), new Float64Array([1e6, -2.5])],
};
const answer = {
  plan: defaultPlan(mockPack),
  scenario: { schema: 1, pack: "zz" },
  result: mockResult(96e6) as unknown as RunResult,
  year: 2030,
  link: "https://example.org/#v=1",
} as const;
const writing = { pack: mockPack, text: en, files: en.files };
const watch = (): { signal: AbortSignal; onProgress: () => void } => ({
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

/** What the columns at the end of every row say: of two draws, not of the 16,384 of the answer. */
const kStampTitles = "Version of the model,Data,Seed of the random numbers,Number of futures";
const kStamp = "Export Potential 1.0,zz 2026.1.0,1,2";

describe("sampleFile", () => {
  it("writes a row for each draw, with the units of inputs and outputs and what made them", async () => {
    const text = await (await sampleFile("csv", answer, samples, writing, watch())).text();
    expect(text.replace("\uFEFF", "").trim().split("\r\n")).toEqual([
      `Future,takeup.light (share),interruptions.us,exportsAdditional.2030 (US$ of 2025),${kStampTitles}`,
      `0,0.25,0,1000000,${kStamp}`,
      `1,0.5,3,-2.5,${kStamp}`,
    ]);
  });

  it("names units in the language of the page", async () => {
    const urdu = { pack: mockPack, text: ur, files: ur.files };
    const head = (await (await sampleFile("csv", answer, samples, urdu, watch())).text()).split("\r\n")[0];
    expect(head).toContain("takeup.light (حصہ)");
    expect(head).not.toMatch(/share|US\$/);
  });

  it("writes a workbook with what it is about", async () => {
    const bytes = new Uint8Array(await (await sampleFile("xlsx", answer, samples, writing, watch())).arrayBuffer());
    expect(String.fromCharCode(...bytes.subarray(0, 2))).toBe("PK");
  });
});
