import { describe, expect, it } from "vitest";
import { compileCatalogue } from "../../../tools/text/catalogue.mjs";
import { mockPack } from "../../../tests/web/mock_pack.ts";
import type { OutputName, RunResult, Series } from "../../engine/types.ts";
import { defaultPlan } from "../../state/plan/plan.ts";
import { catalogueOf, type WholeCatalogue } from "../../text/catalogue.ts";
import { resultFile, type FileWriting } from "./result_files.ts";

const level = (value: number): Series => ({
  unit: "US$",
  mean: [value],
  quantiles: { p05: [17e6], p10: [2e7], p25: [4e7], p50: [94e6], p75: [12e7], p90: [2e8], p95: [24e7] },
});
const part = { exportsAdditional: level(5), grossAdditional: level(9) };
const kOutputs: readonly OutputName[] = ["exportsAdditional", "jobs"];

/** The parts of a result that files read. */
const result = {
  schema: 1,
  model: { version: "2026.11", pack: "zz", packVersion: "2026.1.0", seed: 7, draws: 512 },
  years: [2030],
  outputs: Object.fromEntries(kOutputs.map((name) => [name, name === "jobs" ? { ...level(3), unit: "jobs" } : level(96e6)])),
  bySector: { food: part },
  byChannel: { b2b: part },
  byMarket: { us: part },
} as unknown as RunResult;

const answer = {
  plan: defaultPlan(mockPack),
  scenario: { schema: 1, pack: "zz" },
  result,
  year: 2030,
  link: "https://example.org/#v=1",
} as const;

function writingIn(tag: string): FileWriting {
  const text = catalogueOf(compileCatalogue(tag)) as WholeCatalogue;
  return { pack: mockPack, text, files: text.files };
}

describe("resultFile", () => {
  it("writes the results by year as CSV, in words and with the names that programs know", async () => {
    const lines = (await (await resultFile("csv", answer, writingIn("en"))).text()).split("\r\n");
    expect(lines[0]?.replaceAll("\u00A0", " ")).toContain("Fiscal year,Result,Name in the program,Unit,Average,5 % of futures below");
    expect(lines[1]).toBe(
      `2030,Extra export earnings,exportsAdditional,US$ of ${mockPack.baseYear},96000000,17000000,20000000,40000000,94000000,120000000,200000000,240000000,Export Potential 2026.11,zz 2026.1.0,7,512`,
    );
    expect(lines[2]).toMatch(/^2030,Jobs supported,jobs,jobs,3,/);
    expect(lines[0]).toMatch(/,Version of the model,Data,Seed of the random numbers,Number of futures$/);
    expect(lines[2]).toMatch(/,Export Potential 2026\.11,zz 2026\.1\.0,7,512$/);
  });

  it("leaves no marks of direction in Urdu cells", async () => {
    const text = await (await resultFile("csv", answer, writingIn("ur"))).text();
    expect(text).toContain("اضافی برآمدی آمدن,exportsAdditional");
    expect(text).not.toMatch(/[\u200E\u200F\u2066-\u2069]/);
  });

  it("writes a workbook and the whole answer", async () => {
    const workbook = new Uint8Array(await (await resultFile("xlsx", answer, writingIn("en"))).arrayBuffer());
    expect(String.fromCharCode(...workbook.subarray(0, 4))).toBe("PK\u0003\u0004");
    const saved = JSON.parse(await (await resultFile("json", answer, writingIn("en"))).text()) as { scenario: unknown };
    expect(saved.scenario).toEqual({ schema: 1, pack: "zz", seed: 7, draws: 512 });
  });
});
