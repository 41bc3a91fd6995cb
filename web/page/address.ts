import type { Address } from "../state/link_keeper.ts";

/** The address of this window. */
export function windowAddress(): Address {
  const page = new URL(location.href);
  page.hash = "";
  page.search = "";
  return {
    readHash: () => location.hash,
    writeHash: (hash) => {
      history.replaceState(history.state, "", `${location.pathname}${location.search}${hash}`);
    },
    page: page.href,
  };
}
