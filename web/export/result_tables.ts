import type { OutputName, PartName, QuantileName, RunResult, Series, Unit } from "../engine/types.ts";
import { tableOf, type Cell, type Column, type Table } from "./table.ts";

/** The sides that results are split by. */
export type PartSide = "bySector" | "byChannel" | "byMarket";

/** Words of the tables of a result, in the language of the page. */
export interface ResultWords {
  /** Names of the two tables. */
  readonly byYear: string;
  readonly parts: string;
  /** Titles of columns. */
  readonly year: string;
  readonly output: string;
  /** The name that programs know an output by. */
  readonly name: string;
  readonly unit: string;
  readonly side: string;
  readonly part: string;
  readonly mean: string;
  readonly quantiles: Readonly<Record<QuantileName, string>>;
  readonly outputs: Readonly<Record<OutputName, string>>;
  readonly units: Readonly<Record<Unit, string>>;
  readonly sides: Readonly<Record<PartSide, string>>;
  /** The label of a sector, channel or market of the pack. */
  partLabel(side: PartSide, id: string): string;
}

const kQuantiles = ["p05", "p10", "p25", "p50", "p75", "p90", "p95"] as const satisfies readonly QuantileName[];
const kSides = ["bySector", "byChannel", "byMarket"] as const satisfies readonly PartSide[];
const kPartNames = ["exportsAdditional", "grossAdditional"] as const satisfies readonly PartName[];

function figureColumns(words: ResultWords): Column[] {
  return [
    { title: words.name, kind: "text", width: 22 },
    { title: words.unit, kind: "text", width: 12 },
    { title: words.mean, kind: "amount" },
    ...kQuantiles.map((quantile): Column => ({ title: words.quantiles[quantile], kind: "amount" })),
  ];
}

/** The figures of one quantity in the year at `index`. */
function figures(words: ResultWords, name: string, { unit, mean, quantiles }: Series, index: number): Cell[] {
  return [name, words.units[unit], mean[index], ...kQuantiles.map((quantile) => quantiles[quantile][index])];
}

/** Every output in every year: a row for each, the outputs one after the other. Money is real US$ of the base year. */
export function yearTable({ years, outputs }: RunResult, words: ResultWords): Table {
  const columns: Column[] = [
    { title: words.year, kind: "ordinal" },
    { title: words.output, kind: "text", width: 36 },
    ...figureColumns(words),
  ];
  const rows = (Object.keys(outputs) as OutputName[]).flatMap((name) =>
    years.map((year, index): Cell[] => [
      year,
      words.outputs[name],
      ...figures(words, name, outputs[name], index),
    ]),
  );
  return tableOf(words.byYear, columns, rows);
}

/** Additional exports and gross sales by sector, channel and market in every year. */
export function partsTable(result: RunResult, words: ResultWords): Table {
  const columns: Column[] = [
    { title: words.year, kind: "ordinal" },
    { title: words.side, kind: "text", width: 14 },
    { title: words.part, kind: "text" },
    { title: words.output, kind: "text", width: 36 },
    ...figureColumns(words),
  ];
  const rows = kSides.flatMap((side) =>
    Object.entries(result[side]).flatMap(([id, part]) =>
      kPartNames.flatMap((name) =>
        result.years.map((year, index): Cell[] => [
          year,
          words.sides[side],
          words.partLabel(side, id),
          words.outputs[name],
          ...figures(words, `${name}.${id}`, part[name], index),
        ]),
      ),
    ),
  );
  return tableOf(words.parts, columns, rows);
}
