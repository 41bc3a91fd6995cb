/**
 * The service worker that ends all others: served in the place of the usual one, it forgets every
 * version that is kept, removes itself, and loads open pages anew from the network.
 */

import { cachePrefix } from "./answering.ts";
import type { WorkerScope } from "./worker_scope.ts";

const worker = globalThis as unknown as WorkerScope;

async function retire(): Promise<void> {
  const prefix = cachePrefix(worker.registration.scope);
  const names = await worker.caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(prefix)).map((name) => worker.caches.delete(name)));
  await worker.registration.unregister();
  const pages = await worker.clients.matchAll({ type: "window" });
  await Promise.all(pages.map((page) => page.navigate(page.url)));
}

worker.addEventListener("install", (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener("activate", (event) => event.waitUntil(retire()));
