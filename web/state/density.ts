import { bisectLeft, cumsum, pairs, range, sum } from "d3-array";
import type { Dist } from "../engine/types.ts";
import { betaDensity, lognormalBounds, logMoments, normalDensity } from "./density_shapes.ts";
import type { Limits } from "./fields.ts";
import { certainValue } from "./plan/distributions.ts";

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
  /** The value at which a part of the cells, 0 to 1, ends; without it they are of equal width. */
  at?(part: number): number;
}

/** Three points of a distribution: 1 in 20, half and 19 in 20 draws stay below them. */
export interface CentralRange {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

const kCells = 2000;
/** Standard deviations from the mean beyond which nothing is seen. */
const kReach = 5;
/** Shares of the draws below the points of a central range. */
const kCentral = [0.05, 0.5, 0.95] as const;

function triangle(min: number, mode: number, max: number): (value: number) => number {
  return (value) => (value < mode ? (value - min) / (mode - min) : (max - value) / (max - mode));
}

function shapeOf(dist: Exclude<Dist, number | { dist: "fixed" }>, range: Limits): Shape {
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
      // Cells that narrow towards the ends, where the density may rise without bound.
      return { min: 0, max: 1, density: betaDensity(dist.alpha, dist.beta), at: (part) => Math.sin((part * Math.PI) / 2) ** 2 };
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
      const bounds = lognormalBounds(dist, range);
      const min = Math.max(bounds.min, Math.exp(mu - kReach * sigma));
      const max = Math.min(bounds.max, Math.exp(mu + kReach * sigma));
      return {
        min,
        max,
        density: (value) => ofLog(Math.log(value)) / value,
        at: (part) => min * (max / min) ** part,
      };
    }
  }
}

/** The table of a distribution of a parameter that has this range, or undefined for a value that is certain. */
export function densityTable(dist: Dist, limits: Limits): DensityTable | undefined {
  if (typeof dist === "number" || dist.dist === "fixed") return undefined;
  const { min, max, density, at = (part: number) => min + part * (max - min) } = shapeOf(dist, limits);
  if (!(max > min)) return undefined;
  const edges = range(kCells + 1).map((index) => at(index / kCells));
  const cells = edges.slice(1).map((end, index) => ({
    width: end - (edges[index] ?? min),
    weight: density(at((index + 0.5) / kCells)),
  }));
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

/** The mean of a distribution of a parameter that has this range. */
export function meanOf(dist: Dist, limits: Limits): number {
  const table = densityTable(dist, limits);
  if (!table) return certainValue(dist) ?? 0;
  const { edges, below } = table;
  return sum(pairs(edges), ([start, end], cell) => ((start + end) / 2) * ((below[cell + 1] ?? 1) - (below[cell] ?? 0)));
}

/** Central ranges that were read, with the limits for which: the register says them anew at every key of a search. */
const kRead = new WeakMap<object, { readonly limits: Limits; readonly central: CentralRange }>();

function readCentralRange(dist: Dist, limits: Limits): CentralRange {
  const table = densityTable(dist, limits);
  const certain = certainValue(dist) ?? 0;
  const [low, middle, high] = table ? kCentral.map((share) => quantileIn(table, share)) : [];
  return { low: low ?? certain, middle: middle ?? certain, high: high ?? certain };
}

/** The central range of a distribution of a parameter that has this range. */
export function centralRange(dist: Dist, limits: Limits): CentralRange {
  if (typeof dist === "number") return { low: dist, middle: dist, high: dist };
  const read = kRead.get(dist);
  if (read && read.limits.min === limits.min && read.limits.max === limits.max) return read.central;
  const central = readCentralRange(dist, limits);
  kRead.set(dist, { limits, central });
  return central;
}
