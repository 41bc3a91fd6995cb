import type { Pack } from "../engine/types.ts";
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

/** Fetches what changed between versions. */
export async function loadChanges(url: URL): Promise<ChangeFile> {
  return (await load(url)) as ChangeFile;
}

/** `load` for all who ask, called once: what has come is kept, what failed is tried again for the next who asks. */
export function once<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loading: Promise<Value> | undefined;
  return async () => {
    loading ??= load();
    try {
      return await loading;
    } catch (error) {
      loading = undefined;
      throw error;
    }
  };
}
