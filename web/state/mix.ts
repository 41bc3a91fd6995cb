import type { Pack } from "../engine/types.ts";

/** Share of the new sellers by sector id; sums to 1. */
export type SectorShares = Readonly<Record<string, number>>;

/** The ready-made mixes, and "own" for shares the visitor set. */
export type MixChoice = "pack" | "textiles" | "even" | "own";

/** Sectors that count as textiles, by id. */
const kTextiles = /apparel|textile|garment|knit/;

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

function splitKey(segment: string): [sector: string, channel: string] {
  const [sector = "", channel = ""] = segment.split("/");
  return [sector, channel];
}

/** The pack's default mix by sector. */
export function packShares(pack: Pack): SectorShares {
  const shares: Record<string, number> = Object.fromEntries(pack.sectors.map(({ id }) => [id, 0]));
  for (const [segment, share] of Object.entries(pack.defaults.onboarding.mix)) {
    const [sector] = splitKey(segment);
    shares[sector] = (shares[sector] ?? 0) + share;
  }
  return shares;
}

/** The shares of a ready-made mix. "Textiles" keeps the proportions that the pack has among them. */
export function sharesOf(choice: Exclude<MixChoice, "own">, pack: Pack): SectorShares {
  const base = packShares(pack);
  if (choice === "pack") return base;
  const ids = pack.sectors.map(({ id }) => id);
  if (choice === "even") return Object.fromEntries(ids.map((id) => [id, 1 / ids.length]));
  const textiles = ids.filter((id) => kTextiles.test(id));
  const total = sum(textiles.map((id) => base[id] ?? 0));
  if (total === 0) return base;
  return Object.fromEntries(
    ids.map((id) => [id, textiles.includes(id) ? (base[id] ?? 0) / total : 0]),
  );
}

/**
 * `shares` with the one of `sector` set to `share` (0..1) and the others scaled to fill the rest
 * in the proportions they had, or evenly when they had nothing.
 */
export function withShare(shares: SectorShares, sector: string, share: number): SectorShares {
  const others = Object.keys(shares).filter((id) => id !== sector);
  if (others.length === 0) return { [sector]: 1 };
  const rest = sum(others.map((id) => shares[id] ?? 0));
  const room = 1 - share;
  return Object.fromEntries(
    Object.entries(shares).map(([id, old]) => {
      if (id === sector) return [id, share];
      return [id, rest > 0 ? (old / rest) * room : room / others.length];
    }),
  );
}

/**
 * The mix by "sector/channel" for the engine. Each sector keeps the pack's split over channels; a
 * sector that the pack leaves empty takes the split over all sectors.
 */
export function mixOf(shares: SectorShares, pack: Pack): Record<string, number> {
  const packMix = Object.entries(pack.defaults.onboarding.mix);
  const bySector = packShares(pack);
  const entries = Object.entries(shares).flatMap(([sector, share]) => {
    if (share <= 0) return [];
    const inPack = bySector[sector] ?? 0;
    const split = new Map<string, number>();
    for (const [segment, value] of packMix) {
      const [of, channel] = splitKey(segment);
      if (inPack > 0 && of !== sector) continue;
      split.set(channel, (split.get(channel) ?? 0) + value);
    }
    const total = sum(split.values());
    return [...split].map(([channel, value]): [string, number] => [
      `${sector}/${channel}`,
      (share * value) / total,
    ]);
  });
  const total = sum(entries.map(([, share]) => share));
  return Object.fromEntries(entries.map(([segment, share]) => [segment, share / total]));
}
