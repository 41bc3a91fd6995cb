import { abortError, EngineError, engineError } from "./errors.ts";
import type { AnalysisRequest, CoreKind, Extent, Overrides, Reply, Request, SamplesMessage, WorkerPort } from "./protocol.ts";

/** Hears how far a call has come: how many of all draws, or what part of 1 of an analysis. */
export type ProgressListener = (done: number, total: number) => void;

/** Takes some of the draws that a call asks for, in their order. */
type SamplesListener = (part: SamplesMessage) => void;

interface Call {
  readonly resolve: (text: string) => void;
  readonly reject: (reason: unknown) => void;
  readonly onProgress: ProgressListener | undefined;
  readonly onSamples: SamplesListener | undefined;
  /** Takes the abort listener off the caller's signal. */
  readonly release: () => void;
}

/** What a call may be given beside its request. */
export interface CallOptions {
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ProgressListener | undefined;
  readonly onSamples?: SamplesListener | undefined;
}

/**
 * Workers that hold the same pack. The first one answers; the others compute their parts of a run and
 * send it their columns, through here. Analyses go to the others in turn, if there are any. Calls end at once when they are stopped: what a worker may
 * still be computing for them is ignored when it comes.
 */
export class Pool {
  /** Workers that are threads of their own. */
  readonly threads: number;
  private readonly keeper: WorkerPort;
  private readonly workers: readonly WorkerPort[];
  private readonly calls = new Map<number, Call>();
  private lastId = 0;
  private runId = 0;
  private end: unknown;

  /**
   * Takes over workers that are ready; at least one.
   *
   * @param threads - How many of them are threads of their own.
   */
  constructor(workers: readonly [WorkerPort, ...WorkerPort[]], threads: number) {
    this.threads = threads;
    this.keeper = workers[0];
    this.workers = workers;
    for (const worker of workers) {
      worker.hold(false);
      worker.listen((reply) => this.receive(worker, reply));
      worker.onEnd((message) =>
        this.close(engineError("worker_failed", `A worker ended by itself: ${message}`)),
      );
    }
  }

  /** Whether it takes no more calls. */
  get closed(): boolean {
    return this.end !== undefined;
  }

  /** Gives all workers a pack (JSON); resolves with what the first has of the core, which they all have. */
  async open(pack: string, options: CallOptions): Promise<CoreKind> {
    const [kind = ""] = await Promise.all(
      this.workers.map((worker) =>
        this.call(options, (id) => worker.post({ type: "open", id, pack })),
      ),
    );
    return JSON.parse(kind) as CoreKind;
  }

  /** Computes a run of a scenario (JSON) in place of the one before; resolves with JSON. */
  run(scenario: string, overrides: Overrides, extent: Extent, options: CallOptions): Promise<string> {
    // One that nobody waits for any more takes no place.
    if (!options.signal?.aborted) this.stop(this.runId, abortError("A newer run has taken the place of this one."));
    return this.call(options, (id) => {
      this.runId = id;
      this.workers.forEach((worker, part) =>
        worker.post({ type: "run", id, scenario, overrides, extent, part, parts: this.workers.length }),
      );
    });
  }

  /** Evaluates a scenario (JSON) once; resolves with JSON. */
  evaluate(scenario: string, options: CallOptions): Promise<string> {
    return this.call(options, (id) => this.keeper.post({ type: "evaluate", id, scenario }));
  }

  /** Computes an analysis after those asked for before; resolves with JSON. */
  analyse(
    request: Pick<AnalysisRequest, "analysis" | "scenario" | "overrides" | "options">,
    options: CallOptions,
  ): Promise<string> {
    return this.call(options, (id) => this.analyst(id).post({ ...request, type: "analyse", id }));
  }

  /** Hands out the draws of a scenario (JSON) in parts, after the analyses asked for before; resolves with the names of the columns. */
  samples(scenario: string, overrides: Overrides, options: CallOptions): Promise<string> {
    return this.call(options, (id) => this.analyst(id).post({ type: "samples", id, scenario, overrides }));
  }

  /** The worker for an analysis: where there are two, not the one that keeps the results of runs. */
  private analyst(id: number): WorkerPort {
    const others = this.workers.slice(1);
    return others[id % others.length] ?? this.keeper;
  }

  /** Ends the workers; what is under way rejects with `reason`, as does what comes later. */
  close(reason: unknown): void {
    if (this.closed) return;
    this.end = reason;
    // A worker that is none goes on with what nobody cancels.
    for (const id of [...this.calls.keys()]) this.stop(id, reason);
    for (const worker of this.workers) worker.close();
  }

  private call(
    { signal, onProgress, onSamples }: CallOptions,
    send: (id: number) => void,
  ): Promise<string> {
    if (this.closed) return Promise.reject(this.end);
    if (signal?.aborted) return Promise.reject(abortError("The call was aborted."));
    return new Promise((resolve, reject) => {
      const id = ++this.lastId;
      const abort = () => this.stop(id, abortError("The call was aborted."));
      signal?.addEventListener("abort", abort);
      const release = () => signal?.removeEventListener("abort", abort);
      this.calls.set(id, { resolve, reject, onProgress, onSamples, release });
      if (this.calls.size === 1) this.hold(true);
      send(id);
    });
  }

  private receive(worker: WorkerPort, reply: Reply): void {
    switch (reply.type) {
      case "done":
        this.settle(reply.id)?.resolve(reply.text);
        break;
      case "failed": {
        const [first, ...rest] = reply.faults;
        if (first) this.stop(reply.id, new EngineError([first, ...rest]));
        break;
      }
      case "progress":
        this.tell(reply.id, ({ onProgress }) => onProgress?.(reply.done, reply.total));
        break;
      case "samples":
        this.tell(reply.id, ({ onProgress, onSamples }) => {
          onSamples?.(reply);
          onProgress?.(reply.first + reply.count, reply.draws);
        });
        break;
      case "columns":
        if (worker !== this.keeper && this.calls.has(reply.id)) {
          this.keeper.post(reply, [reply.values.buffer]);
        }
        break;
      case "ready":
      case "unready":
        break;
    }
  }

  /** Tells whoever made a call; what is thrown there ends it. */
  private tell(id: number, say: (call: Call) => void): void {
    const call = this.calls.get(id);
    try {
      if (call) say(call);
    } catch (thrown) {
      this.stop(id, thrown);
    }
  }

  /** Rejects a call, if it is still waiting, and tells the workers to let go of it. */
  private stop(id: number, reason: unknown): void {
    const call = this.settle(id);
    if (!call) return;
    const cancel: Request = { type: "cancel", id };
    for (const worker of this.workers) worker.post(cancel);
    call.reject(reason);
  }

  private settle(id: number): Call | undefined {
    const call = this.calls.get(id);
    if (!call) return undefined;
    this.calls.delete(id);
    call.release();
    if (this.calls.size === 0) this.hold(false);
    return call;
  }

  private hold(wanted: boolean): void {
    for (const worker of this.workers) worker.hold(wanted);
  }
}
