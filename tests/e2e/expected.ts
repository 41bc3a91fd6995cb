import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const kRepository = resolve(import.meta.dirname, "../..");
const kProgram = resolve(kRepository, "build/native/export-potential");
const kPack = resolve(kRepository, "public/packs/pk.json");

/** What these tests read of a result of the command-line program. */
export interface Answer {
  readonly model: { readonly version: string; readonly packVersion: string; readonly seed: number; readonly draws: number };
  readonly years: readonly number[];
  readonly outputs: Record<
    "exportsAdditional",
    { readonly mean: number[]; readonly quantiles: Record<"p05" | "p25" | "p50" | "p75" | "p95", number[]> }
  >;
  readonly bySector: Record<string, { readonly exportsAdditional: { readonly mean: number[] } }>;
  readonly funnel: readonly { readonly id: string; readonly mean: number }[];
  readonly sellerSales: Record<"mean" | "median" | "top1", { readonly quantiles: Record<"p05" | "p50" | "p95", number[]> }>;
  readonly percentiles: readonly (readonly number[])[];
  readonly spread: Record<"parameters" | "shocks" | "luck", number[]>;
  readonly luck: { readonly cv: { readonly quantiles: { readonly p50: number[] } } };
  readonly waterfall: readonly { readonly id: string; readonly mean: number[] }[];
}

/** Parts of a scenario as the command-line program reads them. */
export interface Question {
  readonly draws?: number;
  readonly onboarding?: Record<string, unknown>;
  readonly measures?: readonly Record<string, unknown>[];
  readonly closures?: readonly Record<string, unknown>[];
  readonly readings?: Record<string, string>;
}

function program(args: readonly string[], input = ""): string {
  const size = { maxBuffer: 256 * 1024 * 1024 };
  return execFileSync(kProgram, [...args, "--pack", kPack], { input, encoding: "utf8", ...size });
}

/** The native program's answer to `question`; what is left out is as in the pack. */
export function answerTo(question: Question = {}): Answer {
  const scenario = JSON.stringify({ schema: 1, pack: "pk", ...question });
  return JSON.parse(program(["run", "-"], scenario)) as Answer;
}

/** How one plan stands to another in one year by the native program: in what share of the draws it earns more, how much in the middle, and between what in 18 of 20. */
export function comparisonOf(first: Question, second: Question, year = 2031): Record<"higher" | "low" | "middle" | "high", number> {
  const folder = mkdtempSync(join(tmpdir(), "plans-"));
  const files = [first, second].map((question, index) => {
    const file = join(folder, `${index}.json`);
    writeFileSync(file, JSON.stringify({ schema: 1, pack: "pk", ...question }));
    return file;
  });
  const { years, scenarios } = JSON.parse(program(["compare", ...files])) as {
    readonly years: number[];
    readonly scenarios: readonly {
      readonly outputs: Record<
        "exportsAdditional",
        { readonly higher: number[]; readonly difference: { readonly quantiles: Record<"p05" | "p50" | "p95", number[]> } }
      >;
    }[];
  };
  rmSync(folder, { recursive: true });
  const found = scenarios[1]?.outputs.exportsAdditional;
  const index = years.indexOf(year);
  const { p05, p50, p95 } = found?.difference.quantiles ?? { p05: [], p50: [], p95: [] };
  const at = (values: readonly number[] | undefined): number => values?.[index] ?? Number.NaN;
  return { higher: at(found?.higher), low: at(p05), middle: at(p50), high: at(p95) };
}

/** The columns of the inputs and outputs of every draw of the pack's own plan, by name. */
export function sampleColumns(draws: number): (name: string) => number[] {
  const [head = "", ...lines] = program(["samples", "--draws", String(draws)]).trim().split("\n");
  const names = head.trim().split(",");
  const rows = lines.map((line) => line.split(",").map(Number));
  return (name) => {
    const column = names.indexOf(name);
    if (column < 0) throw new Error(`No column ${name}.`);
    return rows.map((row) => row[column] ?? Number.NaN);
  };
}

/** The pack as text is published, for figures that have to be on the page. */
export const pack = JSON.parse(readFileSync(kPack, "utf8")) as {
  readonly currency: { readonly perUsd: { readonly value: number } };
  readonly sources: Record<string, { readonly url: string }>;
  readonly parameters: Record<string, { readonly label: { readonly en: string } }>;
  readonly correlations: readonly { readonly spearman: number }[];
  readonly readings: readonly {
    readonly id: string;
    readonly label: { readonly en: string };
    readonly options: readonly {
      readonly id: string;
      readonly label: { readonly en: string };
      readonly note?: { readonly en: string };
      readonly sources: readonly string[];
    }[];
  }[];
  readonly sectors: readonly { readonly id: string; readonly label: { readonly en: string } }[];
};

interface Rounded {
  readonly figure: string;
  readonly word: string;
}

/** Two significant digits, as in "$60 million". Enough for amounts from a million to a trillion. */
function rounded(amount: number): Rounded {
  const digits = Number(amount.toPrecision(2));
  if (digits < 1e6 || digits >= 1e12) throw new Error(`${amount} is not in millions or billions.`);
  return digits < 1e9
    ? { figure: String(digits / 1e6), word: "million" }
    : { figure: String(digits / 1e9), word: "billion" };
}

/** An amount in words: "$60 million". */
export function inWords(amount: number, sign = "$"): string {
  const { figure, word } = rounded(amount);
  return `${sign}${figure} ${word}`;
}

/** What the page has to say about `answer` in `year`, where `rate` units of money are one dollar. */
export function headline(answer: Answer, year = 2031, sign = "$", rate = 1): string {
  const index = answer.years.indexOf(year);
  const { quantiles } = answer.outputs.exportsAdditional;
  const [low, middle, high] = [quantiles.p05, quantiles.p50, quantiles.p95].map(
    (column) => (column[index] ?? Number.NaN) * rate,
  ) as [number, number, number];
  return `By ${year}, there could be about ${inWords(middle, sign)} more export earnings a year. In 18 of 20 futures it is ${inWords(low, sign)} to ${inWords(high, sign)}.`;
}
