import load from "../../build/wasm/analyses.mjs";

import { instantiate } from "./wasm_module.ts";

/**
 * The part of the compiled core that analyses scenarios, as web/bindings exports it. Texts that
 * report faults are `{"errors":[{"code","path","message"}]}`.
 */
export interface AnalysisModule {
  /** Reads a pack: "" or faults. */
  openSession(pack: string): string;
  /** Makes a sensitivity analysis, its options as JSON, the one to be computed: "" or faults. */
  prepareSensitivity(scenario: string, options: string): string;
  /** The same for a search for the registrations that a target needs. */
  prepareGoal(scenario: string, options: string): string;
  /** The same for a comparison of a list of scenarios. */
  prepareComparison(scenarios: string, options: string): string;
  /** Makes the prepared analysis ready for its first piece; false when memory does not suffice. */
  startAnalysis(): boolean;
  /** Does the next piece of the analysis; false once there is none left. */
  advanceAnalysis(): boolean;
  /** Part of the analysis that is done, 0 to 1. */
  analysisProgress(): number;
  /** The result of the analysis as JSON, once no piece is left. */
  analysisResult(): string;
  /** Frees the memory of the analysis, if there is one. */
  dropAnalysis(): void;
  /** Makes a scenario the one whose draws are handed out: "" or faults. */
  prepareSamples(scenario: string): string;
  /** Draws of that scenario. */
  sampleDraws(): number;
  /** The names of the columns with commas between, that of the number of the draw first. */
  samplesHeader(): string;
  /** All other columns for draws [first, first + count): one column after the other. */
  samples(first: number, count: number): Float64Array<ArrayBuffer>;
  /** Frees the memory of the scenario, if there is one. */
  dropSamples(): void;
}

/** A new instance with its own memory. */
export async function loadAnalysisModule(): Promise<AnalysisModule> {
  const { exports } = await instantiate<AnalysisModule>(
    load,
    new URL("../../build/wasm/analyses.wasm", import.meta.url),
    new URL("../../build/javascript/analyses_fallback.js", import.meta.url),
  );
  return exports;
}
