import { spreadAt, yearIndex } from "../../state/readings.ts";
import { actsAtHome } from "../../state/source_readings.ts";
import { formatMoney, formatMoneyRange } from "../../text/format.ts";
import { displayOf, type ResultsView } from "../view.ts";

/** What measures on trade at home bring in beside the export earnings in the year shown; nothing where the plan has none. */
export function homeTaxSentence(view: ResultsView): string[] {
  const { text, state } = view;
  const { answered, result, year } = state;
  if (!answered.measures.some(actsAtHome)) return [];
  const display = displayOf(view);
  const words = (name: "retailTax" | "courierTax"): { size: "more" | "less"; amount: string; range: string } => {
    const { p05, p50, p95 } = spreadAt(result.domestic[name], yearIndex(result, year));
    const [low, high] = formatMoneyRange(p05, p95, display);
    return { size: p50 < 0 ? "less" : "more", amount: formatMoney(Math.abs(p50), display), range: low === high ? high : text.charts.range({ low, high }) };
  };
  const [retail, courier] = [words("retailTax"), words("courierTax")];
  return [
    text.report.homeTaxes({
      year,
      retailSize: retail.size,
      retail: retail.amount,
      retailRange: retail.range,
      courierSize: courier.size,
      courier: courier.amount,
      courierRange: courier.range,
    }),
  ];
}
