import { createEngine } from "../engine/engine.ts";
import type { Pack } from "../engine/types.ts";
import type { PageEngine } from "../state/controller.ts";
import { packForEngine } from "../state/engine_pack.ts";
import type { Catalogue } from "../text/catalogue.ts";
import { engineInWords } from "./engine_in_words.ts";

/** More workers than these would gain less than their memory costs. */
const kMostWorkers = 4;

/** Workers that have a processor each; what the page itself does meanwhile is little. */
function workersHere(): number {
  return Math.max(1, Math.min(kMostWorkers, navigator.hardwareConcurrency || 1));
}

/** Starts the engine for the pack of the first screen; it speaks the language of `text`. */
export async function startEngine(firstPack: Pack, text: Catalogue, signal: AbortSignal): Promise<PageEngine> {
  return engineInWords(await createEngine({ pack: packForEngine(firstPack), workers: workersHere(), signal }), text);
}
