import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, before } from "node:test";
import { serve } from "../../tools/server/server.mjs";

const folder = mkdtempSync(join(tmpdir(), "server-"));
/** @type {Awaited<ReturnType<typeof serve>>} */
let server;

before(async () => {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>Page</title>");
  writeFileSync(join(folder, "engine.wasm"), "");
  server = await serve(folder, 0);
});
after(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** @param {string} path */
const get = (path) => fetch(new URL(path, server.url));

/** The policy of the first page, and its directives by name. */
async function policyNow() {
  const policy = (await get("/")).headers.get("content-security-policy") ?? "";
  const directives = new Map(
    policy.split("; ").map((text) => {
      const [name = "", ...values] = text.split(" ");
      return [name, values.join(" ")];
    }),
  );
  return { policy, directives };
}

test("pages have the strict policy, with our own origin beside 'self'", async () => {
  const { policy, directives } = await policyNow();
  assert.equal(directives.get("default-src"), "'none'");
  assert.equal(directives.get("script-src"), `'self' ${server.url} 'wasm-unsafe-eval'`);
  assert.equal(directives.get("style-src"), `'self' ${server.url}`);
  assert.equal(directives.get("require-trusted-types-for"), "'script'");
  assert.equal(directives.get("trusted-types"), "calc lit-html");
  assert.ok(!policy.includes("unsafe-inline") && !policy.includes("'unsafe-eval'"));
});

test("the scripts that the pages and those for frames name themselves are allowed, also after they are built anew", async () => {
  const page = join(folder, "index.html");
  const framed = join(folder, "embed", "en.html");
  const before = readFileSync(page);
  /** @param {string} hash */
  const naming = (hash) => `<!doctype html><meta http-equiv="Content-Security-Policy" content="script-src 'self' ${hash}">`;
  for (const hash of ["'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='", "'sha256-AAAA'"]) {
    writeFileSync(page, naming(hash));
    const { directives } = await policyNow();
    assert.equal(directives.get("script-src"), `'self' ${server.url} ${hash} 'wasm-unsafe-eval'`);
  }
  mkdirSync(join(folder, "embed"));
  writeFileSync(framed, naming("'sha256-BBBB'"));
  assert.equal((await policyNow()).directives.get("script-src"), `'self' ${server.url} 'sha256-AAAA' 'sha256-BBBB' 'wasm-unsafe-eval'`);
  rmSync(join(folder, "embed"), { recursive: true });
  writeFileSync(page, before);
});

test("every response may be used by other sites and is never guessed at", async () => {
  for (const path of ["/", "/engine.wasm", "/absent"]) {
    const { headers } = await get(path);
    assert.equal(headers.get("access-control-allow-origin"), "*", path);
    assert.equal(headers.get("cross-origin-resource-policy"), "cross-origin", path);
    assert.equal(headers.get("x-content-type-options"), "nosniff", path);
    assert.equal(headers.get("referrer-policy"), "strict-origin-when-cross-origin", path);
    assert.equal(headers.get("x-frame-options"), null, path);
  }
});

test("WebAssembly has its own type", async () => {
  assert.equal((await get("/engine.wasm")).headers.get("content-type"), "application/wasm");
});

test("what is not there is not found, inside the folder and outside", async () => {
  assert.equal((await get("/absent")).status, 404);
  assert.equal((await get("/..%2f..%2fetc%2fpasswd")).status, 404);
});

test("where there is no page the site's own for that is shown, as not found, also deep down", async () => {
  assert.equal(await (await get("/absent")).text(), "Not found\n");
  const page = join(folder, "404.html");
  writeFileSync(page, "<!doctype html><title>No page</title>");
  for (const path of ["/absent", "/ur/deep/down/absent.html"]) {
    const response = await get(path);
    assert.equal(response.status, 404, path);
    assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8", path);
    assert.equal(await response.text(), "<!doctype html><title>No page</title>", path);
  }
  rmSync(page);
});

test("a port in use is said plainly", async () => {
  const port = Number(new URL(server.url).port);
  await assert.rejects(serve(folder, port), new RegExp(`^UserError: Port ${port} is in use`));
});
