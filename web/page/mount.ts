import { render, type TemplateResult } from "lit";
import type { LaterName } from "../components/later/later.ts";
import { displayOf, isLater, whyNothing, type View } from "../components/view.ts";
import { staleWords } from "../components/answer/answer.ts";
import type { FileWriting } from "../components/sharing/result_files.ts";
import type { Pack } from "../engine/types.ts";
import { initialState, type AppState, type Preferences, type Theme } from "../state/app_state.ts";
import { Controller, type PageEngine } from "../state/controller.ts";
import type { Preset } from "../state/presets.ts";
import type { AnalysisName } from "../state/analyses.ts";
import { defaultPlan } from "../state/plan/plan.ts";
import { headlineAt, yearIndex, type HeadlineResult, type ShownResult } from "../state/readings.ts";
import { createStore, type Store } from "../state/store.ts";
import type { ChangeFile } from "../state/versions.ts";
import type { Catalogue, FileTexts, LaterCatalogue, NumberWords } from "../text/catalogue.ts";
import { plainText } from "../text/phrase.ts";
import { headlineSentence } from "../text/sentences.ts";
import type { LanguageLink } from "../text/languages.ts";
import { windowAddress } from "./address.ts";
import { loaded, saveChartsIn } from "./chart_saving.ts";
import { onAttention } from "./attention.ts";
import { onFirstSign } from "./first_sign.ts";
import { onLeaving } from "./leaving.ts";
import { drawKeepingFocus, replaceKept } from "./kept_focus.ts";
import { LaterPrograms } from "./later_programs.ts";
import { lowWindow, plotWidths, watchLayout } from "./layout.ts";
import { nextTask } from "./painted.ts";
import { keepPreferences, readPreferences } from "./preferences.ts";
import { printReport, type Report } from "./print_report.ts";
import { recall, remember } from "./tab_memory.ts";
import { applyTheme } from "./apply_theme.ts";
import { nameFrame } from "./frame_name.ts";
import { Turns } from "./turns.ts";
import { copyText, saveTextFile } from "./visitor_files.ts";

/** So long in milliseconds after a page was touched first its report is not in the way of the engine. */
const kReportAfterMs = 4000;

/** What a live page is made from. */
export interface MountOptions {
  /** The pack as far as the first screen shows it. */
  readonly pack: Pack;
  readonly presets: readonly Preset[];
  /** The answer for the pack's own plan, shown until the engine has another. */
  readonly result: HeadlineResult;
  readonly text: Catalogue;
  readonly languages: readonly LanguageLink[];
  /** What of it is shown, around what. */
  readonly page: (view: View) => TemplateResult;
  /** As the view has it. */
  readonly framedFrom?: string;
  /** The theme where it is not the visitor's to choose. */
  readonly theme?: Theme | undefined;
  /** Loads all of that answer. */
  loadResult(): Promise<ShownResult>;
  /** Loads the pack with its notes and sources in all languages. */
  loadWholePack(): Promise<Pack>;
  /** Loads the texts beyond those of the first screen, as one with them. */
  loadLaterTexts(): Promise<LaterCatalogue>;
  /** Loads the engine, when the first question is near. */
  loadEngine(signal: AbortSignal): Promise<PageEngine>;
  loadChanges(): Promise<ChangeFile>;
  /** Loads the texts that only files to save have. */
  loadFileTexts(): Promise<FileTexts>;
}

/** A live page. */
export interface Mounted {
  readonly controller: Controller;
  readonly store: Store<AppState>;
  /** The texts that it started with. */
  readonly text: Catalogue;
  /** The answer that `state` holds, in a sentence; why there is none to its plan, where that is so. */
  sentence(state: AppState): string;
  /** Loads a part of the page that comes later, for what it brings beside itself. */
  loadPart(name: LaterName): void;
  /** Tells the visitor that another version of the page is ready, which `takeOver` shows. */
  offerVersion(takeOver: () => void): void;
}

/** A catalogue in both ways to say large numbers. */
function inBothWords(text: Catalogue): Readonly<Record<NumberWords, Catalogue>> {
  return { million: text, lakh: { ...text, numberWords: "lakh" } };
}

/**
 * Replaces the static page in `built` by the live one, which is drawn beside it part by part. The engine comes with
 * the first sign that it is needed.
 */
export async function mount(built: HTMLElement, options: MountOptions): Promise<Mounted> {
  const root = built.cloneNode(false) as HTMLElement;
  const { presets, result, text, languages, framedFrom, theme } = options;
  nameFrame();
  const preferred = (): Partial<Preferences> => ({ ...readPreferences(), ...(theme && { theme }) });
  const store = createStore<AppState>({
    ...initialState(options.pack, result),
    ...preferred(),
    widths: plotWidths(built),
    isLow: lowWindow().matches,
  });
  const address = windowAddress(framedFrom);
  const turns = new Turns();
  // Both are replaced once when more of the page is loaded.
  let pack = options.pack;
  let textIn = inBothWords(text);
  const viewOf = (state: AppState): View => ({
    pack,
    presets,
    state,
    text: textIn[state.numberWords],
    languages,
    actions: controller.actions,
    later: programs.state,
    isStatic: false,
    turns,
    ...(framedFrom !== undefined && { framedFrom }),
  });
  const sentence = (state: AppState): string => {
    const stale = staleWords(text, state);
    if (stale !== "") return stale;
    const headline = headlineAt(state.result, yearIndex(state.result, state.year));
    const view = viewOf(state);
    return plainText(headlineSentence(textIn[state.numberWords], headline, state.year, displayOf(view), whyNothing(view)));
  };
  const controller = new Controller(options.pack, store, {
    presets,
    address,
    loadEngine: options.loadEngine,
    loadChanges: options.loadChanges,
    keepPreferences: (changed) => {
      if (changed.theme) applyTheme(changed.theme);
      keepPreferences(changed);
    },
    recallKept: () => recall("export-potential:kept") ?? "",
    rememberKept: (text) => remember("export-potential:kept", text),
    copyText,
    saveFile: saveTextFile,
    saveResults: async (format, answer) => {
      const [{ saveResults }, writing] = await loaded(Promise.all([import("../components/sharing/result_files.ts"), fileWriting()]), text);
      return saveResults(format, answer, writing);
    },
    saveSamples: async (format, answer, samples, watch) => {
      const [{ saveSamples }, writing] = await loaded(Promise.all([import("../components/sharing/sample_files.ts"), fileWriting()]), text);
      return saveSamples(format, answer, samples, writing, watch);
    },
    announce: sentence,
  });

  /** What stands on the page. */
  let drawn: View;
  const draw = (): void => {
    drawn = viewOf(store.get());
    render(options.page(drawn), root);
  };
  // What changes while the page is drawn for the first time is drawn when that is done.
  let isThere = false;
  let isDrawPlanned = false;
  const drawPlanned = (): void => {
    if (!isThere || !isDrawPlanned) return;
    isDrawPlanned = false;
    drawKeepingFocus(draw);
  };
  const drawSoon = (): void => {
    if (isDrawPlanned) return;
    isDrawPlanned = true;
    queueMicrotask(drawPlanned);
  };
  const loadPack = async (): Promise<Pack> => {
    pack = await options.loadWholePack();
    drawSoon();
    return pack;
  };
  const loadWords = async (): Promise<Pick<FileWriting, "text" | "files">> => {
    const [files, later] = await Promise.all([options.loadFileTexts(), options.loadLaterTexts()]);
    return { text: { ...later, numberWords: store.get().numberWords }, files };
  };
  const fileWriting = async (): Promise<FileWriting> => {
    const [words, whole] = await Promise.all([loadWords(), loadPack()]);
    return { pack: whole, ...words };
  };
  const loadTexts = async (): Promise<void> => {
    const texts = await options.loadLaterTexts();
    if (!("register" in textIn.million)) textIn = inBothWords(texts);
  };
  const loadResult = async (): Promise<void> => {
    // As soon as the engine has said all of an answer, nobody needs all of the one of the first paint.
    if (store.get().whole) return;
    const all = await options.loadResult();
    if (!store.get().whole) store.update({ whole: { result: all, answered: defaultPlan(options.pack) } });
  };
  /** A part of the page with all that it is made from. */
  const partFrom = async <Module>(module: Promise<Module>, ...others: readonly Promise<unknown>[]): Promise<Module> => {
    const [part] = await Promise.all([module, loadTexts(), ...others]);
    return part;
  };
  const programs = new LaterPrograms(
    {
      results: () => partFrom(import("../components/results/results.ts"), loadResult()),
      compare: () => partFrom(import("../components/compare/compare.ts")),
      sharing: () => partFrom(import("../components/sharing/sharing.ts")),
      assumptions: () => partFrom(import("../components/assumptions/assumption_list.ts"), loadPack()),
      report: () => partFrom(import("../components/report/report.ts"), loadResult(), loadPack()),
      goalWords: () => partFrom(import("../components/presets/goal_words.ts")),
      storySources: () => partFrom(import("../components/sources/sources.ts"), loadPack()),
    },
    drawSoon,
  );
  store.subscribe(drawSoon);

  const paper = document.getElementById("report");
  if (paper) {
    const report: Report = (date) => {
      const view = viewOf(store.get());
      return isLater(view) ? programs.state.modules.report?.report(view, date) : undefined;
    };
    printReport(root, paper, report);
  }
  // The report comes before the keys that print are all down, or the menu of the browser is open; on a phone, which
  // has neither, after the first answer.
  const loadReport = (): void => programs.load("report");
  addEventListener("keydown", ({ ctrlKey, metaKey }) => {
    if (ctrlKey || metaKey) loadReport();
  });
  addEventListener("pointerdown", () => setTimeout(loadReport, kReportAfterMs), { once: true });
  document.documentElement.addEventListener("pointerleave", loadReport, { once: true });

  saveChartsIn(root, text, { view: () => drawn, loadWords });
  addEventListener("hashchange", () => controller.followAddress());
  onLeaving(() => controller.keepAddress());
  // On the way back browsers may show a page as it was left, without loading it.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted) return;
    store.update(preferred());
    controller.comeBack();
  });
  await nextTask();
  // What is drawn first has the link's values, and its answer is on its way.
  controller.start();
  await nextTask();
  draw();
  await turns.takeAll();
  await nextTask();
  replaceKept(built, root);
  // The first frame is of what is seen, the next has the rest.
  requestAnimationFrame(() => setTimeout(() => root.removeAttribute("data-built")));
  delete document.documentElement.dataset["busy"];
  isThere = true;
  drawPlanned();
  watchLayout(root, {
    onWidth: (id, width) => {
      const { widths } = store.get();
      if (widths[id] !== width) store.update({ widths: { ...widths, [id]: width } });
    },
    onLow: (isLow) => store.update({ isLow }),
    onPart: (name) => programs.load(name),
    onLook: (name, isSeen) => {
      if (Object.hasOwn(store.get().analyses, name)) controller.actions.want(name as AnalysisName, isSeen);
    },
    onPrint: () => programs.loadAll(),
  });
  onAttention(root, controller.actions.attend);
  onFirstSign(root, () => void controller.prepare());
  return { controller, store, text, sentence, loadPart: (name) => programs.load(name), offerVersion: (takeOver) => controller.offerVersion(takeOver) };
}
