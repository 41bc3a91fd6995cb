/**
 * The service worker: keeps one whole version of the calculator, so that it opens without a network.
 * A version is kept as it was when it was installed; another one replaces it as a whole.
 */

import { answering, cachePrefix, isHashed, keptAs } from "./answering.ts";
import { isWorkerMessage } from "./messages.ts";
import type { RequestEvent, WorkerScope } from "./worker_scope.ts";

/** Addresses of the files of this version relative to the worker, and a hash of them all: the build writes them in. */
declare const kPrecache: readonly string[];
declare const kVersion: string;

/** How long in milliseconds a network may take before what is kept answers in its place. */
const kPatienceMs = 4000;
/** From this status on, it is not the request that is at fault but the server, or what stands before it. */
const kServerFails = 500;

const worker = globalThis as unknown as WorkerScope;
const { scope } = worker.registration;
const prefix = cachePrefix(scope);
const cacheName = prefix + kVersion;

/** An answer that may stand for any request of its address: one that was redirected may not open a page. */
function plain(response: Response): Response {
  const { body, headers, status, statusText } = response;
  return response.redirected ? new Response(body, { headers, status, statusText }) : response;
}

async function put(cache: Cache, url: string): Promise<void> {
  // Without a hash in the name, only the server knows what is new.
  const request = new Request(url, { cache: isHashed(url) ? "default" : "no-cache" });
  const response = await worker.fetch(request);
  if (!response.ok) throw new Error(`${url}: the server answered ${response.status}.`);
  await cache.put(keptAs(url), plain(response));
}

async function install(): Promise<void> {
  const wasThere = await worker.caches.has(cacheName);
  const cache = await worker.caches.open(cacheName);
  try {
    await Promise.all(kPrecache.map((path) => put(cache, new URL(path, scope).href)));
  } catch (error) {
    // A part of a version is none, and takes what room there is. What was there may be in use.
    if (!wasThere) await worker.caches.delete(cacheName);
    throw error;
  }
}

async function forgetOthers(): Promise<void> {
  const names = await worker.caches.keys();
  const old = names.filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(old.map((name) => worker.caches.delete(name)));
}

/** Keeps what a page loaded already, where its address cannot change its meaning and as far as there is room. */
async function keep(urls: readonly string[]): Promise<void> {
  const cache = await worker.caches.open(cacheName);
  const wanted = urls.filter((url) => url.startsWith(scope) && isHashed(url));
  for (const url of wanted) {
    if (!(await cache.match(keptAs(url)))) await put(cache, url).catch(() => undefined);
  }
}

/** The answer that is kept for a request, if the browser can say so. */
function keptFor({ url }: Request): Promise<Response | undefined> {
  return worker.caches.match(keptAs(url), { cacheName }).catch(() => undefined);
}

async function keepAnswer({ url }: Request, response: Response): Promise<void> {
  const cache = await worker.caches.open(cacheName);
  await cache.put(keptAs(url), plain(response));
}

async function fromCacheFirst(event: RequestEvent): Promise<Response> {
  const { request } = event;
  const kept = await keptFor(request);
  if (kept) return kept;
  const response = await worker.fetch(request);
  // The page has its file also where there is no room, or the server allows no keeping.
  if (response.ok) event.waitUntil(keepAnswer(request, response.clone()).catch(() => undefined));
  return response;
}

async function fromNetworkFirst({ request }: RequestEvent): Promise<Response> {
  const kept = await keptFor(request);
  if (!kept) return worker.fetch(request);
  const late = new Promise<Response>((resolve) => {
    setTimeout(() => resolve(kept), kPatienceMs);
  });
  const fetched = worker.fetch(request).then(
    (response) => (response.status >= kServerFails ? kept : response),
    () => kept,
  );
  return Promise.race([fetched, late]);
}

function answer(event: RequestEvent): void {
  const { method, url, headers } = event.request;
  const way = answering({ method, url, isRange: headers.has("range") }, scope);
  if (way === "cacheFirst") event.respondWith(fromCacheFirst(event));
  if (way === "networkFirst") event.respondWith(fromNetworkFirst(event));
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(forgetOthers()));
worker.addEventListener("fetch", answer);
worker.addEventListener("message", (event) => {
  const { data } = event;
  if (!isWorkerMessage(data)) return;
  event.waitUntil(data.type === "takeOver" ? worker.skipWaiting() : keep(data.urls));
});
