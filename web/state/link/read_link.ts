import type { Closure, Dist, Pack } from "../../engine/types.ts";
import type { Limits } from "../fields.ts";
import { assumptionFault, assumptionName } from "../plan/assumptions.ts";
import { closureFault, kMostClosures } from "../plan/closures.ts";
import { planLimits, type PlanNumber } from "../plan/edits.ts";
import { kMostMeasures, measureFault, roadmapFault } from "../plan/measures.ts";
import { kSumTolerance, orderedMix } from "../plan/mix.ts";
import { defaultPlan, programmeOf, reportedYears, type Path, type Plan } from "../plan/plan.ts";
import { readClosure, readDistribution, readMeasure, readMix, readNumber, readPath } from "./values.ts";
import { kLinkFormat, kNoMeasures, type LinkView } from "./write_link.ts";

/** Something in a link that was not understood or not allowed, and so was left out. */
export interface LinkFault {
  readonly key: string;
  readonly value: string;
  readonly problem:
    /** Nothing of this name is known here. */
    | "unknown"
    /** It cannot be read as what it should be. */
    | "unreadable"
    /** It is not allowed. */
    | "outOfRange"
    /** It is no whole number. */
    | "notWhole"
    /** It is no power of two; `figure` is the nearest. */
    | "notPowerOfTwo"
    /** Its shares do not sum to 1; `figure` is their sum. */
    | "wrongSum"
    /** It contradicts another part of the link. */
    | "conflict";
  /** Where a number must lie. */
  readonly limits?: Limits;
  /** Whether the limits are years, which have no commas. */
  readonly isYear?: boolean;
  /** What a problem names. */
  readonly figure?: number;
}

/** What is wrong with a number inside its limits. */
type NumberFault = Pick<LinkFault, "problem" | "figure">;

/** What a share link says. */
export type LinkReading =
  /** It is no share link: an ordinary anchor, or nothing. */
  | { readonly kind: "none" }
  /** It was written in a way that is not known here. */
  | { readonly kind: "otherFormat"; readonly format: string }
  | {
      readonly kind: "plan";
      /** The pack's plan with what the link says and could be restored. */
      readonly plan: Plan;
      readonly view: LinkView;
      readonly faults: readonly LinkFault[];
      /** Whether it does not say how it was written: it was then read as this page writes links. */
      readonly isUnversioned?: true;
      /** Versions of the model and of the pack that the link was made with, where it says so. */
      readonly model?: string;
      readonly pack?: string;
    };

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Keys of parts that can be out of range only by a year. */
const kYearKeys = /^(?:startYear|year|closures)$/;
const kMeasureKey = /^measure\d+$/;
/** What a visitor may aim at, US$ a year. */
export const kTargets: Limits = { min: 1, max: 1e12 };
/** The most amounts that a result is held against, and the largest, US$ a year; each is above 0. */
const kMostTargets = 8;
const kLargestTarget = 1e15;
/** Powers of two between these. */
const kDraws: Limits = { min: 256, max: 1_048_576 };

function anyNumber(): undefined {
  return undefined;
}

function wholeFault(value: number): NumberFault | undefined {
  return Number.isInteger(value) ? undefined : { problem: "notWhole" };
}

function drawsFault(value: number): NumberFault | undefined {
  if (Number.isInteger(Math.log2(value))) return undefined;
  // 1.5 times a power of two lies half-way between it and the next.
  return { problem: "notPowerOfTwo", figure: 2 ** Math.floor(Math.log2(value / 0.75)) };
}

/** Reads the parts of a link into a plan, one kind after the other, and collects what it leaves out. */
class LinkReader {
  readonly #pack: Pack;
  readonly #entries = new Map<string, string>();
  readonly faults: LinkFault[] = [];
  plan: Plan;

  constructor(hash: string, pack: Pack) {
    this.#pack = pack;
    this.plan = defaultPlan(pack);
    for (const part of hash.replace(/^#/, "").split("&")) {
      if (part === "") continue;
      const equals = part.indexOf("=");
      const key = decoded(equals < 0 ? part : part.slice(0, equals));
      const value = equals < 0 ? "" : decoded(part.slice(equals + 1));
      if (this.#entries.has(key)) this.#refuse(key, value, "conflict");
      else this.#entries.set(key, value);
    }
  }

  /** The value of a key, which is read by this. */
  take(key: string): string | undefined {
    const value = this.#entries.get(key);
    this.#entries.delete(key);
    return value;
  }

  /** The keys that have not been read, with their values. */
  #takeAll(isWanted: (key: string) => boolean): [string, string][] {
    const wanted = [...this.#entries].filter(([key]) => isWanted(key)).sort(([a], [b]) => (a < b ? -1 : 1));
    for (const [key] of wanted) this.#entries.delete(key);
    return wanted;
  }

  #refuse(
    key: string,
    value: string,
    problem: LinkFault["problem"],
    { limits, isYear = kYearKeys.test(key), figure }: { [Fact in "limits" | "isYear" | "figure"]?: LinkFault[Fact] | undefined } = {},
  ): void {
    this.faults.push({
      key,
      value,
      problem,
      ...(limits && { limits, ...(isYear && { isYear }) }),
      ...(figure !== undefined && { figure }),
    });
  }

  /** A number inside `limits` of which `faultIn` says nothing. */
  #takeNumber(key: string, limits: Limits, faultIn: (value: number) => NumberFault | undefined = wholeFault): number | undefined {
    const text = this.take(key);
    if (text === undefined) return undefined;
    const value = readNumber(text);
    if (value === undefined) {
      this.#refuse(key, text, "unreadable");
      return undefined;
    }
    const isInside = value >= limits.min && value <= limits.max;
    const fault = isInside ? faultIn(value) : { problem: "outOfRange" as const };
    if (!fault) return value;
    this.#refuse(key, text, fault.problem, { limits, figure: fault.figure });
    return undefined;
  }

  #takeOneOf<Word extends string>(key: string, words: readonly Word[]): Word | undefined {
    const text = this.take(key);
    const word = words.find((candidate) => candidate === text);
    if (text !== undefined && word === undefined) this.#refuse(key, text, "outOfRange");
    return word;
  }

  readRun(): void {
    const pack = this.#pack;
    const limits = planLimits({ ...this.plan, measures: [] }, pack);
    const seed = this.#takeNumber("seed", limits.seed);
    const draws = this.#takeNumber("draws", kDraws, drawsFault);
    const sampling = this.#takeOneOf("sampling", ["sobol", "counter"]);
    this.plan = {
      ...this.plan,
      ...(seed !== undefined && { seed }),
      ...(draws !== undefined && { draws }),
      ...(sampling && { sampling }),
    };
    for (const key of ["startYear", "horizon"] as const) {
      const value = this.#takeNumber(key, limits[key]);
      if (value !== undefined) this.plan = { ...this.plan, [key]: value };
    }
  }

  readProgramme(): void {
    const limits = planLimits(this.plan, this.#pack);
    const path = this.#takePath(limits);
    const newSellers = this.#takeNumber("newSellers", limits.newSellers, anyNumber);
    const years = this.#takeNumber("years", limits.years);
    const programme = programmeOf(path ?? this.plan.path, {
      newSellers: newSellers ?? this.plan.newSellers,
      years: years ?? this.plan.years,
    });
    for (const [key, value] of [["newSellers", newSellers], ["years", years]] as const) {
      if (value !== undefined && value !== programme[key]) this.#refuse(key, String(value), "conflict");
    }
    this.plan = { ...this.plan, ...programme };
    const text = this.take("mix");
    if (text === undefined) return;
    const mix = readMix(text, this.#pack);
    const figure = Object.values(mix ?? {}).reduce((sum, share) => sum + share, 0);
    if (!mix) this.#refuse("mix", text, "unreadable");
    else if (Math.abs(figure - 1) > kSumTolerance) this.#refuse("mix", text, "wrongSum", { figure });
    else this.plan = { ...this.plan, mix: orderedMix(mix, this.#pack) };
  }

  #takePath(limits: Readonly<Record<PlanNumber, Limits>>): Path | undefined {
    const text = this.take("path");
    const path = text === undefined ? undefined : readPath(text);
    if (text === undefined) return undefined;
    if (path === undefined) {
      this.#refuse("path", text, "unreadable");
      return undefined;
    }
    if (typeof path === "string") return path;
    const { newSellers, years } = programmeOf(path, this.plan);
    const isInside =
      path.every((value) => value >= 0) && newSellers <= limits.newSellers.max && years <= limits.years.max;
    if (!isInside) this.#refuse("path", text, "outOfRange");
    return isInside ? path : undefined;
  }

  readRoadmap(): void {
    const isEmptied = this.#takeOneOf("measures", [kNoMeasures]) !== undefined;
    const lines = this.#takeAll((key) => kMeasureKey.test(key));
    if (isEmptied || lines.length > 0) this.plan = { ...this.plan, measures: [] };
    for (const [key, text] of lines) {
      const measure = readMeasure(text, this.#pack);
      const { measures } = this.plan;
      if (!measure || measures.length === kMostMeasures) {
        this.#refuse(key, text, measure ? "outOfRange" : "unreadable");
        continue;
      }
      const longer = { ...this.plan, measures: [...measures, measure] };
      const fault = measureFault(longer, measures.length, this.#pack);
      if (!fault) this.plan = longer;
      else if (fault.kind === "outOfRange") {
        this.#refuse(key, text, "outOfRange", { limits: fault.limits, isYear: fault.field === "from" || fault.field === "to" });
      }
      else this.#refuse(key, text, fault.kind === "unknown" ? "unknown" : "outOfRange");
    }
    if (roadmapFault(this.plan, this.#pack)) {
      // The pack's own roadmap goes on after the last year that the link asks for.
      const { startYear, horizon } = defaultPlan(this.#pack);
      this.#refuse("horizon", String(this.plan.horizon), "conflict");
      this.plan = { ...this.plan, startYear, horizon };
    }
  }

  readClosures(): void {
    const text = this.take("closures");
    const closures: Closure[] = [];
    for (const part of text?.split(",") ?? []) {
      const closure = readClosure(part);
      const fault = closure && closureFault(closure, this.plan, this.#pack);
      if (!closure) this.#refuse("closures", part, "unreadable");
      else if (fault?.kind === "unknown") this.#refuse("closures", part, "unknown");
      else if (fault || closures.length === kMostClosures) this.#refuse("closures", part, "outOfRange", { limits: fault?.limits });
      else closures.push(closure);
    }
    this.plan = { ...this.plan, closures };
  }

  readTargets(): void {
    const text = this.take("targets");
    const targets: number[] = [];
    for (const part of text?.split(",") ?? []) {
      const amount = readNumber(part);
      if (amount === undefined) this.#refuse("targets", part, "unreadable");
      else if (amount <= 0 || amount > kLargestTarget || targets.length === kMostTargets) this.#refuse("targets", part, "outOfRange");
      else targets.push(amount);
    }
    this.plan = { ...this.plan, targets };
  }

  readWorld(): void {
    const pack = this.#pack;
    const readings: Record<string, string> = {};
    for (const [key, option] of this.#takeAll((name) => name.startsWith("reading."))) {
      const reading = pack.readings?.find(({ id }) => `reading.${id}` === key);
      if (!reading?.options.some(({ id }) => id === option)) this.#refuse(key, option, "unknown");
      else if (option !== reading.options[0].id) readings[reading.id] = option;
    }
    const assumptions: Record<string, Dist> = {};
    for (const [key, text] of this.#takeAll((name) => name.startsWith("assume."))) {
      const name = assumptionName(key.slice("assume.".length), pack);
      const dist = readDistribution(text);
      const fault = name && dist !== undefined ? assumptionFault(name, dist, pack) : undefined;
      if (!name) this.#refuse(key, text, "unknown");
      else if (dist === undefined) this.#refuse(key, text, "unreadable");
      else if (fault) this.#refuse(key, text, "outOfRange", "limits" in fault ? { limits: fault.limits } : {});
      else assumptions[name.key] = dist;
    }
    this.plan = { ...this.plan, readings, assumptions };
  }

  readView(): LinkView {
    const years = reportedYears(this.plan);
    const year = this.#takeNumber("year", { min: years[0] ?? 0, max: years.at(-1) ?? 0 });
    const currency = this.#takeOneOf("currency", ["local"]);
    const target = this.#takeNumber("target", kTargets, anyNumber);
    return {
      ...(year !== undefined && { year }),
      ...(currency && { currency }),
      ...(target !== undefined && { target }),
    };
  }

  /** How many parts have not been read. */
  get left(): number {
    return this.#entries.size;
  }

  /** What is left has names that are not known. */
  finish(): void {
    for (const [key, value] of this.#takeAll(() => true)) this.#refuse(key, value, "unknown");
  }
}

/** Reads the part of an address from "#" on. Whatever it holds, this gives a plan that the engine takes or says that there is none. */
export function readLink(hash: string, pack: Pack): LinkReading {
  const reader = new LinkReader(hash, pack);
  const format = reader.take("v");
  const isUnversioned = format === undefined;
  if (isUnversioned && !hash.includes("=")) return { kind: "none" };
  if (!isUnversioned && format !== kLinkFormat) return { kind: "otherFormat", format };
  const { left } = reader;
  const [model, packVersion] = [reader.take("m"), reader.take("pack")];
  reader.readRun();
  reader.readProgramme();
  reader.readRoadmap();
  reader.readClosures();
  reader.readTargets();
  reader.readWorld();
  const view = reader.readView();
  // What has no version and no name that is known was not written for this page.
  if (isUnversioned && reader.left === left) return { kind: "none" };
  reader.finish();
  return {
    kind: "plan",
    plan: reader.plan,
    view,
    faults: reader.faults,
    ...(isUnversioned && { isUnversioned }),
    ...(model !== undefined && { model }),
    ...(packVersion !== undefined && { pack: packVersion }),
  };
}
