import type { Dist } from "../../engine/types.ts";
import { roundSignificant } from "../../text/format.ts";
import { centralRange, densityTable } from "../density.ts";
import type { Limits } from "../fields.ts";
import { distributionFault } from "./distributions.ts";
import { solveTwo } from "./solve_two.ts";

/** The range that 9 in 10 draws fall into, 1 in 20 below and 1 in 20 above. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

type Three = Extract<Dist, { dist: "triangular" | "pert" }>;
type Shape = Exclude<Dist, number>;

/** Digits that are kept of a number that was solved for: more say nothing. */
const kDigits = 6;
/** The share of the interval's width by which the ends may be missed: more than rounding loses. */
const kTolerance = 1e-3;
const kHalvings = 30;
const kUnit: Limits = { min: 0, max: 1 };

/** `dist` moved and stretched so that its interval becomes the one that is wanted. */
function stretched(like: Three | Extract<Dist, { dist: "uniform" }>, { low, high }: Interval): Dist {
  const old = centralRange(like, like);
  const scale = (high - low) / (old.high - old.low);
  const moved = (value: number): number => low + (value - old.low) * scale;
  const ends = { min: moved(like.min), max: moved(like.max) };
  return like.dist === "uniform" ? { ...like, ...ends } : { ...like, ...ends, mode: moved(like.mode) };
}

/**
 * The distribution that begins at `end` and has the interval: where its mode lies follows from how
 * far both ends of the interval are from `end`. Undefined where no mode does.
 */
function fromEnd(dist: Three["dist"], end: number, { low, high }: Interval): Dist | undefined {
  const unit = (mode: number): Interval => centralRange({ dist, min: 0, mode, max: 1 }, kUnit);
  const wanted = (low - end) / (high - end);
  const ratio = (mode: number): number => unit(mode).low / unit(mode).high;
  if (!(wanted >= ratio(0) && wanted <= ratio(1))) return undefined;
  let [below, above] = [0, 1];
  for (let step = 0; step < kHalvings; ++step) {
    const middle = (below + above) / 2;
    if (ratio(middle) < wanted) below = middle;
    else above = middle;
  }
  const width = (high - end) / unit(above).high;
  return { dist, min: end, mode: end + above * width, max: end + width };
}

const mirrored = ({ dist, min, mode, max }: Three): Three => ({ dist, min: -max, mode: -mode, max: -min });

/** `like` stretched, or with the end that would leave the range put at the end of the range. */
function boundedLike(like: Three, wanted: Interval, range: Limits): Dist | undefined {
  const free = stretched(like, wanted) as Three;
  if (free.min >= range.min && free.max <= range.max) return free;
  if (free.min < range.min) {
    const pinned = fromEnd(like.dist, range.min, wanted);
    if (pinned) return pinned;
  }
  const reflected = fromEnd(like.dist, -range.max, { low: -wanted.high, high: -wanted.low });
  return reflected && mirrored(reflected as Three);
}

const logit = (share: number): number => Math.log(share / (1 - share));

/** The distribution of two numbers with the interval, the ends compared on a scale. */
function solved(
  make: (u: number, v: number) => Dist,
  start: readonly [number, number],
  wanted: Interval,
  range: Limits,
  scale: (value: number) => number,
): Dist | undefined {
  const found = solveTwo((u, v) => {
    const { low, high } = centralRange(make(u, v), range);
    return [scale(low) - scale(wanted.low), scale(high) - scale(wanted.high)];
  }, start);
  return found && make(...found);
}

function betaWith(wanted: Interval): Dist | undefined {
  if (!(wanted.low > 0 && wanted.high < 1)) return undefined;
  const mean = (wanted.low + wanted.high) / 2;
  const sd = (wanted.high - wanted.low) / 3.3;
  const total = Math.max(1.5, (mean * (1 - mean)) / sd ** 2 - 1);
  return solved(
    (u, v) => ({ dist: "beta", alpha: Math.exp(u), beta: Math.exp(v) }),
    [Math.log(mean * total), Math.log((1 - mean) * total)],
    wanted,
    kUnit,
    logit,
  );
}

/** Bounds of a distribution that is cut off there: its own, or those of the range where the interval leaves them. */
function boundsFor(wanted: Interval, own: Partial<Limits>, range: Limits): Limits {
  const { min = range.min, max = range.max } = own;
  return {
    min: wanted.low > min ? min : range.min,
    max: wanted.high < max ? max : range.max,
  };
}

function normalWith(own: Limits, wanted: Interval, range: Limits): Dist | undefined {
  const bounds = boundsFor(wanted, own, range);
  const width = wanted.high - wanted.low;
  return solved(
    (u, v) => ({ dist: "normal", mean: wanted.low + u * width, sd: width * Math.exp(v), ...bounds }),
    [0.5, -1.2],
    wanted,
    range,
    (value) => value / width,
  );
}

function lognormalWith(own: Partial<Limits>, wanted: Interval, range: Limits): Dist | undefined {
  if (!(wanted.low > 0)) return undefined;
  const bounds = boundsFor(wanted, own, { min: Math.max(0, range.min), max: range.max });
  const start = [Math.log(wanted.low), Math.log(wanted.high)] as const;
  return solved(
    (u, v) => ({ dist: "lognormal", p05: Math.exp(u), p95: Math.exp(v), ...bounds }),
    start,
    wanted,
    range,
    Math.log,
  );
}

function rounded(dist: Dist, { min, max }: Limits): Dist {
  if (typeof dist === "number") return dist;
  // A value at an end of the range must not be rounded out of it.
  const round = (value: number): number =>
    value === min || value === max ? value : roundSignificant(value, kDigits);
  return Object.fromEntries(
    Object.entries(dist).map(([name, value]) => [name, typeof value === "number" ? round(value) : value]),
  ) as unknown as Shape;
}

/** Whether the core takes the distribution and it has the interval. */
function isRight(dist: Dist, wanted: Interval, range: Limits): boolean {
  if (distributionFault(dist, range)) return false;
  const { low, high } = centralRange(dist, range);
  const most = kTolerance * (wanted.high - wanted.low);
  return Math.abs(low - wanted.low) <= most && Math.abs(high - wanted.high) <= most;
}

const kEven: Three = { dist: "pert", min: 0, mode: 0.5, max: 1 };

/** Makers of a distribution with the interval, the family of `like` first. */
function makers(like: Dist, wanted: Interval, range: Limits): (() => Dist | undefined)[] {
  const pert = (): Dist | undefined => boundedLike(kEven, wanted, range);
  const beta = (): Dist | undefined => betaWith(wanted);
  const lognormal = (): Dist | undefined => lognormalWith({}, wanted, range);
  const others = [pert, beta, lognormal];
  const shape: Dist = densityTable(like, range) ? like : kEven;
  if (typeof shape === "number") return others;
  switch (shape.dist) {
    case "fixed":
      return others;
    case "uniform":
      return [() => stretched(shape, wanted), ...others];
    case "triangular":
    case "pert":
      return [() => boundedLike(shape, wanted, range), ...others];
    case "beta":
      return [beta, pert, lognormal];
    case "normal":
      return [() => normalWith(shape, wanted, range), ...others];
    case "lognormal":
      return [() => lognormalWith(shape, wanted, range), pert, beta];
  }
}

/**
 * A distribution with the interval `wanted`, low <= high, inside `range`: of the family of `like`
 * and in its proportions where it can have that interval, else a PERT, a beta or a lognormal
 * distribution that can; a number where both ends are the same. Undefined where none can: the
 * range leaves too little room beyond the ends.
 */
export function distributionWith(wanted: Interval, like: Dist, range: Limits): Dist | undefined {
  if (wanted.low === wanted.high) return wanted.low;
  for (const make of makers(like, wanted, range)) {
    const made = make();
    const dist = made && rounded(made, range);
    if (dist !== undefined && isRight(dist, wanted, range)) return dist;
  }
  return undefined;
}
