import assert from "node:assert/strict";
import test from "node:test";
import { missingAddress, siteFingerprint } from "../../tools/build/site.mjs";

test("a site that is going to stand elsewhere is built anew, one that stays is not", () => {
  const here = siteFingerprint("https://example.org/calculator");
  assert.equal(siteFingerprint("https://example.org/calculator"), here);
  assert.notEqual(siteFingerprint(""), here);
  assert.notEqual(siteFingerprint("https://example.org/"), here);
});

test("who builds a site without its address is told what it lacks, once", () => {
  assert.match(missingAddress({}), /^Without SITE_URL: no sitemap, .*docs\/publishing\.md\)\.$/);
  assert.equal(missingAddress({ SITE_URL: "" }), missingAddress({}));
  assert.equal(missingAddress({ SITE_URL: "https://example.org/calculator" }), "");
});
