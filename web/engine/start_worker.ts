import workerFile from "./worker.ts?worker&url";

import { engineError, messageOf } from "./errors.ts";
import { nodeModule, nodeVersion } from "./environment.ts";
import type { Reply, Request, WorkerPort } from "./protocol.ts";
import { trustedScriptUrl } from "./trusted_url.ts";

/** How long a worker's script may take to arrive, in milliseconds, before another way is tried. */
const PATIENCE = 15_000;

/** The part of Node's Worker used here. */
interface NodeWorker {
  on(event: "message", receive: (message: Reply) => void): void;
  on(event: "error", receive: (error: Error) => void): void;
  on(event: "exit", receive: (code: number) => void): void;
  postMessage(message: Request, transfer?: readonly ArrayBuffer[]): void;
  ref(): void;
  unref(): void;
  terminate(): Promise<number>;
}

/**
 * Starts a worker and waits until its script runs, or until `signal` aborts the start.
 * Rejects with an EngineError, code "worker_failed", then and where workers are impossible or forbidden.
 */
export async function startWorker(signal?: AbortSignal): Promise<WorkerPort> {
  try {
    const url = new URL(workerFile, import.meta.url);
    return await ready(nodeVersion === undefined ? inBrowser(url.href) : await inNode(url), signal);
  } catch (cause) {
    throw engineError("worker_failed", `No worker can be started: ${messageOf(cause)}`, { cause });
  }
}

/** Waits for the first message of the script, then passes on what comes. */
function ready(port: WorkerPort, signal: AbortSignal | undefined): Promise<WorkerPort> {
  return new Promise((resolve, reject) => {
    const settle = () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    };
    const fail = (message: string) => {
      settle();
      port.close();
      reject(new Error(message));
    };
    const abort = () => fail("aborted.");
    const timer = setTimeout(fail, PATIENCE, "its script does not arrive.");
    port.onEnd(fail);
    port.listen((reply) => {
      if (reply.type === "unready") return fail(reply.message);
      settle();
      resolve(port);
    });
    signal?.addEventListener("abort", abort);
    // It may have been while something else was waited for.
    if (signal?.aborted) abort();
  });
}

async function inNode(url: URL): Promise<WorkerPort> {
  const { Worker } = await nodeModule<{ Worker: new (url: URL) => NodeWorker }>(
    "node:worker_threads",
  );
  const worker = new Worker(url);
  let receive: (reply: Reply) => void = () => {};
  let ended: (message: string) => void = () => {};
  worker.on("message", (reply) => receive(reply));
  worker.on("error", (error) => ended(error.message));
  worker.on("exit", (code) => ended(`it ended with code ${code}.`));
  return {
    post: (message, transfer) => worker.postMessage(message, transfer),
    listen: (listener) => (receive = listener),
    onEnd: (listener) => (ended = listener),
    hold: (wanted) => (wanted ? worker.ref() : worker.unref()),
    close() {
      receive = ended = () => {};
      void worker.terminate();
    },
  };
}

function inBrowser(url: string): WorkerPort {
  // A frame without an origin of its own, or a page of another site, may only start blobs.
  const ours = self.origin === new URL(url).origin;
  const start = ours ? url : URL.createObjectURL(new Blob([loader(url)], { type: "text/javascript" }));
  const worker = new Worker(trustedScriptUrl(start), ours ? { type: "module" } : {});
  const forget = () => {
    if (!ours) URL.revokeObjectURL(start);
  };
  return {
    post: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
    listen: (receive) =>
      (worker.onmessage = ({ data }: MessageEvent<Reply>) => {
        forget();
        receive(data);
      }),
    onEnd: (ended) =>
      (worker.onerror = (event) => ended(event.message || "its script was refused.")),
    hold: () => {},
    close() {
      forget();
      worker.terminate();
    },
  };
}

/**
 * A classic script that imports the worker's module: what all browsers accept from a blob. Messages
 * that come before the module listens are kept for it.
 */
function loader(url: string): string {
  return (
    "const early=[];onmessage=(event)=>early.push(event);" +
    `import(${JSON.stringify(url)}).then(()=>early.forEach((event)=>onmessage(event)),` +
    '(error)=>postMessage({type:"unready",message:String(error)}))'
  );
}
