/**
 * The export potential model as an ES module, for browsers, workers and Node 20 or newer.
 *
 * @packageDocumentation
 */

export type * from "./analysis_types.ts";
export { createEngine } from "./checked_engine.ts";
export type {
  AnalysisOptions,
  ComparisonOptions,
  Engine,
  EngineOptions,
  EvaluateOptions,
  GoalOptions,
  RunOptions,
  SensitivityOptions,
} from "./engine.ts";
export {
  EngineError,
  type EngineErrorCode,
  type EngineFault,
  type HostErrorCode,
  type InputErrorCode,
} from "./errors.ts";
export type { ProgressListener } from "./pool.ts";
export type { Samples } from "./samples.ts";
export type * from "./types.ts";
