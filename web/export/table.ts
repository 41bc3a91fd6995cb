/** What a cell holds: text, a number, or nothing. A number that is not finite is written as nothing. */
export type Cell = string | number | undefined;

/**
 * How a column is read: words; a year or the number of a draw, without commas; counts and money with
 * commas between thousands; any other number in full.
 */
export type ColumnKind = "text" | "ordinal" | "amount" | "number";

/** A column of a table. */
export interface Column {
  readonly title: string;
  readonly kind: ColumnKind;
  /** Width in characters for programs that show columns; by its kind where left out. */
  readonly width?: number;
}

/** A table to be written into a file: its cells are asked for one after the other, row by row. */
export interface Table {
  readonly name: string;
  readonly columns: readonly Column[];
  readonly rowCount: number;
  /** The cell of a row and column, both counted from 0. */
  cell(row: number, column: number): Cell;
}

/** A table whose rows are there already. A row that is too short ends with empty cells. */
export function tableOf(
  name: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Table {
  return { name, columns, rowCount: rows.length, cell: (row, column) => rows[row]?.[column] };
}
