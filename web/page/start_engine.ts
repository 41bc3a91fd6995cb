import { createEngine } from "../engine/index.ts";
import type { Engine, Pack } from "../engine/index.ts";
import { packForEngine } from "../state/engine_pack.ts";

/** More workers than these would gain less than their memory costs. */
const kMostWorkers = 4;

/** Workers that have a processor each; what the page itself does meanwhile is little. */
function workersHere(): number {
  return Math.max(1, Math.min(kMostWorkers, navigator.hardwareConcurrency || 1));
}

/** Starts the engine for the pack of the first screen. */
export function startEngine(firstPack: Pack, signal: AbortSignal): Promise<Engine> {
  return createEngine({ pack: packForEngine(firstPack), workers: workersHere(), signal });
}
