import { crc32 as zlibCrc32, inflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { samplesTable, type SampleTable } from "./samples.ts";
import { columnLetters } from "./sheet_xml.ts";
import { tableOf, type Cell, type Column } from "./table.ts";
import { sheetNames, xlsxFile } from "./xlsx.ts";
import { crc32 } from "./zip.ts";

/** The files of an archive, read through its directory as PKWARE's APPNOTE describes it. */
async function unzip(blob: Blob): Promise<Map<string, string>> {
  const bytes = Buffer.from(await blob.arrayBuffer());
  const end = bytes.length - 22;
  expect(bytes.readUInt32LE(end)).toBe(0x06054b50);
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  expect(bytes.readUInt32LE(end + 12)).toBe(end - at);
  expect(bytes.readUInt16LE(end + 8)).toBe(bytes.readUInt16LE(end + 10));
  for (let left = bytes.readUInt16LE(end + 10); left > 0; --left) {
    expect(bytes.readUInt32LE(at)).toBe(0x02014b50);
    // Version 2.0, names in UTF-8, deflated, at midnight of 1 January 1980.
    expect([6, 8, 10, 12, 14].map((offset) => bytes.readUInt16LE(at + offset))).toEqual([20, 0x0800, 8, 0, 0x0021]);
    const [crc, packed, size] = [16, 20, 24].map((offset) => bytes.readUInt32LE(at + offset));
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const local = bytes.readUInt32LE(at + 42);
    expect(bytes.readUInt32LE(local)).toBe(0x04034b50);
    expect(bytes.subarray(local + 4, local + 30)).toEqual(bytes.subarray(at + 6, at + 32));
    const start = local + 30 + nameLength;
    const content = inflateRawSync(bytes.subarray(start, start + (packed ?? 0)));
    expect(content.length).toBe(size);
    expect(zlibCrc32(content)).toBe(crc);
    files.set(name, content.toString("utf8"));
    at += 46 + nameLength;
  }
  expect(at).toBe(end);
  return files;
}

/** The elements of an XML text, each with what stands in its tag; throws where they do not nest. */
function elementsOf(xml: string): string[] {
  const [declaration = "", ...tags] = xml.match(/<[^>]*>/g) ?? [];
  expect(declaration).toBe('<?xml version="1.0" encoding="UTF-8" standalone="yes"?>');
  const open: string[] = [];
  for (const tag of tags) {
    const name = /^<\/?([\w:]+)/.exec(tag)?.[1] ?? "";
    if (tag.startsWith("</")) expect(open.pop()).toBe(name);
    else if (!tag.endsWith("/>")) open.push(name);
  }
  expect(open).toEqual([]);
  return tags.filter((tag) => !tag.startsWith("</"));
}

const attributeOf = (tag: string, name: string): string | undefined => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];

const kColumns: readonly Column[] = [
  { title: "Year", kind: "ordinal" },
  { title: "Text", kind: "text", width: 40 },
  { title: "US$", kind: "amount" },
  { title: "Share", kind: "number" },
];

async function sheetOf(rows: readonly (readonly Cell[])[], isRightToLeft = false): Promise<string> {
  const files = await unzip(await xlsxFile({ tables: [tableOf("t", kColumns, rows)], isRightToLeft }));
  return files.get("xl/worksheets/sheet1.xml") ?? "";
}

describe("crc32", () => {
  it("gives the check value of the standard, also in two pieces", () => {
    const bytes = new TextEncoder().encode("123456789");
    expect(crc32(bytes)).toBe(0xcbf43926);
    expect(crc32(bytes.subarray(4), crc32(bytes.subarray(0, 4)))).toBe(0xcbf43926);
  });
});

describe("columnLetters", () => {
  it("counts as spreadsheets do", () => {
    expect([0, 25, 26, 51, 52, 701, 702, 16_383].map(columnLetters)).toEqual([
      "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD",
    ]);
  });
});

describe("sheetNames", () => {
  it("keeps what is allowed and makes the rest so", () => {
    expect(sheetNames(["Results", "results", "a/b:c", "", "'x'", "n".repeat(40), "n".repeat(41)])).toEqual([
      "Results",
      "results (2)",
      "a b c",
      "Sheet 4",
      "x",
      "n".repeat(31),
      `${"n".repeat(27)} (2)`,
    ]);
  });
});

describe("xlsxFile", () => {
  it("writes numbers with the format of their column and text in place", async () => {
    const sheet = await sheetOf([[2027, "Apparel", -1234.5, 0.25], [2028, undefined, NaN, Infinity]]);
    expect(sheet).toContain(
      '<row r="2"><c r="A2" s="2"><v>2027</v></c>' +
        '<c r="B2" s="1" t="inlineStr"><is><t xml:space="preserve">Apparel</t></is></c>' +
        '<c r="C2" s="3"><v>-1234.5</v></c><c r="D2" s="4"><v>0.25</v></c></row>' +
        '<row r="3"><c r="A3" s="2"><v>2028</v></c></row></sheetData>',
    );
    expect(sheet).toContain('<col min="2" max="2" width="40" customWidth="1"/>');
  });

  it("freezes the header, and runs from right to left only when asked", async () => {
    const [left, right] = [await sheetOf([]), await sheetOf([], true)];
    expect(left).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(left).not.toContain("rightToLeft");
    expect(right).toContain('<sheetView rightToLeft="1" workbookViewId="0">');
  });

  it("keeps text text: formulas, markup, control characters, what looks like an escape", async () => {
    const sheet = await sheetOf([[1, "=1+1"], [2, "<a&b>\u0000\u000B"], [3, "_x0041_"], [4, "برآمدات"]]);
    const texts = [...sheet.matchAll(/<t xml:space="preserve">([^<]*)<\/t>/g)].map(([, text]) => text);
    expect(texts.slice(kColumns.length)).toEqual(["=1+1", "&lt;a&amp;b&gt;", "_x005F_x0041_", "برآمدات"]);
    expect(sheet).not.toContain("<f>");
  });

  it("names its sheets and declares each part that it holds", async () => {
    const tables = ["By year", "A & B"].map((name) => tableOf(name, kColumns, [[1]]));
    const files = await unzip(await xlsxFile({ tables, isRightToLeft: false }));
    expect([...files.keys()]).toEqual([
      "[Content_Types].xml",
      "_rels/.rels",
      "xl/workbook.xml",
      "xl/_rels/workbook.xml.rels",
      "xl/styles.xml",
      "xl/worksheets/sheet1.xml",
      "xl/worksheets/sheet2.xml",
    ]);
    expect(files.get("xl/workbook.xml")).toContain('<sheet name="A &amp; B" sheetId="2" r:id="rId2"/>');
    // As ECMA-376, parts 1 and 2, names them.
    const types = elementsOf(files.get("[Content_Types].xml") ?? "");
    expect(types.slice(1).map((tag) => [attributeOf(tag, "Extension") ?? attributeOf(tag, "PartName"), attributeOf(tag, "ContentType")])).toEqual([
      ["rels", "application/vnd.openxmlformats-package.relationships+xml"],
      ["xml", "application/xml"],
      ["/xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"],
      ["/xl/styles.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"],
      ["/xl/worksheets/sheet1.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"],
      ["/xl/worksheets/sheet2.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"],
    ]);
    const relationsIn = (name: string): (string | undefined)[][] =>
      elementsOf(files.get(name) ?? "").slice(1).map((tag) => ["Id", "Type", "Target"].map((attribute) => attributeOf(tag, attribute)));
    const kind = (name: string): string => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;
    expect(relationsIn("_rels/.rels")).toEqual([["rId1", kind("officeDocument"), "xl/workbook.xml"]]);
    expect(relationsIn("xl/_rels/workbook.xml.rels")).toEqual([
      ["rId1", kind("worksheet"), "worksheets/sheet1.xml"],
      ["rId2", kind("worksheet"), "worksheets/sheet2.xml"],
      ["rId3", kind("styles"), "styles.xml"],
    ]);
    const [workbook = ""] = elementsOf(files.get("xl/workbook.xml") ?? "");
    expect([attributeOf(workbook, "xmlns"), attributeOf(workbook, "xmlns:r")]).toEqual([
      "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ]);
    for (const name of ["xl/styles.xml", "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"]) {
      expect(attributeOf(elementsOf(files.get(name) ?? "")[0] ?? "", "xmlns")).toBe("http://schemas.openxmlformats.org/spreadsheetml/2006/main");
    }
  });

  it("has the formats of cells that columns name: text, whole, grouped, general and a bold header", async () => {
    const blob = await xlsxFile({ tables: [tableOf("t", kColumns, [])], isRightToLeft: false });
    expect(blob.type).toBe("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    const styles = (await unzip(blob)).get("xl/styles.xml") ?? "";
    const tags = elementsOf(styles);
    // Built-in formats: 49 is "@", 1 is "0", 3 is "#,##0", 0 is "General".
    const formats = tags.slice(tags.findIndex((tag) => tag.startsWith("<cellXfs")) + 1).filter((tag) => tag.startsWith("<xf "));
    expect(formats.map((tag) => [attributeOf(tag, "numFmtId"), attributeOf(tag, "fontId")])).toEqual([
      ["0", "0"], ["49", "0"], ["1", "0"], ["3", "0"], ["0", "0"], ["49", "1"],
    ]);
    for (const [list, one] of [["fonts", "font"], ["fills", "fill"], ["borders", "border"], ["cellXfs", "xf"], ["cellStyles", "cellStyle"]]) {
      const [, count, inside = ""] = new RegExp(`<${list} count="(\\d+)">(.*?)</${list}>`, "s").exec(styles) ?? [];
      expect([list, inside.match(new RegExp(`<${one}[ />]`, "g"))?.length]).toEqual([list, Number(count)]);
    }
  });

  it("refuses what a sheet cannot hold, and says where", async () => {
    const long = tableOf("Long", kColumns, [[1, "x".repeat(32_768)]]);
    await expect(xlsxFile({ tables: [long], isRightToLeft: false })).rejects.toThrow(
      "B2: a cell holds at most 32767 characters, not 32768.",
    );
    const many = { ...tableOf("Draws", kColumns, []), rowCount: 1_048_576 };
    await expect(xlsxFile({ tables: [many], isRightToLeft: false })).rejects.toThrow(
      "Draws: a sheet holds at most 1048575 rows under its header, not 1048576.",
    );
    const columns = (count: number): Column[] => Array.from({ length: count }, () => ({ title: "", kind: "number" }));
    for (const count of [0, 16_385]) {
      await expect(xlsxFile({ tables: [tableOf("Wide", columns(count), [])], isRightToLeft: false })).rejects.toThrow(
        `Wide: a sheet holds 1 to 16384 columns, not ${count}.`,
      );
    }
    await expect(xlsxFile({ tables: [], isRightToLeft: false })).rejects.toThrow("A workbook needs at least one sheet.");
  });
});

describe("20,000 draws", () => {
  const count = 20_000;
  const names = Array.from({ length: 12 }, (_, index) => `x${index}`);
  const samples: SampleTable = {
    names,
    units: names.map(() => "US$"),
    columns: names.map((_, index) => Float64Array.from({ length: count }, (_, row) => (row - 7000) / (index + 3))),
  };
  const table = samplesTable(samples, { name: "Draws", draw: "Draw" });

  it("become a sheet with every value, while others have their turn", async () => {
    let turns = 0;
    let isWriting = true;
    const otherWork = (): void => {
      ++turns;
      if (isWriting) setImmediate(otherWork);
    };
    setImmediate(otherWork);
    const parts: number[] = [];
    const blob = await xlsxFile({ tables: [table, table], isRightToLeft: false }, { onProgress: (done) => parts.push(done) });
    isWriting = false;
    expect(turns).toBeGreaterThan(5);
    // The second sheet goes on where the first ended.
    expect(parts).toEqual(parts.toSorted((a, b) => a - b));
    expect(parts.every((done) => done > 0 && done <= 1)).toBe(true);
    expect(parts.at(-1)).toBeGreaterThan(0.9);
    const sheet = (await unzip(blob)).get("xl/worksheets/sheet1.xml") ?? "";
    const values = [...sheet.matchAll(/<v>([^<]*)<\/v>/g)].map(([, text]) => Number(text));
    expect(values).toHaveLength(count * 13);
    expect(values.slice(13 * 19_999)).toEqual([19_999, ...names.map((_, index) => 12_999 / (index + 3))]);
  });

  it("can be given up", async () => {
    const abort = new AbortController();
    const options = { signal: abort.signal, onProgress: () => abort.abort() };
    await expect(xlsxFile({ tables: [table], isRightToLeft: false }, options)).rejects.toMatchObject({
      name: "AbortError",
    });
  });

  it("name the column that does not fit the others", () => {
    const broken = { ...samples, columns: [...samples.columns.slice(1), new Float64Array(3)] };
    expect(() => samplesTable(broken, { name: "Draws", draw: "Draw" })).toThrow("x11 has 3 values, not 20000.");
  });
});
