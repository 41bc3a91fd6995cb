import type { Pack } from "../engine/types.ts";
import { readLink } from "../state/link/read_link.ts";
import type { Versions } from "../state/versions.ts";
import type { SetFault } from "./protocol.ts";
import { kThemes, kViews } from "./query.ts";
import { faultsOfLink, madeWith } from "./wanted_plan.ts";

/** What the address of a frame asks for. */
export interface Beginning {
  /** A scenario as JSON text, in place of a link: the engine is to read it. What a link says, the calculator shows by itself. */
  readonly scenario?: string;
  /** What is wrong with a link. */
  readonly faults: readonly SetFault[];
  /** Whether nothing of the link can be shown. */
  readonly isRefused: boolean;
  /** What the link was made with, where it is not what is in use here. */
  readonly madeWith: Versions | undefined;
}

const kScenario = "#scenario=";

/** What of the part of an address from "?" on is not known. What is empty counts as not said. */
export function queryFaults(search: string): readonly SetFault[] {
  const said = new URLSearchParams(search);
  return Object.entries({ view: kViews, theme: kThemes }).flatMap(([name, known]) => {
    const value = said.get(name) ?? "";
    if (value === "" || known.includes(value)) return [];
    return { code: "unknown_name", path: `/${name}`, message: `${name} must be one of ${known.join(", ")}, not "${value}".` };
  });
}

/** Reads the part of a frame's address from "#" on. */
export function readBeginning(hash: string, pack: Pack, modelVersion: string): Beginning {
  if (hash.startsWith(kScenario)) {
    return { faults: [], isRefused: false, madeWith: undefined, scenario: new URLSearchParams(hash.slice(1)).get("scenario") ?? "" };
  }
  const reading = readLink(hash, pack);
  return {
    faults: hash === "" ? [] : faultsOfLink(reading),
    isRefused: hash !== "" && reading.kind !== "plan",
    madeWith: madeWith(reading, pack, modelVersion),
  };
}
