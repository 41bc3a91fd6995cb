import { describe, expect, it } from "vitest";
import { setUp } from "../../tests/web/mock_page.ts";
import { mockPack } from "../../tests/web/mock_pack.ts";
import { mockResult } from "../../tests/web/mock_result.ts";
import type { Samples } from "../engine/samples.ts";
import type { RunResult } from "../engine/types.ts";
import { samplesSize, type AnswerToSave } from "./file_saving.ts";
import { defaultPlan } from "./plan/plan.ts";

const plan = defaultPlan(mockPack);

/** A result of the engine from so many draws. */
function ofEngine(headline: number, draws: number): RunResult {
  const result = mockResult(headline);
  return { ...result, model: { ...result.model, draws }, standardError: {} } as unknown as RunResult;
}

describe("saving results", () => {
  it("asks the engine once, and hands over the answer with its question", async () => {
    const saved: AnswerToSave[] = [];
    let runs = 0;
    const { store, controller } = await setUp(
      {
        saveResults: (format, answer) => {
          saved.push(answer);
          return Promise.resolve(`file.${format}`);
        },
      },
      {
        run: (_, { draws }) => {
          ++runs;
          return Promise.resolve(ofEngine(9, draws));
        },
      },
    );
    controller.actions.saveResults("csv");
    expect(store.get().saving).toEqual({ format: "csv", kind: "making" });
    await expect.poll(() => store.get().saving).toEqual({ format: "csv", kind: "saved", name: "file.csv" });
    controller.actions.saveResults("json");
    await expect.poll(() => store.get().saving).toEqual({ format: "json", kind: "saved", name: "file.json" });
    expect(runs).toBe(1);
    expect(saved[0]).toMatchObject({ plan, scenario: { schema: 1, pack: "zz" }, year: store.get().year });
    expect(saved[0]?.link).toBe("https://example.org/#v=1&m=1.0&pack=2026.1.0&target=1");
  });

  it("says that the plan is another where it was changed meanwhile, and makes no file", async () => {
    let files = 0;
    const { store, controller } = await setUp(
      { saveResults: () => Promise.resolve(`file${++files}.csv`) },
      { run: () => new Promise(() => undefined) },
    );
    controller.actions.saveResults("csv");
    controller.actions.slide("newSellers", 1000);
    await expect.poll(() => store.get().saving).toEqual({ format: "csv", kind: "planChanged" });
    expect(files).toBe(0);
  });

  it("says why no file was saved", async () => {
    const { store, controller } = await setUp(
      { saveResults: () => Promise.reject(new Error("The program could not be loaded.")) },
      { run: (_, { draws }) => Promise.resolve(ofEngine(9, draws)) },
    );
    controller.actions.saveResults("xlsx");
    const failed = { format: "xlsx", kind: "failed", message: "The program could not be loaded." };
    await expect.poll(() => store.get().saving).toEqual(failed);
  });
});

describe("samplesSize", () => {
  it("is at most what a spreadsheet bears, and about what files of the default plan have", () => {
    // 2 assumptions, 1 market, 16 outputs in 4 years: 67 values a row; 17 bytes each as CSV, 12.4 in a workbook.
    expect(samplesSize({ ...plan, draws: 65_536 }, mockPack)).toEqual({ rows: 32_768, megabytes: { csv: 40, xlsx: 30 } });
    expect(samplesSize({ ...plan, draws: 256 }, mockPack)).toEqual({ rows: 256, megabytes: { csv: 1, xlsx: 1 } });
  });
});

describe("saving draws", () => {
  const samples: Samples = { draws: 256, names: ["act"], columns: [new Float64Array(256)] };
  const run = (_: unknown, { draws }: { draws: number }): Promise<RunResult> => Promise.resolve(ofEngine(9, draws));

  it("asks for the draws of the answer, tells how far it is, and hands them over", async () => {
    const asked: number[] = [];
    const told: (number | undefined)[] = [];
    const { store, controller } = await setUp(
      {
        saveSamples: (format, _, given, { onProgress, signal }) => {
          expect(given).toBe(samples);
          expect(signal.aborted).toBe(false);
          onProgress(0.5);
          return Promise.resolve(`draws.${format}`);
        },
      },
      {
        run,
        samples: (_, { draws, onProgress }) => {
          asked.push(draws);
          onProgress(draws, draws);
          return Promise.resolve(samples);
        },
      },
    );
    store.subscribe(() => {
      const { sampling } = store.get();
      if (sampling?.kind === "making") told.push(sampling.done);
    });
    controller.actions.saveSamples("xlsx");
    await expect.poll(() => store.get().sampling).toEqual({ format: "xlsx", kind: "saved", name: "draws.xlsx" });
    expect(asked).toEqual([16_384]);
    expect(new Set(told)).toEqual(new Set([0, 0.1, 0.55]));
  });

  it("stops when told to, and what was stopped says nothing more", async () => {
    let end: (reason: Error) => void = () => expect.unreachable("The engine was not told to stop.");
    const { store, controller } = await setUp(
      { saveSamples: () => Promise.resolve("draws.csv") },
      {
        run,
        samples: (_, { signal }) =>
          new Promise((_, reject) => {
            signal.addEventListener("abort", () => (end = reject));
          }),
      },
    );
    controller.actions.saveSamples("csv");
    await expect.poll(() => store.get().sampling).toEqual({ format: "csv", kind: "making", done: 0 });
    controller.actions.stopSamples();
    expect(store.get().sampling).toEqual({ format: "csv", kind: "stopped" });
    controller.actions.saveSamples("xlsx");
    end(new Error("Stopped."));
    await Promise.resolve();
    expect(store.get().sampling).toEqual({ format: "xlsx", kind: "making", done: 0 });
  });
});
