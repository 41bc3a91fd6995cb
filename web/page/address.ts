import type { Address } from "../state/link_keeper.ts";
import { recall, remember } from "./tab_memory.ts";

function writeHash(hash: string): void {
  history.replaceState(history.state, "", `${location.pathname}${location.search}${hash}`);
}

/**
 * Browsers load a page again from the address that it had before it heard of that: what was written then comes back.
 * Not in frames: the page around one says which plan it begins with.
 */
function restoreReloaded(): void {
  if (window !== window.top) return;
  const [visit] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const link = visit?.type === "reload" ? recall("export-potential:plan") : null;
  if (link || (link === "" && location.hash.includes("v="))) writeHash(link);
}

/** The address of this window; of one in a frame, `framedFrom` leads to the calculator's own page. */
export function windowAddress(framedFrom?: string): Address {
  restoreReloaded();
  const page = new URL(framedFrom === undefined ? location.href : `${framedFrom}index.html`, location.href);
  page.hash = "";
  page.search = "";
  return {
    readHash: () => location.hash,
    writeHash,
    rememberLink: (hash) => remember("export-potential:plan", hash),
    page: page.href,
  };
}

/** Makes the addresses of this page in its languages whole: where the site is published, only the browser knows. */
export function completeAddresses(): void {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="canonical"], link[rel="alternate"]');
  for (const link of links) link.setAttribute("href", link.href);
}
