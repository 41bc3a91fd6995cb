import { Pacer, rowPieces } from "./pieces.ts";
import type { Cell, Column, ColumnKind, Table } from "./table.ts";

/** Most rows, columns and characters of a cell that spreadsheets read (ECMA-376 as Excel has it). */
const kMostRows = 1_048_576;
const kMostColumns = 16_384;
const kMostCharacters = 32_767;

/** Positions among the formats of cells in `kStyles`. */
const kHeaderFormat = 5;
const kFormatOf: Readonly<Record<ColumnKind, number>> = { text: 1, ordinal: 2, amount: 3, number: 4 };
const kWidthOf: Readonly<Record<ColumnKind, number>> = { text: 28, ordinal: 10, amount: 18, number: 14 };

/** Fonts, fills and formats of cells; formats 1 to 5 are text, ordinal, amount, number and header. */
export const kStyles =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  "<borders count=\"1\"><border><left/><right/><top/><bottom/><diagonal/></border></borders>" +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="6">' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '<xf numFmtId="1" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  "</cellXfs>" +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';

/** Characters that XML 1.0 cannot hold. */
// oxlint-disable-next-line no-control-regex -- they are what has to go
const kNotXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;
/** What spreadsheets would read as an escaped character. */
const kEscapeLike = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** Text as it stands in XML, in elements and in attributes. */
export function xmlText(text: string): string {
  return text
    .replace(kNotXml, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/** The letters of a column, counted from 0: A to Z, AA and so on. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.floor(column / 26) - 1) + letter;
}

function cellXml(cell: Cell, place: string, format: number): string {
  if (typeof cell === "number") {
    return Number.isFinite(cell) ? `<c r="${place}" s="${format}"><v>${cell}</v></c>` : "";
  }
  if (cell === undefined || cell === "") return "";
  if (cell.length > kMostCharacters) {
    throw new RangeError(`${place}: a cell holds at most ${kMostCharacters} characters, not ${cell.length}.`);
  }
  const text = xmlText(cell.replace(kEscapeLike, "_x005F_"));
  return `<c r="${place}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${text}</t></is></c>`;
}

function checkSize({ name, columns, rowCount }: Table): void {
  if (rowCount + 1 > kMostRows) {
    throw new RangeError(`${name}: a sheet holds at most ${kMostRows - 1} rows under its header, not ${rowCount}.`);
  }
  if (columns.length === 0 || columns.length > kMostColumns) {
    throw new RangeError(`${name}: a sheet holds 1 to ${kMostColumns} columns, not ${columns.length}.`);
  }
}

function headXml(columns: readonly Column[], letters: readonly string[], isRightToLeft: boolean): string {
  const direction = isRightToLeft ? ' rightToLeft="1"' : "";
  const widths = columns.map(
    ({ kind, width = kWidthOf[kind] }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const titles = columns.map(({ title }, index) => cellXml(title, `${letters[index]}1`, kHeaderFormat));
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    `<sheetViews><sheetView${direction} workbookViewId="0">` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' +
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>' +
    `<cols>${widths.join("")}</cols><sheetData><row r="1">${titles.join("")}</row>`
  );
}

/**
 * A table as the XML of a sheet with a frozen header, in pieces. Throws a RangeError that names the
 * place where the table or a text is larger than a sheet can hold.
 */
export async function* sheetPieces(table: Table, isRightToLeft: boolean, pacer: Pacer): AsyncGenerator<string> {
  checkSize(table);
  const { columns } = table;
  const letters = columns.map((_, index) => columnLetters(index));
  const formats = columns.map(({ kind }) => kFormatOf[kind]);
  yield headXml(columns, letters, isRightToLeft);
  const writeRow = (row: number): string => {
    let cells = "";
    for (let column = 0; column < columns.length; ++column) {
      cells += cellXml(table.cell(row, column), `${letters[column]}${row + 2}`, formats[column] ?? 0);
    }
    return `<row r="${row + 2}">${cells}</row>`;
  };
  yield* rowPieces(table, writeRow, pacer);
  yield "</sheetData></worksheet>";
}
