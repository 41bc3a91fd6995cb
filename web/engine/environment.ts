import { engineError, messageOf } from "./errors.ts";

/** Node's version, or undefined elsewhere. */
export const nodeVersion: string | undefined = (
  globalThis as { process?: { versions?: { node?: string } } }
).process?.versions?.node;

/** A module of Node. The name stays out of bundlers' sight, so one build serves browsers and Node. */
export async function nodeModule<T>(name: `node:${string}`): Promise<T> {
  return (await import(/* @vite-ignore */ name)) as T;
}

interface NodeFiles {
  readonly readFile: (url: URL) => Promise<Uint8Array<ArrayBuffer>>;
}

/**
 * Fetches a file; in Node also one of the file system, which `fetch` refuses.
 * Throws an EngineError with code "network", or what an abort of `signal` throws.
 */
export async function fetchFile(url: URL, signal?: AbortSignal): Promise<Response> {
  try {
    if (url.protocol === "file:" && nodeVersion !== undefined) {
      const { readFile } = await nodeModule<NodeFiles>("node:fs/promises");
      return new Response(await readFile(url));
    }
    const response = await fetch(url, signal ? { signal } : {});
    if (response.ok) return response;
    throw new Error(`the server answered ${response.status}`);
  } catch (cause) {
    signal?.throwIfAborted();
    throw engineError("network", `${url.href} cannot be fetched: ${messageOf(cause)}.`, { cause });
  }
}

/** A part of the engine's program that is fetched when it is needed. Throws an EngineError with code "network". */
export function fetchedPart<Part>(part: Promise<Part>): Promise<Part> {
  return part.catch((cause: unknown) => {
    throw engineError("network", `The engine cannot be fetched: ${messageOf(cause)}`, { cause });
  });
}
