/**
 * The export potential model as an ES module, for browsers, workers and Node 20 or newer.
 *
 * @packageDocumentation
 */

export {
  createEngine,
  type Engine,
  type EngineOptions,
  type EvaluateOptions,
  type RunOptions,
} from "./engine.ts";
export {
  EngineError,
  type EngineErrorCode,
  type EngineFault,
  type HostErrorCode,
  type InputErrorCode,
} from "./errors.ts";
export type { ProgressListener } from "./pool.ts";
export type * from "./types.ts";
