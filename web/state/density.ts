import { bisectLeft, cumsum, range } from "d3-array";
import type { Dist } from "../engine/types.ts";

/**
 * A distribution as a table of cells: what is needed to draw it and to read its quantiles, good to
 * a thousandth of its width. The core computes with exact ones.
 */
export interface DensityTable {
  /** Ends of the cells, rising; one more than there are cells. */
  readonly edges: readonly number[];
  /** Probability per unit of the value, in the middle of each cell. */
  readonly density: readonly number[];
  /** Probability below each edge: 0 at the first, 1 at the last. */
  readonly below: readonly number[];
}

/** A density that is known up to a factor, on [min, max]. */
interface Shape {
  readonly min: number;
  readonly max: number;
  density(value: number): number;
  /** Whether cells grow with the value, as suits what spans powers of ten. */
  readonly isGeometric?: boolean;
}

const kCells = 2000;
/** Standard deviations from the mean beyond which nothing is seen. */
const kReach = 5;
const kZ95 = 1.6448536269514722;

function betaDensity(alpha: number, beta: number): (unit: number) => number {
  return (unit) => unit ** (alpha - 1) * (1 - unit) ** (beta - 1);
}

function triangle(min: number, mode: number, max: number): (value: number) => number {
  return (value) => (value < mode ? (value - min) / (mode - min) : (max - value) / (max - mode));
}

function normalDensity(mean: number, sd: number): (value: number) => number {
  return (value) => Math.exp(-0.5 * ((value - mean) / sd) ** 2);
}

/** Mean and standard deviation of the logarithm. */
function logMoments(dist: Extract<Dist, { dist: "lognormal" }>): [mu: number, sigma: number] {
  if ("p05" in dist) {
    const [low, high] = [Math.log(dist.p05), Math.log(dist.p95)];
    return [(low + high) / 2, (high - low) / (2 * kZ95)];
  }
  return [Math.log(dist.mean) - dist.sigma ** 2 / 2, dist.sigma];
}

function shapeOf(dist: Exclude<Dist, number | { dist: "fixed" }>): Shape {
  switch (dist.dist) {
    case "uniform":
      return { min: dist.min, max: dist.max, density: () => 1 };
    case "triangular":
      return { min: dist.min, max: dist.max, density: triangle(dist.min, dist.mode, dist.max) };
    case "pert": {
      const { min, mode, max } = dist;
      const width = max - min;
      const unit = betaDensity(1 + (4 * (mode - min)) / width, 1 + (4 * (max - mode)) / width);
      return { min, max, density: (value) => unit((value - min) / width) };
    }
    case "beta":
      return { min: 0, max: 1, density: betaDensity(dist.alpha, dist.beta) };
    case "normal": {
      const { mean, sd, min, max } = dist;
      return {
        min: Math.max(min, mean - kReach * sd),
        max: Math.min(max, mean + kReach * sd),
        density: normalDensity(mean, sd),
      };
    }
    case "lognormal": {
      const [mu, sigma] = logMoments(dist);
      const ofLog = normalDensity(mu, sigma);
      return {
        min: Math.max(dist.min ?? 0, Math.exp(mu - kReach * sigma)),
        max: Math.min(dist.max ?? Infinity, Math.exp(mu + kReach * sigma)),
        density: (value) => ofLog(Math.log(value)) / value,
        isGeometric: true,
      };
    }
  }
}

/** The table of a distribution, or undefined for a value that is certain. */
export function densityTable(dist: Dist): DensityTable | undefined {
  if (typeof dist === "number" || dist.dist === "fixed") return undefined;
  const { min, max, density, isGeometric = false } = shapeOf(dist);
  if (!(max > min)) return undefined;
  const edges = range(kCells + 1).map((index) => {
    const part = index / kCells;
    return isGeometric ? min * (max / min) ** part : min + part * (max - min);
  });
  const cells = edges.slice(1).map((end, index) => {
    const start = edges[index] ?? min;
    return { width: end - start, weight: density((start + end) / 2) };
  });
  const sums = cumsum(cells, ({ width, weight }) => width * weight);
  const total = sums.at(-1) ?? 0;
  if (!(total > 0)) return undefined;
  return {
    edges,
    density: cells.map(({ weight }) => weight / total),
    below: [0, ...Array.from(sums, (sum) => sum / total)],
  };
}

/** The value that a draw stays below with probability `share`, 0 to 1. */
export function quantileIn({ edges, below }: DensityTable, share: number): number {
  const end = Math.max(1, Math.min(bisectLeft(below, share), below.length - 1));
  const [from = 0, to = 0] = [below[end - 1], below[end]];
  const [start = 0, stop = 0] = [edges[end - 1], edges[end]];
  return to > from ? start + ((share - from) / (to - from)) * (stop - start) : stop;
}
