import type { IndexKind, Named, Pack } from "../engine/types.ts";

/** The elements that a parameter has values for, by the kind of its index. */
export function elementsOf(pack: Pack, kind: IndexKind): readonly Named[] {
  const sets: Readonly<Record<IndexKind, readonly Named[]>> = {
    channel: pack.channels,
    sector: pack.sectors,
    market: pack.markets,
    tier: pack.tiers,
    pool: pack.pool,
  };
  return sets[kind];
}
