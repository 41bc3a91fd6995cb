import type { Pack } from "../engine/types.ts";

const kPatienceMs = 20_000;

/** Fetches a country pack. Rejects when it cannot be had within twenty seconds. */
export async function loadPack(url: URL): Promise<Pack> {
  const response = await fetch(url, { signal: AbortSignal.timeout(kPatienceMs) });
  if (!response.ok) throw new Error(`${url.href}: the server answered ${response.status}.`);
  return (await response.json()) as Pack;
}
