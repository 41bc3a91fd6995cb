/** What pages tell the service worker. */
export type WorkerMessage =
  /** Take over from the version before, now that the visitor agreed. */
  | { readonly type: "takeOver" }
  /** Keep these addresses too: files that the page loaded before the worker could see it. */
  | { readonly type: "keep"; readonly urls: readonly string[] };

/** Whether `data` is a message that the worker knows. */
export function isWorkerMessage(data: unknown): data is WorkerMessage {
  if (typeof data !== "object" || data === null || !("type" in data)) return false;
  if (data.type === "takeOver") return true;
  return (
    data.type === "keep" &&
    "urls" in data &&
    Array.isArray(data.urls) &&
    data.urls.every((url) => typeof url === "string")
  );
}
