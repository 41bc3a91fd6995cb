import type { AnalysisSession } from "./analysis_session.ts";
import { fetchedPart } from "./environment.ts";
import { faultsOf } from "./errors.ts";
import { KeptSession } from "./kept_session.ts";
import type { RunShape } from "./module.ts";
import { pause } from "./pause.ts";
import type { AnalysisRequest, ColumnsMessage, Port, Reply, Request, SamplesRequest } from "./protocol.ts";
import { Session } from "./session.ts";
import { partOf, SlicePacer } from "./slices.ts";

type RunRequest = Extract<Request, { type: "run" }>;

/** A run that this worker has a part in. */
interface Run {
  readonly id: number;
  /** Columns of other workers that wait to be stored. */
  readonly arrived: ColumnsMessage[];
  /** Called when columns arrive or the run is cancelled. */
  wake: () => void;
}

/** Takes the columns of a group out of those that wait. */
function takeGroup(arrived: ColumnsMessage[], group: number): ColumnsMessage[] {
  const taken = arrived.filter((columns) => columns.group === group);
  arrived.splice(0, arrived.length, ...arrived.filter((columns) => columns.group !== group));
  return taken;
}

/**
 * A worker's side of the protocol: answers what arrives at the port, in a worker or in the caller's
 * own thread. Work is cut into slices with a pause after each, so a cancelled call ends soon and an
 * evaluation does not wait for a run. Analyses are computed one after the other, and only while there
 * is no run.
 */
export function serve(port: Port<Reply, Request>): void {
  new Host(port).start();
}

class Host {
  private readonly port: Port<Reply, Request>;
  private pack = "";
  private readonly session = new KeptSession(() => Session.open(this.pack));
  // Fetched with the first analysis: no page needs them for its first answer.
  private readonly analyses = new KeptSession(async () => {
    const { AnalysisSession } = await fetchedPart(import("./analysis_session.ts"));
    return AnalysisSession.open(this.pack);
  });
  private run: Run | undefined;
  /** Ends with the newest run. */
  private running: Promise<void> = Promise.resolve();
  /** Analyses that nobody has cancelled. */
  private readonly wanted = new Set<number>();
  /** Ends with the last analysis. */
  private analysing: Promise<void> = Promise.resolve();

  constructor(port: Port<Reply, Request>) {
    this.port = port;
  }

  start(): void {
    this.port.listen((request) => this.receive(request));
    this.port.post({ type: "ready" });
  }

  private receive(request: Request): void {
    switch (request.type) {
      case "open":
        this.pack = request.pack;
        this.session.drop();
        this.analyses.drop();
        void this.answer(request.id, this.session, (session) => session.kind);
        break;
      case "evaluate":
        void this.answer(request.id, this.session, (session) => session.evaluate(request.scenario));
        break;
      case "run":
        this.stop();
        this.run = { id: request.id, arrived: [], wake: () => {} };
        this.running = this.compute(request, this.run);
        break;
      case "analyse":
      case "samples":
        this.wanted.add(request.id);
        this.analysing = this.analysing.then(() => this.analyseNext(request));
        break;
      case "columns":
        if (this.run?.id !== request.id) break;
        this.run.arrived.push(request);
        this.run.wake();
        break;
      case "cancel":
        if (this.run?.id === request.id) this.stop();
        this.wanted.delete(request.id);
        break;
    }
  }

  private stop(): void {
    const stopped = this.run;
    this.run = undefined;
    stopped?.wake();
  }

  private async compute(request: RunRequest, run: Run): Promise<void> {
    await this.answer(request.id, this.session, async (session) => {
      // A newer run may have come while the session was being opened.
      if (this.run !== run) return undefined;
      return request.part === 0
        ? this.keep(session, request, run)
        : this.help(session, request, run);
    });
    if (this.run === run) this.run = undefined;
  }

  /** Computes part 0, stores what the others compute, and makes the result of all. */
  private async keep(session: Session, request: RunRequest, run: Run): Promise<string | undefined> {
    const shape = session.prepare(request.scenario, request.overrides, request.extent);
    for (let group = 0; group < shape.groups; group++) {
      session.choose(group);
      session.reserve(shape);
      if (!(await this.fill(session, request, run, shape, group))) return undefined;
      while (session.summarise()) {
        await pause();
        if (this.run !== run) return undefined;
      }
    }
    return session.result();
  }

  /** Fills the store of a group; false when the run was stopped. */
  private async fill(
    session: Session,
    { part, parts }: RunRequest,
    run: Run,
    { draws, groups }: RunShape,
    group: number,
  ): Promise<boolean> {
    const { last } = partOf(draws, session.blockSize, part, parts);
    const pacer = new SlicePacer();
    let next = 0;
    for (let stored = 0; stored < draws; ) {
      // Of several helpers one may be at the next group before another has sent the last columns of this one.
      for (const { first, count, values } of takeGroup(run.arrived, group)) {
        session.import(first, count, values);
        stored += count;
      }
      if (next < last) {
        const count = session.simulate(next, last, pacer);
        stored += count;
        next += count;
      } else if (stored < draws) {
        await new Promise<void>((wake) => (run.wake = wake));
      }
      const done = Math.floor((group * draws + stored) / groups);
      this.port.post({ type: "progress", id: run.id, done, total: draws });
      await pause();
      if (this.run !== run) return false;
    }
    return true;
  }

  /** Computes one part for the worker that keeps the store. */
  private async help(session: Session, request: RunRequest, run: Run): Promise<undefined> {
    const { draws, groups } = session.prepare(request.scenario, request.overrides, request.extent);
    const { first, last } = partOf(draws, session.blockSize, request.part, request.parts);
    for (let group = 0; group < groups; group++) {
      session.choose(group);
      const pacer = new SlicePacer();
      for (let next = first; next < last; ) {
        const { values, count } = session.compute(next, last, pacer);
        this.port.post({ type: "columns", id: run.id, group, first: next, count, values }, [
          values.buffer,
        ]);
        next += count;
        await pause();
        if (this.run !== run) return;
      }
    }
  }

  private async analyseNext(request: AnalysisRequest | SamplesRequest): Promise<void> {
    if (!this.wanted.has(request.id)) return;
    await this.answer(request.id, this.analyses, (session) =>
      request.type === "analyse" ? this.analyse(session, request) : this.sample(session, request),
    );
    this.wanted.delete(request.id);
  }

  private async analyse(session: AnalysisSession, request: AnalysisRequest): Promise<string | undefined> {
    const { id } = request;
    for (const { done, text } of session.analyse(request)) {
      this.port.post({ type: "progress", id, done, total: 1 });
      if (text !== undefined) return text;
      if (!(await this.goOn(id))) break;
    }
    return undefined;
  }

  private async sample(session: AnalysisSession, request: SamplesRequest): Promise<string | undefined> {
    for (const { part, text } of session.samples(request)) {
      if (text !== undefined) return text;
      if (part) this.port.post(part, [part.values.buffer]);
      if (!(await this.goOn(request.id))) break;
    }
    return undefined;
  }

  /** Lets others have their turn, runs before all; false where nobody wants the call any more. */
  private async goOn(id: number): Promise<boolean> {
    await pause();
    while (this.run) await this.running;
    return this.wanted.has(id);
  }

  /** Ends a call with the text that `work` gives, if it gives one, or with its faults. */
  private async answer<Kept>(
    id: number,
    kept: KeptSession<Kept>,
    work: (session: Kept) => string | undefined | Promise<string | undefined>,
  ): Promise<void> {
    try {
      const text = await kept.use(work);
      if (text !== undefined) this.port.post({ type: "done", id, text });
    } catch (thrown) {
      this.port.post({ type: "failed", id, faults: faultsOf(thrown) });
    }
  }
}
