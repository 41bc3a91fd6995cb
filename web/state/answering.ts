import { EngineError, isOfHost, messageOf } from "../engine/errors.ts";
import type { Pack } from "../engine/types.ts";
import { Anticipation } from "./anticipation.ts";
import { shownYear, type AppState } from "./app_state.ts";
import { KeptHeadlines, type HeadlineQuestion } from "./kept_headlines.ts";
import type { Plan } from "./plan/plan.ts";
import { planField, type PlanField } from "./plan/plan_fields.ts";
import { plansAround, type Direction } from "./plan/plans_around.ts";
import { sameValue } from "./plan/same_value.ts";
import { scenarioOf } from "./plan/scenario.ts";
import { wholeAnswer, type WholeAnswer } from "./whole_answer.ts";
import type { HeadlineResult, ShownResult } from "./readings.ts";
import { Runner, type RunEngine } from "./runner.ts";
import type { Store } from "./store.ts";

/** The part of the engine that answering needs. */
export interface AnsweringEngine extends RunEngine {
  /** Whether it runs as JavaScript, which takes many times as long. */
  readonly isTranslated: boolean;
}

/** What answering needs from around it. */
export interface AnsweringOptions<Engine extends AnsweringEngine> {
  /** Loads the engine; rejects when it cannot be had. */
  loadEngine(signal: AbortSignal): Promise<Engine>;
  /** What `state` says to screen readers: the answer, or why it is still an old one. */
  announce(state: AppState): string;
  /** Hears of every engine that has come. */
  onEngine(engine: Engine): void;
}

const kPreviews = [4096] as const;
/** Where an engine takes so much longer that visitors would wait for the first figures, or for the first that are fine. */
const kPreviewsOfTranslated = [256, 1024, 4096] as const;
const kSettleMs = 250;
/** Longer than between two moves of a slider or two repeats of a key, shorter than a move is asked for without an answer that is kept. */
const kKeptMs = 40;
const kFadeAfterMs = 150;
const kAnnounceAfterMs = 600;
const kSlowAfterMs = 15_000;
const kSectorCheck = "above_sector_exports";

/** Marks figures as old once they have waited for a while to be replaced. */
class Fading {
  readonly #mark: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(mark: () => void) {
    this.#mark = mark;
  }

  /** Another answer is wanted now. */
  start(): void {
    this.#timer ??= setTimeout(this.#mark, kFadeAfterMs);
  }

  /** None is waited for any more. */
  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}

/** The slider that a visitor is at. */
interface Attended {
  readonly field: string;
  /** Its last value, and which way that went. */
  readonly value: number;
  readonly direction: Direction;
  /** The position of the stop under the pointer, where a press would bring it. */
  readonly pointedAt?: number | undefined;
}

/**
 * Keeps the answer up with the plan: loads the engine as soon as it is needed, asks it, shows what it says
 * and says it to screen readers.
 */
export class Answering<Engine extends AnsweringEngine> {
  readonly #pack: Pack;
  readonly #store: Store<AppState>;
  readonly #options: AnsweringOptions<Engine>;
  #runner: Runner<Plan> | undefined;
  #anticipation: Anticipation | undefined;
  #attended: Attended | undefined;
  #loading: AbortController | undefined;
  #engine: Promise<Engine> | undefined;
  readonly #headlineFading: Fading;
  readonly #wholeFading: Fading;
  #quiet: ReturnType<typeof setTimeout> | undefined;
  #changedAt = 0;
  /** The newest headline that the engine was asked for alone. */
  #headline: HeadlineResult | undefined;
  /** Whether the engine is to be asked even where the answer of the page as built is there. */
  #isWholeWanted = false;
  /** The year that the visitor wants to see, where there is no such answer yet. */
  #wantedYear: number | undefined;

  constructor(pack: Pack, store: Store<AppState>, options: AnsweringOptions<Engine>) {
    this.#pack = pack;
    this.#store = store;
    this.#options = options;
    this.#headlineFading = new Fading(() => store.update({ isComputing: true }));
    this.#wholeFading = new Fading(() => store.update({ isWholeComputing: true }));
  }

  /** The engine, as soon as it is there, however often it has to be tried. Rejects where it cannot be had. */
  get engine(): Promise<Engine> {
    void this.prepare();
    return this.#engine ?? Promise.reject(new Error("The engine was not asked for."));
  }

  /** The year shown, or to be shown as soon as there is an answer for it. */
  get year(): number {
    return this.#wantedYear ?? this.#store.get().year;
  }

  /** Loads the engine unless that was tried before: someone is about to need it. Never rejects. */
  async prepare(): Promise<void> {
    if (this.#loading === undefined) await this.load();
  }

  /** Loads the engine, also once more, and asks what was set meanwhile. Never rejects: the state says what failed. */
  async load(): Promise<void> {
    this.#loading?.abort();
    const loading = new AbortController();
    this.#loading = loading;
    this.#store.update({ engine: { kind: "loading" } });
    const slow = setTimeout(() => this.#store.update({ engine: { kind: "slow" } }), kSlowAfterMs);
    try {
      const kept = new KeptHeadlines();
      const anticipation = new Anticipation(kept);
      this.#engine = this.#options.loadEngine(loading.signal).then(
        (engine) => anticipation.start(engine),
        (error: unknown) => {
          // Who waits for an engine that was given up waits for the one that took its place.
          if (loading.signal.aborted && this.#engine) return this.#engine;
          throw error;
        },
      );
      const engine = await this.#engine;
      if (loading.signal.aborted) return;
      this.#anticipation?.expect();
      this.#anticipation = anticipation;
      this.#runner = new Runner<Plan>(
        engine,
        {
          onHeadline: (result, plan) => this.#show(result, plan),
          onResult: (result, plan, isFinal) => this.#showWhole(result, plan, isFinal),
          onError: (error) => this.#refuse(error),
        },
        kept,
        { previews: engine.isTranslated ? kPreviewsOfTranslated : kPreviews, settleMs: kSettleMs, keptMs: kKeptMs },
      );
      this.#store.update({ engine: { kind: "ready" } });
      this.#options.onEngine(engine);
      const { plan, answered } = this.#store.get();
      if (plan !== answered || this.#isWholeWanted) this.ask();
      else this.#anticipate();
    } catch (error) {
      if (loading.signal.aborted) return;
      const code = error instanceof EngineError ? error.code : undefined;
      this.#store.update({ engine: { kind: "failed", message: messageOf(error), code }, ...this.#notFaded() });
    } finally {
      clearTimeout(slow);
    }
  }

  /** Tries again what failed: to answer, or to load the engine. */
  retry(): void {
    if (this.#store.get().refusal) {
      this.#store.update({ refusal: undefined });
      this.ask();
    } else {
      void this.load();
    }
  }

  /** Asks for the answer to the plan that is set. */
  ask(): void {
    const { plan, engine } = this.#store.get();
    this.#changedAt = Date.now();
    clearTimeout(this.#quiet);
    if (engine.kind === "failed") return;
    this.#headlineFading.start();
    this.#wholeFading.start();
    void this.prepare();
    this.#runner?.request({ scenario: scenarioOf(this.#pack, plan), draws: plan.draws, tag: plan });
    this.#anticipate();
  }

  /**
   * The visitor has come to the slider of a field, or to none: the answers to which it leads may be wanted soon. Where a
   * pointer is over it, `place` tells where, from 0 to 1 along its stops: that may be pressed next.
   */
  attend(field: string | undefined, place?: number): void {
    const control = this.#controlOf(field);
    const stops = control?.scale?.length ?? 0;
    const pointedAt = place === undefined || stops === 0 ? undefined : Math.round(place * (stops - 1));
    const before = this.#attended?.field === field ? this.#attended : undefined;
    if (before && before.pointedAt === pointedAt) return;
    const direction = before?.direction ?? 1;
    this.#attended =
      field === undefined || control === undefined ? undefined : { field, value: control.value, direction, pointedAt };
    this.#anticipate();
  }

  /** All that the engine says of the plan that is set, with all of its draws. Never rejects. */
  whole(): Promise<WholeAnswer> {
    return wholeAnswer(this.#store, (plan) => {
      this.#isWholeWanted = true;
      void this.prepare();
      this.#runner?.request({ scenario: scenarioOf(this.#pack, plan), draws: plan.draws, tag: plan }, true);
    });
  }

  /** Shows another fiscal year, at once or as soon as there is an answer for it. */
  showYear(year: number): void {
    const { result } = this.#store.get();
    if (result.years.includes(year)) {
      this.#wantedYear = undefined;
      this.#store.update({ year });
    } else {
      this.#wantedYear = year;
    }
  }

  /** Says the answer, or why there is none, to screen readers once the visitor pauses. */
  announceLater(): void {
    clearTimeout(this.#quiet);
    const rest = Math.max(0, this.#changedAt + kAnnounceAfterMs - Date.now());
    this.#quiet = setTimeout(() => {
      const state = this.#store.get();
      this.#store.update({ announcement: this.#options.announce(state) });
    }, rest);
  }

  /** A field was left that changes nothing: what holds now is said once the visitor pauses. */
  leftField(): void {
    this.#changedAt = Date.now();
    this.announceLater();
  }

  #controlOf(field: string | undefined): PlanField | undefined {
    return field === undefined ? undefined : planField(field, this.#store.get().plan, this.#pack);
  }

  /** Sets which answers may be wanted soon. */
  #anticipate(): void {
    if (!this.#attended) {
      this.#anticipation?.expect();
      return;
    }
    const { field, value: last, direction: lastDirection, pointedAt } = this.#attended;
    const value = this.#controlOf(field)?.value ?? last;
    const direction = value === last ? lastDirection : value > last ? 1 : -1;
    this.#attended = { field, value, direction, pointedAt };
    this.#anticipation?.expect(this.#questionsAround(this.#attended));
  }

  *#questionsAround({ field, direction, pointedAt }: Attended): Generator<HeadlineQuestion, void> {
    const { plan: present } = this.#store.get();
    for (const plan of plansAround(field, present, this.#pack, direction, pointedAt)) {
      const question = this.#runner?.headlineOf({ scenario: scenarioOf(this.#pack, plan), draws: plan.draws });
      if (question) yield question;
    }
  }

  #show(result: HeadlineResult, plan: Plan): void {
    this.#headlineFading.stop();
    this.#headline = this.#withKeptChecks(result);
    this.#store.update({ ...this.#headlineOf(this.#headline, plan), isComputing: false });
    if (this.#store.get().plan !== plan) this.#headlineFading.start();
  }

  #showWhole(result: ShownResult, plan: Plan, isFinal: boolean): void {
    const { answered, result: shown } = this.#store.get();
    // The first screen is not drawn again for figures that it shows.
    const isShown =
      answered === plan &&
      shown === this.#headline &&
      shown.model.draws === result.model.draws &&
      sameValue(shown.checks, result.checks);
    const headline = this.#headlineOf(isShown ? shown : result, plan);
    this.#store.update({ ...headline, whole: { result, answered: plan }, ...this.#notFaded() });
    // A preview is soon followed by figures that may differ: nobody is to hear both.
    if (isFinal) this.announceLater();
  }

  /** A headline says nothing of sectors: what the last whole answer warned of stays until the next one. */
  #withKeptChecks(result: HeadlineResult): HeadlineResult {
    const kept = this.#store.get().whole?.result.checks.filter(({ code }) => code === kSectorCheck) ?? [];
    return kept.length === 0 ? result : { ...result, checks: [...result.checks, ...kept] };
  }

  /** What a result changes on the first screen. */
  #headlineOf(result: HeadlineResult, plan: Plan): Pick<AppState, "result" | "answered" | "year" | "refusal"> {
    const { year } = this;
    // A year that the plan which is set does not report would be waited for in vain.
    if (result.years.includes(year) || this.#store.get().plan === plan) this.#wantedYear = undefined;
    return { result, answered: plan, year: shownYear(result, plan, year), refusal: undefined };
  }

  #refuse(error: unknown): void {
    const code = error instanceof EngineError ? error.code : "internal";
    const isFault = isOfHost(code);
    this.#store.update({ ...this.#notFaded(), refusal: { message: messageOf(error), ...(isFault && { fault: code }) } });
    // A fault has a notice that screen readers say by themselves.
    if (!isFault) this.announceLater();
  }

  /** No answer is waited for. */
  #notFaded(): Pick<AppState, "isComputing" | "isWholeComputing"> {
    this.#headlineFading.stop();
    this.#wholeFading.stop();
    return { isComputing: false, isWholeComputing: false };
  }
}
