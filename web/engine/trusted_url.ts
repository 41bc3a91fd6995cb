/** What a page that enforces Trusted Types wants in place of the address of a script. */
interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypes {
  createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
}

const home = new URL(import.meta.url).origin;

function allow(url: string): string {
  const { origin, protocol } = new URL(url);
  if (origin === home || protocol === "blob:") return url;
  throw new TypeError(`${url} is not a script of this program.`);
}

function makePolicy(): ScriptUrlPolicy {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  try {
    if (trustedTypes) return trustedTypes.createPolicy("calc", { createScriptURL: allow });
  } catch {
    // A Content-Security-Policy that does not name the policy, or a second copy of this module.
  }
  return { createScriptURL: allow };
}

let policy: ScriptUrlPolicy | undefined;

/**
 * Makes the address of one of our own scripts acceptable to `new Worker` and
 * `serviceWorker.register` under Trusted Types, through the policy "calc". Takes absolute addresses of
 * our own origin and of blobs, and throws a TypeError for others.
 */
export function trustedScriptUrl(url: string): string {
  policy ??= makePolicy();
  return policy.createScriptURL(url);
}
