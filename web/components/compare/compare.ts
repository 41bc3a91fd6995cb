import { html, nothing, type TemplateResult } from "lit";
import { bars, type Bar } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { ComparedOutput } from "../../engine/analysis_types.ts";
import type { AnalysisQuestion } from "../../state/analyses.ts";
import { isSameQuestion, keptAs, kMostKept, type KeptPlan } from "../../state/kept_plans.ts";
import { lastYear, type Plan } from "../../state/plan/plan.ts";
import { presetOf } from "../../state/presets.ts";
import {
  formatMoney,
  formatMoneyRange,
  formatMoneyShort,
  formatTabular,
  roundSignificant,
} from "../../text/format.ts";
import { foldedTable, type DataTable } from "../figure/figure.ts";
import { phrase } from "../phrase/phrase.ts";
import { displayOf, type LaterView } from "../view.ts";
import { comparedYear } from "./compared_year.ts";
import { planWords } from "./plan_name.ts";

const kOfFutures = 20;
/** An em space: what stands between the two ways to go on with a kept plan. */
const kBetween = "\u2003";

/** A plan of the comparison: one that was kept, the present one, or one that was either when it was asked for. */
interface Compared {
  /** Its letter; empty where it is not kept. */
  readonly letter: string;
  readonly plan: Plan;
  readonly isPresent: boolean;
  /** The preset that it is, by identifier, or empty. */
  readonly preset: string;
}

/** The kept plans in the order of their letters, the present one last: the order in which the engine is asked. */
function comparedPlans({ pack, presets, state }: LaterView): Compared[] {
  const { kept, plan } = state;
  const present = keptAs(kept, plan);
  const of = ({ letter, plan: one, preset }: KeptPlan): Compared => ({ letter, plan: one, preset, isPresent: false });
  return [
    ...kept.filter((one) => one !== present).map(of),
    { letter: present?.letter ?? "", plan, preset: presetOf(plan, presets, pack)?.id ?? "", isPresent: true },
  ];
}

/** The plans that an answer is about, in its order, as they are called now: they may be others than those to compare. */
function answeredPlans({ pack, presets, state }: LaterView, { kept: others, plan: last }: AnalysisQuestion): Compared[] {
  return [...others.map(({ plan }) => plan), last].map((plan): Compared => {
    const kept = keptAs(state.kept, plan);
    const preset = kept?.preset ?? presetOf(plan, presets, pack)?.id ?? "";
    return { letter: kept?.letter ?? "", plan, preset, isPresent: isSameQuestion(plan, state.plan) };
  });
}

/** What a plan is called: its letter, and what it is. */
function nameOf(view: LaterView, { letter, plan, preset, isPresent }: Compared): string {
  const { compare: words } = view.text;
  const what = planWords(view, plan, preset);
  if (letter !== "") return words.lettered({ letter, what });
  return isPresent ? words.present({ what }) : what;
}

/** How a plan is called in a sentence. */
function shortName({ text }: LaterView, { letter }: Compared): string {
  return letter === "" ? text.compare.thisPlan : letter;
}

/** One output of one plan in one year, with its difference from the first plan. */
interface Figures {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
  readonly cost: number;
  /** How much more than the first plan, future by future: the middle, and the ends that hold 18 of 20 futures. */
  readonly difference: number;
  readonly differenceRange: readonly [low: number, high: number];
  readonly higher: number;
}

function figuresAt(earnings: ComparedOutput, cost: ComparedOutput, year: number): Figures {
  const { p05, p50, p95 } = earnings.quantiles;
  const difference = earnings.difference.quantiles;
  return {
    low: p05[year] ?? 0,
    middle: p50[year] ?? 0,
    high: p95[year] ?? 0,
    cost: cost.mean[year] ?? 0,
    difference: difference.p50[year] ?? 0,
    differenceRange: [difference.p05[year] ?? 0, difference.p95[year] ?? 0],
    higher: earnings.higher[year] ?? 0,
  };
}

/** What a comparison found in a year. */
interface Found {
  readonly year: number;
  readonly plans: readonly Compared[];
  /** By plan. */
  readonly figures: readonly Figures[];
}

/** The last answer in the year shown. */
function foundIn(view: LaterView): Found | undefined {
  const { answer, question } = view.state.analyses.compare;
  if (!answer || !question) return undefined;
  const year = comparedYear(answer, view.state.year);
  const index = answer.years.indexOf(year);
  const figures = answer.scenarios.map(({ outputs }) => figuresAt(outputs.exportsAdditional, outputs.cost, index));
  return { year, plans: answeredPlans(view, question), figures };
}

function drawing(view: LaterView, plans: readonly Compared[], figures: readonly Figures[]): TemplateResult {
  const display = displayOf(view);
  const rows = plans.map((plan, index): Bar => {
    const { low, middle, high } = figures[index] ?? { low: 0, middle: 0, high: 0 };
    const [from, to] = [low, high].map((usd) => formatMoneyShort(usd, display)) as [string, string];
    return {
      label: nameOf(view, plan),
      value: formatMoneyShort(middle, display),
      note: view.text.charts.range({ low: from, high: to }),
      isTotal: plan.isPresent,
      from: 0,
      to: middle,
      range: [low, high],
      tone: "main",
    };
  });
  return rowList(bars(rows));
}

/** How a plan differs from the first, future by future. */
function difference(view: LaterView, first: Compared, plan: Compared, { difference: usd, differenceRange: [least, most], higher }: Figures): TemplateResult {
  const { compare: words } = view.text;
  const [better, worse] = [shortName(view, plan), shortName(view, first)];
  if (roundSignificant(usd, 2) === 0 && higher === 0) return html`<li>${words.same({ one: better, other: worse })}</li>`;
  const isMore = usd >= 0;
  const display = displayOf(view);
  const amount = formatMoney(Math.abs(usd), display);
  // As much more, or less, as it is in the middle: below zero it is the other.
  const [from, to] = isMore ? [least, most] : [-most, -least];
  const isApart = from < 0 && to > 0;
  const [low, high] = isApart ? [formatMoney(-from, display), formatMoney(to, display)] : formatMoneyRange(from, to, display);
  const span = isApart ? ("apart" as const) : ("other" as const);
  const share = isMore ? higher : 1 - higher;
  // All of them only where it is all.
  const futures = share === 1 ? kOfFutures : Math.min(kOfFutures - 1, Math.round(kOfFutures * share));
  const values = { one: better, other: worse, futures, amount, span, low, high };
  return html`<li>${phrase(isMore ? words.more(values) : words.less(values))}</li>`;
}

function table(view: LaterView, plans: readonly Compared[], figures: readonly Figures[]): DataTable {
  const { charts, compare: words } = view.text;
  const display = displayOf(view);
  const money = (usd: number): string => formatTabular(usd * display.perUsd);
  return {
    columns: [
      charts.aYear({ unit: display.unit }),
      charts.low,
      charts.middle,
      charts.high,
      words.differenceLow,
      words.difference,
      words.differenceHigh,
      words.cost,
    ],
    rows: plans.map((plan, index) => {
      const one = figures[index];
      if (!one) return [nameOf(view, plan)];
      const [least, most] = one.differenceRange;
      const values = [one.low, one.middle, one.high, least, one.difference, most, one.cost];
      return [nameOf(view, plan), ...values.map(money)];
    }),
  };
}

/** Whether the random numbers of a plan by itself are not those of `first`, which hold in a comparison. */
function isDrawnOtherwise({ seed, draws }: Plan, first: Plan | undefined): boolean {
  return seed !== first?.seed || draws !== first.draws;
}

/** The chart of the plans with what it says, or with old figures only those. */
function comparison(view: LaterView, { year, plans, figures }: Found, isStale: boolean): TemplateResult {
  const { text } = view;
  const { compare: words } = text;
  const title = words.chart({ year });
  const [first] = plans;
  const differences = plans.slice(1).map((plan, index) => {
    const one = figures[index + 1];
    return first && one ? difference(view, first, plan, one) : nothing;
  });
  return html`<div role="group" aria-labelledby="comparison-title">
    <h3 class="compare-title" id="comparison-title">${title}</h3>
    <div class="rows figures" id="comparison-plot">${drawing(view, plans, figures)}</div>
    ${isStale ? nothing : html`<ul class="differences figures">${differences}</ul>`}
    <p class="note">${words.note}${plans.some(({ plan }) => isDrawnOtherwise(plan, first?.plan)) ? ` ${words.drawnAsFirst}` : ""}</p>
    ${foldedTable(text, title, table(view, plans, figures))}
  </div>`;
}

function keptList(view: LaterView): TemplateResult {
  const { actions, state, text } = view;
  const { compare: words } = text;
  return html`<ul class="kept">${state.kept.map((one) => {
    const name = nameOf(view, { ...one, isPresent: false });
    const isPresent = keptAs([one], state.plan) !== undefined;
    return html`<li>
      <span>${name}</span>
      <span>${isPresent
        ? html`<span class="kept-present">${words.isSet}</span>`
        : html`<button class="link" type="button" aria-label=${words.useOne({ name })}
            @click=${() => actions.useKept(one.letter)}>${words.use}</button>`}${kBetween}<button class="link" type="button" aria-label=${words.dropOne({ name })}
        @click=${() => actions.dropKept(one.letter)}>${words.drop}</button></span>
    </li>`;
  })}</ul>`;
}

/** Whether there is a year that all plans report. */
function haveCommonYear(plans: readonly Compared[]): boolean {
  const firsts = plans.map(({ plan }) => plan.startYear);
  const lasts = plans.map(({ plan }) => lastYear(plan));
  return Math.max(...firsts) <= Math.min(...lasts);
}

function outcome(view: LaterView): TemplateResult | typeof nothing {
  const { actions, state, text } = view;
  const { compare: words } = text;
  const plans = comparedPlans(view);
  if (plans.length < 2) return html`<p class="hint">${words.moreNeeded}</p>`;
  if (!haveCommonYear(plans)) return html`<p class="problem">${words.noCommonYear}</p>`;
  const { isStale, isRunning, progress, problem } = state.analyses.compare;
  const found = foundIn(view);
  return html`<div class="compare-outcome" ?data-busy=${isStale}>
    ${problem === ""
      ? nothing
      : html`<p class="problem">${words.failed({ message: problem })}
          <button class="link" type="button" @click=${() => actions.retryAnalysis("compare")}>${text.engine.retry}</button></p>`}
    ${isRunning || (isStale && problem === "")
      ? html`<p class="hint">${words.computing} <progress aria-label=${words.computing} max="1" .value=${progress}></progress></p>`
      : nothing}
    ${found ? comparison(view, found, isStale) : nothing}
  </div>`;
}

/** Up to four plans side by side: those kept under letters and the present one, against the first of them. */
export function compare(view: LaterView): TemplateResult {
  const { actions, isStatic, state, text } = view;
  const { compare: words } = text;
  const isThere = keptAs(state.kept, state.plan) !== undefined;
  const isFull = state.kept.length >= kMostKept;
  // A button that is disabled for good loses the focus of who has just used it.
  return html`<section class="compare" id="compare" aria-labelledby="compare-title" data-analyses="compare" data-asks ?inert=${isStatic}>
    <h2 id="compare-title">${words.title}</h2>
    <p class="compare-intro">${words.intro}</p>
    <p class="copy"><button class="button" type="button" aria-disabled=${isThere || isFull ? "true" : nothing} @click=${() => actions.keepPlan()}>${words.keep}</button>
      ${isThere ? html`<span class="hint">${words.isKept}</span>` : isFull ? html`<span class="hint">${words.isFull}</span>` : nothing}</p>
    ${state.kept.length === 0 ? nothing : html`${keptList(view)}${outcome(view)}`}
  </section>`;
}
