import type { Pack } from "../engine/types.ts";
import { defaultInputs, type Inputs } from "./inputs.ts";
import { sharesOf } from "./mix.ts";

/** Plans to start from. */
export type PlanName = "default" | "textiles" | "training" | "connected";

/** In the order in which they are offered. */
export const kPlanNames: readonly PlanName[] = ["default", "textiles", "training", "connected"];

const kWellConnected = 0.8;

/** The inputs of a ready-made plan: the pack's own with one thing changed. */
export function planInputs(name: PlanName, pack: Pack): Inputs {
  const base = defaultInputs(pack);
  switch (name) {
    case "default":
      return base;
    case "textiles":
      return { ...base, mixChoice: "textiles", sectorShares: sharesOf("textiles", pack) };
    case "training":
      return { ...base, trainingShare: 1 };
    case "connected":
      return { ...base, internetUse: Math.max(base.internetUse, kWellConnected) };
  }
}
