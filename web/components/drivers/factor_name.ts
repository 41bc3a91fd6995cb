import { elementsOf } from "../../state/pack_sets.ts";
import { assumptionName } from "../../state/plan/assumptions.ts";
import { say, type LaterView } from "../view.ts";

const kInterruptions = "interruptions";

function nameOne(view: LaterView, key: string): string {
  const { pack, text } = view;
  if (key === kInterruptions) return text.charts.drivers.interruptions;
  const name = assumptionName(key, pack);
  const parameter = name && pack.parameters[name.symbol];
  if (!name || !parameter) return key;
  const label = say(view, parameter.label);
  if (name.element === undefined || !("by" in parameter)) return label;
  const element = elementsOf(pack, parameter.by).find(({ id }) => id === name.element);
  return element ? [label, say(view, element.label)].join(text.figures.comma) : label;
}

/** What a factor of an analysis is called: a parameter, correlated ones that come as "a + b + c", or interruptions. */
export function factorName(view: LaterView, factor: string): string {
  const { figures, charts } = view.text;
  const names = factor.split(" + ").map((key) => nameOne(view, key));
  const last = names.pop() ?? "";
  return names.length === 0 ? last : charts.drivers.together({ names: names.join(figures.comma), last });
}
