import type { ModelStamp } from "../../engine/types.ts";
import { stampedTable } from "../../export/about.ts";
import { csvFile } from "../../export/csv.ts";
import { download, fileName } from "../../export/download.ts";
import { chartPicture, fontBase64, pngFile, svgFile, type PictureFont, type PictureFrame } from "../../export/picture.ts";
import { tableOf, type Cell, type Column, type Table } from "../../export/table.ts";
import type { FileTexts, LaterCatalogue } from "../../text/catalogue.ts";
import { formatNumber } from "../../text/format.ts";
import { withoutIsolates } from "../../text/message.ts";
import type { AnalysisName } from "../../state/analyses.ts";
import type { Plan } from "../../state/plan/plan.ts";
import { localWords } from "../answer/answer.ts";
import { comparedYear } from "../compare/compared_year.ts";
import type { LaterName } from "../later/later.ts";
import { stampWords } from "../sharing/stamp_words.ts";
import { isLater, resultsView, say, type View } from "../view.ts";
import { chartFont } from "./chart_font.ts";

/** The kinds of file that charts are saved as. */
export type ChartFormat = "csv" | "svg" | "png";

/** What a file of a chart says beside the chart. */
export interface ChartSaving {
  /** BCP 47. */
  readonly language: string;
  readonly isRightToLeft: boolean;
  /** What stands first in the name of the file: what the plan is. */
  readonly plan: readonly (string | number)[];
  readonly year: number;
  /** What is counted in charts of what a plan adds, in a sentence. */
  readonly scope: string;
  /** What other amounts are counted in, in a sentence. */
  readonly amounts: string;
  /** Under the picture: versions, address. */
  readonly notes: readonly string[];
  /** What made the figures. */
  readonly model: ModelStamp;
}

/** What charts are saved from. */
export interface ChartSource {
  /** The view that stands on the page; asked when all has come that a file needs. */
  view(): View;
  /** Loads the words of tables. */
  loadWords(): Promise<{ readonly text: LaterCatalogue; readonly files: FileTexts }>;
}

/** What a chart is called. */
interface ChartName {
  readonly id: string;
  /** What it shows and in which unit. */
  readonly title: string;
}

/** What a chart answers. */
interface Answered {
  readonly plan: Plan;
  readonly year: number;
  readonly target?: number;
  readonly model: ModelStamp;
}

/** What an analysis whose chart stands on the page answers, which may be an earlier question. */
function analysed({ state }: View, name: AnalysisName): Answered | undefined {
  const { answer, question } = state.analyses[name];
  if (!answer || !question) return undefined;
  const { plan, target } = question;
  return { plan, target, year: "years" in answer ? comparedYear(answer, state.year) : answer.year, model: answer.model };
}

/** What `chart` answers in the view that shows it. */
function answeredBy(chart: Element, view: View): Answered {
  const analysis = chart.closest<HTMLElement>("[data-analyses]")?.dataset["analyses"] as AnalysisName | undefined;
  const found = analysis && analysed(view, analysis);
  if (found) return found;
  const isOfWhole = chart.closest(`[data-part=${"results" satisfies LaterName}]`) !== null;
  const { answered, result, year } = ((isOfWhole && isLater(view) && resultsView(view)) || view).state;
  return { plan: answered, year, model: result.model };
}

/** What a file of `chart` says beside it, by the view that shows it. */
export function chartFacts(chart: Element, view: View): ChartSaving {
  const { actions, pack, text } = view;
  const { plan, year, target, model } = answeredBy(chart, view);
  const { version, packVersion, seed, draws } = model;
  const country = say(view, pack.label);
  const withRate = (scope: string): string => `${scope} ${localWords(view)}`.trim();
  return {
    language: text.tag,
    isRightToLeft: text.isRightToLeft,
    plan: [pack.id, Math.round(plan.newSellers), "sellers"],
    year,
    scope: withRate(text.answer.scope({ country, baseYear: pack.baseYear })),
    amounts: isLater(view) ? withRate(view.text.charts.amounts({ country, baseYear: pack.baseYear })) : "",
    notes: [
      text.limits.version({ model: version, pack: country, packVersion, seed, draws: formatNumber(draws) }),
      actions.shareLink(plan, { year, ...(target !== undefined && { target }) }),
    ],
    model,
  };
}

/** A number as tables show it: commas between thousands, U+2212 for minus. */
const kNumber = /^\u2212?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;

/** A cell of a table of the page as a cell of a file: numbers are numbers again. */
export function cellOf(words: string): Cell {
  const said = withoutIsolates(words).trim();
  return kNumber.test(said) ? Number(said.replaceAll(",", "").replace("\u2212", "-")) : said;
}

/** The table of a chart as it stands on the page. */
function tableIn(chart: Element, title: string): Table {
  const [head = [], ...rows] = Array.from(chart.querySelectorAll("details.table tr"), (row) =>
    Array.from(row.children, ({ textContent }) => textContent),
  );
  const columns = head.map((column) => ({ title: withoutIsolates(column), kind: "number" as const }));
  return tableOf(title, columns, rows.map((row) => row.map(cellOf)));
}

/** Charts of what a plan adds. */
const kOfAdditional: ReadonlySet<string> = new Set([
  "fan",
  "futures",
  "waterfall",
  "sectors",
  "markets",
  "channels",
  "programme",
  "target",
  "goal",
  "tornado",
  "evppi",
  "comparison",
]);
/** Charts of other amounts. */
const kOfAmounts: ReadonlySet<string> = new Set(["paths", "sellers", "public-money"]);

/** What the figures of a chart are, where they are amounts: a picture goes where the page does not say it. */
export function scopeOf(chart: string, { scope, amounts }: Pick<ChartSaving, "scope" | "amounts">): readonly string[] {
  return kOfAdditional.has(chart) ? [scope] : kOfAmounts.has(chart) ? [amounts] : [];
}

/** What elements of a chart say, those left out that say nothing. */
function said(chart: Element, selector: string): string[] {
  const words = Array.from(chart.querySelectorAll(selector), ({ textContent }) => textContent.trim());
  return words.filter((one) => one !== "");
}

/** The font of charts to be carried along, where the language has one. */
async function carriedFont(): Promise<PictureFont | undefined> {
  const font = chartFont();
  return font && { family: font.family, base64: await fontBase64(font.address) };
}

function frameOf(chart: Element, { id, title }: ChartName, saving: ChartSaving, font: PictureFont | undefined): PictureFrame {
  const finding = said(chart, ".finding, .differences li").join(" ");
  const { language, isRightToLeft, notes } = saving;
  return {
    title,
    ...(finding === "" ? {} : { finding }),
    notes: [...said(chart, ".note"), ...scopeOf(id, saving), ...notes],
    language,
    direction: isRightToLeft ? "rtl" : "ltr",
    ...(font && { font }),
  };
}

/** The table of a chart as a file holds it that goes where the page is not: what its figures are stands in every row. */
export function chartTable(chart: Element, { id, title }: ChartName, saving: Pick<ChartSaving, "scope" | "amounts">, words: FileTexts): Table {
  const table = tableIn(chart, title);
  const own = table.columns.length;
  const facts = [
    [words.shown, title],
    [words.scope, scopeOf(id, saving).join(" ")],
    [words.note, said(chart, ".note").join(" ")],
  ].filter(([, fact]) => fact !== "");
  return {
    ...table,
    columns: [...table.columns, ...facts.map(([name = ""]): Column => ({ title: name, kind: "text" }))],
    cell: (row, column) => (column < own ? table.cell(row, column) : withoutIsolates(facts[column - own]?.[1] ?? "")),
  };
}

/** Makes a file of the chart whose title, drawing and table are in `chart` and lets the visitor save it; resolves with its name. */
export async function saveChart(chart: Element, format: ChartFormat, { view, loadWords }: ChartSource): Promise<string> {
  const words = format === "csv" ? await loadWords() : undefined;
  const font = words ? undefined : await carriedFont();
  // From here on all is read at once: before, the chart may have been drawn again, of another plan.
  const saving = chartFacts(chart, view());
  const title = chart.querySelector("h2, h3")?.textContent.trim() ?? "";
  const plot = chart.querySelector<HTMLElement>("[id$='-plot']");
  const id = plot?.id.replace(/-plot$/, "") ?? "";
  const name = fileName([...saving.plan, saving.year, id, saving.language], format);
  if (words) {
    const table = chartTable(chart, { id, title }, saving, words.files);
    download(await csvFile(stampedTable(table, saving.model, stampWords(words.text, words.files))), name);
    return name;
  }
  const drawing = plot?.querySelector(".bars") ?? plot?.querySelector("svg");
  if (!drawing) throw new Error(`There is no drawing under “${title}”.`);
  const picture = chartPicture(drawing, frameOf(chart, { id, title }, saving, font));
  download(format === "svg" ? svgFile(picture) : await pngFile(picture), name);
  return name;
}
