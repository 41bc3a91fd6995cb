import type { Samples } from "../../engine/samples.ts";
import { stampedTable } from "../../export/about.ts";
import { csvFile } from "../../export/csv.ts";
import { download, fileName } from "../../export/download.ts";
import { samplesTable } from "../../export/samples.ts";
import { xlsxFile } from "../../export/xlsx.ts";
import type { SampleFormat } from "../../state/app_state.ts";
import type { AnswerToSave, Watch } from "../../state/file_saving.ts";
import { aboutOf, inputsOf, inputUnit, unitsIn, type FileWriting } from "./result_files.ts";
import { stampWords } from "./stamp_words.ts";

/** The unit of a column of draws: of an output in a year as in the result, of an input as in the pack. */
function unitOf(name: string, { result }: AnswerToSave, writing: FileWriting): string {
  const [symbol = ""] = name.split(".");
  const output = Object.entries(result.outputs).find(([id]) => id === symbol)?.[1];
  if (output) return unitsIn(writing)[output.unit];
  const parameter = writing.pack.parameters[symbol];
  return parameter ? inputUnit(writing.files, parameter.unit) : "";
}

/** The draws behind an answer as a file: one table as CSV, and beside it all inputs and what it is about as a workbook. */
export function sampleFile(
  format: SampleFormat,
  answer: AnswerToSave,
  samples: Samples,
  writing: FileWriting,
  watch: Watch,
): Promise<Blob> {
  const { names, columns } = samples;
  const { text, files } = writing;
  const units = names.map((name) => unitOf(name, answer, writing));
  const table = samplesTable({ names, units, columns }, { name: files.samples, draw: files.draw });
  if (format === "csv") return csvFile(stampedTable(table, { ...answer.result.model, draws: samples.draws }, stampWords(text, files)), watch);
  const tables = [table, inputsOf(answer, writing), aboutOf(answer, writing)];
  return xlsxFile({ tables, isRightToLeft: text.isRightToLeft }, watch);
}

/** Makes a file of the draws behind `answer` and lets the visitor save it, under a name that says plan and number of draws. */
export async function saveSamples(
  format: SampleFormat,
  answer: AnswerToSave,
  samples: Samples,
  writing: FileWriting,
  watch: Watch,
): Promise<string> {
  const file = await sampleFile(format, answer, samples, writing, watch);
  watch.signal.throwIfAborted();
  const { pack, text } = writing;
  const name = fileName([pack.id, Math.round(answer.plan.newSellers), "sellers", samples.draws, "draws", text.tag], format);
  download(file, name);
  return name;
}
