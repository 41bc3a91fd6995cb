import { trustedScriptUrl } from "../engine/trusted_url.ts";
import type { WorkerMessage } from "./messages.ts";

/** What a page does about versions of itself. */
export interface OfflineOptions {
  /**
   * Told when another version is ready, and of each that comes after it. `takeOver` loads the page anew with
   * the newest; until then, and without it, the visitor stays with the present one.
   */
  readonly onNewVersion?: (takeOver: () => void) => void;
}

function send(worker: ServiceWorker, message: WorkerMessage): void {
  worker.postMessage(message);
}

/** Resolves to the worker once it is as far as `state`, or past it. */
function reaches(worker: ServiceWorker, state: "installed" | "activated"): Promise<boolean> {
  const isThere = (): boolean =>
    worker.state === state || (state === "installed" && worker.state.startsWith("activat"));
  return new Promise((resolve) => {
    const look = (): void => {
      if (isThere()) resolve(true);
      else if (worker.state === "redundant") resolve(false);
    };
    worker.addEventListener("statechange", look);
    look();
  });
}

/** Reports a version that waits behind the one in use, at once or when it comes. */
function watchVersions(registration: ServiceWorkerRegistration, onNewVersion: (takeOver: () => void) => void): void {
  const { serviceWorker } = navigator;
  const report = (): void => {
    onNewVersion(() => {
      const reload = (): void => location.reload();
      // Where none waits any more, another tab has shown it.
      if (!registration.waiting) return reload();
      serviceWorker.addEventListener("controllerchange", reload, { once: true });
      send(registration.waiting, { type: "takeOver" });
    });
  };
  const reportWhenReady = async (installing: ServiceWorker): Promise<void> => {
    if (await reaches(installing, "installed")) report();
  };
  if (registration.waiting && serviceWorker.controller) report();
  registration.addEventListener("updatefound", () => {
    const { installing } = registration;
    if (!installing || !serviceWorker.controller) return;
    void reportWhenReady(installing);
  });
}

/** Lets the first worker keep the files that this page needed and that not every page needs, such as fonts. */
async function keepLoaded(registration: ServiceWorkerRegistration): Promise<void> {
  const worker = registration.active ?? registration.waiting ?? registration.installing;
  if (!worker || !(await reaches(worker, "activated"))) return;
  const urls = performance.getEntriesByType("resource").map(({ name }) => name);
  send(worker, { type: "keep", urls });
}

/** So long in milliseconds a page may be busy before the other files are fetched all the same. */
const kBusyMs = 10_000;
/** Where a browser does not say when it is idle. */
const kQuietMs = 2000;

/** Resolves when the page has loaded and is at rest: the other files must not delay what is looked at. */
async function quiet(): Promise<void> {
  if (document.readyState !== "complete") {
    await new Promise((resolve) => {
      addEventListener("load", resolve, { once: true });
    });
  }
  await new Promise<void>((resolve) => {
    if ("requestIdleCallback" in globalThis) requestIdleCallback(() => resolve(), { timeout: kBusyMs });
    else setTimeout(resolve, kQuietMs);
  });
}

/** Whether the visitor asked sites to send little. */
function isSavingData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData ?? false;
}

/**
 * Makes the calculator open without a network from the next visit on, by the service worker at
 * `script`, which fetches all files in the background once the page is quiet. Does nothing in frames,
 * where a host's page decides, for visitors who save data, or where the browser has no service
 * workers or refuses them.
 */
export async function workOffline(script: URL, { onNewVersion }: OfflineOptions = {}): Promise<void> {
  if (globalThis.top !== globalThis.self || !("serviceWorker" in navigator) || isSavingData()) return;
  await quiet();
  try {
    const registration = await navigator.serviceWorker.register(trustedScriptUrl(script.href), {
      updateViaCache: "none",
    });
    if (onNewVersion) watchVersions(registration, onNewVersion);
    await keepLoaded(registration);
  } catch {
    // Private windows and strict settings refuse; the page works all the same while there is a network.
  }
}
