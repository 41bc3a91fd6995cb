import type { ControllerOptions, PageEngine } from "../../web/state/controller.ts";
import type { Address } from "../../web/state/link_keeper.ts";

const refuse = (): Promise<never> => Promise.reject(new Error("This was not expected to be asked."));

/** An engine that answers nothing. */
export const kNoEngine: PageEngine = { isTranslated: false, run: refuse, headline: refuse, evaluate: refuse, sensitivity: refuse, goal: refuse, compare: refuse, samples: refuse };

/** An address that keeps what is written and what is to be remembered, with every text that it had. */
export function nowhere(hash = ""): Address & { readonly written: string[]; readonly remembered: string[] } {
  const written: string[] = [];
  const remembered: string[] = [];
  return {
    readHash: () => written.at(-1) ?? hash,
    writeHash: (next) => void written.push(next),
    rememberLink: (link) => void remembered.push(link),
    page: "https://example.org/",
    written,
    remembered,
  };
}

/** Surroundings of a controller in which nothing happens. */
export const kNoSurroundings: ControllerOptions = {
  presets: [],
  address: nowhere(),
  loadEngine: refuse,
  loadChanges: refuse,
  announce: () => "",
  keepPreferences: () => undefined,
  recallKept: () => "",
  rememberKept: () => undefined,
  copyText: () => Promise.resolve(false),
  saveFile: () => undefined,
  saveResults: refuse,
  saveSamples: refuse,
};
