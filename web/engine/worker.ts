// The script of a worker, in browsers and in Node.

import { nodeModule, nodeVersion } from "./environment.ts";
import { serve } from "./host.ts";
import type { Reply, Request } from "./protocol.ts";

/** What the global scope of a browser's worker has. */
interface WorkerScope {
  onmessage: ((event: { data: Request }) => void) | null;
  postMessage(message: Reply, transfer?: readonly ArrayBuffer[]): void;
}

/** The part of "node:worker_threads" used here. */
interface NodeWorkerThreads {
  readonly parentPort: {
    on(event: "message", receive: (message: Request) => void): void;
    postMessage(message: Reply, transfer?: readonly ArrayBuffer[]): void;
  };
}

if (nodeVersion === undefined) {
  const scope = globalThis as unknown as WorkerScope;
  serve({
    post: (message, transfer) => scope.postMessage(message, transfer),
    listen: (receive) => (scope.onmessage = ({ data }) => receive(data)),
  });
} else {
  const { parentPort } = await nodeModule<NodeWorkerThreads>("node:worker_threads");
  serve({
    post: (message, transfer) => parentPort.postMessage(message, transfer),
    listen: (receive) => parentPort.on("message", receive),
  });
}
