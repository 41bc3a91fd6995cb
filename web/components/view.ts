import { nothing } from "lit";
import { kPlotWidth } from "../charts/plot.ts";
import type { Pack, Text } from "../engine/types.ts";
import type { LanguageLink } from "../text/languages.ts";
import type { Actions } from "../state/actions.ts";
import { shownYear, type AppState } from "../state/app_state.ts";
import { whyNothingIn, type WhyNothing } from "../state/plan/closures.ts";
import type { Preset } from "../state/presets.ts";
import type { ShownResult } from "../state/readings.ts";
import type { Catalogue, LaterCatalogue } from "../text/catalogue.ts";
import { dollarDisplay, localDisplay } from "../text/currency.ts";
import type { MoneyDisplay } from "../text/format.ts";
import type { Later } from "./later/later.ts";

/** Takes what is to be drawn in a later turn. */
export interface DrawingInTurns {
  /** Whether `draw` is called in a later turn; not once the page has been drawn. */
  putOff(draw: () => void): boolean;
}

/** What every part of the page is made from. */
export interface View {
  /** Until a part has come that needs them, without its notes and sources, and in this language only. */
  readonly pack: Pack;
  /** Ready-made plans, in the order in which they are offered. */
  readonly presets: readonly Preset[];
  readonly state: AppState;
  readonly text: Catalogue;
  /** This page in every language. */
  readonly languages: readonly LanguageLink[];
  readonly actions: Actions;
  /** Parts of the page that come when they are about to be seen. */
  readonly later: Later;
  /** Whether this is the page as built, before the program runs: nothing can be set yet. */
  readonly isStatic: boolean;
  /** In a frame of another site: from there to the site's own pages, which open in tabs of their own. */
  readonly framedFrom?: string;
  /** Of a live page: draws its parts later, one after the other, while it is drawn for the first time. */
  readonly turns?: DrawingInTurns;
}

/** The attributes of a link to another page of the site in the language of `view`. */
export function toPage({ framedFrom }: View, name: string): { readonly href: string; readonly target: "_blank" | typeof nothing } {
  return { href: `${framedFrom ?? ""}${name}.html`, target: framedFrom === undefined ? nothing : "_blank" };
}

/** A view as parts need it that come later: with their texts. */
export interface LaterView extends View {
  readonly text: LaterCatalogue;
}

/** Whether the texts of later parts are there. */
export function isLater(view: View): view is LaterView {
  return "register" in view.text;
}

/** A view of a whole result, as everything below the first screen needs it. */
export interface ResultsView extends LaterView {
  readonly state: AppState & { readonly result: ShownResult };
}

/** `view` of the newest whole answer, where there is one: its result, the plan that it answers, and a year of it. */
export function resultsView(view: LaterView): ResultsView | undefined {
  const { state } = view;
  if (!state.whole) return undefined;
  const { result, answered } = state.whole;
  const year = shownYear(result, answered, state.year);
  return { ...view, state: { ...state, result, answered, year, isComputing: state.isWholeComputing } };
}

/** A text of the pack in the page's language, or in English. */
export function say(view: View, text: Text): string {
  return text[view.text.tag] ?? text.en;
}

/** Width of the place of a chart that is drawn to measure, CSS pixels. Until it is measured, it is as wide as the fan. */
export function plotWidth({ state }: View, chart: string): number {
  return state.widths[chart] ?? state.widths["fan"] ?? kPlotWidth;
}

/** Why there may be nothing to answer in the year shown. */
export function whyNothing({ pack, state }: View): WhyNothing {
  return whyNothingIn(state.year, state.answered, pack);
}

/** That there is nothing to show in the year shown of the plan that is answered, or in another of another, and why. */
export function nothingWords({ pack, state, text }: View, year = state.year, plan = state.answered): string {
  return text.charts.nothing({ why: whyNothingIn(year, plan, pack), year });
}

/** How amounts are shown now. */
export function displayOf(view: View): MoneyDisplay {
  const { text, pack, state } = view;
  return state.currency === "local" ? localDisplay(text, pack) : dollarDisplay(text);
}
