import { nothing, render } from "lit";
import type { View } from "../components/view.ts";
import { staleWords } from "../components/answer/answer.ts";
import type { ChartSaving } from "../components/chart_files/chart_files.ts";
import type { LaterModules } from "../components/later/later.ts";
import { displayOf } from "../components/view.ts";
import type { Pack } from "../engine/types.ts";
import { initialState, type AppState } from "../state/app_state.ts";
import { Controller, type PageEngine } from "../state/controller.ts";
import type { Preset } from "../state/presets.ts";
import type { AnalysisName } from "../state/analyses.ts";
import { headlineAt, yearIndex, type HeadlineResult, isWhole, type ShownResult } from "../state/readings.ts";
import { createStore } from "../state/store.ts";
import type { ChangeFile } from "../state/versions.ts";
import type { Catalogue, FileTexts, NumberWords } from "../text/catalogue.ts";
import { formatNumber } from "../text/format.ts";
import { plainText } from "../text/phrase.ts";
import { headlineSentence } from "../text/sentences.ts";
import type { LanguageLink } from "../text/languages.ts";
import { windowAddress } from "./address.ts";
import { saveChartsIn } from "./chart_saving.ts";
import { LaterPrograms } from "./later_programs.ts";
import { watchLayout } from "./layout.ts";
import { pageView } from "./page_view.ts";
import { keepPreferences, readPreferences } from "./preferences.ts";
import { printReport } from "./print_report.ts";
import { applyTheme } from "./theme/apply_theme.ts";
import { copyText, saveTextFile } from "./visitor_files.ts";

/** What a live page is made from. */
export interface MountOptions {
  readonly pack: Pack;
  readonly presets: readonly Preset[];
  /** The answer for the pack's own plan, shown until the engine has another. */
  readonly result: HeadlineResult;
  readonly text: Catalogue;
  readonly languages: readonly LanguageLink[];
  /** Loads all of that answer and the program that shows it. */
  loadResults(): Promise<{ readonly module: LaterModules["results"]; readonly result: ShownResult }>;
  /** The font that charts are set in, where the language brings one. */
  readonly chartFont: ChartSaving["font"];
  loadEngine(signal: AbortSignal): Promise<PageEngine>;
  loadChanges(): Promise<ChangeFile>;
  /** Resolves once another version of the page is ready, with what shows it. */
  readonly newVersion: Promise<() => void>;
  /** Loads the texts that only files to save have. */
  loadFileTexts(): Promise<FileTexts>;
}

/** Replaces the static page in `root` by the live one and starts the engine. */
export function mount(root: HTMLElement, options: MountOptions): void {
  const { pack, presets, result, text, languages } = options;
  const store = createStore<AppState>({ ...initialState(pack, result), ...readPreferences() });
  const textIn: Readonly<Record<NumberWords, Catalogue>> = { million: text, lakh: { ...text, numberWords: "lakh" } };
  const viewOf = (state: AppState): View => ({
    pack,
    presets,
    register,
    state,
    text: textIn[state.numberWords],
    languages,
    actions: controller.actions,
    later: programs.state,
    isStatic: false,
  });
  const controller = new Controller(pack, store, {
    presets,
    address: windowAddress(),
    loadEngine: options.loadEngine,
    loadChanges: options.loadChanges,
    keepPreferences: (preferences) => {
      applyTheme(preferences.theme);
      keepPreferences(preferences);
    },
    copyText,
    saveFile: saveTextFile,
    saveResults: async (format, answer) => {
      const [{ saveResults }, files] = await Promise.all([import("../components/sharing/result_files.ts"), options.loadFileTexts()]);
      return saveResults(format, answer, { pack, text: textIn[store.get().numberWords], files });
    },
    saveSamples: async (format, answer, samples, watch) => {
      const [{ saveSamples }, files] = await Promise.all([import("../components/sharing/sample_files.ts"), options.loadFileTexts()]);
      return saveSamples(format, answer, samples, { pack, text: textIn[store.get().numberWords], files }, watch);
    },
    announce: (state) => {
      const stale = staleWords(text, state);
      if (stale !== "") return stale;
      const headline = headlineAt(state.result, yearIndex(state.result, state.year));
      const display = displayOf(viewOf(state));
      return plainText(headlineSentence(textIn[state.numberWords], headline, state.year, display));
    },
  });

  // Until the program of the list has come, the list stands there as it was built into the page.
  const built = root.querySelector(".register");
  let register: View["register"] = () => built ?? nothing;
  const loadRegister = async (): Promise<void> => {
    try {
      ({ register } = await import("../components/register/register.ts"));
      draw();
    } catch {
      // Without it the list can be read, not changed.
    }
  };

  let refreshLayout = (): void => undefined;
  const draw = (): void => {
    render(pageView(viewOf(store.get())), root);
    refreshLayout();
  };
  let isDrawPlanned = false;
  const drawSoon = (): void => {
    if (isDrawPlanned) return;
    isDrawPlanned = true;
    queueMicrotask(() => {
      isDrawPlanned = false;
      draw();
    });
  };
  const loadResults = async (): Promise<LaterModules["results"]> => {
    const { module, result: whole } = await options.loadResults();
    // Every answer of the engine is whole already; only the one of the first paint is not.
    if (!isWhole(store.get().result)) store.update({ result: whole });
    return module;
  };
  const programs = new LaterPrograms(
    {
      results: loadResults,
      report: async () => {
        const [module] = await Promise.all([import("../components/report/report.ts"), loadResults()]);
        return module;
      },
    },
    drawSoon,
  );
  store.subscribe(drawSoon);

  const paper = document.getElementById("report");
  if (paper) {
    printReport(paper, (link, date) => programs.state.modules.report?.report(viewOf(store.get()), link, date), controller.actions.shareLink);
  }
  // The report comes with the first sign of a visitor: before the keys that print are all down, or the menu is open.
  for (const sign of ["keydown", "pointerdown", "pointermove"]) addEventListener(sign, () => programs.load("report"), { once: true });

  saveChartsIn(root, text, () => {
    const { plan, result: shown, year } = store.get();
    const { version, packVersion, seed, draws } = shown.model;
    return {
      language: text.tag,
      isRightToLeft: text.isRightToLeft,
      plan: [pack.id, Math.round(plan.newSellers), "sellers"],
      year,
      notes: [
        text.limits.version({ model: version, pack: pack.id, packVersion, seed, draws: formatNumber(draws) }),
        controller.actions.shareLink(),
      ],
      font: options.chartFont,
    };
  });
  root.replaceChildren();
  draw();
  void loadRegister();
  refreshLayout = watchLayout(root, {
    onWidth: (id, width) => {
      const { widths } = store.get();
      if (widths[id] !== width) store.update({ widths: { ...widths, [id]: width } });
    },
    onPart: (name) => programs.load(name),
    onLook: (name, isSeen) => {
      if (Object.hasOwn(store.get().analyses, name)) controller.actions.want(name as AnalysisName, isSeen);
    },
    onPrint: () => programs.loadAll(),
  });
  void options.newVersion.then((takeOver) => controller.offerVersion(takeOver));
  addEventListener("hashchange", () => controller.followAddress());
  void controller.start();
}
