import { type AnalysisModule, loadAnalysisModule } from "./analysis_module.ts";
import { noMemory, prepared, refuse } from "./answers.ts";
import type { AnalysisRequest, SamplesMessage, SamplesRequest } from "./protocol.ts";

/** Draws that are handed out at once: about ten milliseconds of work. */
const SAMPLES_IN_PART = 256;

/** One instance of the core's analyses with one pack. */
export class AnalysisSession {
  private readonly module: AnalysisModule;

  private constructor(module: AnalysisModule) {
    this.module = module;
  }

  /** Loads the analyses and opens a pack (JSON). Throws an EngineError. */
  static async open(pack: string): Promise<AnalysisSession> {
    const module = await loadAnalysisModule();
    refuse(module.openSession(pack));
    return new AnalysisSession(module);
  }

  /**
   * Computes an analysis, a piece each time that it is asked for the next part: the part that is
   * done, 0 to 1, and in the end the result as JSON. Throws an EngineError.
   */
  *analyse(request: AnalysisRequest): Generator<{ done: number; text?: string }, void> {
    const { module } = this;
    const prepare = {
      sensitivity: module.prepareSensitivity,
      goal: module.prepareGoal,
      comparison: module.prepareComparison,
    }[request.analysis];
    prepared(request.scenario, request.overrides, (text) => refuse(prepare(text, request.options)));
    yield { done: 0 };
    try {
      if (!module.startAnalysis()) throw noMemory("The draws of the analysis");
      do yield { done: module.analysisProgress() };
      while (module.advanceAnalysis());
      yield { done: 1, text: module.analysisResult() };
    } finally {
      module.dropAnalysis();
    }
  }

  /**
   * Hands out the draws of a scenario, some each time that it is asked for the next part: those, and in the end
   * the names of all columns, with commas between. Throws an EngineError.
   */
  *samples({ id, scenario, overrides }: SamplesRequest): Generator<{ part?: SamplesMessage; text?: string }, void> {
    const { module } = this;
    prepared(scenario, overrides, (text) => refuse(module.prepareSamples(text)));
    try {
      const draws = module.sampleDraws();
      for (let first = 0; first < draws; first += SAMPLES_IN_PART) {
        const count = Math.min(SAMPLES_IN_PART, draws - first);
        yield { part: { type: "samples", id, draws, first, count, values: module.samples(first, count) } };
      }
      yield { text: module.samplesHeader() };
    } finally {
      module.dropSamples();
    }
  }
}
