import { describe, expect, it } from "vitest";
import { csvCell, csvFile } from "./csv.ts";
import { tableOf, type Cell, type Column } from "./table.ts";

const kColumns: readonly Column[] = [
  { title: "Year", kind: "ordinal" },
  { title: "What, exactly", kind: "text" },
  { title: "US$", kind: "amount" },
];

async function bytesOf(rows: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  return new Uint8Array(await (await csvFile(tableOf("t", kColumns, rows))).arrayBuffer());
}

describe("csvCell", () => {
  it("writes numbers as they are, the negative ones too", () => {
    expect([-5.25, 0, -0, 1e21, 1e-7, 0.1 + 0.2, 123456789].map(csvCell)).toEqual([
      "-5.25",
      "0",
      "0",
      "1e+21",
      "1e-7",
      "0.30000000000000004",
      "123456789",
    ]);
  });

  it("leaves empty what is not there or not finite", () => {
    expect([undefined, NaN, Infinity, -Infinity].map(csvCell)).toEqual(["", "", "", ""]);
  });

  it("quotes what would end a cell or lose its spaces", () => {
    expect(['a,b', 'say "so"', "two\r\nlines", " room ", "plain"].map(csvCell)).toEqual([
      '"a,b"',
      '"say ""so"""',
      '"two\r\nlines"',
      '" room "',
      "plain",
    ]);
  });

  it("quotes a carriage return by itself, which ends a line for some readers", () => {
    expect(csvCell("two\rlines")).toBe('"two\rlines"');
  });

  it.each(["=1+1", "+92 300", "-cmd|' /C calc'!A0", "@SUM(A1)", "\tx", "\rx", " =1+1", "\uFF1D1+1"])(
    "keeps %j from being run as a formula",
    (text) => {
      expect(csvCell(text).replace(/^"/, "").startsWith("'")).toBe(true);
    },
  );

  it("lets words with such characters inside pass", () => {
    expect(csvCell("B2B - wholesale = trade")).toBe("B2B - wholesale = trade");
  });
});

describe("csvFile", () => {
  it("starts with the byte order mark and ends lines as RFC 4180 has it", async () => {
    expect((await csvFile(tableOf("t", kColumns, []))).type).toBe("text/csv;charset=utf-8");
    const bytes = await bytesOf([[2027, "برآمدات", -1.5], [2028]]);
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes)).toBe(
      '\uFEFFYear,"What, exactly",US$\r\n2027,برآمدات,-1.5\r\n2028,,\r\n',
    );
  });

  it("writes every row of a long table once", async () => {
    const rows = Array.from({ length: 20_000 }, (_, row): Cell[] => [row, `r${row}`, row / 7]);
    const lines = new TextDecoder().decode(await bytesOf(rows)).split("\r\n");
    expect(lines).toHaveLength(20_002);
    expect(lines.slice(1, -1).every((line, row) => line === `${row},r${row},${row / 7}`)).toBe(true);
  });
});
