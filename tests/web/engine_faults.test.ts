import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";

import type { Engine, EngineError, EngineOptions, GoalOptions, RunOptions, Scenario } from "../../web/engine/index.ts";
import { packText, read, rejection, repository, useBuiltEngine } from "./built_engine.ts";

const scenario: Scenario = { schema: 1, pack: "pk", draws: 1024 };
const { folder, start, startDamaged } = useBuiltEngine();

describe("a scenario with faults", () => {
  test("is refused with the core's code and path", async () => {
    const engine = await start({ workers: 2 });
    const refused = (asked: unknown, options?: RunOptions) =>
      rejection(engine.run(asked as Scenario, options)).then(({ reason }) => reason);
    expect(await refused({ ...scenario, draws: 1000 })).toMatchObject({
      name: "EngineError",
      code: "not_power_of_two",
      path: "/draws",
      message: expect.stringContaining("1024") as string,
    });
    expect(await refused(scenario, { draws: 1000 })).toMatchObject({
      code: "not_power_of_two",
      path: "/draws",
    });
    expect(await refused(scenario, { seed: -1 })).toMatchObject({ code: "out_of_range", path: "/seed" });
    expect(await refused({ ...scenario, surprise: 1 })).toMatchObject({
      code: "unknown_key",
      path: "/surprise",
    });
    expect(await refused("{")).toMatchObject({ code: "json_syntax", path: "" });
    expect(await refused('{"pack":"p\u0001k"}')).toMatchObject({
      code: "json_syntax",
      message: expect.stringContaining("line 1, column 11: invalid string: control character U+0001 (SOH)") as string,
    });
    expect(await refused('{"schema":1,"pack":"pk","horizon":1e999}')).toMatchObject({ code: "not_finite", path: "/horizon" });
    expect(await refused(undefined)).toMatchObject({ code: "wrong_type", path: "" });
    expect(await refused({ ...scenario, seed: 1n })).toMatchObject({ code: "wrong_type" });
    const faults = await refused({ ...scenario, draws: 3, horizon: 99, surprise: 1 });
    expect(faults).toBeInstanceOf(Error);
    expect(faults).toHaveProperty("errors.length", 3);
    expect((await engine.run(scenario)).schema).toBe(1);
  });

  test("is told where a number in it is not finite", async () => {
    const engine = await start();
    const faultsOf = (call: Promise<unknown>) =>
      rejection(call).then(({ reason }) => (reason as EngineError).errors.map(({ code, path }) => `${code} ${path}`));
    const { NaN: none, POSITIVE_INFINITY: endless } = Number;
    const bad = { ...scenario, horizon: none, onboarding: { path: [1, -endless, 2] }, assumptions: { m: endless } } as Scenario;
    const places = ["not_finite /horizon", "not_finite /onboarding/path/1", "not_finite /assumptions/m"];
    for (const call of ["run", "evaluate", "headline", "samples"] as const) expect(await faultsOf(engine[call](bad))).toEqual(places);
    expect(await faultsOf(engine.compare([scenario, bad]))).toEqual(places.map((place) => place.replace(" ", " /1")));
    const typed = { ...scenario, onboarding: { path: new Float64Array([1, none]) } } as unknown as Scenario;
    expect(await faultsOf(engine.run(typed))).toContain("not_finite /onboarding/path/1");
    for (const options of [{ draws: none }, { draws: endless }]) {
      expect(await faultsOf(engine.run(scenario, options))).toEqual(["not_finite /draws"]);
      expect(await faultsOf(engine.sensitivity(scenario, options))).toEqual(["not_finite /draws"]);
    }
    expect(await faultsOf(engine.run(scenario, { seed: none }))).toEqual(["not_finite /seed"]);
    expect(await faultsOf(engine.goal(scenario, { target: none, year: 2030 }))).toEqual(["not_finite /target"]);
    // Where JSON has null, it is still null.
    expect(await faultsOf(engine.run({ ...scenario, horizon: null } as unknown as Scenario))).toEqual(["wrong_type /horizon"]);
  });

  test("is refused by an evaluation as well", async () => {
    const engine = await start();
    await expect(engine.evaluate({ ...scenario, horizon: 99 })).rejects.toMatchObject({
      name: "EngineError",
      code: "out_of_range",
      path: "/horizon",
    });
  });

  test("is told from one that does not fit into memory", async () => {
    const engine = await start();
    // Of 15 years a group has four: some 240 columns of 8 MiB, which with the inputs pass the 2 GiB of a module.
    await expect(engine.run({ ...scenario, horizon: 15 }, { draws: 1_048_576 })).rejects.toMatchObject({
      code: "no_memory",
      path: "/draws",
    });
    expect((await engine.run(scenario)).schema).toBe(1);
  });
});

describe("a pack", () => {
  let server: Server;
  let base: string;

  beforeAll(async () => {
    server = createServer((request, response) => {
      const found = request.url === "/packs/pk.json";
      const fallback = request.url === "/page";
      response.writeHead(found || fallback ? 200 : 404).end(found ? packText : "<!doctype html>");
    });
    await new Promise<void>((ready) => void server.listen(0, "127.0.0.1", ready));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });

  afterAll(() => server.close());

  test("comes as data, as text, or from an address", async () => {
    const file = new URL("public/packs/pk.json", repository);
    const packs = [JSON.parse(packText), packText, file, file.href, `${base}packs/pk.json`];
    for (const pack of [...packs, "public/packs/pk.json"] as EngineOptions["pack"][]) {
      expect((await start({ pack, workers: 0 })).modelVersion).toBeTruthy();
    }
    expect(await start({ pack: "packs/pk.json", baseUrl: base, workers: 0 })).toBeDefined();
  });

  test("that cannot be fetched gives a network error", async () => {
    const addresses = [`${base}nowhere.json`, "http://127.0.0.1:1/pk.json", "nowhere.json", "http://"];
    for (const pack of addresses) {
      await expect(start({ pack })).rejects.toMatchObject({ name: "EngineError", code: "network" });
    }
  });

  test("that is not JSON, or has faults, gives the core's error", async () => {
    for (const workers of [0, 2]) {
      for (const pack of ["{", "", `${base}page`]) {
        await expect(start({ pack, workers })).rejects.toMatchObject({
          name: "EngineError",
          code: "json_syntax",
          path: "",
        });
      }
      const { id: _, ...rest } = JSON.parse(packText) as Record<string, unknown>;
      await expect(start({ pack: JSON.stringify(rest), workers })).rejects.toMatchObject({
        code: "missing_key",
      });
    }
  });
});

describe("a start", () => {
  test("can be aborted", async () => {
    const before = rejection(start({ signal: AbortSignal.abort() }));
    expect((await before).reason).toHaveProperty("name", "AbortError");
    const controller = new AbortController();
    const outcome = rejection(start({ workers: 2, signal: controller.signal }));
    controller.abort();
    expect((await outcome).reason).toHaveProperty("name", "AbortError");
  });

  test("can be aborted while the scripts of workers are on their way, and ends them", async () => {
    const controller = new AbortController();
    let beats: URL | undefined;
    const outcome = rejection(
      startDamaged(
        (copy) => {
          beats = new URL("beats", copy);
          const beat = `appendFileSync(${JSON.stringify(fileURLToPath(beats))}, ".")`;
          // Never gets as far as to listen.
          writeFileSync(new URL("worker.js", copy), `import { appendFileSync } from "node:fs"; setInterval(() => ${beat}, 20);`);
        },
        { signal: controller.signal },
      ),
    );
    const heard = () => (beats && existsSync(beats) ? readFileSync(beats, "utf8").length : 0);
    await vi.waitFor(() => expect(heard()).toBeGreaterThan(0), { timeout: 10_000 });
    controller.abort();
    // A third of what an engine waits for a worker.
    const late = new Promise((resolve) => setTimeout(resolve, 5000, "late"));
    expect(await Promise.race([outcome, late])).toHaveProperty("reason.name", "AbortError");
    await vi.waitFor(async () => {
      const before = heard();
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(heard()).toBe(before);
    }, { timeout: 10_000 });
  });

  test("refuses numbers of workers that make no sense", async () => {
    for (const workers of [-1, 1.5, 65, Number.NaN]) {
      await expect(start({ workers })).rejects.toMatchObject({
        code: "bad_option",
        path: "/workers",
      });
    }
  });

  test("and every call refuse options that are none", async () => {
    const { createEngine } = (await import(/* @vite-ignore */ new URL("index.js", folder()).href)) as { createEngine(options?: unknown): Promise<Engine> };
    const refusal = async (call: () => Promise<unknown>, path = "") =>
      expect((await rejection(call())).reason).toMatchObject({ name: "EngineError", code: "bad_option", path });
    for (const options of [undefined, null, "packs/pk.json"]) await refusal(() => createEngine(options));
    await refusal(() => createEngine({ pack: packText, signal: {} }), "/signal");
    const engine = await start();
    for (const options of [null, 7, "fast"] as unknown as RunOptions[]) {
      const calls = [
        () => engine.run(scenario, options),
        () => engine.runText(scenario, options),
        () => engine.headline(scenario, options),
        () => engine.evaluate(scenario, options),
        () => engine.samples(scenario, options),
        () => engine.sensitivity(scenario, options),
        () => engine.goal(scenario, options as GoalOptions),
        () => engine.compare([scenario, scenario], options),
      ];
      for (const call of calls) await refusal(call);
    }
    for (const [name, value] of [["signal", {}], ["onProgress", 5]] as const) {
      await refusal(() => engine.run(scenario, { [name]: value }), `/${name}`);
    }
    expect(await rejection(engine.run(scenario, { draws: "1024" } as unknown as RunOptions))).toMatchObject({ reason: { code: "wrong_type", path: "/draws" } });
    expect((await engine.run(scenario, { signal: null } as unknown as RunOptions)).schema).toBe(1);
  });

  test("without workers goes on in its own thread", async () => {
    const engine = await startDamaged((copy) => rmSync(new URL("worker.js", copy)), { workers: 2 });
    expect(engine.workers).toBe(0);
    expect(await engine.runText(scenario)).toBe(await (await start()).runText(scenario));
  });

  test("tells what its own thread lacks as an error of the network", async () => {
    await expect(startDamaged((copy) => rmSync(new URL("own_thread.js", copy)), { workers: 0 })).rejects.toMatchObject({
      name: "EngineError",
      code: "network",
      cause: expect.any(Error) as Error,
    });
  });

  test("names a missing engine.wasm, and an unusable one where its translation is missing", async () => {
    for (const workers of [0, 1]) {
      await expect(
        startDamaged((copy) => rmSync(new URL("engine.wasm", copy)), { workers }),
      ).rejects.toMatchObject({ name: "EngineError", code: "network" });
      const withoutBoth = (copy: URL) => {
        writeFileSync(new URL("engine.wasm", copy), "none");
        rmSync(new URL("engine_fallback.js", copy));
      };
      await expect(startDamaged(withoutBoth, { workers })).rejects.toMatchObject({ name: "EngineError", code: "no_wasm" });
    }
  });

  test("answers from JavaScript where its modules cannot run, byte for byte the same", async () => {
    const whole = await start();
    const few = { ...scenario, draws: 256 };
    const tornado = { draws: 256, method: "tornado" } as const;
    const [text, drivers] = [await whole.runText(few), await whole.sensitivity(few, tornado)];
    expect(whole.isTranslated).toBe(false);
    for (const workers of [0, 2]) {
      const engine = await startDamaged(
        (copy) => ["engine.wasm", "analyses.wasm"].forEach((name) => writeFileSync(new URL(name, copy), "none")),
        { workers },
      );
      expect([engine.isTranslated, engine.workers]).toEqual([true, workers]);
      expect(await engine.runText(few)).toBe(text);
      if (workers === 2) expect(await engine.sensitivity(few, tornado)).toEqual(drivers);
    }
  });
});

test("an analysis whose program does not come leaves the engine whole, and comes another time", async () => {
  const program = "worker-analysis_session.js";
  let folder: URL | undefined;
  const engine = await startDamaged((copy) => {
    renameSync(new URL(program, copy), new URL("away.js", copy));
    folder = copy;
  });
  const analyse = () => engine.sensitivity({ ...scenario, draws: 256 }, { method: "tornado" });
  // From now on no other instance for runs can be made.
  rmSync(new URL("engine.wasm", folder));
  await expect(analyse()).rejects.toMatchObject({ name: "EngineError", code: "network" });
  expect((await engine.headline(scenario)).outputs.exportsAdditional).toBeDefined();
  renameSync(new URL("away.js", folder), new URL(program, folder));
  expect((await analyse()).inputs.length).toBeGreaterThan(0);
});

test("a worker that ends by itself rejects the run, and the next run gets another", async () => {
  const engine = await startDamaged((copy) => {
    const path = (name: string) => JSON.stringify(fileURLToPath(new URL(name, copy)));
    // Ends with the first run, once: the second worker finds the mark that the first has left.
    const script = `
      import { existsSync, writeFileSync } from "node:fs";
      import { parentPort } from "node:worker_threads";
      if (!existsSync(${path("mark")})) {
        writeFileSync(${path("mark")}, "");
        parentPort.on("message", ({ type }) => type === "run" && process.exit(3));
      }
      await import("./whole.js");
    `;
    writeFileSync(new URL("whole.js", copy), read(fileURLToPath(new URL("worker.js", copy))));
    writeFileSync(new URL("worker.js", copy), script);
  });
  await expect(engine.run(scenario)).rejects.toMatchObject({ code: "worker_failed" });
  expect((await engine.run(scenario)).schema).toBe(1);
  expect(engine.workers).toBe(1);
});
