import { withUseTold, type EngineUse } from "./engine_use.ts";
import type { HeadlineQuestion, KeptHeadlines } from "./kept_headlines.ts";
import type { RunEngine } from "./runner.ts";

type HeadlineEngine = Pick<RunEngine, "headline">;

/** On a slow machine two headlines one after the other take longer than so many milliseconds each. */
const kSlowMs = 60;
/** Stops that are anticipated there: those beside the slider's place. All of a slider would take many seconds of battery. */
const kFewQuestions = 4;
/** For so many milliseconds at a time it is looked which questions are still to be asked. */
const kLookMs = 2;
/** A move of the slider is drawn before it is looked what to ask next. */
const kFrameMs = 16;

/**
 * Asks ahead, while nobody else asks an engine anything, for headlines that are likely to be wanted, and keeps them.
 * It is broken off as soon as someone asks, and goes on when that has ended.
 */
export class Anticipation implements EngineUse {
  readonly #kept: KeptHeadlines;
  #engine: HeadlineEngine | undefined;
  #questions: Iterator<HeadlineQuestion> | undefined;
  /** How many of the questions were looked at. */
  #seen = 0;
  /** What was broken off before there was an answer. */
  #unanswered: HeadlineQuestion | undefined;
  #asking: { readonly question: HeadlineQuestion; readonly abort: AbortController } | undefined;
  #next: ReturnType<typeof setTimeout> | undefined;
  #isInUse = false;
  /** How long the last two headlines took, the shorter of the two: one may have had to wait for others. */
  #tookMs = 0;
  #lastTookMs = 0;

  /** `kept` takes the answers. */
  constructor(kept: KeptHeadlines) {
    this.#kept = kept;
  }

  /** Takes the engine to ask, before all else, and gives it back as everybody else is to use it: so that this hears of it. */
  start<Engine extends HeadlineEngine>(engine: Engine): Engine {
    this.#engine = engine;
    return withUseTold(engine, this);
  }

  /** Sets what is likely to be asked next, the likeliest first, in place of what was before. Nothing ends asking ahead. */
  expect(questions?: Iterable<HeadlineQuestion>): void {
    this.#questions = questions?.[Symbol.iterator]();
    this.#seen = 0;
    this.#unanswered = undefined;
    if (questions) this.#goOn(kFrameMs);
    else this.#breakOff();
  }

  onUse(): void {
    this.#isInUse = true;
    this.#breakOff();
  }

  onRest(): void {
    this.#isInUse = false;
    this.#goOn();
  }

  #breakOff(): void {
    clearTimeout(this.#next);
    this.#next = undefined;
    if (!this.#asking) return;
    this.#unanswered = this.#questions && this.#asking.question;
    this.#asking.abort.abort();
    this.#asking = undefined;
  }

  // In a task of its own: whoever had an answer may ask for the next one at once.
  #goOn(afterMs = 0): void {
    if (!this.#engine || this.#isInUse || this.#asking || !this.#questions) return;
    this.#next ??= setTimeout(() => {
      this.#next = undefined;
      this.#look();
    }, afterMs);
  }

  #look(): void {
    const end = performance.now() + kLookMs;
    while (performance.now() < end) {
      const question = this.#unanswered ?? this.#take();
      this.#unanswered = undefined;
      if (!question) return;
      if (!this.#kept.get(question)) {
        if (this.#engine) void this.#ask(this.#engine, question);
        return;
      }
    }
    this.#goOn();
  }

  #take(): HeadlineQuestion | undefined {
    if (this.#tookMs > kSlowMs && this.#seen >= kFewQuestions) return undefined;
    ++this.#seen;
    const next = this.#questions?.next();
    return next?.done ? undefined : next?.value;
  }

  /** Never rejects. */
  async #ask(engine: HeadlineEngine, question: HeadlineQuestion): Promise<void> {
    const asking = { question, abort: new AbortController() };
    this.#asking = asking;
    const start = performance.now();
    try {
      const headline = await engine.headline(question.scenario, { draws: question.draws, signal: asking.abort.signal });
      this.#kept.keep(question, headline);
      const tookMs = performance.now() - start;
      this.#tookMs = Math.min(tookMs, this.#lastTookMs);
      this.#lastTookMs = tookMs;
    } catch {
      // Whoever really asks this will be told. Until the next move it is not tried again.
      if (this.#asking === asking) this.#questions = undefined;
    }
    if (this.#asking !== asking) return;
    this.#asking = undefined;
    this.#goOn();
  }
}
