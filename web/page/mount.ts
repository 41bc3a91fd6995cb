import { render } from "lit";
import type { View } from "../components/view.ts";
import { staleWords } from "../components/answer/answer.ts";
import { displayOf } from "../components/view.ts";
import type { Pack } from "../engine/types.ts";
import { initialState, type AppState } from "../state/app_state.ts";
import { Controller } from "../state/controller.ts";
import { headlineAt, yearIndex, type ShownResult } from "../state/readings.ts";
import type { RunEngine } from "../state/runner.ts";
import { createStore } from "../state/store.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { plainText } from "../text/phrase.ts";
import { headlineSentence } from "../text/sentences.ts";
import type { LanguageLink } from "../text/languages.ts";
import { watchLayout } from "./layout.ts";
import { pageView } from "./page_view.ts";

/** What a live page is made from. */
export interface MountOptions {
  readonly pack: Pack;
  /** The answer for the pack's own plan, shown until the engine has another. */
  readonly result: ShownResult;
  readonly text: Catalogue;
  readonly languages: readonly LanguageLink[];
  loadEngine(signal: AbortSignal): Promise<RunEngine>;
}

/** Replaces the static page in `root` by the live one and starts the engine. */
export function mount(root: HTMLElement, { pack, result, text, languages, loadEngine }: MountOptions): void {
  const store = createStore<AppState>(initialState(pack, result));
  const viewOf = (state: AppState): View => ({
    pack,
    state,
    text,
    languages,
    actions: controller.actions,
    isStatic: false,
  });
  const controller = new Controller(pack, store, {
    loadEngine,
    announce: (state) => {
      const stale = staleWords(text, state);
      if (stale !== "") return stale;
      const headline = headlineAt(state.result, yearIndex(state.result, state.year));
      const display = displayOf(viewOf(state));
      return plainText(headlineSentence(text, headline, state.year, display));
    },
  });

  const draw = (): void => {
    render(pageView(viewOf(store.get())), root);
  };
  let isDrawPlanned = false;
  store.subscribe(() => {
    if (isDrawPlanned) return;
    isDrawPlanned = true;
    queueMicrotask(() => {
      isDrawPlanned = false;
      draw();
    });
  });

  root.replaceChildren();
  draw();
  watchLayout(root, (id, width) => {
    const { widths } = store.get();
    if (widths[id] !== width) store.update({ widths: { ...widths, [id]: width } });
  });
  void controller.load();
}
