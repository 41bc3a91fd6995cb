import type { Pack } from "../../engine/types.ts";
import type { Plan } from "../plan/plan.ts";
import { scenarioOf } from "../plan/scenario.ts";
import { writeClosure, writeDistribution, writeMeasure, writeMix, writePath } from "./values.ts";

/** Version of the way in which links are written. */
export const kLinkFormat = "1";

/** What a link says beside the plan; what is left out is as the page shows it first, but for the target. */
export interface LinkView {
  /** Fiscal year shown. */
  readonly year?: number;
  readonly currency?: "local";
  /** Additional export earnings that the visitor aims at, US$ a year; without it `linkTarget` of the pack. */
  readonly target?: number;
}

/** How the lines of a roadmap that is empty, but not in the pack, are written. */
export const kNoMeasures = "none";

/** The key of a line of the roadmap, counted from 0. */
function measureKey(index: number): string {
  return `measure${String(index + 1).padStart(2, "0")}`;
}

/** What of `plan` differs from the pack's, by key. */
function entriesOf(pack: Pack, plan: Plan): [string, string][] {
  const scenario = scenarioOf(pack, plan);
  const { onboarding = {}, measures, closures, targets, readings = {}, assumptions = {} } = scenario;
  const entries: [string, string | number | undefined][] = [
    ["seed", scenario.seed],
    ["draws", scenario.draws],
    ["sampling", scenario.sampling],
    ["startYear", scenario.startYear],
    ["horizon", scenario.horizon],
    ["newSellers", onboarding.newSellers],
    ["years", onboarding.years],
    ["path", onboarding.path && writePath(onboarding.path)],
    ["mix", onboarding.mix && writeMix(onboarding.mix)],
    ["measures", measures?.length === 0 ? kNoMeasures : undefined],
    ...(measures ?? []).map((measure, index): [string, string] => [measureKey(index), writeMeasure(measure)]),
    ["closures", closures?.map(writeClosure).join(",")],
    ["targets", targets?.join(",")],
    ...Object.entries(readings).map(([id, option]): [string, string] => [`reading.${id}`, option]),
    ...Object.entries(assumptions).map(([key, dist]): [string, string] => [
      `assume.${key}`,
      writeDistribution(dist),
    ]),
  ];
  return entries.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
}

/**
 * The part of a share link from "#" on: the format, the version of the model, then, sorted, the
 * version of the pack and only what differs from the pack's plan. Every character may stand in an
 * address as it is.
 */
export function writeLink(pack: Pack, modelVersion: string, plan: Plan, view: LinkView = {}): string {
  const entries = [
    ...entriesOf(pack, plan),
    ["pack", pack.version],
    ...Object.entries(view).map(([key, value]) => [key, String(value)]),
  ];
  const sorted = entries.map(([key, value]) => `${key}=${value}`).sort();
  return `#${[`v=${kLinkFormat}`, `m=${modelVersion}`, ...sorted].join("&")}`;
}
