import type { Scenario } from "../engine/types.ts";
import type { HeadlineResult } from "./readings.ts";

/** All that a headline depends on within one version of model and pack; the seed is in the scenario. */
export interface HeadlineQuestion {
  readonly scenario: Scenario;
  readonly draws: number;
}

/** As many as twice the stops of the longest slider; a headline takes some 10 kB of memory. */
const kMost = 256;

function keyOf({ scenario, draws }: HeadlineQuestion): string {
  return `${draws} ${JSON.stringify(scenario)}`;
}

function versionOf({ model: { version, pack, packVersion } }: HeadlineResult): string {
  return `${version} ${pack} ${packVersion}`;
}

/** Headlines as an engine gave them, by their questions: those that were wanted or kept last. */
export class KeptHeadlines {
  readonly #most: number;
  /** By key; the one that nobody wanted for longest comes first. */
  readonly #headlines = new Map<string, HeadlineResult>();
  #version = "";

  /** `most` is how many are kept, at least 1. */
  constructor(most = kMost) {
    this.#most = most;
  }

  /** The answer to `question`, where it is kept. */
  get(question: HeadlineQuestion): HeadlineResult | undefined {
    const key = keyOf(question);
    const headline = this.#headlines.get(key);
    if (headline) this.#put(key, headline);
    return headline;
  }

  /** Keeps an answer. One of another version of model or pack than those before ends these. */
  keep(question: HeadlineQuestion, headline: HeadlineResult): void {
    const version = versionOf(headline);
    if (version !== this.#version) this.#headlines.clear();
    this.#version = version;
    this.#put(keyOf(question), headline);
    for (const key of this.#headlines.keys()) {
      if (this.#headlines.size <= this.#most) break;
      this.#headlines.delete(key);
    }
  }

  #put(key: string, headline: HeadlineResult): void {
    this.#headlines.delete(key);
    this.#headlines.set(key, headline);
  }
}
