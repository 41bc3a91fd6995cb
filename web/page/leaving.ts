/** Calls `hear` whenever the visitor may be about to leave the page: a link is followed, or the page goes out of sight. */
export function onLeaving(hear: () => void): void {
  for (const sign of ["pagehide", "visibilitychange"]) addEventListener(sign, hear);
  // Before what the link itself hears: a link to this page in another language takes its address along.
  addEventListener("click", ({ target }) => void ((target as Element).closest("a") && hear()), { capture: true });
}
