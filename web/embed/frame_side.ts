import type { Pack } from "../engine/types.ts";
import type { Mounted } from "../page/mount.ts";
import { refusedFields, type AppState, type EngineStatus, type Refusal } from "../state/app_state.ts";
import type { Plan } from "../state/plan/plan.ts";
import { sameValue } from "../state/plan/same_value.ts";
import { scenarioOf } from "../state/plan/scenario.ts";
import { headlineAt, yearIndex } from "../state/readings.ts";
import type { CheckingEngine } from "../state/scenario_reading.ts";
import type { Versions } from "../state/versions.ts";
import type { Beginning } from "./beginning.ts";
import { readMessage, send, type Message, type MessageType, type SetFault } from "./protocol.ts";
import type { Wanted } from "./wanted_plan.ts";

/** A slider may pass many plans: only what it comes to rest on is told. */
const kRestMs = 200;

const superseded = (by: string): SetFault => ({ code: "superseded", path: "", message: `${by} before it was answered.` });
const kNewerSet = superseded("A newer set came");
const kVisitor = superseded("The visitor changed the plan");

/** What a frame is and what it talks to. */
export interface FrameSide extends Pick<Mounted, "controller" | "store" | "sentence"> {
  readonly pack: Pack;
  readonly language: string;
  /** What of its address before "#" the frame refused. */
  readonly refused: readonly SetFault[];
  /** What its address asks for from there on. */
  readonly beginning: Beginning;
  /** The page around it. */
  readonly host: Pick<Window, "postMessage">;
  /** Tells the visitor that the plan which the page around asks for cannot be shown. */
  showRefused(faults: readonly SetFault[]): void;
}

/**
 * What a "state" tells: the plan, its link, and the answer of the year that is shown, US$ a year of the pack's base year;
 * with what the link was made with that the plan came by, where that is something else.
 */
function stateData(side: FrameSide, state: AppState, madeWith: Versions | undefined): Readonly<Record<string, unknown>> {
  const { pack, controller, sentence } = side;
  const { result, answered, year } = state;
  const { mean, p05, p50, p95 } = headlineAt(result, yearIndex(result, year));
  const { version, packVersion } = result.model;
  return {
    scenario: scenarioOf(pack, answered),
    link: controller.actions.shareLink(answered),
    year,
    exportsAdditional: { unit: `US$ of ${pack.baseYear} a year`, mean, p05, p50, p95 },
    sentence: sentence(state),
    model: version,
    pack: packVersion,
    ...(madeWith && { madeWith }),
  };
}

/** Whether the answer that `state` shows is the one to its plan, and whole. */
function isAnswered({ answered, plan, result, refusal, isMoving }: AppState): boolean {
  return answered === plan && !refusal && !isMoving && result.model.draws >= plan.draws;
}

/** What kind of failure it is that there is no engine, or no answer. */
function codeOf(failure: Refusal | Extract<EngineStatus, { kind: "failed" }>): string {
  return "kind" in failure ? (failure.code ?? "internal") : (failure.fault ?? "refused");
}

/**
 * Tells the page around a frame how high its content is, what it answers and what failed, and takes plans from it, until
 * the frame goes. Only the host itself is heard, and what it asks for is checked.
 */
export class FrameTalk {
  readonly #side: FrameSide;
  #height = 0;
  /** The plan, year and result that were told last. */
  #told: readonly unknown[] = [];
  /** The plan that the host began with or set last: as long as it is there, the visitor has none of his own. */
  #hostPlan: Plan;
  /** What the link of that plan was made with, where it is not what is in use. */
  #madeWith: Versions | undefined;
  /** The pack's own plan, as long as the scenario that the frame is to begin with is being read: no answer to that is told. */
  #standIn: Plan | undefined;
  /** What is wrong with the one that the frame was to begin with. */
  #faults: readonly SetFault[];
  /** The "set" that the next "state" answers, and its plan once that is shown. */
  #answers = "";
  #asked: Plan | undefined;
  #newestSet = 0;
  /** What was asked under an id and has no answer yet. */
  readonly #underWay = new Map<string, Message["data"]>();
  #rest: ReturnType<typeof setTimeout> | undefined;
  #failure: unknown;

  constructor(side: FrameSide) {
    this.#side = side;
    this.#hostPlan = side.store.get().plan;
    const { scenario, faults, madeWith } = side.beginning;
    this.#madeWith = madeWith;
    this.#faults = faults;
    if (scenario !== undefined) this.#standIn = this.#hostPlan;
    side.store.subscribe((state) => this.#follow(state));
  }

  /** Greets the page around, and shows the scenario that the frame is to begin with, if there is one. */
  async begin(): Promise<void> {
    const { beginning, showRefused } = this.#side;
    const { scenario, isRefused } = beginning;
    this.greet();
    if (scenario === undefined) {
      if (isRefused) showRefused(this.#faults);
      return;
    }
    const faults = await this.#set({ id: "", data: { scenario } });
    if (!this.#standIn) return;
    this.#standIn = undefined;
    this.#tellSoon();
    if (faults.length === 0) return;
    this.#faults = faults;
    showRefused(faults);
  }

  /** Says that the frame listens, and all that there is to say. */
  greet(): void {
    const { language, pack, refused } = this.#side;
    this.#post("ready", { language, pack: pack.id });
    const faults = [...refused, ...this.#faults];
    if (faults.length > 0) this.#fail(faults, "");
    if (this.#height > 0) this.#post("height", { height: this.#height });
    this.#told = [];
    this.#tellSoon();
  }

  /** The content is so many CSS pixels high. */
  tellHeight(height: number): void {
    const whole = Math.ceil(height);
    if (whole === this.#height) return;
    this.#height = whole;
    this.#post("height", { height: whole });
  }

  /** Takes what was received, if it is a message from the page around: its sender is to be checked before. */
  async hear(received: unknown): Promise<void> {
    const heard = readMessage(received);
    if (heard?.fault) this.#fail([heard.fault], heard.id);
    else if (heard?.type === "ready") this.greet();
    else if (heard?.type === "set") await this.#set(heard);
  }

  /** Shows what is asked for, or says what is wrong with it; resolves with that. */
  async #set({ id, data }: Pick<Message, "id" | "data">): Promise<readonly SetFault[]> {
    const { store, controller } = this.#side;
    // A page asks again where it does not know whether it was heard.
    if (id !== "" && sameValue(this.#underWay.get(id), data)) return [];
    this.#underWay.set(id, data);
    const own = ++this.#newestSet;
    const wanted = await this.#read(data);
    // A newer one came while this was read.
    if (own !== this.#newestSet) {
      this.#fail([kNewerSet], id);
      return [];
    }
    if (wanted.faults) {
      this.#fail(wanted.faults, id);
      return wanted.faults;
    }
    // The plan of one before it may still be waiting for its answer.
    this.#supersede(kNewerSet);
    this.#answers = id;
    this.#told = [];
    const isVisitors = !sameValue(store.get().plan, this.#hostPlan);
    controller.followAddress(wanted.hash);
    this.#hostPlan = store.get().plan;
    this.#madeWith = wanted.madeWith;
    this.#forgetBeginning();
    this.#asked = this.#hostPlan;
    // It is the plan that was refused before, or there was no engine.
    const { refusal, engine } = store.get();
    if (refusal || engine.kind === "failed") controller.actions.retry();
    if (!isVisitors) controller.actions.dismissUndo();
    this.#tellSoon();
    return [];
  }

  /** What the data of a "set" ask for. Never rejects. */
  async #read(data: Message["data"]): Promise<Wanted> {
    const { pack, store, controller } = this.#side;
    try {
      const { readWanted } = await import("./wanted_plan.ts");
      const engine = (): Promise<CheckingEngine> => {
        if (store.get().engine.kind === "failed") controller.actions.retry();
        return controller.engine;
      };
      return await readWanted(data, { pack, modelVersion: store.get().result.model.version, engine });
    } catch {
      return { faults: [{ code: "network", path: "", message: "It was not read." }] };
    }
  }

  /** Another plan took the place of the one that the frame began with. */
  #forgetBeginning(): void {
    this.#standIn = undefined;
    this.#faults = [];
  }

  #follow(state: AppState): void {
    const { engine, plan, refusal } = state;
    if (plan !== this.#hostPlan) this.#forgetBeginning();
    if (this.#asked && plan !== this.#asked) this.#supersede(kVisitor);
    const failure = engine.kind === "failed" ? engine : refusal;
    if (failure !== this.#failure) {
      this.#failure = failure;
      if (failure) this.#fail([{ code: codeOf(failure), path: "", message: failure.message }], this.#takeId());
    }
    this.#tellSoon();
  }

  #tellSoon(): void {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#tell(), kRestMs);
  }

  #tell(): void {
    const state = this.#side.store.get();
    if (!isAnswered(state) || state.plan === this.#standIn) return;
    // A field that the visitor has to mend is not the host's to wait for.
    if (this.#answers === "" && refusedFields(state).length > 0) return;
    const { answered, result, year, currency, numberWords } = state;
    const madeWith = answered === this.#hostPlan ? this.#madeWith : undefined;
    const now = [answered, result, year, currency, numberWords];
    if (now.every((one, index) => one === this.#told[index])) return;
    this.#told = now;
    this.#post("state", stateData(this.#side, state, madeWith), this.#takeId());
  }

  #takeId(): string {
    const id = this.#answers;
    this.#answers = "";
    this.#asked = undefined;
    return id;
  }

  /** Says of a "set" that waits for its answer, if one does, that it gets none. */
  #supersede(why: SetFault): void {
    const id = this.#takeId();
    if (id !== "") this.#fail([why], id);
  }

  #fail(errors: readonly SetFault[], id: string): void {
    this.#post("error", { errors }, id);
  }

  #post(type: MessageType, data: Readonly<Record<string, unknown>>, id = ""): void {
    this.#underWay.delete(id);
    send(this.#side.host, type, data, id);
  }
}
