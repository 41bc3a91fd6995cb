import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "vite";
import { afterAll, afterEach, beforeAll } from "vitest";

import type * as EngineModule from "../../web/engine/index.ts";
import type { Engine, EngineOptions } from "../../web/engine/index.ts";

/** The repository's folder. */
export const repository = new URL("../../", import.meta.url);

/** Text of a file of the repository. */
export function read(path: string): string {
  return readFileSync(new URL(path, repository), "utf8");
}

/** The pack that engines of a test start with unless told otherwise. */
export const packText = read("public/packs/pk.json");

/** A folder in build/, as an address that ends with a slash. */
function makeFolder(): URL {
  return pathToFileURL(`${mkdtempSync(fileURLToPath(new URL("build/test-engine-", repository)))}/`);
}

/** Loads an engine from the folder that it was built into. */
async function load(folder: URL): Promise<typeof EngineModule> {
  return (await import(/* @vite-ignore */ new URL("index.js", folder).href)) as typeof EngineModule;
}

/** What a file's tests start engines with. */
export interface EngineStarter {
  /** Where the engine was built to. */
  folder(): URL;
  /** Starts an engine that is disposed of after the test. */
  start(options?: Partial<EngineOptions>): Promise<Engine>;
  /** The same with a copy of the engine's files that `damage` has changed. */
  startDamaged(damage: (copy: URL) => void, options?: Partial<EngineOptions>): Promise<Engine>;
}

/** Bundles the engine as it is published, with its worker, for the tests of a file. */
export function useBuiltEngine(): EngineStarter {
  const engines: Engine[] = [];
  const copies: URL[] = [];
  let folder: URL;

  beforeAll(async () => {
    folder = makeFolder();
    await build({
      root: fileURLToPath(repository),
      configFile: fileURLToPath(new URL("vite.config.ts", repository)),
      mode: "engine",
      logLevel: "error",
      build: { outDir: fileURLToPath(folder), emptyOutDir: true },
    });
  });

  afterEach(() => {
    for (const engine of engines.splice(0)) engine.dispose();
    for (const copy of copies.splice(0)) rmSync(copy, { recursive: true });
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const startFrom = async (files: URL, options: Partial<EngineOptions> = {}) => {
    const { createEngine } = await load(files);
    const engine = await createEngine({ pack: packText, ...options });
    engines.push(engine);
    return engine;
  };

  return {
    folder: () => folder,
    start: (options) => startFrom(folder, options),
    startDamaged(damage, options) {
      const copy = makeFolder();
      copies.push(copy);
      cpSync(folder, copy, { recursive: true });
      damage(copy);
      return startFrom(copy, options);
    },
  };
}

/** What a promise rejects with. */
export async function rejection(promise: Promise<unknown>): Promise<{ reason: unknown }> {
  try {
    await promise;
  } catch (reason) {
    return { reason };
  }
  throw new Error("It did not reject.");
}

/** The value of a promise that needs no further turn of the event loop: no message, no timer. */
export async function atOnce<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const nextTurn = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("It took another turn of the event loop.")), 0);
  });
  try {
    return await Promise.race([promise, nextTurn]);
  } finally {
    clearTimeout(timer);
  }
}

/** `begun` resolves when the analysis that `onProgress` listens to is under way. */
export function beginning(): { begun: Promise<void>; onProgress: (done: number) => void } {
  let resolve: () => void;
  const begun = new Promise<void>((resume) => (resolve = resume));
  return { begun, onProgress: (done) => done > 0 && resolve() };
}
