import type { Dist } from "../engine/types.ts";

const kZ95 = 1.6448536269514722;
const kGridSteps = 4000;

/** Three points of a distribution. */
export interface CentralRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/**
 * The 5 %, 50 % and 95 % points of a density known up to a factor, on [min, max]: a midpoint sum
 * over a grid, good to about a thousandth of the width.
 */
export function pointsOfDensity(density: (x: number) => number, min: number, max: number): CentralRange {
  const width = (max - min) / kGridSteps;
  const cumulative: number[] = [];
  let total = 0;
  for (let step = 0; step < kGridSteps; ++step) {
    total += density(min + (step + 0.5) * width);
    cumulative.push(total);
  }
  const pointAt = (share: number): number =>
    min + (cumulative.findIndex((value) => value >= share * total) + 0.5) * width;
  return { low: pointAt(0.05), middle: pointAt(0.5), high: pointAt(0.95) };
}

/** The points that 1 in 20, half and 19 in 20 draws of an unbounded shape stay below. */
export function centralRange(
  dist: Extract<Dist, { dist: "beta" | "normal" | "lognormal" }>,
): CentralRange {
  switch (dist.dist) {
    case "beta":
      return pointsOfDensity(
        (x) => x ** (dist.alpha - 1) * (1 - x) ** (dist.beta - 1),
        0,
        1,
      );
    case "normal":
      return pointsOfDensity(
        (x) => Math.exp(-0.5 * ((x - dist.mean) / dist.sd) ** 2),
        Math.max(dist.min, dist.mean - 6 * dist.sd),
        Math.min(dist.max, dist.mean + 6 * dist.sd),
      );
    case "lognormal": {
      if ("p05" in dist) {
        return { low: dist.p05, middle: Math.sqrt(dist.p05 * dist.p95), high: dist.p95 };
      }
      const middle = dist.mean * Math.exp(-0.5 * dist.sigma ** 2);
      const factor = Math.exp(kZ95 * dist.sigma);
      return { low: middle / factor, middle, high: middle * factor };
    }
  }
}

/** One number for a distribution: its most likely or middle value. */
export function middleOf(dist: Dist): number {
  if (typeof dist === "number") return dist;
  switch (dist.dist) {
    case "fixed":
      return dist.value;
    case "uniform":
      return (dist.min + dist.max) / 2;
    case "triangular":
    case "pert":
      return dist.mode;
    default:
      return centralRange(dist).middle;
  }
}
