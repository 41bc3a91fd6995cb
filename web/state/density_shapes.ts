import type { Dist } from "../engine/types.ts";
import type { Limits } from "./fields.ts";

type Lognormal = Extract<Dist, { dist: "lognormal" }>;

const kZ95 = 1.6448536269514722;

/** The density of a beta distribution from 0 to 1, up to a factor. */
export function betaDensity(alpha: number, beta: number): (unit: number) => number {
  return (unit) => unit ** (alpha - 1) * (1 - unit) ** (beta - 1);
}

/** The density of a normal distribution without bounds, up to a factor. */
export function normalDensity(mean: number, sd: number): (value: number) => number {
  return (value) => Math.exp(-0.5 * ((value - mean) / sd) ** 2);
}

/** Mean and standard deviation of the logarithm, before the distribution is conditioned to its bounds. */
export function logMoments(dist: Lognormal): readonly [mu: number, sigma: number] {
  if ("p05" in dist) {
    const [low, high] = [Math.log(dist.p05), Math.log(dist.p95)];
    return [(low + high) / 2, (high - low) / (2 * kZ95)];
  }
  return [Math.log(dist.mean) - dist.sigma ** 2 / 2, dist.sigma];
}

/** What the model conditions a lognormal to: its own bounds, and the parameter's range where it leaves one out. */
export function lognormalBounds({ min, max }: Lognormal, range: Limits): Limits {
  return { min: min ?? Math.max(0, range.min), max: max ?? range.max };
}
