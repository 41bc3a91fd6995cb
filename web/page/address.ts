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

/** Makes the addresses of this page in its languages whole: where the site is published, only the browser knows. */
export function completeAddresses(): void {
  const links = document.querySelectorAll<HTMLLinkElement>('link[rel="canonical"], link[rel="alternate"]');
  for (const link of links) link.setAttribute("href", link.href);
}
