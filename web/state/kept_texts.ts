import type { Pack } from "../engine/types.ts";
import { keptAs, kLetters, withKept, type KeptPlan } from "./kept_plans.ts";
import { readLink } from "./link/read_link.ts";
import { writeLink } from "./link/write_link.ts";

/** `kept` as a text: the preset and the link of each by its letter. `modelVersion` is what their links name. */
export function keptText(kept: readonly KeptPlan[], pack: Pack, modelVersion: string): string {
  return JSON.stringify(
    Object.fromEntries(kept.map(({ letter, preset, plan }) => [letter, [preset, writeLink(pack, modelVersion, plan)]])),
  );
}

/** The plans that such a text says. Whatever it holds, those are left out that are not whole or of another pack. */
export function keptFrom(text: string, pack: Pack): readonly KeptPlan[] {
  try {
    const read = JSON.parse(text) as Readonly<Record<string, readonly unknown[]>>;
    return kLetters.flatMap((letter) => {
      const [preset, link] = read[letter] ?? [];
      const reading = readLink(String(link), pack);
      const isWhole = reading.kind === "plan" && reading.faults.length === 0 && reading.pack === pack.version;
      return isWhole && typeof preset === "string" ? [{ letter, preset, plan: reading.plan }] : [];
    });
  } catch {
    return [];
  }
}

/**
 * The plans that a text `now` says, which was `before` when `kept` were those of a page; what this page alone has follows
 * under the letters that are free, as far as there are some.
 */
export function keptAfter(kept: readonly KeptPlan[], before: string, now: string, pack: Pack): readonly KeptPlan[] {
  const known = keptFrom(before, pack);
  const own = kept.filter(({ plan }) => !keptAs(known, plan));
  return own.reduce((all, { plan, preset }) => withKept(all, plan, preset), keptFrom(now, pack));
}
