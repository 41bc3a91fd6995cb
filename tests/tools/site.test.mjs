import assert from "node:assert/strict";
import test from "node:test";
import { siteFingerprint } from "../../tools/build/site.mjs";

test("a site that is going to stand elsewhere is built anew, one that stays is not", () => {
  const here = siteFingerprint("https://example.org/calculator");
  assert.equal(siteFingerprint("https://example.org/calculator"), here);
  assert.notEqual(siteFingerprint(""), here);
  assert.notEqual(siteFingerprint("https://example.org/"), here);
});
