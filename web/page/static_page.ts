import { kNothingLater } from "../components/later/later.ts";
import type { Pack } from "../engine/types.ts";
import type { Actions } from "../state/actions.ts";
import { initialState } from "../state/app_state.ts";
import type { Preset } from "../state/presets.ts";
import type { HeadlineResult } from "../state/readings.ts";
import type { WholeCatalogue } from "../text/catalogue.ts";
import type { LanguageLink } from "../text/languages.ts";
import type { BackTest } from "./evidence/back_test.ts";
import type { Page, PageView } from "./pages.ts";
import { staticHtml } from "./static_html.ts";

const nothing = (): void => undefined;

/** What a visitor can do on a page without its program: nothing. */
export const kNoActions: Actions = {
  slide: nothing,
  type: nothing,
  commit: nothing,
  choosePath: nothing,
  chooseMix: nothing,
  choosePreset: nothing,
  addMeasure: nothing,
  removeMeasure: nothing,
  aimMeasure: nothing,
  chooseDraws: nothing,
  reset: nothing,
  undo: nothing,
  dismissUndo: nothing,
  chooseReading: nothing,
  resetReadings: nothing,
  closeMarket: nothing,
  openMarket: nothing,
  editAssumption: nothing,
  typeAssumption: nothing,
  commitAssumption: nothing,
  leaveAssumption: nothing,
  resetAssumption: nothing,
  resetAssumptions: nothing,
  filterRegister: nothing,
  keepPlan: nothing,
  dropKept: nothing,
  useKept: nothing,
  shareLink: () => "",
  copy: nothing,
  saveScenario: nothing,
  openScenario: nothing,
  saveResults: nothing,
  saveSamples: nothing,
  stopSamples: nothing,
  dismissNotice: nothing,
  showYear: nothing,
  showCurrency: nothing,
  showNumberWords: nothing,
  showTheme: nothing,
  toggle: nothing,
  attend: nothing,
  want: nothing,
  retryAnalysis: nothing,
  retry: nothing,
};

/** What a page is made from at build time. */
export interface StaticPageContent {
  readonly pack: Pack;
  readonly presets: readonly Preset[];
  /** The answer for the pack's own plan. */
  readonly result: HeadlineResult;
  readonly text: WholeCatalogue;
  readonly languages: readonly LanguageLink[];
  /** As the view has it. */
  readonly framedFrom?: string;
  readonly backTest?: BackTest;
}

/** A page with the answer for the pack's own plan, as HTML text for the first paint. */
export function staticPage(page: Pick<Page, "view">, content: StaticPageContent): string {
  const { pack, result } = content;
  const view: PageView = {
    ...content,
    state: initialState(pack, result),
    actions: kNoActions,
    later: kNothingLater,
    isStatic: true,
  };
  return staticHtml(page.view(view));
}
