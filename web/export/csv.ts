import { Pacer, rowPieces, type ExportOptions } from "./pieces.ts";
import type { Cell, Table } from "./table.ts";

/** Lets spreadsheets read the file as UTF-8. */
const kByteOrderMark = "\uFEFF";
/** Lines end as RFC 4180 has it. */
const kLineEnd = "\r\n";
const kSeparator = ",";

/** What a spreadsheet takes for a formula, or strips until one is left; full-width forms included. */
const kFormulaStart = /^[\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/u;
const kNeedsQuotes = /[",\r\n]|^\s|\s$/u;

/**
 * A cell as it stands in the file. A number is the shortest decimal that reads back as the same
 * double. Text that a spreadsheet would run as a formula gets an apostrophe before it (CWE-1236).
 */
export function csvCell(cell: Cell): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(cell) : "";
  const safe = kFormulaStart.test(cell) ? `'${cell}` : cell;
  return kNeedsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvLine(cells: readonly Cell[]): string {
  return cells.map(csvCell).join(kSeparator) + kLineEnd;
}

/** A table as the text of a CSV file, with a first line of titles, in pieces. */
async function* csvPieces(table: Table, pacer: Pacer): AsyncGenerator<string> {
  const { columns } = table;
  yield kByteOrderMark + csvLine(columns.map(({ title }) => title));
  yield* rowPieces(table, (row) => csvLine(columns.map((_, column) => table.cell(row, column))), pacer);
}

/** A table as a CSV file (UTF-8 with byte order mark, RFC 4180), made without holding up the page. */
export async function csvFile(table: Table, options: ExportOptions = {}): Promise<Blob> {
  const encoder = new TextEncoder();
  const parts: BlobPart[] = [];
  for await (const text of csvPieces(table, new Pacer(options))) parts.push(encoder.encode(text));
  return new Blob(parts, { type: "text/csv;charset=utf-8" });
}
