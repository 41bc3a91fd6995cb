import type { Measure } from "../../engine/types.ts";
import type { Preset } from "../../state/presets.ts";
import { fieldText } from "../../state/fields.ts";
import { changedAssumptions } from "../../state/plan/assumptions.ts";
import { amountsOf } from "../../state/plan/measures.ts";
import { mixChoiceOf } from "../../state/plan/mix.ts";
import { defaultPlan, lastYear, type Plan } from "../../state/plan/plan.ts";
import { fieldId, planField } from "../../state/plan/plan_fields.ts";
import { sameValue } from "../../state/plan/same_value.ts";
import { changedReadings } from "../../state/source_readings.ts";
import { planInShort } from "../answer/answer.ts";
import { say, type LaterView } from "../view.ts";

/** So many measures are named; more are counted. */
const kMostNamed = 2;

/** When a measure holds, where that is not in all reported years. */
function duringWords({ text }: LaterView, plan: Plan, { from, to }: Measure): string[] {
  const end = lastYear(plan);
  const until = Math.min(to ?? end, end);
  if (from === plan.startYear && until === end) return [];
  return [text.compare.during({ span: until === end ? "from" : from === plan.startYear ? "until" : "both", from, to: until })];
}

/** A measure by its kind, how much of it there is, and when, such as "Training (60 %, from 2028)". */
function measureWords(view: LaterView, plan: Plan, index: number): string[] {
  const { pack, text } = view;
  const measure = plan.measures[index];
  if (!measure) return [];
  const { name } = text.roadmap.types[measure.type];
  const [amount] = amountsOf(measure.type, pack);
  const control = amount && planField(fieldId.measure(index, amount.name), plan, pack);
  const facts = [...(control ? [fieldText(control.value, control.rule)] : []), ...duringWords(view, plan, measure)];
  if (facts.length === 0) return [name];
  return [text.figures.named({ name, unit: facts.reduce((first, second) => text.figures.joined({ first, second })) })];
}

/** What a plan does otherwise than the default plan beside its size, which no preset is. */
function programmeWords(view: LaterView, plan: Plan): string[] {
  const { pack, text } = view;
  const { controls, compare: words, roadmap } = text;
  const given = defaultPlan(pack);
  const { measures, closures } = plan;
  return [
    ...(plan.startYear === given.startYear ? [] : [controls.yearsHint({ start: plan.startYear })]),
    ...(sameValue(plan.path, given.path) ? [] : [controls.paths[typeof plan.path === "string" ? plan.path : "table"].label]),
    ...(sameValue(plan.mix, given.mix) ? [] : [controls.mixes[mixChoiceOf(plan.mix, pack) ?? "own"].label]),
    ...(sameValue(measures, given.measures)
      ? []
      : measures.length > 0 && measures.length <= kMostNamed
        ? measures.flatMap((_, index) => measureWords(view, plan, index))
        : [roadmap.count({ count: measures.length })]),
    ...(closures.length === 0 ? [] : [words.closures({ count: closures.length })]),
  ];
}

/** What a plan rests on otherwise than the pack, or than `preset` if it is one. */
function assumedWords({ pack, text }: LaterView, plan: Plan, preset: Preset | undefined): string[] {
  const { compare: words } = text;
  const ofPreset = preset?.scenario.assumptions ?? {};
  const readings = changedReadings(pack, plan.readings).length;
  const assumptions = changedAssumptions(plan, pack).filter(({ key }) => !(key in ofPreset)).length;
  return [
    ...(readings === 0 ? [] : [words.readings({ count: readings })]),
    ...(assumptions === 0 ? [] : [words.assumptions({ count: assumptions })]),
  ];
}

/** What a plan is: the preset `presetId`, or its size and what it does, and what it rests on. */
export function planWords(view: LaterView, plan: Plan, presetId: string): string {
  const preset = view.presets.find(({ id }) => id === presetId);
  const programme = preset ? [say(view, preset.label)] : [planInShort(view.text, plan), ...programmeWords(view, plan)];
  return [...programme, ...assumedWords(view, plan, preset)].join(view.text.figures.comma);
}
