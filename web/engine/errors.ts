/** Codes of faults that the core finds in a pack or a scenario. */
export type InputErrorCode =
  | "json_syntax"
  | "too_large"
  | "too_deep"
  | "duplicate_key"
  | "unknown_key"
  | "missing_key"
  | "wrong_type"
  | "not_finite"
  | "out_of_range"
  | "wrong_sum"
  | "wrong_order"
  | "wrong_length"
  | "not_power_of_two"
  | "unknown_name"
  | "unsupported_schema"
  | "conflict"
  | "internal";

/** Codes of faults around the core. */
export type HostErrorCode =
  /** A pack or the engine's own files could not be fetched. */
  | "network"
  /** WebAssembly with 128-bit SIMD is missing or forbidden here, and its translation to JavaScript cannot be loaded. */
  | "no_wasm"
  /** So many draws do not fit into memory. */
  | "no_memory"
  /** A worker ended by itself. */
  | "worker_failed"
  /** The engine was disposed of before the call. */
  | "disposed"
  /** Options are no object, or one of them is not of its kind or outside its range; `path` points into them. */
  | "bad_option";

/** What kind of fault was found; the texts never change their meaning. */
export type EngineErrorCode = InputErrorCode | HostErrorCode;

const kHostCodes: readonly (HostErrorCode | "internal")[] = [
  "network",
  "no_wasm",
  "no_memory",
  "worker_failed",
  "disposed",
  "bad_option",
  "internal",
];

/** Whether a fault is not one of the pack or the scenario: asked again, the engine may answer. */
export function isOfHost(code: EngineErrorCode): boolean {
  return (kHostCodes as readonly EngineErrorCode[]).includes(code);
}

/** One fault of an input. */
export interface EngineFault {
  readonly code: EngineErrorCode;
  /** Place as a JSON Pointer (RFC 6901); "" is the whole document. */
  readonly path: string;
  /** One sentence in English that names what is allowed. */
  readonly message: string;
}

/** Why the engine refused. `code`, `path` and `message` are those of the first fault. */
export class EngineError extends Error {
  override readonly name = "EngineError";
  readonly code: EngineErrorCode;
  readonly path: string;
  /** Every fault found, in document order; at least one. */
  readonly errors: readonly EngineFault[];

  constructor(faults: readonly [EngineFault, ...EngineFault[]], options?: ErrorOptions) {
    super(faults[0].message, options);
    this.code = faults[0].code;
    this.path = faults[0].path;
    this.errors = faults;
  }
}

/** An {@link EngineError} with one fault. */
export function engineError(
  code: EngineErrorCode,
  message: string,
  { path = "", cause }: { path?: string; cause?: unknown } = {},
): EngineError {
  return new EngineError([{ code, path, message }], cause === undefined ? undefined : { cause });
}

/** What a stopped call rejects with: a DOMException whose name is "AbortError". */
export function abortError(message: string): DOMException {
  return new DOMException(message, "AbortError");
}

/** The text of anything that was thrown. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

/** The faults that cross a worker's boundary in place of whatever was thrown there. */
export function faultsOf(thrown: unknown): readonly [EngineFault, ...EngineFault[]] {
  if (thrown instanceof EngineError) {
    const [first, ...rest] = thrown.errors;
    if (first) return [first, ...rest];
  }
  return [{ code: "internal", path: "", message: `The engine failed: ${messageOf(thrown)}` }];
}
