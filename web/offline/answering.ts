/** A file whose name carries a hash of its contents: what once came under it never changes. */
const kHashed = /\/assets\/[^/]+-[\w-]{8}\.\w+$/;

/** How the worker answers a request. */
export type Answering =
  /** From the cache, else from the network, which fills the cache. */
  | "cacheFirst"
  /** From the network, else from the cache. */
  | "networkFirst"
  /** As if there were no worker. */
  | "untouched";

/** The facts of a request that decide how it is answered. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly isRange: boolean;
}

/** How a request under `scope`, an address that ends with a slash, is answered. */
export function answering({ method, url, isRange }: Asked, scope: string): Answering {
  if (method !== "GET" || isRange || !url.startsWith(scope)) return "untouched";
  return isHashed(url) ? "cacheFirst" : "networkFirst";
}

/** How the names of all caches begin that belong to the calculator under `scope`; a site may hold several. */
export function cachePrefix(scope: string): string {
  return `export-potential ${scope} `;
}

/** Whether what stands at `url` never changes. */
export function isHashed(url: string): boolean {
  return kHashed.test(new URL(url).pathname);
}

/** The address that the file at `url` is kept under: a folder stands for its index, and what follows "?" or "#" does not count. */
export function keptAs(url: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.endsWith("/") ? `${pathname}index.html` : pathname}`;
}
