import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { bytesSent, kindOf, overBudget, sizesOf, totalOf } from "../../tools/checks/first_load.mjs";

const folder = mkdtempSync(join(tmpdir(), "first-load-"));
after(() => rmSync(folder, { recursive: true }));

/** @param {string} name @param {string} text */
function file(name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test("a file is what its name says, and an unknown kind is a fault", () => {
  assert.deepEqual(["a.html", "a.css", "a.mjs", "a.wasm", "a.json", "a.svg", "a.woff2"].map(kindOf), [
    "page", "css", "js", "wasm", "data", "image", "font",
  ]);
  assert.throws(() => kindOf("film.mp4"), /no budget knows/);
});

test("text costs what brotli makes of it, a font its own size", () => {
  const text = "The same words again. ".repeat(500);
  const bytes = bytesSent(file("a.js", text));
  // One sentence, its length and a repeat count: brotli needs a few dozen bytes, gzip over a hundred.
  assert.ok(bytes > 20 && bytes < 60, `${bytes}`);
  assert.equal(bytesSent(file("a.woff2", text)), text.length);
});

test("every file counts once, by kind, and fonts not in the total", () => {
  file("x.css", "");
  file("f.woff2", "12345");
  const sizes = sizesOf(folder, ["x.css", "f.woff2", "f.woff2"]);
  // An empty brotli stream is one byte (RFC 7932, 9.2).
  assert.deepEqual(sizes, { css: 1, font: 5 });
  assert.equal(totalOf(sizes), 1);
});

test("what is over its budget is named, and what has none may not be there", () => {
  const budget = { css: 10, font: 5, total: 12 };
  assert.deepEqual(overBudget("en.html", { css: 10, font: 5 }, budget), []);
  assert.deepEqual(overBudget("en.html", { css: 11, js: 2 }, budget), [
    "en.html: css is 11 bytes; the budget is 10.",
    "en.html: js is 2 bytes; the budget is 0.",
    "en.html: total is 13 bytes; the budget is 12.",
  ]);
});
