import { kLinkSigns } from "./link_signs.ts";

/** Calls `hear` whenever the visitor may be about to leave the page: a link may be followed, or the page goes out of sight. */
export function onLeaving(hear: () => void): void {
  for (const sign of ["pagehide", "visibilitychange"]) addEventListener(sign, hear);
  for (const sign of kLinkSigns) {
    // Before what the link itself hears: a link to this page in another language takes its address along.
    addEventListener(sign, ({ target }) => void ((target as Element).closest("a") && hear()), { capture: true });
  }
}
