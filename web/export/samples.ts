import type { Cell, Table } from "./table.ts";

/** Every draw of a run: one column for each input and for each output in a year, all of one length. */
export interface SampleTable {
  /** Names of the columns as the command-line program writes them: "act.b2b", "exportsAdditional.2031". */
  readonly names: readonly string[];
  /** Unit of each column. */
  readonly units: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** Words around the samples, in the language of the page. */
export interface SampleWords {
  /** Name of the table. */
  readonly name: string;
  /** Title of the column that counts the draws. */
  readonly draw: string;
}

/** The number of draws. Throws a RangeError where the parts of the table do not fit together. */
function drawCount({ names, units, columns }: SampleTable): number {
  const [first] = columns;
  const count = first?.length ?? 0;
  if (names.length !== columns.length || units.length !== columns.length) {
    throw new RangeError(`${columns.length} columns have ${names.length} names and ${units.length} units.`);
  }
  const odd = columns.findIndex(({ length }) => length !== count);
  if (odd >= 0) throw new RangeError(`${names[odd]} has ${columns[odd]?.length} values, not ${count}.`);
  return count;
}

/**
 * The draws as a table: a first column that counts them from 0, as the command-line program does,
 * then a column each. The unit stands behind the name where there is one.
 */
export function samplesTable(samples: SampleTable, words: SampleWords): Table {
  const { names, units, columns } = samples;
  const titled = names.map((name, index) => (units[index] ? `${name} (${units[index]})` : name));
  return {
    name: words.name,
    columns: [
      { title: words.draw, kind: "ordinal" },
      ...titled.map((title) => ({ title, kind: "number" as const })),
    ],
    rowCount: drawCount(samples),
    cell: (row, column): Cell => (column === 0 ? row : columns[column - 1]?.[row]),
  };
}
