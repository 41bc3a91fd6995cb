import { messageOf, type EngineFault } from "../engine/errors.ts";
import type { Pack, Scenario } from "../engine/types.ts";
import { readLink, type LinkFault, type LinkReading } from "../state/link/read_link.ts";
import { writeLink } from "../state/link/write_link.ts";
import { readScenarioFile } from "../state/scenario_files.ts";
import type { CheckingEngine } from "../state/scenario_reading.ts";
import { compareWith, type Versions } from "../state/versions.ts";
import type { SetFault } from "./protocol.ts";

/** What a "set" asks for: a share link from "#" on, and what that was made with where it is not this; or what is wrong with it. */
export type Wanted =
  | { readonly hash: string; readonly madeWith: Versions | undefined; readonly faults?: undefined }
  | { readonly faults: readonly [SetFault, ...SetFault[]]; readonly hash?: undefined };

/** What a frame needs to read what the page around it asks for. */
export interface WantedContext {
  readonly pack: Pack;
  readonly modelVersion: string;
  engine(): Promise<CheckingEngine>;
}

const kProblems: Readonly<Record<LinkFault["problem"], { readonly code: string; readonly words: string }>> = {
  unknown: { code: "unknown_name", words: "is not known here" },
  unreadable: { code: "wrong_type", words: "cannot be read" },
  outOfRange: { code: "out_of_range", words: "is not allowed" },
  notWhole: { code: "wrong_type", words: "is no whole number" },
  notPowerOfTwo: { code: "not_power_of_two", words: "is no power of two" },
  wrongSum: { code: "wrong_sum", words: "does not sum to 1" },
  conflict: { code: "conflict", words: "contradicts another part of the link" },
};

function faultOfLink({ key, value, problem, limits, figure }: LinkFault): SetFault {
  const { code, words } = kProblems[problem];
  const range = limits ? `; allowed is ${limits.min} to ${limits.max}` : "";
  const hint = figure === undefined ? "" : ` (${figure})`;
  return { code, path: "/link", message: `${key}=${value} ${words}${hint}${range}.` };
}

function refused(code: string, path: string, message: string): Wanted {
  return { faults: [{ code, path, message }] };
}

/** All of `faults`, of which there is at least one. */
function refusedFor([first, ...others]: readonly SetFault[]): Wanted {
  return first ? { faults: [first, ...others] } : refused("internal", "", "It was refused without a reason.");
}

/** What is wrong with a link of which `reading` was read. */
export function faultsOfLink(reading: LinkReading): readonly SetFault[] {
  if (reading.kind === "plan") return reading.faults.map(faultOfLink);
  const why = reading.kind === "none" ? "is no share link" : `is a share link of format ${reading.format}, which is not known here`;
  return [{ code: "wrong_type", path: "/link", message: `The link ${why}.` }];
}

/** What a link was made with, as far as it says so and that is not what is in use here. */
export function madeWith(link: LinkReading, { version, id }: Pack, modelVersion: string): Versions | undefined {
  if (link.kind !== "plan") return undefined;
  const { model, pack } = link;
  const { kind } = compareWith(link, { model: modelVersion, pack: version }, id, { schema: 1, releases: [] });
  return kind === "same" ? undefined : { ...(model !== undefined && { model }), ...(pack !== undefined && { pack }) };
}

function wantedByLink(link: string, { pack, modelVersion }: WantedContext): Wanted {
  const hash = `#${link.slice(link.indexOf("#") + 1)}`;
  const reading = readLink(hash, pack);
  const faults = faultsOfLink(reading);
  return faults.length === 0 ? { hash, madeWith: madeWith(reading, pack, modelVersion) } : refusedFor(faults);
}

async function wantedByScenario(scenario: object | string, { pack, modelVersion, engine }: WantedContext): Promise<Wanted> {
  let text: string;
  try {
    text = typeof scenario === "string" ? scenario : JSON.stringify(scenario);
  } catch (error) {
    return refused("wrong_type", "/scenario", messageOf(error));
  }
  const file = { name: "", size: new TextEncoder().encode(text).length, text: () => Promise.resolve(text) };
  // In the text of an object a number that is not finite is null: the engine sees it in the object.
  const checking = engine().then((one): CheckingEngine => ({ evaluate: (asked) => one.evaluate(asked === text ? (scenario as Scenario) : asked) }));
  const { plan, faults } = await readScenarioFile(file, pack, checking);
  if (plan) return { hash: writeLink(pack, modelVersion, plan), madeWith: undefined };
  return refusedFor(faults.map(({ code, path, message }: EngineFault) => ({ code, path: `/scenario${path}`, message })));
}

/**
 * Reads the data of a "set": `link`, a share link, its part from "#" on or that without "#"; or `scenario`, an object or JSON
 * text, as the engine reads it. It is taken as a whole or refused with every fault. Never rejects.
 */
export async function readWanted(data: Readonly<Record<string, unknown>>, context: WantedContext): Promise<Wanted> {
  const [key, ...others] = Object.keys(data);
  if (others.length > 0 || (key !== "scenario" && key !== "link")) {
    return refused("unknown_key", "", "A set holds either scenario or link, and nothing else.");
  }
  const { scenario, link } = data;
  if (typeof link === "string") return wantedByLink(link, context);
  if (typeof scenario === "string" || (typeof scenario === "object" && scenario !== null)) return wantedByScenario(scenario, context);
  return refused("wrong_type", `/${key}`, key === "link" ? "link must be a text." : "scenario must be an object, or one as JSON text.");
}
