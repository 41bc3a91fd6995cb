import type { EngineFault } from "./errors.ts";

/** Values in place of those of a scenario. */
export interface Overrides {
  readonly draws?: number;
  readonly seed?: number;
}

/** How much of a run is computed: everything, or the headline and what stands beside it. */
export type Extent = "all" | "headline";

/** What a worker says of the core that it has loaded. */
export interface CoreKind {
  /** Version of the model. */
  readonly modelVersion: string;
  /** Whether it is the translation to JavaScript, not WebAssembly. */
  readonly isTranslated: boolean;
}

/** Values of every column of a group of years for draws [first, first + count), one after the other. */
export interface ColumnsMessage {
  readonly type: "columns";
  readonly id: number;
  readonly group: number;
  readonly first: number;
  readonly count: number;
  readonly values: Float64Array<ArrayBuffer>;
}

/** An analysis to be computed by one worker, after those that it was asked for before. */
export interface AnalysisRequest {
  readonly type: "analyse";
  readonly id: number;
  readonly analysis: "sensitivity" | "goal" | "comparison";
  /** JSON: a scenario, or for a comparison a list of them. */
  readonly scenario: string;
  readonly overrides: Overrides;
  /** JSON. */
  readonly options: string;
}

/** The draws of a scenario, to be handed out by one worker like an analysis. */
export interface SamplesRequest {
  readonly type: "samples";
  readonly id: number;
  /** JSON. */
  readonly scenario: string;
  readonly overrides: Overrides;
}

/** Values of every column of the samples for draws [first, first + count) of all `draws`, one column after the other. */
export interface SamplesMessage {
  readonly type: "samples";
  readonly id: number;
  readonly draws: number;
  readonly first: number;
  readonly count: number;
  readonly values: Float64Array<ArrayBuffer>;
}

/**
 * What a worker is asked. `id` names the call that replies belong to. A run is dealt out in
 * `parts`; the worker with part 0 keeps the store and is sent the columns of the others.
 */
export type Request =
  | { readonly type: "open"; readonly id: number; readonly pack: string }
  | {
      readonly type: "run";
      readonly id: number;
      readonly scenario: string;
      readonly overrides: Overrides;
      readonly extent: Extent;
      readonly part: number;
      readonly parts: number;
    }
  | ColumnsMessage
  | { readonly type: "cancel"; readonly id: number }
  | { readonly type: "evaluate"; readonly id: number; readonly scenario: string }
  | AnalysisRequest
  | SamplesRequest;

/** What a worker answers. */
export type Reply =
  /** The script runs; nothing was asked yet. */
  | { readonly type: "ready" }
  /** The script could not be loaded. */
  | { readonly type: "unready"; readonly message: string }
  /** The end of a call: the model's version for "open", the names of the columns for "samples", else JSON. */
  | { readonly type: "done"; readonly id: number; readonly text: string }
  /** The end of a call that did not succeed; at least one fault. */
  | { readonly type: "failed"; readonly id: number; readonly faults: readonly EngineFault[] }
  /** So many of the run's draws are in the store, or such a part of 1 of the analysis is done. */
  | {
      readonly type: "progress";
      readonly id: number;
      readonly done: number;
      readonly total: number;
    }
  | ColumnsMessage
  | SamplesMessage;

/** One end of a connection that carries messages in order. */
export interface Port<Sent, Received> {
  /** Sends; the buffers in `transfer` move and become unusable here. */
  post(message: Sent, transfer?: readonly ArrayBuffer[]): void;
  /** Sets who receives from now on. */
  listen(receive: (message: Received) => void): void;
}

/** The caller's end. */
export interface WorkerPort extends Port<Request, Reply> {
  /** Sets who hears that the worker ended by itself. */
  onEnd(ended: (message: string) => void): void;
  /** Whether a Node process waits for this worker before it exits. */
  hold(wanted: boolean): void;
  /** Ends the worker at once. */
  close(): void;
}
