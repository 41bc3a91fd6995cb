import type { Measure, Pack, Scenario } from "../engine/types.ts";
import { defaultInputs, offeredTier, programmeEnd, type Inputs } from "./inputs.ts";
import { mixOf } from "./mix.ts";

/** The pack's measures with those that the page sets replaced by the visitor's. */
function measuresOf(pack: Pack, inputs: Inputs): Measure[] {
  const tier = offeredTier(pack);
  const from = pack.defaults.startYear;
  const to = programmeEnd(pack, inputs);
  const kept = pack.defaults.measures.filter(
    (measure) =>
      measure.type !== "connectivity" && !(measure.type === "training" && measure.tier === tier),
  );
  if (tier !== undefined && inputs.trainingShare > 0) {
    kept.push({ type: "training", tier, from, to, share: inputs.trainingShare });
  }
  if (inputs.internetUse > pack.baseline.internetUse.value) {
    kept.push({ type: "connectivity", from, to, internetUse: inputs.internetUse });
  }
  return kept;
}

/** The question for the engine: the pack's id and what differs from the pack's defaults. */
export function buildScenario(pack: Pack, inputs: Inputs): Scenario {
  const defaults = defaultInputs(pack);
  const onboarding: NonNullable<Scenario["onboarding"]> = {
    ...(inputs.newSellers !== defaults.newSellers && { newSellers: inputs.newSellers }),
    ...(inputs.years !== defaults.years && { years: inputs.years }),
    ...(inputs.path !== defaults.path && { path: inputs.path }),
    ...(inputs.mixChoice !== "pack" && { mix: mixOf(inputs.sectorShares, pack) }),
  };
  const measures = measuresOf(pack, inputs);
  const hasMeasures = measures.length > 0 || pack.defaults.measures.length > 0;
  return {
    schema: 1,
    pack: pack.id,
    ...(Object.keys(onboarding).length > 0 && { onboarding }),
    ...(hasMeasures && { measures }),
    ...(Object.keys(inputs.readings).length > 0 && { readings: inputs.readings }),
  };
}
