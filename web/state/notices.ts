import type { EngineFault } from "../engine/errors.ts";
import type { LinkFault } from "./link/read_link.ts";
import type { Plan } from "./plan/plan.ts";
import type { Release, Versions } from "./versions.ts";

/** Something that a visitor has to know about a link, a file or the page itself, until it is dismissed. */
export type Notice =
  /** Another version of the page is ready; `takeOver` loads the page anew with it. */
  | { readonly kind: "newVersion"; takeOver(): void }
  /** Parts of the link were left out. */
  | { readonly kind: "linkFaults"; readonly faults: readonly LinkFault[] }
  /** The link does not say in which format it is written, and was read as of this one. */
  | { readonly kind: "linkVersion"; readonly format: string }
  /** The link is written in a way that is not known here, so that nothing of it holds. */
  | { readonly kind: "linkFormat"; readonly format: string }
  /** The link was made with an older model or pack. */
  | {
      readonly kind: "olderLink";
      readonly link: Versions;
      /** The releases between, the newest first. */
      readonly releases: readonly Release[];
      /** Why it cannot be said what changed, or empty. */
      readonly problem: string;
    }
  /** The link was made with something newer than what is in use here. */
  | { readonly kind: "newerLink"; readonly link: Versions }
  /** The link names a version that is none. */
  | { readonly kind: "unknownLink"; readonly link: Versions }
  /** A file is no scenario for this pack; at least one fault. The plan stays as it was. */
  | { readonly kind: "fileFaults"; readonly name: string; readonly faults: readonly EngineFault[] }
  /** The page around a frame asks for a plan that cannot be shown; at least one fault. The pack's own stands in its place. */
  | { readonly kind: "planFaults"; readonly faults: readonly (Omit<EngineFault, "code"> & { readonly code: string })[] };

/** What replaced a plan as a whole. */
export type Replacement =
  | "preset"
  | "reset"
  | "resetReadings"
  | "resetAssumptions"
  | "file"
  | "link"
  | "kept";

/** What a visitor looks at: a year of the result, and the amount aimed at in US$ a year. */
export interface Aim {
  readonly year: number;
  readonly target: number;
}

/** The last replacement of a plan. */
export interface Replaced {
  readonly by: Replacement;
  /** The plan to go back to: the one before, or, once that is back, the one that had replaced it. */
  readonly plan: Plan;
  /** Whether the plan before is back. */
  readonly isUndone: boolean;
  /** The aim that comes back with `plan`, where another came with what replaced it. */
  readonly aim?: Aim | undefined;
}
