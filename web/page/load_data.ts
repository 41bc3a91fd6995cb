import type { Pack } from "../engine/types.ts";
import type { PresetFile } from "../state/presets.ts";
import type { ChangeFile } from "../state/versions.ts";

const kPatienceMs = 20_000;

/** Fetches a JSON file. Rejects when it cannot be had within twenty seconds. */
async function load(url: URL): Promise<unknown> {
  const response = await fetch(url, { signal: AbortSignal.timeout(kPatienceMs) });
  if (!response.ok) throw new Error(`${url.href}: the server answered ${response.status}.`);
  return response.json();
}

/** Fetches a country pack. */
export async function loadPack(url: URL): Promise<Pack> {
  return (await load(url)) as Pack;
}

/** Fetches the ready-made plans for a pack. */
export async function loadPresets(url: URL): Promise<PresetFile> {
  return (await load(url)) as PresetFile;
}

/** Fetches what changed between versions. */
export async function loadChanges(url: URL): Promise<ChangeFile> {
  return (await load(url)) as ChangeFile;
}
