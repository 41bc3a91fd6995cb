import type { Pack, Unit } from "../../engine/types.ts";
import { aboutTable, stampedTable, type AboutWords } from "../../export/about.ts";
import { csvFile } from "../../export/csv.ts";
import { download, fileName } from "../../export/download.ts";
import { inputTable, type InputWords } from "../../export/input_table.ts";
import { jsonFile } from "../../export/json.ts";
import { partsTable, yearTable, type PartSide, type ResultWords } from "../../export/result_tables.ts";
import type { Table } from "../../export/table.ts";
import { xlsxFile } from "../../export/xlsx.ts";
import type { ResultFormat } from "../../state/app_state.ts";
import type { AnswerToSave } from "../../state/file_saving.ts";
import { headlineAt, yearIndex } from "../../state/readings.ts";
import type { LaterCatalogue, FileTexts } from "../../text/catalogue.ts";
import { dollarDisplay } from "../../text/currency.ts";
import { distributionWords } from "../../text/distribution_words.ts";
import { formatPercent } from "../../text/format.ts";
import { withoutIsolates } from "../../text/message.ts";
import { plainText } from "../../text/phrase.ts";
import { whyNothingIn } from "../../state/plan/closures.ts";
import { headlineSentence } from "../../text/sentences.ts";
import { stampWords } from "./stamp_words.ts";

/** What files are written with. */
export interface FileWriting {
  readonly pack: Pack;
  readonly text: LaterCatalogue;
  readonly files: FileTexts;
}

const kQuantiles = { p05: 0.05, p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9, p95: 0.95 };

function partLabel({ pack, text }: FileWriting, side: PartSide, id: string): string {
  const sets = { bySector: pack.sectors, byChannel: pack.channels, byMarket: pack.markets };
  const label = sets[side].find((element) => element.id === id)?.label;
  return label?.[text.tag] ?? label?.en ?? id;
}

/** What amounts are counted in. */
export function unitsIn({ pack, files }: FileWriting): Readonly<Record<Unit, string>> {
  const { sellers, dollars, jobs, share } = files.units;
  return { sellers, "US$": withoutIsolates(dollars({ year: pack.baseYear })), jobs, share };
}

/** Units of inputs as packs name them, with their names in the texts. */
const kInputUnits: Readonly<Record<string, keyof FileTexts["inputUnits"]>> = {
  share: "share",
  "share a year": "shareAYear",
  "share per day": "sharePerDay",
  US$: "dollars",
  "US$ a year": "dollarsAYear",
  "US$ per seller": "dollarsPerSeller",
  years: "years",
  "jobs per US$ m": "jobs",
  elasticity: "elasticity",
  "log points": "logPoints",
  establishments: "establishments",
};

/** A unit of inputs in the language of a file; a pack's own unit as it stands there. */
export function inputUnit({ inputUnits }: FileTexts, unit: string): string {
  const name = kInputUnits[unit];
  return name === undefined ? unit : inputUnits[name];
}

function resultWords(writing: FileWriting): ResultWords {
  const { text, files } = writing;
  const below = (share: number): string => withoutIsolates(files.below({ percent: formatPercent(share) }));
  const { p05, p10, p25, p50, p75, p90, p95 } = kQuantiles;
  const { sector, channel, market } = text.charts.parts;
  return {
    byYear: files.byYear,
    parts: files.parts,
    year: text.charts.year,
    output: files.output,
    name: files.name,
    unit: files.unit,
    side: files.split,
    part: files.part,
    mean: text.charts.average,
    quantiles: {
      p05: below(p05),
      p10: below(p10),
      p25: below(p25),
      p50: below(p50),
      p75: below(p75),
      p90: below(p90),
      p95: below(p95),
    },
    outputs: files.outputs,
    units: unitsIn(writing),
    sides: { bySector: sector, byChannel: channel, byMarket: market },
    partLabel: (side, id) => partLabel(writing, side, id),
  };
}

/** All inputs of a plan with their sources, as a table. */
export function inputsOf({ plan }: AnswerToSave, writing: FileWriting): Table {
  return inputTable(writing.pack, plan, inputWords(writing));
}

/** What a file is about, and how to get the same figures again, as a table. */
export function aboutOf(answer: AnswerToSave, writing: FileWriting): Table {
  const { result, scenario, link } = answer;
  return aboutTable({ model: result.model, scenario, link }, aboutWords(writing, answer));
}

function inputWords({ text, files }: FileWriting): InputWords {
  return {
    language: text.tag,
    name: files.inputs,
    input: files.input,
    symbol: files.symbol,
    unit: files.unit,
    value: files.value,
    distribution: files.distribution,
    smallest: files.smallest,
    largest: files.largest,
    grade: files.grade,
    sources: files.sources,
    addresses: files.addresses,
    date: files.date,
    note: files.note,
    grades: text.sources.grades,
    ownValue: files.ownValue,
    unitOf: (unit) => inputUnit(files, unit),
    describe: (dist, unit, range) => withoutIsolates(distributionWords(text, dist, unit, range)),
  };
}

function aboutWords({ pack, text, files }: FileWriting, { plan, result, year }: AnswerToSave): AboutWords {
  const why = whyNothingIn(year, plan, pack);
  const headline = headlineSentence(text, headlineAt(result, yearIndex(result, year)), year, dollarDisplay(text), why);
  const country = pack.label[text.tag] ?? pack.label.en;
  return {
    name: files.about,
    fact: files.fact,
    value: files.value,
    calculator: files.calculator,
    ...stampWords(text, files),
    link: files.link,
    command: files.command,
    scenario: text.sharing.scenario,
    notes: [
      { fact: files.answer, value: withoutIsolates(plainText(headline)) },
      { fact: files.scope, value: withoutIsolates(text.answer.scope({ country, baseYear: pack.baseYear })) },
    ],
  };
}

/** The answer as a file. CSV holds one table, that of the results by year, and says in it what made them. */
export function resultFile(format: ResultFormat, answer: AnswerToSave, writing: FileWriting): Promise<Blob> | Blob {
  const { scenario, result } = answer;
  const { text, files } = writing;
  const words = resultWords(writing);
  switch (format) {
    case "csv":
      return csvFile(stampedTable(yearTable(result, words), result.model, stampWords(text, files)));
    case "json":
      return jsonFile({ scenario, result });
    case "xlsx":
      return xlsxFile({
        tables: [
          yearTable(result, words),
          partsTable(result, words),
          inputsOf(answer, writing),
          aboutOf(answer, writing),
        ],
        isRightToLeft: text.isRightToLeft,
      });
  }
}

/** Makes a file of `answer` and lets the visitor save it, under a name that says plan, year and language. */
export async function saveResults(format: ResultFormat, answer: AnswerToSave, writing: FileWriting): Promise<string> {
  const file = await resultFile(format, answer, writing);
  const { pack, text } = writing;
  const name = fileName([pack.id, Math.round(answer.plan.newSellers), "sellers", answer.year, text.tag], format);
  download(file, name);
  return name;
}
