import type { Pack, Shares } from "../../engine/types.ts";
import { wholeParts } from "./largest_remainders.ts";
import { sameValue } from "./same_value.ts";

/** Share of each "sector/channel" in the new sellers, above 0 and in the pack's order; they sum to 1. */
export type Mix = Shares;

/** What the segments of a mix can be added up by. */
export type MixSide = "sector" | "channel";

/** How far the sum of shares that come from elsewhere may lie from 1. */
export const kSumTolerance = 1e-6;

/** The ready-made mixes. */
export type MixChoice = "pack" | "textiles" | "even";
export const kMixChoices: readonly MixChoice[] = ["pack", "textiles", "even"];

/** Shares that are set here are whole multiples of a millionth, so that they are short to write and sum to 1. */
const kUnits = 1_000_000;
/** Sectors that count as textiles, by id. */
const kTextiles = /apparel|textile|garment|knit/;
/** What a sector that does not use a channel is taken to use it, so that it does where nobody else is left. */
const kLeastSplit = 1e-14;
/** Halvings of an interval that leave nothing between doubles. */
const kHalvings = 80;

interface Segment {
  readonly key: string;
  readonly sector: string;
  readonly channel: string;
}

function segmentsOf(pack: Pack): Segment[] {
  return pack.sectors.flatMap((sector) =>
    pack.channels.map((channel) => ({
      key: `${sector.id}/${channel.id}`,
      sector: sector.id,
      channel: channel.id,
    })),
  );
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** `weights` as shares of their sum; all the same where they are all 0. */
function normalised(weights: readonly number[]): number[] {
  const total = sum(weights);
  return weights.map((weight) => (total > 0 ? weight / total : 1 / weights.length));
}

/** `total` whole units dealt out by `weights`. */
function dealtOut(weights: readonly number[], total: number): number[] {
  return wholeParts(normalised(weights).map((share) => share * total), total);
}

/** The shares of `mix` that are above 0, in the pack's order. */
export function orderedMix(mix: Shares, pack: Pack): Mix {
  return Object.fromEntries(
    segmentsOf(pack).flatMap(({ key }) => ((mix[key] ?? 0) > 0 ? [[key, mix[key] ?? 0]] : [])),
  );
}

/** `mix` added up by sector or by channel, with every one of the pack's. */
export function sharesBy(side: MixSide, mix: Mix, pack: Pack): Shares {
  const set = side === "sector" ? pack.sectors : pack.channels;
  const shares = Object.fromEntries(set.map(({ id }) => [id, 0]));
  for (const segment of segmentsOf(pack)) {
    shares[segment[side]] = (shares[segment[side]] ?? 0) + (mix[segment.key] ?? 0);
  }
  return shares;
}

/** How each sector is split over the channels: rows in the pack's order, each summing to 1. */
function splitsOf(mix: Mix, pack: Pack): number[][] {
  const overall = Object.values(sharesBy("channel", pack.defaults.onboarding.mix, pack));
  const rowIn = (from: Mix, sector: string): number[] =>
    pack.channels.map(({ id }) => from[`${sector}/${id}`] ?? 0);
  return pack.sectors.map(({ id }) => {
    const rows = [rowIn(mix, id), rowIn(pack.defaults.onboarding.mix, id), overall];
    return normalised(rows.find((row) => sum(row) > 0) ?? overall);
  });
}

/** A mix from the shares of the sectors and how each is split over the channels. */
function mixOf(shares: readonly number[], splits: readonly (readonly number[])[], pack: Pack): Mix {
  const units = dealtOut(shares, kUnits);
  const bySegment = splits.flatMap((split, index) => dealtOut(split, units[index] ?? 0));
  return Object.fromEntries(
    segmentsOf(pack).flatMap(({ key }, index) => {
      const dealt = bySegment[index] ?? 0;
      return dealt > 0 ? [[key, dealt / kUnits]] : [];
    }),
  );
}

/**
 * `shares` with the one at `at` set to `share` and the others scaled to fill the rest in the
 * proportions that they have, or that they have in `others` where they are all 0.
 */
function withShare(shares: readonly number[], at: number, share: number, others: readonly number[]): number[] {
  const without = (values: readonly number[]): number[] => values.filter((_, index) => index !== at);
  if (shares.length === 1) return [1];
  const weights = sum(without(shares)) > 0 ? without(shares) : without(others);
  const rest = normalised(weights).map((weight) => weight * (1 - share));
  return rest.toSpliced(at, 0, share);
}

/** `mix` with the share of one sector set, 0 to 1. The others make room; each stays split as it was. */
export function withSectorShare(mix: Mix, sector: string, share: number, pack: Pack): Mix {
  const inOrder = (of: Mix): number[] => Object.values(sharesBy("sector", of, pack));
  const at = pack.sectors.findIndex(({ id }) => id === sector);
  if (at < 0) return mix;
  const shares = withShare(inOrder(mix), at, share, inOrder(pack.defaults.onboarding.mix));
  return mixOf(shares, splitsOf(mix, pack), pack);
}

/**
 * `mix` with the share of one channel set, 0 to 1. The sectors keep their shares: in each, the
 * odds of the channel change by the same factor, and the other channels make room in proportion.
 */
export function withChannelShare(mix: Mix, channel: string, share: number, pack: Pack): Mix {
  const at = pack.channels.findIndex(({ id }) => id === channel);
  if (at < 0) return mix;
  const shares = normalised(Object.values(sharesBy("sector", mix, pack)));
  const splits = splitsOf(mix, pack);
  const odds = splits.map((split) => {
    const part = Math.min(Math.max(split[at] ?? 0, kLeastSplit), 1 - kLeastSplit);
    return part / (1 - part);
  });
  const partOf = (odd: number, factor: number): number => (odd * factor) / (1 + odd * factor);
  let [low, high] = [-60, 60];
  for (let step = 0; step < kHalvings; ++step) {
    const factor = Math.exp((low + high) / 2);
    const reached = sum(odds.map((odd, index) => (shares[index] ?? 0) * partOf(odd, factor)));
    if (reached < share) low = (low + high) / 2;
    else high = (low + high) / 2;
  }
  const whole = Object.values(sharesBy("channel", pack.defaults.onboarding.mix, pack));
  const moved = splits.map((split, index) => {
    const part = share <= 0 || share >= 1 ? share : partOf(odds[index] ?? 0, Math.exp(high));
    return withShare(split, at, part, whole);
  });
  return mixOf(shares, moved, pack);
}

/** How one sector is split over the channels, by channel; the parts sum to 1. Of an empty one, how it would be. */
export function splitOf(mix: Mix, sector: string, pack: Pack): Shares {
  const at = pack.sectors.findIndex(({ id }) => id === sector);
  const split = splitsOf(mix, pack)[at] ?? [];
  return Object.fromEntries(split.map((part, index) => [pack.channels[index]?.id ?? "", part]));
}

/** `mix` with the part of one sector's sellers who use a channel, 0 to 1. All sectors keep their shares. */
export function withSplit(mix: Mix, sector: string, channel: string, part: number, pack: Pack): Mix {
  const row = pack.sectors.findIndex(({ id }) => id === sector);
  const at = pack.channels.findIndex(({ id }) => id === channel);
  const splits = splitsOf(mix, pack);
  const split = splits[row];
  if (!split || at < 0) return mix;
  const whole = Object.values(sharesBy("channel", pack.defaults.onboarding.mix, pack));
  const shares = Object.values(sharesBy("sector", mix, pack));
  return mixOf(shares, splits.with(row, withShare(split, at, part, whole)), pack);
}

/** The ready-made mix that `mix` is, if it is one. */
export function mixChoiceOf(mix: Mix, pack: Pack): MixChoice | undefined {
  return kMixChoices.find((choice) => sameValue(mix, readyMix(choice, pack)));
}

/** A ready-made mix. "Textiles" keeps the proportions that the pack has among them; all keep its split over channels. */
export function readyMix(choice: MixChoice, pack: Pack): Mix {
  const base = orderedMix(pack.defaults.onboarding.mix, pack);
  if (choice === "pack") return base;
  const shares = sharesBy("sector", base, pack);
  const weights = pack.sectors.map(({ id }) =>
    choice === "even" ? 1 : kTextiles.test(id) ? (shares[id] ?? 0) : 0,
  );
  return sum(weights) > 0 ? mixOf(weights, splitsOf(base, pack), pack) : base;
}
