/**
 * The export potential model as an ES module, for browsers, workers and Node 20 or newer.
 *
 * @packageDocumentation
 */

export type * from "./analysis_types.ts";
export {
  type AnalysisOptions,
  type ComparisonOptions,
  createEngine,
  type Engine,
  type EngineOptions,
  type EvaluateOptions,
  type GoalOptions,
  type RunOptions,
  type SensitivityOptions,
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
