import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { afterEach, beforeEach } from "node:test";
import { Stamp, fingerprint, writeWhole } from "../../tools/fingerprint.mjs";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fingerprint-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a fingerprint changes with content, names and facts, and with nothing else", () => {
  mkdirSync(join(folder, "in"));
  const file = join(folder, "in", "a");
  writeFileSync(file, "1");
  const first = fingerprint([folder], ["x"]);
  writeFileSync(file, "1");
  assert.equal(fingerprint([folder], ["x"]), first);
  assert.notEqual(fingerprint([folder], ["y"]), first);
  writeFileSync(file, "2");
  assert.notEqual(fingerprint([folder], ["x"]), first);
  writeFileSync(file, "1");
  writeFileSync(join(folder, "in", "b"), "");
  assert.notEqual(fingerprint([folder], ["x"]), first);
});

test("paths that do not exist count as empty", () => {
  assert.equal(fingerprint([join(folder, "absent")]), fingerprint([]));
});

test("a stamp holds for the fingerprint it was made with", async () => {
  const stamp = new Stamp(join(folder, "stamp"));
  assert.ok(!stamp.matches("a"));
  assert.equal(await stamp.around("a", async () => 7), 7);
  assert.ok(stamp.matches("a"));
  assert.ok(!stamp.matches("b"));
});

test("work that fails leaves no stamp, not even the old one", async () => {
  const stamp = new Stamp(join(folder, "stamp"));
  await stamp.around("a", async () => {});
  const work = stamp.around("b", async () => {
    assert.ok(!stamp.matches("a"));
    throw new Error("cut off");
  });
  await assert.rejects(work, /cut off/);
  assert.ok(!stamp.matches("a") && !stamp.matches("b"));
});

test("writing the same text again leaves the file alone, and no partial file stays", () => {
  const path = join(folder, "deep", "file");
  writeWhole(path, "text");
  const { mtimeMs, ino } = statSync(path);
  writeWhole(path, "text");
  assert.deepEqual([statSync(path).mtimeMs, statSync(path).ino], [mtimeMs, ino]);
  writeWhole(path, "other");
  assert.deepEqual(readdirSync(join(folder, "deep")), ["file"]);
});
