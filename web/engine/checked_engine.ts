import { createEngine as createUnchecked, type Engine, type EngineOptions, type RunOptions } from "./engine.ts";
import { engineError } from "./errors.ts";
import type { ProgressListener } from "./pool.ts";

/** What of options can be wrong in a way that nothing behind them tells. */
interface Checked extends Pick<RunOptions, "draws" | "seed" | "signal"> {
  readonly onProgress?: ProgressListener | undefined;
}

function badOption(path: string, kind: string): Error {
  return engineError("bad_option", path === "" ? `Options must be ${kind}.` : `${path.slice(1)} must be ${kind}.`, { path });
}

/** Throws an EngineError unless `options` are some. */
function check(options: unknown): void {
  if (typeof options !== "object" || options === null) throw badOption("", "an object");
  const { signal, onProgress, ...numbers } = options as Checked;
  // One of another window is of another class.
  if (signal && typeof signal.addEventListener !== "function") throw badOption("/signal", "an AbortSignal");
  if (onProgress && typeof onProgress !== "function") throw badOption("/onProgress", "a function");
  for (const name of ["draws", "seed"] as const) {
    const value: unknown = numbers[name];
    const kind = typeof value === "number" ? "finite number" : "number";
    // The core says which numbers are allowed; what JSON does not have would not get there.
    if (value !== undefined && !Number.isFinite(value)) throw engineError(kind === "number" ? "wrong_type" : "not_finite", `${name} must be a ${kind}.`, { path: `/${name}` });
  }
}

/**
 * Starts an engine for callers of whom nothing is known: options that are none are refused in its own words.
 *
 * @example
 * const engine = await createEngine({ pack: "packs/pk.json", workers: 2 });
 * const { outputs } = await engine.run({ schema: 1, pack: "pk" });
 * engine.dispose();
 */
export async function createEngine(options: EngineOptions): Promise<Engine> {
  check(options);
  return new Proxy(await createUnchecked(options), {
    get: (engine, name) => {
      const member: unknown = Reflect.get(engine, name);
      if (typeof member !== "function") return member;
      if (name === "dispose") return () => engine.dispose();
      return async (question: unknown, asked: unknown = {}): Promise<unknown> => {
        check(asked);
        return Reflect.apply(member, engine, [question, asked]) as unknown;
      };
    },
  });
}
