import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Scenario } from "../../web/engine/index.ts";
import { beginning, rejection, repository, useBuiltEngine } from "./built_engine.ts";

const scenario: Scenario = {
  schema: 1,
  pack: "pk",
  draws: 512,
  horizon: 4,
  closures: [{ market: "us", from: 2029 }],
};
const program = fileURLToPath(new URL("build/native/export-potential", repository));
const packFile = fileURLToPath(new URL("public/packs/pk.json", repository));
const { start } = useBuiltEngine();

describe("samples", () => {
  test.skipIf(!existsSync(program) && process.env["CI"] === undefined)("are those of the command-line program, in any thread", async () => {
    const { stdout } = spawnSync(program, ["samples", "-", "--pack", packFile], {
      input: JSON.stringify(scenario),
      encoding: "utf8",
      maxBuffer: 2 ** 24,
    });
    const [head = "", ...lines] = stdout.trim().split("\r\n");
    const rows = lines.map((line) => line.split(",").slice(1).map(Number));
    for (const workers of [0, 1, 2]) {
      const engine = await start({ workers });
      const told: number[] = [];
      const { draws, names, columns } = await engine.samples(scenario, { onProgress: (done) => told.push(done) });
      expect(draws).toBe(512);
      expect(["draw", ...names].join(",")).toBe(head);
      expect(columns.map((column) => column[511])).toEqual(rows[511]);
      expect(columns.map((column) => column[256])).toEqual(rows[256]);
      expect(told).toEqual([256, 512]);
    }
  });

  // Halfway between 1/2 and the next double lies 1/2 + 2^-54: a tie, which goes to the even one.
  test.each([
    ["0.500000000000000055511151231257827021181583404541015625", 0.5],
    ["0.5000000000000000555111512312578270211815834045410156250001", 0.5 + 2 ** -53],
    ["5.00000000000000055511151231257827021181583404541015624e-1", 0.5],
    ["0.1", 3602879701896397 / 2 ** 55],
    ["1", 1],
  ])("have %s as the nearest double", async (decimal, nearest) => {
    const engine = await start();
    const { columns, names } = await engine.samples(`{"schema":1,"pack":"pk","draws":256,"assumptions":{"act":${decimal}}}`);
    expect(columns[names.indexOf("act")]?.every((drawn) => drawn === nearest)).toBe(true);
  });

  test("are of as many draws, and of the seed, that are asked for", async () => {
    const engine = await start();
    const { columns, names } = await engine.samples(scenario, { draws: 256, seed: 5 });
    const { outputs, years } = await engine.run(scenario, { draws: 256, seed: 5 });
    const column = columns[names.indexOf(`exportsAdditional.${years[3]}`)] ?? new Float64Array();
    const mean = column.reduce((sum, value) => sum + value, 0) / 256;
    expect(mean / (outputs.exportsAdditional.mean[3] ?? 0)).toBeCloseTo(1, 12);
  });

  test("can be stopped, and are refused where the scenario is", async () => {
    const engine = await start();
    const { begun, onProgress } = beginning();
    const stop = new AbortController();
    const stopped = rejection(engine.samples(scenario, { draws: 65_536, signal: stop.signal, onProgress }));
    await begun;
    stop.abort();
    expect(((await stopped).reason as Error).name).toBe("AbortError");
    const refused = await rejection(engine.samples({ ...scenario, horizon: 99 }));
    expect(refused.reason).toMatchObject({ code: "out_of_range", path: "/horizon" });
    // The engine goes on.
    expect((await engine.samples(scenario)).draws).toBe(512);
  });
});
