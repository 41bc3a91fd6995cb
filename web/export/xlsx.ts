import { Pacer, type ExportOptions } from "./pieces.ts";
import { kStyles, sheetPieces, xmlText } from "./sheet_xml.ts";
import type { Table } from "./table.ts";
import { zip } from "./zip.ts";

const kType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const kDeclaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const kMain = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const kRelations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const kPackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

/** What a workbook is made from. */
export interface Workbook {
  /** One sheet each, in this order; at least one. */
  readonly tables: readonly Table[];
  /** Whether sheets run from right to left, as those in Urdu do. */
  readonly isRightToLeft: boolean;
}

const kMostNameCharacters = 31;

/** Names of sheets as spreadsheets allow them: without []:*?/\ or outer apostrophes, at most 31 characters, each once. */
export function sheetNames(wanted: readonly string[]): string[] {
  const taken = new Set<string>();
  return wanted.map((name, index) => {
    const clean = name
      .replace(/[[\]:*?/\\]/g, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s']+|[\s']+$/g, "");
    const base = clean === "" ? `Sheet ${index + 1}` : clean;
    for (let count = 1; ; ++count) {
      const suffix = count === 1 ? "" : ` (${count})`;
      const candidate = `${base.slice(0, kMostNameCharacters - suffix.length).trimEnd()}${suffix}`;
      const key = candidate.toLocaleLowerCase("en");
      if (taken.has(key)) continue;
      taken.add(key);
      return candidate;
    }
  });
}

function relation(id: number, kind: string, target: string): string {
  return `<Relationship Id="rId${id}" Type="${kRelations}/${kind}" Target="${target}"/>`;
}

function contentTypes(count: number): string {
  const sheets = Array.from(
    { length: count },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kMain}.worksheet+xml"/>`,
  );
  return (
    `${kDeclaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${kMain}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${kMain}.styles+xml"/>${sheets.join("")}</Types>`
  );
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${xmlText(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return (
    `${kDeclaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${kRelations}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${sheets.join("")}</sheets></workbook>`
  );
}

function workbookRelations(count: number): string {
  const sheets = Array.from({ length: count }, (_, index) =>
    relation(index + 1, "worksheet", `worksheets/sheet${index + 1}.xml`),
  );
  const styles = relation(count + 1, "styles", "styles.xml");
  return `${kDeclaration}<Relationships xmlns="${kPackageRelations}">${sheets.join("")}${styles}</Relationships>`;
}

/**
 * Tables as an Office Open XML workbook (ECMA-376), made without holding up the page. Text is
 * written as text, whatever it looks like. Throws a RangeError for what a sheet cannot hold.
 */
export async function xlsxFile({ tables, isRightToLeft }: Workbook, options: ExportOptions = {}): Promise<Blob> {
  if (tables.length === 0) throw new RangeError("A workbook needs at least one sheet.");
  const total = tables.reduce((sum, { rowCount, columns }) => sum + (rowCount + 1) * columns.length, 0);
  let before = 0;
  const sheets = tables.map((table, index) => {
    const cells = (table.rowCount + 1) * table.columns.length;
    const start = before / total;
    before += cells;
    const { signal, onProgress } = options;
    const pacer = new Pacer({
      signal,
      onProgress: onProgress && ((done) => onProgress(start + (done * cells) / total)),
    });
    return {
      name: `xl/worksheets/sheet${index + 1}.xml`,
      pieces: sheetPieces(table, isRightToLeft, pacer),
    };
  });
  const names = sheetNames(tables.map(({ name }) => name));
  return zip(
    [
      { name: "[Content_Types].xml", pieces: [contentTypes(tables.length)] },
      {
        name: "_rels/.rels",
        pieces: [
          `${kDeclaration}<Relationships xmlns="${kPackageRelations}">${relation(1, "officeDocument", "xl/workbook.xml")}</Relationships>`,
        ],
      },
      { name: "xl/workbook.xml", pieces: [workbookXml(names)] },
      { name: "xl/_rels/workbook.xml.rels", pieces: [workbookRelations(tables.length)] },
      { name: "xl/styles.xml", pieces: [kStyles] },
      ...sheets,
    ],
    kType,
  );
}
