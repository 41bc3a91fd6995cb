import type { Dist } from "../engine/types.ts";
import { betaDensity, lognormalBounds, logMoments, normalDensity } from "./density_shapes.ts";
import type { Limits } from "./fields.ts";

const kGridSteps = 4000;
/** Standard deviations from the mean beyond which a normal has nothing to speak of. */
const kReach = 6;

/** The median of a density known up to a factor, on [min, max]: good to about a thousandth of the width. */
function medianOf(density: (x: number) => number, min: number, max: number): number {
  const width = (max - min) / kGridSteps;
  const cumulative: number[] = [];
  let total = 0;
  for (let step = 0; step < kGridSteps; ++step) {
    total += density(min + (step + 0.5) * width);
    cumulative.push(total);
  }
  return min + (cumulative.findIndex((value) => value >= total / 2) + 0.5) * width;
}

function normalMedian(mean: number, sd: number, { min, max }: Limits): number {
  return medianOf(normalDensity(mean, sd), Math.max(min, mean - kReach * sd), Math.min(max, mean + kReach * sd));
}

/** One number for a distribution of a parameter that has this range: its most likely or middle value. */
export function middleOf(dist: Dist, range: Limits): number {
  if (typeof dist === "number") return dist;
  switch (dist.dist) {
    case "fixed":
      return dist.value;
    case "uniform":
      return (dist.min + dist.max) / 2;
    case "triangular":
    case "pert":
      return dist.mode;
    case "beta":
      return medianOf(betaDensity(dist.alpha, dist.beta), 0, 1);
    case "normal":
      return normalMedian(dist.mean, dist.sd, dist);
    case "lognormal": {
      const { min, max } = lognormalBounds(dist, range);
      return Math.exp(normalMedian(...logMoments(dist), { min: Math.log(min), max: Math.log(max) }));
    }
  }
}
