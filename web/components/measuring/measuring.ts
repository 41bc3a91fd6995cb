import type { TemplateResult } from "lit";
import { bars } from "../../charts/bars.ts";
import { rowList } from "../../charts/row_list.ts";
import type { Estimate, EvppiResult } from "../../engine/analysis_types.ts";
import { formatInUnit, formatMoney, formatMoneyShort, formatShare, moneyUnit } from "../../text/format.ts";
import { analysisPlace } from "../analysis_place/analysis_place.ts";
import { factorName } from "../drivers/factor_name.ts";
import { chartFigure } from "../figure/figure.ts";
import { inFutures } from "../target/target_sentences.ts";
import { displayOf, type ResultsView, type LaterView } from "../view.ts";

const kMostShown = 6;

/** An estimate of what is never below zero; 0 where it is less than its standard error, as chance makes it. */
function toldFromNothing({ value, standardError }: Estimate): number {
  return value > standardError ? value : 0;
}

function worth(view: LaterView, { inputs, evpi, threshold, probabilityAbove, year }: EvppiResult): TemplateResult {
  const { text } = view;
  const { charts } = text;
  const words = charts.measuring;
  const display = displayOf(view);
  const known = inputs.map(({ name, evppi }) => ({ name: factorName(view, name), value: toldFromNothing(evppi) }));
  const shown = known.filter(({ value }) => value > 0).slice(0, kMostShown);
  const [first] = shown;
  const unit = moneyUnit(Math.max(0, evpi.value, ...known.map(({ value }) => value)), display);
  const finding =
    first
      ? words.finding({
          threshold: formatMoney(threshold, display),
          name: first.name,
          amount: formatMoney(first.value, display),
          part: formatShare(first.value / Math.max(evpi.value, first.value)),
        })
      : (evpi.value > 0 ? words.untold : words.nothing)({ threshold: formatMoney(threshold, display), futures: inFutures(view, probabilityAbove) });
  return chartFigure(text, {
    id: "evppi",
    title: charts.titled({ title: charts.inYear({ title: words.title, year }), unit: unit.name }),
    finding,
    drawing: rowList(
      bars(
        shown.map(({ name, value }) => ({
          label: name,
          value: formatMoneyShort(value, display),
          from: 0,
          to: value,
          tone: "main",
        })),
      ),
    ),
    note: words.note({ threshold: formatMoney(threshold, display) }),
    table: {
      columns: [charts.drivers.assumption, charts.aYear({ unit: unit.name })],
      rows: [
        ...known.map(({ name, value }) => [name, formatInUnit(value, unit)]),
        [words.everything, formatInUnit(evpi.value, unit)],
      ],
    },
  });
}

/** What it is worth to know an assumption before deciding, for someone who wants the target or nothing. */
export function measuringFigure(view: ResultsView): TemplateResult {
  const { title } = view.text.charts.measuring;
  return analysisPlace(view, { name: "evppi", title, show: (answer) => worth(view, answer) });
}
