import { execFileSync } from "node:child_process";
import { describe, expect, it } from "vitest";
import { mockPack } from "../../tests/web/mock_pack.ts";
import type { OutputName, Pack, Parameter, QuantileName, RunResult, Series, Unit } from "../engine/types.ts";
import { defaultPlan } from "../state/plan/plan.ts";
import { aboutTable, commandLine, stampedTable, type AboutWords } from "./about.ts";
import { fileName } from "./download.ts";
import { inputTable, type InputWords } from "./input_table.ts";
import { jsonFile } from "./json.ts";
import { partsTable, yearTable, type ResultWords } from "./result_tables.ts";
import type { Cell, Table } from "./table.ts";

const kOutputs: readonly OutputName[] = ["registrationsWith", "exportsAdditional", "jobs"];

/** Two years; the mean is `first` and `first` + 1, a quantile lies above it by its own number. */
function series(unit: Unit, first: number): Series {
  const quantile = (above: number): number[] => [first + above, first + 1 + above];
  return {
    unit,
    mean: [first, first + 1],
    quantiles: {
      p05: quantile(-45),
      p10: quantile(-40),
      p25: quantile(-25),
      p50: quantile(0),
      p75: quantile(25),
      p90: quantile(40),
      p95: quantile(45),
    },
  };
}

const kUnits: Readonly<Record<string, Unit>> = { registrationsWith: "sellers", jobs: "jobs" };

const part = (first: number) => ({
  exportsAdditional: series("US$", first),
  grossAdditional: series("US$", 10 * first),
});

/** The parts of a result that the tables read. */
const result = {
  schema: 1,
  model: { version: "2026.11", pack: "zz", packVersion: "2026.1.0", seed: 7, draws: 512 },
  years: [2027, 2028],
  outputs: Object.fromEntries(
    kOutputs.map((name, index) => [name, series(kUnits[name] ?? "US$", 100 * (index + 1))]),
  ),
  bySector: { apparel: part(60), food: part(40) },
  byChannel: { b2b: part(100) },
  byMarket: { us: part(100) },
} as unknown as RunResult;

const quantileWords = Object.fromEntries(
  ["p05", "p10", "p25", "p50", "p75", "p90", "p95"].map((name) => [name, `q${name}`]),
) as Record<QuantileName, string>;

const resultWords: ResultWords = {
  byYear: "By year",
  parts: "Parts",
  year: "Fiscal year",
  output: "What",
  name: "Name",
  unit: "Unit",
  side: "By",
  part: "Part",
  mean: "Average",
  quantiles: quantileWords,
  outputs: { registrationsWith: "Sellers", exportsAdditional: "More exports", jobs: "Jobs", grossAdditional: "More sales" } as ResultWords["outputs"],
  units: { sellers: "sellers", "US$": "real US$", jobs: "jobs", share: "share" },
  sides: { bySector: "sector", byChannel: "channel", byMarket: "market" },
  partLabel: (side, id) => `${side}:${id}`,
};

function rowsOf(table: Table): Cell[][] {
  return Array.from({ length: table.rowCount }, (_, row) =>
    table.columns.map((_, column) => table.cell(row, column)),
  );
}

/** The titles of columns with what kind of cells each has: only figures must be read as numbers. */
const columnsOf = ({ columns }: Table): string[] => columns.map(({ title, kind }) => `${title}: ${kind}`);

describe("yearTable", () => {
  const table = yearTable(result, resultWords);

  it("has a row for each output and year, with mean and quantiles", () => {
    expect(table.name).toBe("By year");
    expect(columnsOf(table)).toEqual([
      "Fiscal year: ordinal", "What: text", "Name: text", "Unit: text", "Average: amount",
      "qp05: amount", "qp10: amount", "qp25: amount", "qp50: amount", "qp75: amount", "qp90: amount", "qp95: amount",
    ]);
    expect(rowsOf(table)).toHaveLength(6);
    expect(rowsOf(table)[3]).toEqual([
      2028, "More exports", "exportsAdditional", "real US$", 201, 156, 161, 176, 201, 226, 241, 246,
    ]);
  });
});

describe("partsTable", () => {
  it("has a row for each side, part, quantity and year, with the names that programs know", () => {
    const table = partsTable(result, resultWords);
    expect(table.name).toBe("Parts");
    expect(columnsOf(table).slice(0, 7)).toEqual([
      "Fiscal year: ordinal", "By: text", "Part: text", "What: text", "Name: text", "Unit: text", "Average: amount",
    ]);
    const rows = rowsOf(table);
    expect(rows).toHaveLength(4 * 2 * 2);
    expect(rows[6]?.slice(0, 8)).toEqual([
      2027, "sector", "bySector:food", "More sales", "grossAdditional.food", "real US$", 400, 355,
    ]);
    expect(rows.at(-1)?.slice(0, 5)).toEqual([2028, "market", "byMarket:us", "More sales", "grossAdditional.us"]);
  });
});

const inputWords: InputWords = {
  language: "en",
  name: "Inputs",
  input: "Input",
  symbol: "Symbol",
  unit: "Unit",
  value: "Value",
  distribution: "Distribution",
  smallest: "Smallest",
  largest: "Largest",
  grade: "Grade",
  sources: "Sources",
  addresses: "Addresses",
  date: "Date",
  note: "Note",
  grades: { A: "A", "A*": "A*", B: "B", C: "C", D: "D: assumption" },
  ownValue: "your own value",
  unitOf: (unit) => unit,
  describe: (dist, unit, { min, max }) => `${JSON.stringify(dist)} ${unit} from ${min} to ${max}`,
};

/** The assumptions of the pack, then its figures. */
const kInputs = [
  "act",
  "takeup.light",
  "currency.perUsd",
  "currency.usdInflation",
  "baseline.goodsExports",
  "baseline.internetUse",
  "baseline.ecommerceCeiling",
  "sectors.apparel.exports",
  "sectors.home-textiles.exports",
  "sectors.food.exports",
  "pool.firms.establishments",
];

describe("inputTable", () => {
  const plan = defaultPlan(mockPack);
  const rowOf = (rows: Cell[][], key: string): Cell[] | undefined => rows.find((row) => row[1] === key);

  it("says what holds, in which range, and where it comes from", () => {
    const rows = rowsOf(inputTable(mockPack, plan, inputWords));
    expect(rowOf(rows, "act")).toEqual([
      "First sale",
      "act",
      "share",
      '{"dist":"beta","alpha":2,"beta":2} share from 0 to 1',
      "beta: alpha 2, beta 2",
      0,
      1,
      "A",
      "Office: Yearbook",
      "https://example.org/",
      "2026-01",
      undefined,
    ]);
    expect(rowOf(rows, "takeup.light")?.[0]).toBe("Take-up (Light training)");
    expect(rowOf(rows, "takeup.light")?.slice(4)).toEqual([
      "pert: min 0.2, mode 0.24, max 0.3", 0, 1, "D: assumption", "", "", "2026-01", "A judgement.",
    ]);
    expect(rowOf(rows, "currency.perUsd")?.slice(0, 5)).toEqual([
      "Zeds for one dollar", "currency.perUsd", "ZED per US$", "250 ZED per US$ from 250 to 250", "250",
    ]);
  });

  it("holds every assumption and every figure that results rest on", () => {
    const table = inputTable(mockPack, plan, inputWords);
    expect(columnsOf(table)).toEqual([
      "Input: text", "Symbol: text", "Unit: text", "Value: text", "Distribution: text", "Smallest: number", "Largest: number",
      "Grade: text", "Sources: text", "Addresses: text", "Date: text", "Note: text",
    ]);
    expect(rowsOf(table).map(([, key]) => key)).toEqual(kInputs);
    expect(rowOf(rowsOf(table), "pool.firms.establishments")?.[0]).toBe("Firms");
  });

  it("names all sources of a value, apart", () => {
    const office = mockPack.sources["office"];
    const act = { ...mockPack.parameters["act"], sources: ["office", "bank"] } as Parameter;
    const pack = {
      ...mockPack,
      sources: { ...mockPack.sources, bank: { ...office, title: "Report", publisher: "Bank", url: "https://example.com/" } },
      parameters: { ...mockPack.parameters, act },
    } as Pack;
    expect(rowOf(rowsOf(inputTable(pack, plan, inputWords)), "act")?.slice(8, 10)).toEqual([
      "Office: Yearbook; Bank: Report",
      "https://example.org/; https://example.com/",
    ]);
  });

  it("names inputs in the language of the page", () => {
    const rows = rowsOf(inputTable(mockPack, plan, { ...inputWords, language: "ur" }));
    expect(rowOf(rows, "act")?.[0]).toBe("پہلی فروخت");
    expect(rowOf(rows, "takeup.light")?.[0]).toBe("تربیت لینے والے (ہلکی تربیت)");
    // A figure without a name in that language has its English one.
    expect(rowOf(rows, "sectors.food.exports")?.[0]).toBe("Food (خوراک)");
  });

  it("follows the chosen readings and the visitor's own values", () => {
    const low = { ...plan, readings: { sales: "low" } };
    expect(rowOf(rowsOf(inputTable(mockPack, low, inputWords)), "act")?.slice(4)).toEqual([
      "0.1", 0, 1, "D: assumption", "", "", "2026-01", "A guess.",
    ]);
    const own = { ...low, assumptions: { act: 0.3 } };
    expect(rowOf(rowsOf(inputTable(mockPack, own, inputWords)), "act")?.slice(4)).toEqual([
      "0.3", 0, 1, "D: assumption", "your own value", undefined, undefined, undefined,
    ]);
    // Whatever the grade of the value in whose place it is.
    const ofPack = { ...plan, assumptions: { act: 0.3 } };
    expect(rowOf(rowsOf(inputTable(mockPack, ofPack, inputWords)), "act")?.slice(7, 9)).toEqual(["D: assumption", "your own value"]);
  });
});

describe("aboutTable", () => {
  const scenario = { schema: 1, pack: "zz", onboarding: { newSellers: 5000 } } as const;
  const kQuestion = '{"schema":1,"pack":"zz","onboarding":{"newSellers":5000},"seed":7,"draws":512}';
  const words: AboutWords = {
    name: "About",
    fact: "Fact",
    value: "Value",
    calculator: "Calculator",
    modelVersion: "Model",
    pack: "Data",
    seed: "Seed",
    draws: "Draws",
    link: "Link",
    command: "Command",
    scenario: "Scenario",
    notes: [{ fact: "Scope", value: "Exports at the border." }],
    site: "Export Potential",
  };

  it("holds versions, seed, draws, the link and the notes", () => {
    const table = aboutTable({ model: result.model, scenario, link: "https://example.org/#v=1" }, words);
    expect(table.name).toBe("About");
    expect(columnsOf(table)).toEqual(["Fact: text", "Value: text"]);
    expect(rowsOf(table)).toEqual([
      ["Calculator", "Export Potential"],
      ["Model", "2026.11"],
      ["Data", "zz 2026.1.0"],
      ["Seed", "7"],
      ["Draws", "512"],
      ["Link", "https://example.org/#v=1"],
      ["Scope", "Exports at the border."],
      ["Command", `printf %s '${kQuestion}' | export-potential run -`],
      ["Scenario", kQuestion],
    ]);
    expect(rowsOf(aboutTable({ model: result.model, scenario }, words)).map(([fact]) => fact)).not.toContain("Link");
  });

  it("stands in every row of a table that is a file alone", () => {
    const table = yearTable(result, resultWords);
    const stamped = stampedTable(table, result.model, words);
    expect(stamped.columns.slice(-5).map(({ title }) => title)).toEqual(["qp95", "Model", "Data", "Seed", "Draws"]);
    expect(rowsOf(stamped)).toEqual(rowsOf(table).map((row) => [...row, "Export Potential 2026.11", "zz 2026.1.0", 7, 512]));
  });

  it("gives a line that a shell turns into the scenario with its seed and draws", () => {
    const odd = { ...scenario, readings: { reading: "it's $HOME" } };
    const [printed, program] = commandLine({ model: result.model, scenario: odd }).split(" | ");
    expect(program).toBe("export-potential run -");
    const text = execFileSync("/bin/sh", ["-c", printed ?? ""], { encoding: "utf8" });
    expect(JSON.parse(text)).toEqual({ ...odd, seed: 7, draws: 512 });
  });
});

describe("jsonFile", () => {
  it("holds the question, complete, and the result", async () => {
    const file = jsonFile({ scenario: { schema: 1, pack: "zz" }, result });
    expect(file.type).toBe("application/json");
    expect(JSON.parse(await file.text())).toEqual({
      scenario: { schema: 1, pack: "zz", seed: 7, draws: 512 },
      result: JSON.parse(JSON.stringify(result)) as unknown,
    });
  });
});

describe("fileName", () => {
  it("holds nothing that a system refuses", () => {
    expect(fileName(["export potential", "pk", 2026, "../a:b", "برآمد", ""], "xlsx")).toBe(
      "export-potential-pk-2026-a-b.xlsx",
    );
  });
});
