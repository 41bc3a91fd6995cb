import type { Pack } from "../engine/types.ts";
import type { Preset } from "./presets.ts";

/** The data that the page starts from. */
export interface FirstData {
  /** The pack in one language, without its notes, dates and sources. */
  readonly pack: Pack;
  /** Ready-made plans in one language. */
  readonly presets: readonly Preset[];
}

/** A text in `language` only, or in English where it has none in that; any other value as it is. */
function inLanguage(value: unknown, language: string): unknown {
  if (typeof value !== "object" || value === null || !("en" in value)) return value;
  return { en: (value as Readonly<Record<string, unknown>>)[language] ?? value.en };
}

/**
 * What the first screen needs of a pack, as a pack: its texts in `language` only, in the place of the English ones,
 * and nothing of where figures come from but their grade. It makes the same plans and scenarios as the pack itself.
 */
export function firstPack(pack: Pack, language: string): Pack {
  const text = JSON.stringify(pack, (key, value: unknown) => {
    if (key === "note" || key === "date") return undefined;
    if (key === "sources") return Array.isArray(value) ? [] : {};
    return inLanguage(value, language);
  });
  return JSON.parse(text) as Pack;
}

/** Ready-made plans with their texts in `language` only, in the place of the English ones. */
export function firstPresets(presets: readonly Preset[], language: string): readonly Preset[] {
  return JSON.parse(JSON.stringify(presets, (_, value: unknown) => inLanguage(value, language))) as readonly Preset[];
}
