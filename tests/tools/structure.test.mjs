import assert from "node:assert/strict";
import test from "node:test";
import { componentFaults, structureFaults } from "../../tools/checks/structure.mjs";

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

test("a component has a test and an accessibility test, but for one without looks", () => {
  const fan = ["fan.ts", "fan.test.ts", "fan.axe.spec.ts"].map((file) => `web/components/fan/${file}`);
  const part = ["web/components/part/part.ts", "web/components/part/part.test.ts"];
  assert.deepEqual(componentFaults(["web/components/view.ts", ...fan, ...part]), []);
  assert.deepEqual(componentFaults(["web/components/fan/fan.ts", "web/components/fan/band.test.ts", ...part.slice(0, 1)]), [
    "web/components/fan: has no fan.test.ts",
    "web/components/fan: has no fan.axe.spec.ts",
    "web/components/part: has no part.test.ts",
  ]);
});
