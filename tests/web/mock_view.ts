import type { TemplateResult } from "lit";
import { kNothingLater } from "../../web/components/later/later.ts";
import type { LaterView, ResultsView } from "../../web/components/view.ts";
import { staticHtml } from "../../web/page/static_html.ts";
import { kNoActions } from "../../web/page/static_page.ts";
import { initialState } from "../../web/state/app_state.ts";
import { en } from "./english.ts";
import { mockPack } from "./mock_pack.ts";
import { mockResult } from "./mock_result.ts";

/** A view of the mock pack's plan, in English, with parts of it or of its state replaced. */
export function mockView(
  change: Partial<ResultsView["state"]> = {},
  parts: Partial<Omit<LaterView, "state">> = {},
): ResultsView {
  const pack = parts.pack ?? mockPack;
  const state = { ...initialState(pack, mockResult(96e6)), ...change };
  return {
    pack,
    presets: [],
    state: { ...state, whole: { result: state.result, answered: state.answered }, ...change },
    text: en,
    languages: [],
    actions: kNoActions,
    later: kNothingLater,
    isStatic: false,
    ...parts,
  };
}

/** What a template says, without its elements; no-break spaces as spaces. */
export function wordsOf(template: TemplateResult): string {
  return staticHtml(template)
    .replace(/<[^>]*>/g, " ")
    .replaceAll("\u00A0", " ")
    .replaceAll("\u2060", "")
    .replace(/\s+/g, " ")
    .trim();
}
