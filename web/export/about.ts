import type { ModelStamp, Scenario } from "../engine/types.ts";
import { tableOf, type Cell, type Column, type Table } from "./table.ts";

/** Names of the facts that say what made figures, in the language of the page. */
export interface StampWords {
  readonly modelVersion: string;
  readonly pack: string;
  readonly seed: string;
  readonly draws: string;
  /** Name of the calculator. */
  readonly site: string;
}

/** Words of the table that says what made a file, in the language of the page. */
export interface AboutWords extends StampWords {
  readonly name: string;
  /** Titles of the two columns. */
  readonly fact: string;
  readonly value: string;
  /** Names of the other facts. */
  readonly calculator: string;
  readonly link: string;
  readonly command: string;
  readonly scenario: string;
  /** Sentences that belong to every figure: scope, units, warnings. One row each. */
  readonly notes: readonly { readonly fact: string; readonly value: string }[];
}

/** What a file is about. */
export interface Origin {
  readonly model: ModelStamp;
  /** The question as the engine was asked it. */
  readonly scenario: Scenario;
  /** Address of the calculator's page with this question, where there is one. */
  readonly link?: string | undefined;
}

/** `text` as one word of a POSIX shell. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

/** The question with the seed and the draws written out, so that it stays the same when the pack's defaults change. */
function completeScenario({ model, scenario }: Origin): Scenario {
  return { ...scenario, seed: model.seed, draws: model.draws };
}

/** The line that makes the command-line program compute the same result. */
export function commandLine(origin: Origin): string {
  return `printf %s ${quoted(JSON.stringify(completeScenario(origin)))} | export-potential run -`;
}

/** What made the figures of a file, and how to make them again. */
export function aboutTable(origin: Origin, words: AboutWords): Table {
  const { model, link } = origin;
  const rows: Cell[][] = [
    [words.calculator, words.site],
    [words.modelVersion, model.version],
    [words.pack, `${model.pack} ${model.packVersion}`],
    [words.seed, String(model.seed)],
    [words.draws, String(model.draws)],
    ...(link === undefined ? [] : [[words.link, link]]),
    ...words.notes.map(({ fact, value }) => [fact, value]),
    [words.command, commandLine(origin)],
    [words.scenario, JSON.stringify(completeScenario(origin))],
  ];
  return tableOf(
    words.name,
    [
      { title: words.fact, kind: "text" },
      { title: words.value, kind: "text", width: 100 },
    ],
    rows,
  );
}

/** `table` with columns after its own that say in every row what made the figures: for files that hold one table only. */
export function stampedTable(table: Table, model: ModelStamp, words: StampWords): Table {
  const own = table.columns.length;
  const stamp: readonly (readonly [title: string, cell: Cell])[] = [
    // Spreadsheets would take a version alone for a number, and 2026.10 for 2026.1.
    [words.modelVersion, `${words.site} ${model.version}`],
    [words.pack, `${model.pack} ${model.packVersion}`],
    [words.seed, model.seed],
    [words.draws, model.draws],
  ];
  return {
    ...table,
    columns: [...table.columns, ...stamp.map(([title]): Column => ({ title, kind: "text" }))],
    cell: (row, column) => (column < own ? table.cell(row, column) : stamp[column - own]?.[1]),
  };
}
