import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { rolldown } from "rolldown";

/** A script that stands in a page's HTML. */
export interface InlineScript {
  readonly source: string;
  /** What allows it, and no other, in a Content-Security-Policy (CSP Level 3, 2.3.1). */
  readonly hash: string;
}

/** The script that pages begin with, from its module, `path` as from the root of the clone in the folder `repository`. */
export async function firstScript(repository: string, path: string): Promise<InlineScript> {
  const bundle = await rolldown({ input: resolve(repository, path) });
  const { output } = await bundle.generate({ format: "iife", minify: true });
  await bundle.close();
  const source = output[0].code.trim();
  return { source, hash: `'sha256-${createHash("sha256").update(source).digest("base64")}'` };
}
