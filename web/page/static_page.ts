import type { View } from "../components/view.ts";
import type { Pack } from "../engine/types.ts";
import type { Actions } from "../state/actions.ts";
import { initialState } from "../state/app_state.ts";
import type { ShownResult } from "../state/readings.ts";
import { en } from "../text/en.ts";
import { pageView } from "./page_view.ts";
import { staticHtml } from "./static_html.ts";

const nothing = (): void => undefined;

const kNoActions: Actions = {
  slide: nothing,
  type: nothing,
  commit: nothing,
  choosePath: nothing,
  chooseMix: nothing,
  choosePlan: nothing,
  chooseReading: nothing,
  resetReadings: nothing,
  reset: nothing,
  showYear: nothing,
  showCurrency: nothing,
  toggle: nothing,
  retry: nothing,
};

/** The page with the answer for the pack's own plan, as HTML text for the first paint. */
export function staticPage(pack: Pack, result: ShownResult): string {
  const view: View = {
    pack,
    state: initialState(pack, result),
    text: en,
    actions: kNoActions,
    isStatic: true,
  };
  return staticHtml(pageView(view));
}
