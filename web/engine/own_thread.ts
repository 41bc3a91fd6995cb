import { serve } from "./host.ts";
import type { Reply, Request, WorkerPort } from "./protocol.ts";

/** A worker that is none: the same code in the caller's thread, a slice at a time. */
export function startInThread(): WorkerPort {
  let toHost: (request: Request) => void = () => {};
  let toCaller: (reply: Reply) => void = () => {};
  return {
    post: (request) => queueMicrotask(() => toHost(request)),
    listen(receive) {
      toCaller = receive;
      serve({
        post: (reply) => queueMicrotask(() => toCaller(reply)),
        listen: (host) => (toHost = host),
      });
    },
    onEnd: () => {},
    hold: () => {},
    close() {
      toCaller = () => {};
    },
  };
}
