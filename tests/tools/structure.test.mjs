import assert from "node:assert/strict";
import test from "node:test";
import { structureFaults } from "../../tools/checks/structure.mjs";

test("a file may have 400 lines and no more", () => {
  assert.deepEqual(structureFaults("web/a.ts", "x\n".repeat(400)), []);
  assert.deepEqual(structureFaults("web/a.ts", "x\n".repeat(401)), [
    "web/a.ts: 401 lines; at most 400",
  ]);
});

test("the core names no country and no shop; others may", () => {
  const text = "// one\n// as in Pakistan\n";
  assert.deepEqual(structureFaults("core/src/a.cpp", text), [
    'core/src/a.cpp:2: "Pakistan" has no place in the core',
  ]);
  assert.deepEqual(structureFaults("web/a.ts", text), []);
});
