import type { Closure, Dist, Measure, Pack, Shares } from "../../engine/types.ts";
import { distributionFrom, numbersOf } from "../plan/distributions.ts";
import { amountsOf, kMeasureTypes, targetOf, type MeasureType } from "../plan/measures.ts";
import type { Mix } from "../plan/mix.ts";
import type { Path } from "../plan/plan.ts";

/** How the values of a share link are written: numbers as in JSON, parts with commas between them, `name:value` where a name is needed. */

const kNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i;

/** The number that `text` is, written in the shortest way or another. */
export function readNumber(text: string): number | undefined {
  const value = kNumber.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

const kPart = /^(?<name>[^:]+):(?<value>.*)$/;

/** The `name:value` parts of a list; undefined where one is not such a part or comes twice. */
function readParts(parts: readonly string[]): Map<string, string> | undefined {
  const read = new Map<string, string>();
  for (const part of parts) {
    const { name = "", value = "" } = kPart.exec(part)?.groups ?? {};
    if (name === "" || read.has(name)) return undefined;
    read.set(name, value);
  }
  return read;
}

/** The `name:number` parts of a list. */
function readNumbers(parts: readonly string[]): Map<string, number> | undefined {
  const read = readParts(parts);
  const numbers = new Map<string, number>();
  for (const [name, text] of read ?? []) {
    const value = readNumber(text);
    if (value === undefined) return undefined;
    numbers.set(name, value);
  }
  return read && numbers;
}

function writeParts(parts: Iterable<readonly [string, string | number]>): string[] {
  return Array.from(parts, ([name, value]) => `${name}:${value}`);
}

/** "linear", or "100,200,300" for the registrations of each year. */
export function writePath(path: Path): string {
  return typeof path === "string" ? path : path.join(",");
}

/** The path that `text` says; of a path by year the numbers are not looked at. */
export function readPath(text: string): Path | undefined {
  if (text === "linear" || text === "logistic" || text === "bass") return text;
  const table = text.split(",").map(readNumber);
  return table.every((value) => value !== undefined) ? table : undefined;
}

/** "apparel/b2b:0.6,food/web:0.4" */
export function writeMix(mix: Mix): string {
  return writeParts(Object.entries(mix)).join(",");
}

/** The shares that `text` says, if they are shares of segments of the pack; their sum is not looked at. */
export function readMix(text: string, pack: Pack): Shares | undefined {
  const shares = readNumbers(text.split(","));
  if (!shares) return undefined;
  const segments = new Set(
    pack.sectors.flatMap((sector) => pack.channels.map((channel) => `${sector.id}/${channel.id}`)),
  );
  const isShare = ([segment, share]: [string, number]): boolean => segments.has(segment) && share >= 0 && share <= 1;
  return [...shares].every(isShare) ? Object.fromEntries(shares) : undefined;
}

/** "0.3", or "pert,min:0.1,mode:0.2,max:0.4" */
export function writeDistribution(dist: Dist): string {
  return typeof dist === "number" ? String(dist) : [dist.dist, ...writeParts(numbersOf(dist))].join(",");
}

/** The distribution that `text` says; whether its numbers make sense is not looked at. */
export function readDistribution(text: string): Dist | undefined {
  const certain = readNumber(text);
  if (certain !== undefined) return certain;
  const [family = "", ...parts] = text.split(",");
  const numbers = readNumbers(parts);
  return numbers && distributionFrom(family, numbers);
}

/** "training,tier:light,from:2027,to:2031,share:0.5" */
export function writeMeasure({ type, ...facts }: Measure): string {
  return [type, ...writeParts(Object.entries(facts))].join(",");
}

function isMeasureType(text: string): text is MeasureType {
  return (kMeasureTypes as readonly string[]).includes(text);
}

/** The measure that `text` says, with all that one of its type needs; its numbers and names are not looked at. */
export function readMeasure(text: string, pack: Pack): Measure | undefined {
  const [type = "", ...list] = text.split(",");
  const parts = readParts(list);
  if (!isMeasureType(type) || !parts) return undefined;
  const target = targetOf(type);
  const amounts = amountsOf(type, pack);
  const isNumber = (name: string): boolean =>
    name === "from" || name === "to" || amounts.some((amount) => amount.name === name);
  const measure: Record<string, string | number> = { type };
  for (const [name, value] of parts) {
    const read = isNumber(name) ? readNumber(value) : name === target?.name ? value : undefined;
    if (read === undefined) return undefined;
    measure[name] = read;
  }
  const needed = [
    "from",
    ...(target && !target.isOptional ? [target.name] : []),
    ...amounts.flatMap(({ name, usual }) => (usual === undefined ? [name] : [])),
  ];
  if (!needed.every((name) => name in measure)) return undefined;
  if (type === "marketAccess" && !("access" in measure) && !("tariff" in measure)) return undefined;
  return measure as unknown as Measure;
}

/** "us:2029" for a market closed from a year on, "us:2029-2031" for one closed in some years. */
export function writeClosure({ market, from, to }: Closure): string {
  return `${market}:${from}${to === undefined ? "" : `-${to}`}`;
}

const kClosure = /^(?<market>[^:]+):(?<from>\d+)(?:-(?<to>\d+))?$/;

/** The closure that `text` says; its market and years are not looked at. */
export function readClosure(text: string): Closure | undefined {
  const { market, from, to } = kClosure.exec(text)?.groups ?? {};
  if (market === undefined) return undefined;
  return { market, from: Number(from), ...(to !== undefined && { to: Number(to) }) };
}
