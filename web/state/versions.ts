import type { Text } from "../engine/types.ts";

/** A release of the calculator with what gives other figures than before. */
export interface Release {
  /** "YYYY-MM" */
  readonly date: string;
  /** Version of the model. */
  readonly model: string;
  /** Versions of the country packs by identifier. */
  readonly packs: Readonly<Record<string, string>>;
  readonly changes: readonly Text[];
}

/** What changed between versions: public/versions/changes.json, schema 1, the newest first. */
export interface ChangeFile {
  readonly schema: 1;
  readonly releases: readonly Release[];
}

/** Versions that figures were made with; undefined where it is not known. */
export interface Versions {
  readonly model?: string | undefined;
  readonly pack?: string | undefined;
}

/** How the versions of a link stand to those in use. */
export type VersionComparison =
  | { readonly kind: "same" }
  /** The link is older; these releases, the newest first, lie between. */
  | { readonly kind: "older"; readonly releases: readonly Release[] }
  /** The link was made with something newer than what is in use here. */
  | { readonly kind: "newer" }
  /** What the link names is no version. */
  | { readonly kind: "unknown" };

const kVersion = /^\d+(?:\.\d+)*$/;

/** Below 0 where version `a` comes before `b`, above where after: part by part, as numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split(".").map(Number));
  const length = Math.max(left?.length ?? 0, right?.length ?? 0);
  for (let part = 0; part < length; ++part) {
    const difference = (left?.[part] ?? 0) - (right?.[part] ?? 0);
    // A part that is no number comes first.
    if (difference !== 0) return Number.isNaN(difference) ? -1 : difference;
  }
  return 0;
}

/** How a link's versions stand to those in use, and what changed since, as far as `changes` of the pack `packId` says. */
export function compareWith(
  link: Versions,
  used: Required<{ readonly [Key in keyof Versions]: string }>,
  packId: string,
  { releases }: ChangeFile,
): VersionComparison {
  if ([link.model, link.pack].some((version) => version !== undefined && !kVersion.test(version))) return { kind: "unknown" };
  const order = [
    link.model === undefined ? 0 : compareVersions(link.model, used.model),
    link.pack === undefined ? 0 : compareVersions(link.pack, used.pack),
  ];
  if (order.some((difference) => difference > 0)) return { kind: "newer" };
  if (order.every((difference) => difference === 0)) return { kind: "same" };
  const isAfter = (version: string | undefined, than: string | undefined): boolean =>
    version !== undefined && than !== undefined && compareVersions(version, than) > 0;
  return {
    kind: "older",
    releases: releases.filter(
      ({ model, packs }) => isAfter(model, link.model) || isAfter(packs[packId], link.pack),
    ),
  };
}
