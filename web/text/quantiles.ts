import type { Dist } from "../engine/types.ts";
import { centralRange, pointsOfDensity, type CentralRange } from "./central_range.ts";

/** The points that 1 in 20, half and 19 in 20 draws of a distribution stay below, whatever its shape. */
export function quantilesOf(dist: Dist): CentralRange {
  if (typeof dist === "number") return { low: dist, middle: dist, high: dist };
  switch (dist.dist) {
    case "fixed":
      return { low: dist.value, middle: dist.value, high: dist.value };
    case "uniform":
      return pointsOfDensity(() => 1, dist.min, dist.max);
    case "triangular": {
      const { min, mode, max } = dist;
      return pointsOfDensity((x) => (x < mode ? (x - min) / (mode - min) : (max - x) / (max - mode)), min, max);
    }
    case "pert": {
      const { min, mode, max } = dist;
      const left = (4 * (mode - min)) / (max - min);
      const right = (4 * (max - mode)) / (max - min);
      return pointsOfDensity((x) => ((x - min) / (max - min)) ** left * ((max - x) / (max - min)) ** right, min, max);
    }
    default:
      return centralRange(dist);
  }
}
