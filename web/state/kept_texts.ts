import type { Pack } from "../engine/types.ts";
import { kLetters, type KeptPlan } from "./kept_plans.ts";
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
