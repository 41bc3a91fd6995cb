import { fetchFile, nodeModule, nodeVersion } from "./environment.ts";
import { engineError } from "./errors.ts";
import { jsonOf } from "./json.ts";

/**
 * The JSON text of a pack that is given as data, as JSON or as the address of a file.
 * Throws an EngineError, or what an abort of `signal` throws.
 */
export async function packText(pack: unknown, base?: string, signal?: AbortSignal): Promise<string> {
  if (pack instanceof URL || (typeof pack === "string" && isAddress(pack))) {
    const url = await addressOf(pack, base);
    return (await fetchFile(url, signal)).text();
  }
  return jsonOf(pack);
}

/** JSON of a pack begins with a bracket, and no address does. */
function isAddress(text: string): boolean {
  return !/^\s*([[{]|$)/.test(text);
}

async function addressOf(address: string | URL, base: string | undefined): Promise<URL> {
  try {
    return new URL(address, base ?? (await defaultBase()));
  } catch (cause) {
    throw engineError("network", `"${String(address)}" is not an address.`, { cause });
  }
}

interface NodeProcess {
  readonly cwd: () => string;
}

interface NodeUrl {
  readonly pathToFileURL: (path: string) => URL;
}

/** The page, or the current folder of a Node process. */
async function defaultBase(): Promise<string | undefined> {
  const { document, location } = globalThis as {
    document?: { baseURI: string };
    location?: { href: string };
  };
  if (nodeVersion === undefined) return document?.baseURI ?? location?.href;
  const { cwd } = await nodeModule<NodeProcess>("node:process");
  const { pathToFileURL } = await nodeModule<NodeUrl>("node:url");
  return pathToFileURL(`${cwd()}/`).href;
}
