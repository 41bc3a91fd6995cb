/**
 * The headers of every response. The page runs under the strictest policy that lets it work in a
 * frame without an origin: there 'self' names nothing in some browsers, so our own origin stands
 * beside it.
 * @param {string} origin our own, such as "http://localhost:8080"
 * @param {readonly string[]} hashes what allows the pages' own scripts, such as "'sha256-…'"
 * @returns {Record<string, string>}
 */
export function responseHeaders(origin, hashes) {
  const own = `'self' ${origin}`;
  const policy = {
    "default-src": "'none'",
    "script-src": [own, ...hashes, "'wasm-unsafe-eval'"].join(" "),
    "style-src": own,
    "img-src": `${own} data: blob:`,
    "font-src": own,
    "connect-src": own,
    "worker-src": `${own} blob:`,
    "frame-src": own,
    "base-uri": "'none'",
    "form-action": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "calc lit-html",
    "frame-ancestors": "'self' http://localhost:* http://127.0.0.1:* https:",
  };
  const directives = Object.entries(policy).map(([name, value]) => `${name} ${value}`);
  return {
    "Content-Security-Policy": directives.join("; "),
    "Access-Control-Allow-Origin": "*",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Cache-Control": "no-cache",
  };
}
