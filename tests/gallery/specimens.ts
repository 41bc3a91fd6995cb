import { html, type nothing, type TemplateResult } from "lit";
import { answer, checks, engineNotice, glossary } from "../../web/components/answer/answer.ts";
import * as assumptionList from "../../web/components/assumptions/assumption_list.ts";
import { assumptions } from "../../web/components/assumptions/assumptions.ts";
import { closures } from "../../web/components/closures/closures.ts";
import { compare } from "../../web/components/compare/compare.ts";
import { furtherControls, lastControls, mainControl } from "../../web/components/controls/controls.ts";
import { disagreements } from "../../web/components/disagreements/disagreements.ts";
import { driverFigures } from "../../web/components/drivers/drivers.ts";
import { fanFigure } from "../../web/components/fan/fan.ts";
import { footer } from "../../web/components/footer/footer.ts";
import { futuresFigure } from "../../web/components/futures/futures.ts";
import { header } from "../../web/components/header/header.ts";
import { later } from "../../web/components/later/later.ts";
import { limits } from "../../web/components/limits/limits.ts";
import { luckFigure } from "../../web/components/luck/luck.ts";
import { measuringFigure } from "../../web/components/measuring/measuring.ts";
import { mixControl } from "../../web/components/mix_control/mix_control.ts";
import { notices } from "../../web/components/notices/notices.ts";
import { part } from "../../web/components/part/part.ts";
import { funnelFigure, sectorFigure, waterfallFigure } from "../../web/components/part_charts/part_charts.ts";
import { pathControl } from "../../web/components/path_control/path_control.ts";
import { pathsFigure } from "../../web/components/paths/paths.ts";
import { presets, presetStory } from "../../web/components/presets/presets.ts";
import { programmeFigure } from "../../web/components/programme_results/programme_results.ts";
import { jobsFigure, publicMoneyFigure } from "../../web/components/public_money/public_money.ts";
import { register } from "../../web/components/register/register.ts";
import { report } from "../../web/components/report/report.ts";
import { results } from "../../web/components/results/results.ts";
import { salesReadings } from "../../web/components/sales_readings/sales_readings.ts";
import { sellerFigure } from "../../web/components/sellers/sellers.ts";
import { sharing } from "../../web/components/sharing/sharing.ts";
import { targetFigures } from "../../web/components/target/target.ts";
import { undoOffer } from "../../web/components/undo_offer/undo_offer.ts";
import { planOf, programmeOf } from "../../web/state/plan/plan.ts";
import type { ResultsView } from "../../web/components/view.ts";
import { noAnalyses } from "../../web/state/analyses.ts";
import { mockQuestion } from "../web/mock_answers.ts";
import { kPlan, kPresets } from "./gallery_view.ts";

/** A component in one of its states. */
export interface Specimen {
  /** Its place in the gallery and the name of its pictures: letters, figures and hyphens. */
  readonly name: string;
  show(view: ResultsView): TemplateResult | typeof nothing;
}

/** `view` with parts of its state replaced. */
function withState(view: ResultsView, change: Partial<ResultsView["state"]>): ResultsView {
  return { ...view, state: { ...view.state, ...change } };
}

/** `shown` with what folds open: all of it, or its first part. */
function open(shown: TemplateResult | typeof nothing, part: "all" | "first" = "all"): TemplateResult {
  return html`<div data-open=${part}>${shown}</div>`;
}

const kKept = [
  { letter: "A", preset: "", plan: { ...kPlan, newSellers: 5000 } },
  { letter: "B", preset: "food", plan: { ...kPlan, newSellers: 9000 } },
];
const kClosure = { market: "us", from: 2028 } as const;
const kRefused = { newSellers: { text: "many", problem: "notNumber" } } as const;

/** Every component with looks of its own, in the order of the page. */
export const kSpecimens: readonly Specimen[] = [
  { name: "header", show: (view) => header(view, "index") },
  {
    name: "notices",
    show: (view) =>
      notices(
        withState(view, {
          notices: [
            { kind: "linkFaults", faults: [{ key: "years", value: "40", problem: "outOfRange", limits: { min: 1, max: 10 } }] },
            { kind: "newVersion", takeOver: () => undefined },
            { kind: "newerLink", link: { model: "2030.1" } },
          ],
        }),
      ),
  },
  {
    name: "presets",
    show: (view) => {
      const [food] = kPresets;
      const shown = food ? withState(view, { plan: planOf(view.pack, food.scenario) }) : view;
      return html`${presets(shown)}${presetStory(shown)}`;
    },
  },
  { name: "main-control", show: mainControl },
  { name: "main-control-refused", show: (view) => mainControl(withState(view, { drafts: kRefused })) },
  {
    name: "other-controls",
    show: (view) => open(html`${furtherControls(view)}${mixControl(view)}${lastControls(view)}`, "first"),
  },
  {
    name: "path-by-year",
    show: (view) => open(pathControl(withState(view, { plan: { ...kPlan, ...programmeOf([2000, 6000, 1000], kPlan) } }))),
  },
  { name: "closures", show: (view) => open(closures(withState(view, { plan: { ...kPlan, closures: [kClosure] } }))) },
  { name: "undo", show: (view) => undoOffer(withState(view, { replaced: { by: "reset", plan: kPlan, isUndone: false } }), ["reset"]) },
  { name: "answer", show: answer },
  { name: "answer-stale", show: (view) => answer(withState(view, { drafts: kRefused, currency: "local" })) },
  {
    name: "engine-failed",
    show: (view) => engineNotice(withState(view, { engine: { kind: "failed", message: "The engine did not load." } })),
  },
  { name: "fan", show: fanFigure },
  { name: "fan-table", show: (view) => open(fanFigure(view)) },
  { name: "glossary", show: (view) => open(glossary(view)) },
  { name: "checks", show: checks },
  { name: "later-waiting", show: (view) => later(view, "results", ({ results }, whole) => part(whole, results)) },
  {
    name: "later-failed",
    show: (view) =>
      later({ ...view, later: { ...view.later, problems: { results: "net::ERR_FAILED" } } }, "results", ({ results }, whole) => part(whole, results)),
  },
  { name: "futures", show: futuresFigure },
  { name: "luck", show: luckFigure },
  { name: "waterfall", show: waterfallFigure },
  { name: "funnel", show: funnelFigure },
  { name: "sectors", show: sectorFigure },
  { name: "paths", show: pathsFigure },
  { name: "programme", show: programmeFigure },
  { name: "target", show: targetFigures },
  { name: "measuring", show: measuringFigure },
  { name: "drivers", show: driverFigures },
  {
    name: "analysis-running",
    show: (view) =>
      measuringFigure(withState(view, { analyses: { ...noAnalyses, evppi: { ...noAnalyses.evppi, isRunning: true, progress: 0.4 } } })),
  },
  { name: "sellers", show: sellerFigure },
  { name: "jobs", show: jobsFigure },
  { name: "public-money", show: publicMoneyFigure },
  {
    name: "compare",
    show: (view) => {
      const { analyses } = view.state;
      const question = mockQuestion(kPlan, kKept.map(({ plan }) => plan));
      return compare(withState(view, { kept: kKept, analyses: { ...analyses, compare: { ...analyses.compare, question } } }));
    },
  },
  { name: "sharing", show: (view) => sharing(view, undefined, "2026-11-28") },
  { name: "disagreements", show: (view) => open(disagreements(view)) },
  { name: "register", show: (view) => open(register(view), "first") },
  { name: "foot", show: (view) => footer(view, "index", limits(view)) },
  { name: "results", show: results },
  { name: "sales-readings", show: (view) => salesReadings({ ...view, pack: { ...view.pack, id: "pk" } }) },
  { name: "assumptions", show: (view) => assumptions({ ...view, later: { ...view.later, modules: { assumptions: assumptionList } } }) },
  { name: "report", show: (view) => report(view, "2026-11-28") },
];
